using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The results of the stakeholder map.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record StakeholderReview
{
    /// <summary>Their support, weighted by influence, with its range.</summary>
    public required Support Support { get; init; }

    /// <summary>The people we know, by role.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ChainCoverage<StakeholderRole>> ByRole { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<ChainCoverage<StakeholderRole>>.Empty;

    /// <summary>Whether the relationship has taken root, is in blossom, or bears fruit.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<DepthFinding> Depth { get; init => field = ValueList.Of(value ?? []); } = ValueList<DepthFinding>.Empty;

    /// <summary>What is lost if one person leaves, the worst case first; people whose departure costs nothing are left out.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<StakeholderRisk> Risks { get; init => field = ValueList.Of(value ?? []); } = ValueList<StakeholderRisk>.Empty;

    /// <summary>The people to win next, by which move and through whom, the best first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<WinningStep> NextToWin { get; init => field = ValueList.Of(value ?? []); } = ValueList<WinningStep>.Empty;

    /// <summary>What we do not know, and about whom.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<OpenQuestion> OpenQuestions { get; init => field = ValueList.Of(value ?? []); } = ValueList<OpenQuestion>.Empty;

    /// <summary>Takes the results of a map. The style and the values of people are confidential and are left out unless they are requested;
    /// the results still tell whether they are known.</summary>
    internal static StakeholderReview Of(StakeholderMap map, bool keepsConfidential)
    {
        var shown = keepsConfidential ? map : map.With(Shown);
        return new()
        {
            Support = shown.Support,
            ByRole = shown.ByRole,
            Depth = shown.Depth,
            Risks = [.. shown.Risks().Where(risk => risk.LosesAnything)],
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The support.</returns>
    public override string ToString() => Invariant(
        $"StakeholderReview {{ Support = {Support} }}");
}
