using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The lifetime profit of a customer from a plan of years, with its composition (客户生命周期利润构成分析).</summary>
/// <remarks>
/// <para>CLP = −acquisition cost + Σ marginₜ·factorₜ. <see cref="Timing"/> determines the factor of year t. Every part keeps
/// <see cref="DecimalPlaces"/> decimal places, so that the parts of a component, of a year and of the whole sum exactly.</para>
/// <para>Immutable; equal when every figure is. Source: 《大客户销售技巧（客户关系管理篇）》 (the analysis of the composition; its components are those of
/// <see cref="ProfitComponent"/>).</para>
/// </remarks>
public sealed record LifetimePlan
{
    /// <summary>The number of decimal places to which a part is rounded.</summary>
    public const int DecimalPlaces = 10;

    private readonly decimal _nextFactor;

    /// <summary>Calculates the lifetime profit of a plan.</summary>
    /// <param name="acquisitionCost">The cost of winning the customer, before the first year; not negative.</param>
    /// <param name="years">The years, the first one first; at least one.</param>
    /// <param name="retention">The probability of staying for another year; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, as a fraction; above −1.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <exception cref="ArgumentNullException"><paramref name="years"/> or a year is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="years"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">A part does not fit a decimal; the message names the year.</exception>
    public LifetimePlan(
        decimal acquisitionCost, IReadOnlyList<LifetimeYear> years, decimal retention, decimal discountRate, MarginTiming timing)
    {
        Guard.NotNegative(acquisitionCost);
        Years = ValueList.Of(years);
        if (Years.Count == 0)
            throw new ArgumentException("years is empty; it must hold at least one year.", nameof(years));
        CustomerLifetimeProfit.CheckRetention(retention);
        Guard.Above(discountRate, -1);
        Guard.Defined(timing);
        (AcquisitionCost, Retention, DiscountRate, Timing) = (acquisitionCost, retention, discountRate, timing);

        var parts = new List<LifetimePart>();
        if (acquisitionCost > 0)
            parts.Add(new(ProfitComponent.AcquisitionCost, 0, Rounded(-acquisitionCost)));
        var (growth, factor) = DecimalOverflow.Named(
            () => (1 + discountRate, timing switch
            {
                MarginTiming.EndOfYearAtRisk => retention / (1 + discountRate),
                MarginTiming.EndOfYearCertain => 1 / (1 + discountRate),
                _ => 1,
            }),
            "LifetimePlan",
            (nameof(retention), retention),
            (nameof(discountRate), discountRate));
        for (var i = 0; i < Years.Count; i++)
        {
            var year = Years[i];
            ArgumentNullException.ThrowIfNull(year, nameof(years));
            try
            {
                foreach (var component in ProfitComponent.InOrder)
                {
                    if (year.Of(component) is var amount && amount != 0)
                        parts.Add(new(component, i + 1, Rounded(amount * factor)));
                }

                factor *= retention / growth;
            }
            catch (OverflowException e)
            {
                throw new OverflowException(Invariant($"years[{i}] does not fit a decimal, with a factor of {factor}: {year}."), e);
            }
        }

        _nextFactor = factor;
        Parts = ValueList.Of(parts);
        Profit = DecimalOverflow.Named(() => Parts.Sum(part => part.Value), "LifetimePlan.Profit", (nameof(Parts), Parts));
    }

    /// <summary>Calculates the lifetime profit of a plan whose margins are not split into components.</summary>
    /// <param name="acquisitionCost">The cost of winning the customer, before the first year; not negative.</param>
    /// <param name="margins">The margin of each year, the first one first; at least one.</param>
    /// <param name="retention">The probability of staying for another year; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, as a fraction; above −1.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <returns>The plan; each margin counts as base profit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="margins"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="margins"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the arguments.</exception>
    public static LifetimePlan Of(
        decimal acquisitionCost, IReadOnlyList<decimal> margins, decimal retention, decimal discountRate, MarginTiming timing)
    {
        ArgumentNullException.ThrowIfNull(margins);
        return new(acquisitionCost, [.. margins.Select(margin => new LifetimeYear(margin))], retention, discountRate, timing);
    }

    /// <summary>The cost of winning the customer.</summary>
    public decimal AcquisitionCost { get; }

    /// <summary>The expected years.</summary>
    public IReadOnlyList<LifetimeYear> Years { get; }

    /// <summary>The probability of staying for another year.</summary>
    public decimal Retention { get; }

    /// <summary>The discount rate of a year, as a fraction.</summary>
    public decimal DiscountRate { get; }

    /// <summary>When the first margin comes, and whether it can be lost.</summary>
    public MarginTiming Timing { get; }

    /// <summary>The contribution of each component in each year: the acquisition cost first, then year by year. Contributions of 0 are left
    /// out.</summary>
    [JsonIgnore]
    public IReadOnlyList<LifetimePart> Parts { get; }

    /// <summary>The lifetime profit: the sum of all parts.</summary>
    [JsonIgnore]
    public decimal Profit { get; }

    /// <summary>Calculates the contribution of a component over all years.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The sum of its parts. Over all components, these sums add up to <see cref="Profit"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public decimal ValueOf(ProfitComponent component)
    {
        ArgumentNullException.ThrowIfNull(component);
        return Parts.Where(part => part.Component == component).Sum(part => part.Value);
    }

    /// <summary>Calculates the contribution of a year over all components.</summary>
    /// <param name="year">The year, starting at 1; 0 for what is spent before the first year.</param>
    /// <returns>The sum of its parts. From 0 to the last year, these sums add up to <see cref="Profit"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is not a year of the plan.</exception>
    public decimal ValueOf(int year)
    {
        Guard.Between(year, 0, Years.Count);
        return Parts.Where(part => part.Year == year).Sum(part => part.Value);
    }

    /// <summary>Calculates the additional value if the customer continues after the last year of the plan, for as long as it
    /// stays.</summary>
    /// <param name="margin">The margin of the first year after the plan.</param>
    /// <param name="growth">The yearly growth of the margin after that, as a fraction; at least −1.</param>
    /// <returns>The value today; null if it is not finite, because retention·(1 + growth) is not below 1 + discount rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="growth"/> is below −1.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the arguments.</exception>
    public decimal? Continued(decimal margin, decimal growth = 0)
    {
        Guard.AtLeast(growth, -1);
        return DecimalOverflow.Named<decimal?>(
            () => 1 + DiscountRate - (Retention * (1 + growth)) is var divisor && divisor > 0
                ? margin * _nextFactor * (1 + DiscountRate) / divisor
                : null,
            "LifetimePlan.Continued",
            (nameof(margin), margin),
            (nameof(growth), growth),
            (nameof(DiscountRate), DiscountRate));
    }

    /// <summary>Describes the composition of the lifetime profit for a person: by component as a figure, by year as a table.</summary>
    /// <param name="currency">The currency of the amounts; null to show none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    /// <exception cref="OverflowException">A figure does not fit a decimal, such as a discount rate in per cent.</exception>
    public Document Describe(string? currency = null, string language = Language.English) => DecimalOverflow.Named(
        () => LifetimeDocuments.Of(this, currency, language),
        "LifetimePlan.Describe",
        (nameof(DiscountRate), DiscountRate),
        (nameof(Profit), Profit));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All figures by name.</returns>
    public override string ToString() =>
        Invariant($"LifetimePlan {{ AcquisitionCost = {AcquisitionCost}, Years = {Years}, Retention = {Retention}, ")
        + Invariant($"DiscountRate = {DiscountRate}, Timing = {Timing}, Profit = {Profit} }}");

    private static decimal Rounded(decimal value) => Math.Round(value, DecimalPlaces, MidpointRounding.ToEven);
}
