namespace KeyAccount.Core.Needs;

/// <summary>The result of one check of what must be known before value can be shown.</summary>
/// <param name="Check">The check.</param>
/// <param name="IsMet">Whether the check is met.</param>
/// <param name="Needs">The needs that fail; empty if none does, or the need itself is missing.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record NeedCheckResult(NeedCheck Check, bool IsMet, IReadOnlyList<string> Needs)
{
    /// <summary>The needs that fail.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> Needs { get; init => field = ValueList.Of(value); } = ValueList.Of(Needs);
}
