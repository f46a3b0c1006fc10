using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>The revenue of one account at the start and at the end of a period.</summary>
/// <param name="AtStart">Its revenue at the start; an account without a positive one is new and does not count.</param>
/// <param name="AtEnd">Its revenue at the end; below 0 (returns exceed purchases) it counts as 0.</param>
/// <remarks>Immutable; equal when both amounts are; the default is an account that brings nothing.</remarks>
public readonly record struct AccountRevenue(decimal AtStart, decimal AtEnd)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both amounts by name.</returns>
    public override string ToString() => Invariant($"AccountRevenue {{ AtStart = {AtStart}, AtEnd = {AtEnd} }}");
}
