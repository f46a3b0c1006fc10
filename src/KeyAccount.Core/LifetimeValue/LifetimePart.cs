using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The contribution of one component in one year to the lifetime profit.</summary>
/// <param name="Component">The component.</param>
/// <param name="Year">The year, starting at 1; 0 for the acquisition cost, which is spent before the first year.</param>
/// <param name="Value">The contribution, discounted and weighted with the probability that the customer is still there.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LifetimePart(ProfitComponent Component, int Year, decimal Value)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"LifetimePart {{ Component = {Component}, Year = {Year}, Value = {Value} }}");
}
