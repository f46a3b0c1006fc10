namespace KeyAccount.Core.Grading;

/// <summary>A checklist: traits with their evidence, and the number of traits that must be met.</summary>
/// <typeparam name="TFacts">The facts that hold the evidence.</typeparam>
/// <remarks>Immutable and safe to share between threads; compared by reference.</remarks>
public sealed class Checklist<TFacts> : IModel
{
    /// <summary>Makes a checklist.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="traits">The traits, at least one, with different keys.</param>
    /// <param name="needed">How many must be met, 1 … the number of traits; null for all.</param>
    /// <param name="version">The version; not blank.</param>
    /// <exception cref="ArgumentException">The id or the version is blank, there is no trait, a trait is null or has no key or no evidence,
    /// or a key is duplicated.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="traits"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="needed"/> is outside its range.</exception>
    public Checklist(string id, IReadOnlyList<Trait<TFacts>> traits, int? needed = null, string version = "1")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        Guard.NoNull(traits);
        if (traits.Count == 0)
            throw new ArgumentException("traits is empty; a checklist needs at least one.", nameof(traits));
        if (traits.FirstOrDefault(trait => string.IsNullOrWhiteSpace(trait.Key) || trait.Evidence is null) is { } incomplete)
        {
            throw new ArgumentException(
                $"traits has '{incomplete.Key}'; each needs a key that is not blank, and evidence.", nameof(traits));
        }

        if (traits.GroupBy(trait => trait.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicated)
            throw new ArgumentException($"the key '{duplicated.Key}' is duplicated; each trait needs a key of its own.", nameof(traits));
        Guard.AtLeast(needed ?? traits.Count, 1, nameof(needed));
        Guard.AtMost(needed ?? traits.Count, traits.Count, nameof(needed));
        Id = id;
        Version = version;
        Traits = [.. traits];
        Needed = needed ?? traits.Count;
    }

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>The version of the checklist.</summary>
    public string Version { get; }

    /// <summary>The traits in their order.</summary>
    public IReadOnlyList<Trait<TFacts>> Traits { get; }

    /// <summary>The number of traits that must be met.</summary>
    public int Needed { get; }

    /// <summary>Each trait with where it comes from.</summary>
    public IEnumerable<ModelDefault> Defaults =>
        Traits.Select(trait => new ModelDefault($"traits[\"{trait.Key}\"]", trait.Label.En, trait.Provenance));

    /// <summary>Applies the checklist.</summary>
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, version and how many traits.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id} {Version}: {Needed} of {Traits.Count} traits");
}
