using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>What is known of a trait that is judged: whether it is there, and what shows it.</summary>
/// <param name="IsMet">Whether the trait is there.</param>
/// <param name="Note">What shows it, or shows that it is missing.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TraitEvidence(bool IsMet, Text Note);
