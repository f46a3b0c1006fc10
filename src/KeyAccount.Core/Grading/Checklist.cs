using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>What is known of a trait that is judged: whether it is there, and what shows it.</summary>
/// <param name="IsMet">Whether the trait is there.</param>
/// <param name="Note">What shows it, or shows that it is missing.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record TraitEvidence(bool IsMet, Text Note);

/// <summary>Whether an account has a trait.</summary>
[JsonConverter(typeof(TermJsonConverter<TraitState>))]
public sealed class TraitState : Term<TraitState>
{
    /// <summary>There is evidence that it has it; value 1.</summary>
    public static readonly TraitState Met = new(nameof(Met), 1);

    /// <summary>There is evidence that it has not; value 2.</summary>
    public static readonly TraitState NotMet = new(nameof(NotMet), 2);

    /// <summary>There is no evidence; value 3.</summary>
    public static readonly TraitState Unknown = new(nameof(Unknown), 3);

    private TraitState(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>A trait that a checklist asks for.</summary>
/// <typeparam name="TFacts">The facts that hold the evidence.</typeparam>
/// <param name="Key">The stable identifier, unique in the checklist.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Question">What to find out while it is unknown.</param>
/// <param name="Evidence">The evidence in the facts; null when there is none.</param>
/// <param name="Provenance">Where the trait comes from.</param>
/// <remarks>Immutable; compared by its parts.</remarks>
public sealed record Trait<TFacts>(string Key, Text Label, Text Question, Func<TFacts, TraitEvidence?> Evidence, Provenance? Provenance = null);

/// <summary>A list of traits, how many of them are needed, and evidence for each.</summary>
/// <typeparam name="TFacts">The facts that hold the evidence.</typeparam>
/// <remarks>Immutable and safe to share between threads; compared by reference.</remarks>
public sealed class Checklist<TFacts> : IModel
{
    /// <summary>Makes a checklist.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="traits">The traits, at least one, with different keys.</param>
    /// <param name="needed">How many must be met, 1 … the number of traits; null for all.</param>
    /// <exception cref="ArgumentException">The id is blank, there is no trait, or two have the same key.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="traits"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="needed"/> is outside its range.</exception>
    public Checklist(string id, IReadOnlyList<Trait<TFacts>> traits, int? needed = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(traits);
        if (traits.Count == 0)
            throw new ArgumentException("traits is empty; a checklist needs at least one.", nameof(traits));
        if (traits.GroupBy(trait => trait.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"traits has '{twice.Key}' twice; each key stands once.", nameof(traits));
        Guard.AtLeast(needed ?? traits.Count, 1, nameof(needed));
        Guard.AtMost(needed ?? traits.Count, traits.Count, nameof(needed));
        Id = id;
        Traits = traits;
        Needed = needed ?? traits.Count;
    }

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>The traits in their order.</summary>
    public IReadOnlyList<Trait<TFacts>> Traits { get; }

    /// <summary>How many of them must be met.</summary>
    public int Needed { get; }

    /// <summary>Each trait with where it comes from.</summary>
    public IEnumerable<ModelDefault> Defaults =>
        Traits.Select(trait => new ModelDefault($"traits[\"{trait.Key}\"]", trait.Label.En, trait.Provenance));

    /// <summary>Goes through the list.</summary>
    /// <param name="facts">The facts with the evidence.</param>
    /// <returns>Each trait with its evidence, and what follows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public ChecklistResult Check(TFacts facts)
    {
        if (facts is null)
            throw new ArgumentNullException(nameof(facts));
        return new(Id, Needed, [.. Traits.Select(trait =>
        {
            var evidence = trait.Evidence(facts);
            var state = evidence is null ? TraitState.Unknown : evidence.IsMet ? TraitState.Met : TraitState.NotMet;
            return new TraitFinding(trait.Key, trait.Label, state, evidence?.Note, evidence is null ? trait.Question : null);
        })]);
    }
}

/// <summary>One trait of a checklist with what is known of it.</summary>
/// <param name="Key">The key of the trait.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="State">Whether it is met.</param>
/// <param name="Evidence">What shows it; null while it is unknown.</param>
/// <param name="Question">What to find out; null once it is known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TraitFinding(string Key, Text Label, TraitState State, Text? Evidence, Text? Question);

/// <summary>What a checklist says of an account.</summary>
/// <remarks>A value: immutable, equal when every part is equal, and the same after a round trip through JSON.</remarks>
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
        ArgumentNullException.ThrowIfNull(findings);
        ChecklistId = checklistId;
        Needed = needed;
        Findings = findings;
    }

    /// <summary>The id of the checklist.</summary>
    public string ChecklistId { get; }

    /// <summary>How many traits must be met.</summary>
    public int Needed { get; }

    /// <summary>Each trait with what is known of it, in the order of the checklist.</summary>
    public IReadOnlyList<TraitFinding> Findings { get; }

    /// <summary>How many traits are met.</summary>
    [JsonIgnore]
    public int Met => Count(TraitState.Met);

    /// <summary>Whether enough traits are met: true, false, or null while what is unknown decides.</summary>
    [JsonIgnore]
    public bool? IsMet => Met >= Needed ? true : Met + Count(TraitState.Unknown) < Needed ? false : null;

    /// <summary>What is still to find out.</summary>
    [JsonIgnore]
    public IEnumerable<Text> ToFindOut => Findings.Select(finding => finding.Question).OfType<Text>();

    /// <summary>Whether every part is equal.</summary>
    /// <param name="other">The other result.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(ChecklistResult? other) =>
        other is not null && ChecklistId == other.ChecklistId && Needed == other.Needed && Findings.SequenceEqual(other.Findings);

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(ChecklistId, Needed, Findings.Count, Met);

    private int Count(TraitState state) => Findings.Count(finding => finding.State == state);
}
