using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>A year of a customer's life cycle: its expected margin by component.</summary>
/// <param name="BaseProfit">The profit on what the customer bought from the start; negative if it loses money.</param>
/// <param name="RevenueGrowth">The profit on additional purchases.</param>
/// <param name="CostSavings">The saving in the cost to serve compared with the start.</param>
/// <param name="Referrals">The profit from customers it referred.</param>
/// <param name="PricePremium">The premium it pays over the prices of new customers.</param>
/// <remarks>Immutable; two years are equal if all amounts are. Each amount is that of the year itself, neither discounted nor weighted with
/// the probability that the customer is still there.</remarks>
public sealed record LifetimeYear(
    decimal BaseProfit, decimal RevenueGrowth = 0, decimal CostSavings = 0, decimal Referrals = 0, decimal PricePremium = 0)
{
    /// <summary>The margin of the year: the sum of the components.</summary>
    [JsonIgnore]
    public decimal Margin => DecimalOverflow.Named(
        () => BaseProfit + RevenueGrowth + CostSavings + Referrals + PricePremium,
        "LifetimeYear.Margin",
        (nameof(BaseProfit), BaseProfit),
        (nameof(RevenueGrowth), RevenueGrowth),
        (nameof(CostSavings), CostSavings),
        (nameof(Referrals), Referrals),
        (nameof(PricePremium), PricePremium));

    /// <summary>Looks up the amount of a component.</summary>
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All amounts by name.</returns>
    public override string ToString() => Invariant($"LifetimeYear {{ BaseProfit = {BaseProfit}, RevenueGrowth = {RevenueGrowth}, ")
        + Invariant($"CostSavings = {CostSavings}, Referrals = {Referrals}, PricePremium = {PricePremium} }}");
}
