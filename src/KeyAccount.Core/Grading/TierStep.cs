using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>What a period did to a tier.</summary>
/// <typeparam name="TTier">The tiers.</typeparam>
/// <param name="State">The new state; null for an account that has never been rated.</param>
/// <param name="Reason">Why it is that.</param>
/// <param name="Text">The reason in a sentence.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record TierStep<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
    TierState<TTier>? State, TierReason Reason, Text Text)
    where TTier : OrderedTerm<TTier>
{
    /// <summary>The reason in a sentence.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Text Text { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Text);
}
