using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>One step of a price waterfall.</summary>
/// <param name="Name">The purpose of the step: a discount, a rebate, freight.</param>
/// <param name="Base">The base of its percentage; null for an amount.</param>
/// <param name="Rate">The fraction of the base; null for an amount.</param>
/// <param name="Amount">The amount taken off the price; negative for a surcharge.</param>
/// <param name="PriceAfter">The running price after the step.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record WaterfallStep(string Name, string? Base, decimal? Rate, decimal Amount, decimal PriceAfter)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"WaterfallStep {{ Name = {Name}, Base = {Base}, Rate = {Rate}, Amount = {Amount}, PriceAfter = {PriceAfter} }}");
}
