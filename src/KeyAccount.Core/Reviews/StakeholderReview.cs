using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What the map of the people says.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record StakeholderReview
{
    /// <summary>Their support, weighted by influence, with its range.</summary>
    public required Support Support { get; init; }

    /// <summary>Who we know, by role.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ChainCoverage<StakeholderRole>> ByRole { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<ChainCoverage<StakeholderRole>>.Empty;

    /// <summary>Whether the relationship is rooted, in blossom, bears fruit.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<DepthFinding> Depth { get; init => field = ValueList.Of(value ?? []); } = ValueList<DepthFinding>.Empty;

    /// <summary>What is lost if one person leaves, the worst first; who leaves nothing behind is not in it.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<StakeholderRisk> Risks { get; init => field = ValueList.Of(value ?? []); } = ValueList<StakeholderRisk>.Empty;

    /// <summary>Whom to win next, by which move and through whom, the best first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<WinningStep> NextToWin { get; init => field = ValueList.Of(value ?? []); } = ValueList<WinningStep>.Empty;

    /// <summary>What we do not know about whom.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<OpenQuestion> OpenQuestions { get; init => field = ValueList.Of(value ?? []); } = ValueList<OpenQuestion>.Empty;

    /// <summary>What a map says; style and values of people, which are confidential, are left out unless they are asked for. Whether they
    /// are known at all is told.</summary>
    internal static StakeholderReview Of(StakeholderMap map, bool keepsConfidential)
    {
        var shown = keepsConfidential ? map : new StakeholderMap([.. map.People.Select(Shown)], map.Ties, map.Models, map.DecisionMode);
        return new()
        {
            Support = shown.Support,
            ByRole = shown.ByRole,
            Depth = shown.Depth,
            Risks = [.. shown.Risks().Where(risk => risk.Findings.Count > 0)],
            NextToWin = shown.NextToWin(),
            OpenQuestions = keepsConfidential ? map.OpenQuestions()
                :
                [
                    .. map.OpenQuestions()
                        .Select(question => question with { Person = question.Person is { } person ? Shown(person) : null }),
                ],
        };

        static Stakeholder Shown(Stakeholder person) => person with { Style = null, Values = [] };
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The support.</returns>
    public override string ToString() => Invariant(
        $"StakeholderReview {{ Support = {Support} }}");
}
