using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>A trait that a checklist asks for.</summary>
/// <typeparam name="TFacts">The facts that hold the evidence.</typeparam>
/// <param name="Key">The stable identifier, unique in the checklist.</param>
/// <param name="Label">The display name.</param>
/// <param name="Question">What to find out while it is unknown.</param>
/// <param name="Evidence">The evidence in the facts; null when there is none.</param>
/// <param name="Provenance">Where the trait comes from.</param>
/// <remarks>Immutable; compared by its parts. Not a value that JSON keeps: its evidence is a function.</remarks>
public sealed record Trait<TFacts>(
    string Key, Text Label, Text Question, Func<TFacts, TraitEvidence?> Evidence, Provenance? Provenance = null)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Its key and what a person calls it.</returns>
    public override string ToString() => $"{Key}: {Label}";
}
