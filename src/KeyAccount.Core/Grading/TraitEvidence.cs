using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The evidence for a trait that is judged.</summary>
/// <param name="IsMet">Whether the account has the trait.</param>
/// <param name="Note">The evidence that the account has the trait or lacks it.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TraitEvidence(bool IsMet, Text Note);
