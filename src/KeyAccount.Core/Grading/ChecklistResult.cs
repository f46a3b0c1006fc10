using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The result of a checklist for an account.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ChecklistResult
{
    /// <summary>A result from its parts; what JSON reads back.</summary>
    /// <param name="checklistId">The id of the checklist.</param>
    /// <param name="needed">How many traits must be met.</param>
    /// <param name="findings">Each trait, in the order of the checklist.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    [JsonConstructor]
    public ChecklistResult(string checklistId, int needed, IReadOnlyList<TraitFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(checklistId);
        ChecklistId = checklistId;
        Needed = needed;
        Findings = ValueList.Of(findings);
    }

    /// <summary>The id of the checklist.</summary>
    public string ChecklistId { get; }

    /// <summary>How many traits must be met.</summary>
    public int Needed { get; }

    /// <summary>Each trait with what is known of it, in the order of the checklist.</summary>
    public IReadOnlyList<TraitFinding> Findings { get; }

    /// <summary>The number of traits that are met.</summary>
    [JsonIgnore]
    public int Met => Count(TraitState.Met);

    /// <summary>Whether enough traits are met: true, false, or null while unknown traits decide.</summary>
    [JsonIgnore]
    public bool? IsMet => Met >= Needed ? true : Met + Count(TraitState.Unknown) < Needed ? false : null;

    /// <summary>The questions that are still open.</summary>
    [JsonIgnore]
    public IEnumerable<Text> ToFindOut => Findings.Select(finding => finding.Question).OfType<Text>();

    private int Count(TraitState state) => Findings.Count(finding => finding.State == state);

    /// <summary>The checklist for a person: what is met, by which evidence, and what to find out.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        GradingDocuments.Of(this, language);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many traits are met and needed.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{ChecklistId}: {Met} met of {Findings.Count}, {Needed} needed");
}
