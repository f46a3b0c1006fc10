namespace KeyAccount.Core.Pricing;

/// <summary>What the usual counter-concessions are worth: what a price step can be traded for.</summary>
/// <remarks>Pure functions over decimals.</remarks>
public static class CounterConcessions
{
    /// <summary>The days of a year in the interest of payment terms: 365. Provenance: <c>LibraryDefault</c>.</summary>
    internal const int DaysPerYear = 365;

    /// <summary>The value of being paid earlier: simple interest at our cost of capital.</summary>
    /// <param name="amount">The amount that is paid earlier; not negative.</param>
    /// <param name="days">How many days earlier; negative for later.</param>
    /// <param name="costOfCapital">Our cost of capital per year as a fraction; not negative.</param>
    /// <returns>amount · rate · days / 365; negative where we are paid later.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static decimal PaymentDays(decimal amount, int days, decimal costOfCapital)
    {
        Guard.NotNegative(amount);
        Guard.NotNegative(costOfCapital);
        return amount * costOfCapital * days / DaysPerYear;
    }

    /// <summary>The value of more volume at the new price.</summary>
    /// <param name="units">How many units more; negative for fewer.</param>
    /// <param name="unitMargin">Price − variable cost of a unit at the price that is agreed.</param>
    /// <returns>units · margin.</returns>
    public static decimal Volume(decimal units, decimal unitMargin) => units * unitMargin;

    /// <summary>The present value of a longer term: the contribution of the additional years, each at its end.</summary>
    /// <param name="contributionPerYear">What the contract contributes in a year.</param>
    /// <param name="yearsUntilThen">In how many whole years the additional ones begin: what is left of the present term; not
    /// negative.</param>
    /// <param name="additionalYears">How many whole years are added; not negative.</param>
    /// <param name="costOfCapital">Our cost of capital per year as a fraction; not negative.</param>
    /// <returns>Σ contribution / (1 + r)^k over the additional years k.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static decimal Term(decimal contributionPerYear, int yearsUntilThen, int additionalYears, decimal costOfCapital)
    {
        Guard.NotNegative(yearsUntilThen);
        Guard.NotNegative(additionalYears);
        Guard.NotNegative(costOfCapital);
        var (factor, sum) = (1m, 0m);
        for (var year = 1; year <= yearsUntilThen + additionalYears; year++)
        {
            factor /= 1 + costOfCapital;
            if (year > yearsUntilThen)
                sum += contributionPerYear * factor;
        }

        return sum;
    }
}
