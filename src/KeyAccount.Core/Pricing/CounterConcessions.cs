namespace KeyAccount.Core.Pricing;

/// <summary>The value of the usual counter-concessions: what a price step can be traded for.</summary>
/// <remarks>Pure functions over decimals.</remarks>
public static class CounterConcessions
{
    /// <summary>The days of a year in the interest of payment terms: 365. Provenance: <c>LibraryDefault</c>.</summary>
    internal const int DaysPerYear = 365;

    /// <summary>Calculates the value of earlier payment: simple interest at our cost of capital.</summary>
    /// <param name="amount">The amount that is paid earlier; not negative.</param>
    /// <param name="days">The number of days by which payment comes earlier; negative for later.</param>
    /// <param name="costOfCapital">Our cost of capital per year as a fraction; not negative.</param>
    /// <returns>amount · rate · days / 365; negative if we are paid later.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static decimal PaymentDays(decimal amount, int days, decimal costOfCapital)
    {
        Guard.NotNegative(amount);
        Guard.NotNegative(costOfCapital);
        return DecimalOverflow.Named(
            () => amount * costOfCapital * days / DaysPerYear,
            "CounterConcessions.PaymentDays",
            (nameof(amount), amount), (nameof(days), days), (nameof(costOfCapital), costOfCapital));
    }

    /// <summary>Calculates the value of more volume at the new price.</summary>
    /// <param name="units">The number of additional units; negative for fewer.</param>
    /// <param name="unitMargin">Price − variable cost of a unit at the agreed price.</param>
    /// <returns>units · margin.</returns>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static decimal Volume(decimal units, decimal unitMargin) => DecimalOverflow.Named(
        () => units * unitMargin, "CounterConcessions.Volume", (nameof(units), units), (nameof(unitMargin), unitMargin));

    /// <summary>Calculates the present value of a longer term: the contribution of the additional years, each at the end of its
    /// year.</summary>
    /// <param name="contributionPerYear">The contribution of the contract in a year.</param>
    /// <param name="yearsUntilThen">The number of whole years until the additional ones begin, that is, the rest of the present term; not
    /// negative.</param>
    /// <param name="additionalYears">The number of whole years that are added; not negative.</param>
    /// <param name="costOfCapital">Our cost of capital per year as a fraction; not negative.</param>
    /// <returns>Σ contribution / (1 + r)^k over the additional years k.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public static decimal Term(decimal contributionPerYear, int yearsUntilThen, int additionalYears, decimal costOfCapital)
    {
        Guard.NotNegative(yearsUntilThen);
        Guard.NotNegative(additionalYears);
        Guard.NotNegative(costOfCapital);
        return DecimalOverflow.Named(
            () =>
            {
                var factor = 1 / (1 + costOfCapital);
                return contributionPerYear * (Annuity(factor, yearsUntilThen).Power * Annuity(factor, additionalYears).Sum);
            },
            "CounterConcessions.Term",
            (nameof(contributionPerYear), contributionPerYear),
            (nameof(yearsUntilThen), yearsUntilThen),
            (nameof(additionalYears), additionalYears),
            (nameof(costOfCapital), costOfCapital));
    }

    // q^n and q + q² + … + q^n, bit by bit of n: S(2n) = S(n)·(1 + q^n), S(n + 1) = q·(1 + S(n)). Nothing cancels where q is near 1, and at
    // q = 1 the sum is exactly n.
    private static (decimal Power, decimal Sum) Annuity(decimal factor, int years)
    {
        var (power, sum) = (1m, 0m);
        for (var bit = 31 - int.LeadingZeroCount(years); bit >= 0; bit--)
        {
            (power, sum) = (power * power, sum * (1 + power));
            if (((years >> bit) & 1) == 1)
                (power, sum) = (power * factor, factor * (1 + sum));
        }

        return (power, sum);
    }
}
