using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>One step of a price waterfall.</summary>
/// <param name="Name">What it is for: a discount, a rebate, freight.</param>
/// <param name="Base">The base that its percentage is of; null for an amount.</param>
/// <param name="Rate">The fraction of the base; null for an amount.</param>
/// <param name="Amount">What it takes off the price; negative for a surcharge.</param>
/// <param name="PriceAfter">The running price after it.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record WaterfallStep(string Name, string? Base, decimal? Rate, decimal Amount, decimal PriceAfter)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"WaterfallStep {{ Name = {Name}, Base = {Base}, Rate = {Rate}, Amount = {Amount}, PriceAfter = {PriceAfter} }}");
}
