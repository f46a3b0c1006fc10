using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Tests.Stakeholders;

namespace KeyAccount.Core.Tests.Grading;

/// <summary>Portfolios of all sizes and scales, against a grading by LINQ and 128 bits alone: with the same digits and the same bits.</summary>
public class PlainParetoTests
{
    // What decides how amounts are sorted: how many there are, how far apart they are, and with how many places.
    private static readonly Gen<Portfolio> Portfolios =
        from seed in Gen.Choose(0, int.MaxValue)
        from size in Gen.Elements(0, 1, 2, 30, 1_023, 1_024, 1_025, 3_000)
        from digits in Gen.Elements(1, 3, 6, 9, 12, 15, 17, 18)
        from scales in Gen.Elements<int[]>([0], [2], [0, 1, 2, 4], [0, 6], [2, 9])
        from losses in Gen.Elements(0.0, 0.2, 1.0)
        from ties in Gen.Elements(0.0, 0.3, 0.9)
        from cuts in Gen.Elements(ParetoCuts.OfRevenue, ParetoCuts.OfHeadCount, new ParetoCuts(0.5m, 0.75m))
        from rule in Gen.Elements(Enum.GetValues<ParetoRule>())
        select new Portfolio(Revenues(new(seed), size, digits, scales, losses, ties), cuts, rule);

    [Fact]
    public void Every_account_is_ranked_with_the_same_digits_and_bits() => People.ForAll(
        Portfolios,
        portfolio =>
        {
            var grading = portfolio.Grade();
            var plain = Plain(portfolio, out var total, out var gini);

            grading.Accounts
                .Select(each => Bits((each.Account, each.Revenue, each.Share, each.CumulativeShare, each.Rank, each.Tier)))
                .Should().Equal(plain.Select(Bits));
            BitConverter.DoubleToInt64Bits(grading.Gini).Should().Be(BitConverter.DoubleToInt64Bits(gini));
            grading.Total.Should().Be(total);
            foreach (var tier in AccountTier.InOrder)
            {
                grading.CountOf(tier).Should().Be(plain.Count(account => account.Tier == tier));
                grading.RevenueOf(tier).Should().Be(plain.Where(account => account.Tier == tier).Sum(account => Math.Max(account.Revenue, 0)));
            }

            static (int, string, long, long, int, AccountTier) Bits((int Account, decimal Revenue, double Share, double Cumulative, int Rank, AccountTier Tier) each) => (
                each.Account, string.Join(' ', decimal.GetBits(each.Revenue)), BitConverter.DoubleToInt64Bits(each.Share),
                BitConverter.DoubleToInt64Bits(each.Cumulative), each.Rank, each.Tier);
        },
        tests: 300);

    [Fact]
    public void A_ranking_does_not_follow_the_list_it_was_made_of()
    {
        string[] names = ["small", "large"];
        var grading = Pareto.Grade<object>(names, name => name is "large" ? 2 : 1);
        names[1] = "gone";
        grading.Accounts.Select(each => each.Account).Should().Equal("large", "small");
    }

    private static (int Account, decimal Revenue, double Share, double Cumulative, int Rank, AccountTier Tier)[] Plain(
        Portfolio portfolio, out decimal total, out double gini)
    {
        var scale = portfolio.Revenues.Select(revenue => (int)revenue.Scale).DefaultIfEmpty(0).Max();
        var amounts = Array.ConvertAll(portfolio.Revenues, Units);
        var order = Enumerable.Range(0, amounts.Length).OrderByDescending(i => amounts[i]).ToArray();
        var whole = amounts.Aggregate((Int128)0, (sum, amount) => sum + Int128.Max(amount, 0));
        total = portfolio.Revenues.Sum(revenue => Math.Max(revenue, 0));

        var divisor = (double)whole;
        var ranked = new (int, decimal, double, double, int, AccountTier)[order.Length];
        Int128 before = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            var amount = amounts[order[start]];
            end = start + order.Skip(start).TakeWhile(i => amounts[i] == amount).Count();
            var after = before + (Int128.Max(amount, 0) * (end - start));
            var tier = amount <= 0 ? AccountTier.C : Within(portfolio.Cuts.A) ? AccountTier.A : Within(portfolio.Cuts.B) ? AccountTier.B : AccountTier.C;
            for (var i = start; i < end; i++)
            {
                ranked[i] = (
                    order[i], portfolio.Revenues[order[i]], amount > 0 ? (double)amount / divisor : 0,
                    whole > 0 ? (double)after / divisor : 0, start + 1, tier);
            }

            bool Within(decimal cut)
            {
                var hundredths = (BigInteger)(cut * 100);
                return portfolio.Rule switch
                {
                    ParetoRule.Crossing => 100 * (BigInteger)before < hundredths * whole,
                    ParetoRule.Inclusive => 100 * (BigInteger)after <= hundredths * whole,
                    _ => 100 * (BigInteger)start < hundredths * order.Length,
                };
            }

            before = after;
        }

        double weighted = 0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            if (amounts[order[i]] > 0)
                weighted += ((2.0 * (order.Length - i)) - order.Length - 1) * (double)amounts[order[i]];
        }

        gini = whole == 0 ? 0 : Math.Max(0, weighted / (order.Length * divisor));
        return ranked;

        Int128 Units(decimal revenue)
        {
            var bits = decimal.GetBits(revenue);
            var mantissa = new Int128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
            return (revenue < 0 ? -mantissa : mantissa) * (Int128)BigInteger.Pow(10, scale - revenue.Scale);
        }
    }

    private static decimal[] Revenues(Random random, int size, int digits, int[] scales, double losses, double ties)
    {
        var revenues = new decimal[size];
        var most = (long)Math.Pow(10, digits);
        for (var i = 0; i < size; i++)
        {
            var amount = random.NextInt64(most);
            revenues[i] = i > 0 && random.NextDouble() < ties
                ? revenues[random.Next(i)]
                : new decimal((int)amount, (int)(amount >> 32), 0, random.NextDouble() < losses, (byte)scales[random.Next(scales.Length)]);
        }

        return revenues;
    }
}
