using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>One year of a customer's life cycle: the margin that is expected of it, by component.</summary>
/// <param name="BaseProfit">The profit of what the customer bought from the start; negative where it loses money.</param>
/// <param name="RevenueGrowth">The profit of what it buys beyond that.</param>
/// <param name="CostSavings">What it costs less to serve than at the start.</param>
/// <param name="Referrals">The profit of customers it brought.</param>
/// <param name="PricePremium">What it pays more than new customers do.</param>
/// <remarks>Immutable; equal when every amount is. All amounts are of the year itself, neither discounted nor weighted with the probability
/// that the customer is still there.</remarks>
public sealed record LifetimeYear(
    decimal BaseProfit, decimal RevenueGrowth = 0, decimal CostSavings = 0, decimal Referrals = 0, decimal PricePremium = 0)
{
    /// <summary>The margin of the year: the sum of the components.</summary>
    [JsonIgnore]
    public decimal Margin => BaseProfit + RevenueGrowth + CostSavings + Referrals + PricePremium;

    /// <summary>The amount of a component.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The amount of the year; 0 for the acquisition cost, which belongs to no year.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public decimal Of(ProfitComponent component)
    {
        ArgumentNullException.ThrowIfNull(component);
        return component == ProfitComponent.BaseProfit ? BaseProfit
            : component == ProfitComponent.RevenueGrowth ? RevenueGrowth
            : component == ProfitComponent.CostSavings ? CostSavings
            : component == ProfitComponent.Referrals ? Referrals
            : component == ProfitComponent.PricePremium ? PricePremium
            : 0;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All amounts by name.</returns>
    public override string ToString() => Invariant($"LifetimeYear {{ BaseProfit = {BaseProfit}, RevenueGrowth = {RevenueGrowth}, ")
        + Invariant($"CostSavings = {CostSavings}, Referrals = {Referrals}, PricePremium = {PricePremium} }}");
}
