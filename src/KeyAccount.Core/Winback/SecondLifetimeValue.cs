using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The value of a lost customer once it is won back, and whether the attempt pays.</summary>
/// <remarks>
/// <para>Value = Σ m·r^(t−1)/(1+i)^t over the years t = 1 … n; expected = p·value − cost; break-even odds = cost/value. The first life
/// does not count: what the customer once bought is gone either way.</para>
/// <para>Immutable; equal when the six figures are. LibraryDefault: a present value of the second life. The name is usually credited to
/// Stauss and Friege (Regaining Service Customers, 1999); we have not seen their article.</para>
/// </remarks>
public sealed record SecondLifetimeValue
{
    private const int MostYears = 100;

    /// <summary>A second lifetime value.</summary>
    /// <param name="yearlyMargin">The yearly margin; at least 0, in the currency of the cost.</param>
    /// <param name="retention">The share of regained customers that stays from year to year, as a fraction; 0 … 1.</param>
    /// <param name="discountRate">The yearly discount rate, as a fraction; above −1.</param>
    /// <param name="years">The number of years; 1 … 100.</param>
    /// <param name="odds">The probability that the customer comes back, as a fraction; 0 … 1.</param>
    /// <param name="cost">The cost of the attempt, whether or not it succeeds; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public SecondLifetimeValue(decimal yearlyMargin, decimal retention, decimal discountRate, int years, decimal odds, decimal cost)
    {
        Guard.NotNegative(yearlyMargin);
        Fraction(retention, nameof(retention));
        Guard.Above(discountRate, -1);
        Guard.Between(years, 1, MostYears);
        Fraction(odds, nameof(odds));
        Guard.NotNegative(cost);
        (YearlyMargin, Retention, DiscountRate, Years, Odds, Cost) = (yearlyMargin, retention, discountRate, years, odds, cost);
    }

    /// <summary>The yearly margin.</summary>
    public decimal YearlyMargin { get; }

    /// <summary>The share of regained customers that stays from year to year, as a fraction.</summary>
    public decimal Retention { get; }

    /// <summary>The yearly discount rate, as a fraction.</summary>
    public decimal DiscountRate { get; }

    /// <summary>The number of years.</summary>
    public int Years { get; }

    /// <summary>The probability that the customer comes back, as a fraction.</summary>
    public decimal Odds { get; }

    /// <summary>The cost of the attempt, whether or not it succeeds.</summary>
    public decimal Cost { get; }

    /// <summary>The present value of the customer if it comes back, before the cost.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    public decimal Value => Named(Discounted, nameof(Value));

    /// <summary>The expected value of the attempt: odds · value − cost. It ranks the win-back cases.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    public decimal Expected => Named(() => (Odds * Discounted()) - Cost, nameof(Expected));

    /// <summary>The probability from which the attempt pays: cost/value, as a fraction; above 1 if it never does. Null if the value is
    /// 0.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    public decimal? BreakEvenOdds => Named(() => Discounted() is > 0 and var value ? Cost / value : (decimal?)null, nameof(BreakEvenOdds));

    /// <summary>Whether the attempt brings more than it costs on average.</summary>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public bool IsWorthwhile => Expected > 0;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The six figures by name.</returns>
    public override string ToString() => Invariant($"SecondLifetimeValue {{ YearlyMargin = {YearlyMargin}, Retention = {Retention}, ")
        + Invariant($"DiscountRate = {DiscountRate}, Years = {Years}, Odds = {Odds}, Cost = {Cost} }}");

    private static void Fraction(decimal value, string name)
    {
        Guard.NotNegative(value, name);
        Guard.AtMost(value, 1, name);
    }

    private decimal Discounted()
    {
        var flows = new decimal[Years + 1];
        var margin = YearlyMargin;
        for (var year = 1; year <= Years; year++)
        {
            flows[year] = margin;
            margin *= Retention;
        }

        return PresentValue.Of(flows, DiscountRate);
    }

    private T Named<T>(Func<T> compute, string member)
    {
        try
        {
            return compute();
        }
        catch (OverflowException e)
        {
            throw DecimalOverflow.Of(
                e, $"SecondLifetimeValue.{member}", (nameof(YearlyMargin), YearlyMargin), (nameof(DiscountRate), DiscountRate),
                (nameof(Years), Years), (nameof(Odds), Odds), (nameof(Cost), Cost));
        }
    }
}
