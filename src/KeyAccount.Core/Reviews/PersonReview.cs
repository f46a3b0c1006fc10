using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Reviews;

/// <summary>Where a person stands with us, and the next moves.</summary>
/// <remarks>A value: immutable, and the same after a round trip through JSON; compared by reference, because it holds a list.</remarks>
public sealed class PersonReview
{
    /// <summary>The person.</summary>
    public required string Id { get; init; }

    /// <summary>What the person is called.</summary>
    public required string Name { get; init; }

    /// <summary>How much the person weighs in a decision.</summary>
    public required double Influence { get; init; }

    /// <summary>Where the person stands, with the last evidence and what it still weighs; null where there is no evidence.</summary>
    public LadderStanding? Standing { get; init; }

    /// <summary>The moves the method knows from there, each with its reason; none where the level is not confirmed.</summary>
    public IReadOnlyList<Hit<LadderMove>> Moves { get; init => field = [.. value ?? []]; } = [];
}

/// <summary>What the map of the people says.</summary>
/// <remarks>A value: immutable, and the same after a round trip through JSON; compared by reference, because it holds lists.</remarks>
public sealed class StakeholderReview
{
    /// <summary>Their support, weighted by influence, with its range.</summary>
    public required Support Support { get; init; }

    /// <summary>Who we know, by role.</summary>
    public IReadOnlyList<ChainCoverage<StakeholderRole>> ByRole { get; init => field = [.. value ?? []]; } = [];

    /// <summary>Whether the relationship is rooted, in blossom, bears fruit.</summary>
    public IReadOnlyList<DepthFinding> Depth { get; init => field = [.. value ?? []]; } = [];

    /// <summary>What is lost if one person leaves, the worst first; who leaves nothing behind is not in it.</summary>
    public IReadOnlyList<StakeholderRisk> Risks { get; init => field = [.. value ?? []]; } = [];

    /// <summary>Whom to win next, by which move and through whom, the best first.</summary>
    public IReadOnlyList<WinningStep> NextToWin { get; init => field = [.. value ?? []]; } = [];

    /// <summary>What we do not know about whom.</summary>
    public IReadOnlyList<OpenQuestion> OpenQuestions { get; init => field = [.. value ?? []]; } = [];

    internal static StakeholderReview Of(StakeholderMap map) => new()
    {
        Support = map.Support,
        ByRole = map.ByRole,
        Depth = map.Depth,
        Risks = [.. map.Risks().Where(risk => risk.Findings.Count > 0)],
        NextToWin = map.NextToWin(),
        OpenQuestions = map.OpenQuestions(),
    };
}
