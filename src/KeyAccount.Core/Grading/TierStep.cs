using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The effect of a period on a tier.</summary>
/// <typeparam name="TTier">The tiers.</typeparam>
/// <param name="State">The new state; null for an account that has never been rated.</param>
/// <param name="Reason">The reason for the state.</param>
/// <param name="Text">The reason in a sentence.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TierStep<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
    TierState<TTier>? State, TierReason Reason, Text Text)
    where TTier : OrderedTerm<TTier>
{
    /// <summary>The reason in a sentence.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Text Text { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Text);
}
