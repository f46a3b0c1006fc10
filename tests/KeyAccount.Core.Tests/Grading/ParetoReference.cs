using System.Globalization;
using System.Numerics;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

/// <summary>The rules as the method's page words them, account by account in big fractions: slow, and shares no line with the
/// library.</summary>
internal static class ParetoReference
{
    public static AccountTier[] Tiers(Portfolio portfolio)
    {
        var amounts = Amounts(portfolio);
        var (cutA, cutB) = (Units(portfolio.Cuts.A), Units(portfolio.Cuts.B));
        var one = Units(1m);
        var total = Total(amounts);

        // Sorted descending, each account by its index first; ties are settled afterwards.
        var sorted = amounts.Where(amount => amount > 0).OrderByDescending(amount => amount).ToArray();
        var byIndex = sorted.Select((amount, index) =>
        {
            var before = sorted.Take(index).Aggregate(BigInteger.Zero, BigInteger.Add);
            return (amount, tier: Within(cutA) ? AccountTier.A : Within(cutB) ? AccountTier.B : AccountTier.C);

            bool Within(BigInteger cut) => portfolio.Rule switch
            {
                ParetoRule.Crossing => before * one < cut * total,
                ParetoRule.Inclusive => (before + amount) * one <= cut * total,
                ParetoRule.HeadCount => index < CeilingOf(cut * amounts.Length, one),
                _ => throw new NotSupportedException(),
            };
        }).ToLookup(graded => graded.amount, graded => graded.tier);

        return Array.ConvertAll(amounts, amount =>
            amount <= 0 ? AccountTier.C
            : portfolio.Rule == ParetoRule.Inclusive ? byIndex[amount].MaxBy(tier => tier.Value)!
            : byIndex[amount].MinBy(tier => tier.Value)!);
    }

    public static int[] Ranks(Portfolio portfolio) =>
        Array.ConvertAll(portfolio.Revenues, revenue => 1 + portfolio.Revenues.Count(other => other > revenue));

    public static double[] CumulativeShares(Portfolio portfolio)
    {
        var amounts = Amounts(portfolio);
        var total = Total(amounts);
        return Array.ConvertAll(amounts, amount => total == 0 ? 0 : Quotient(Total(amounts.Where(other => other >= amount)), total));
    }

    /// <summary>By its other definition, the mean difference between any two accounts over twice the mean.</summary>
    public static double Gini(Portfolio portfolio)
    {
        var amounts = Array.ConvertAll(Amounts(portfolio), amount => BigInteger.Max(amount, 0));
        var total = Total(amounts);
        var differences = amounts.SelectMany(_ => amounts, (left, right) => BigInteger.Abs(left - right))
            .Aggregate(BigInteger.Zero, BigInteger.Add);
        return total == 0 ? 0 : Quotient(differences, 2 * amounts.Length * total);
    }

    private static BigInteger[] Amounts(Portfolio portfolio) => Array.ConvertAll(portfolio.Revenues, Units);

    private static BigInteger Total(IEnumerable<BigInteger> amounts) =>
        amounts.Where(amount => amount > 0).Aggregate(BigInteger.Zero, BigInteger.Add);

    private static BigInteger CeilingOf(BigInteger numerator, BigInteger denominator) =>
        (numerator / denominator) + (numerator % denominator > 0 ? 1 : 0);

    private static double Quotient(BigInteger numerator, BigInteger denominator) =>
        (double)(numerator * BigInteger.Pow(10, 18) / denominator) / 1e18;

    // In units of the last place a decimal can have.
    private static BigInteger Units(decimal value) =>
        BigInteger.Parse(
            value.ToString("F28", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
