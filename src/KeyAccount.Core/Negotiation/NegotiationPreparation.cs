using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>The preparation of a negotiation: the issues with our positions, and the alternative to a deal.</summary>
/// <remarks>A value: immutable, equal when every part is in the same order, and the same after a round trip through JSON.</remarks>
public sealed record NegotiationPreparation
{
    /// <summary>A preparation from its parts.</summary>
    /// <param name="issues">The issues, each key once; may be empty while nothing is prepared.</param>
    /// <param name="alternative">The alternative to an agreement; null while nobody has considered one.</param>
    /// <param name="kind">The kind of the negotiation; null while that is open.</param>
    /// <param name="style">The style of the negotiation; null while that is open.</param>
    /// <param name="considered">The other factors that have been considered, in any order; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="issues"/> is null.</exception>
    /// <exception cref="InvalidModelException">An issue is null or duplicated, or a factor is null; it names every fault.</exception>
    [JsonConstructor]
    public NegotiationPreparation(
        IReadOnlyList<NegotiationIssue> issues,
        Alternative? alternative = null,
        NegotiationKind? kind = null,
        NegotiationStyle? style = null,
        IReadOnlyList<PreparationFactor>? considered = null)
    {
        ArgumentNullException.ThrowIfNull(issues);
        var faults = issues.Select((issue, i) => (issue, i)).Where(each => each.issue is null)
            .Select(each => new ModelFault(Invariant($"issues[{each.i}]"), "it is null; it must be an issue"))
            .Concat(issues.OfType<NegotiationIssue>().GroupBy(issue => issue.Key, StringComparer.Ordinal).Where(group => group.Count() > 1)
                .Select(group => new ModelFault($"issues[\"{group.Key}\"]", "it is duplicated")))
            .Concat((considered ?? []).Select((factor, i) => (factor, i)).Where(each => each.factor is null)
                .Select(each => new ModelFault(Invariant($"considered[{each.i}]"), "it is null; it must be a factor")))
            .ToArray();
        if (faults.Length > 0)
            throw new InvalidModelException("negotiationPreparation", faults);
        (Issues, Alternative, Kind, Style) = (ValueList.Of(issues), alternative, kind, style);
        Considered = ValueList.Of([.. PreparationFactor.InOrder.Where(factor => considered?.Contains(factor) == true)]);
    }

    /// <summary>The issues.</summary>
    public IReadOnlyList<NegotiationIssue> Issues { get; }

    /// <summary>The alternative to an agreement.</summary>
    public Alternative? Alternative { get; }

    /// <summary>The kind of the negotiation.</summary>
    public NegotiationKind? Kind { get; }

    /// <summary>The style of the negotiation.</summary>
    public NegotiationStyle? Style { get; }

    /// <summary>The factors that are recorded as considered, in their order.</summary>
    public IReadOnlyList<PreparationFactor> Considered { get; }

    /// <summary>The factors that nobody has considered: neither recorded nor covered by the issues. Goals are covered by a target on every
    /// issue, the fall-back by a reservation on every issue and an alternative with its value, their interests by their reservation on
    /// every issue.</summary>
    [JsonIgnore]
    public IReadOnlyList<PreparationFactor> OpenFactors
    {
        get
        {
            var facts = Facts();
            return
            [
                .. PreparationFactor.InOrder.Where(factor => !Considered.Contains(factor)
                    && !(facts.HasIssues && ((factor == PreparationFactor.Goals && facts.HasTargets)
                        || (factor == PreparationFactor.FallBack && facts.HasReservations && facts.HasAlternative)
                        || (factor == PreparationFactor.TheirInterests && facts.HasTheirReservations)))),
            ];
        }
    }

    /// <summary>The issue with a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The issue; null if there is none.</returns>
    public NegotiationIssue? Issue(string key) => Issues.FirstOrDefault(issue => issue.Key == key);

    /// <summary>The facts of the preparation: what is complete and what is missing.</summary>
    /// <returns>The facts.</returns>
    public PreparationFacts Facts() => new()
    {
        HasIssues = Issues.Count > 0,
        HasTargets = Issues.All(issue => issue.Target is not null),
        HasReservations = Issues.All(issue => issue.Reservation is not null),
        HasAlternative = Alternative?.Value is not null,
        HasOpenings = Issues.All(issue => issue.Opening is not null),
        HasWeights = Issues.All(issue => issue.Weight is not null),
        HasTheirReservations = Issues.All(issue => issue.TheirReservation is not null),
    };

    /// <summary>Checks whether the preparation is complete.</summary>
    /// <returns>What is still to do, each with its reason; with <see cref="PreparationStep.Begin"/> among it once the talks can
    /// begin.</returns>
    public Decision<PreparationStep> Check() => NegotiationTables.Preparation.Decide(Facts());

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The keys of the issues.</returns>
    public override string ToString() => $"NegotiationPreparation {{ {string.Join(", ", Issues.Select(issue => issue.Key))} }}";

    /// <summary>The preparation for a person: what is still to prepare, the alternative, and every issue.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        NegotiationDocuments.Of(this, language);
}
