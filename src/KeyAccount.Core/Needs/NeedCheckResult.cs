namespace KeyAccount.Core.Needs;

/// <summary>Whether something is known that must be known before value can be shown.</summary>
/// <param name="Check">What is checked.</param>
/// <param name="IsMet">Whether it is known.</param>
/// <param name="Needs">The needs that fail; empty if none does, or the need itself is missing.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record NeedCheckResult(NeedCheck Check, bool IsMet, IReadOnlyList<string> Needs)
{
    /// <summary>The needs that fail.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> Needs { get; init => field = ValueList.Of(value); } = ValueList.Of(Needs);
}
