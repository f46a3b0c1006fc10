using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Tests.Statistics;

public class SumOfBetsTests
{
    [Fact]
    public void Rooms_SumOfBets_three_bets()
    {
        var sum = SumOfBets.Of([new(100, .5), new(200, .25), new(50, .9)], 50);

        sum.Mean.Should().BeApproximately(145, 1e-9);
        sum.Variance.Should().BeApproximately(10_225, 1e-9);
        sum.StandardDeviation.Should().BeApproximately(101.1187, 5e-5);
        sum.ProbabilityAtLeast(100).Should().BeApproximately(.625, 1e-12);
        sum.ProbabilityAtLeast(150).Should().BeApproximately(.5875, 1e-12);
        sum.Total.Should().Be(350);
    }

    [Fact]
    public void At_just_below_and_just_above_a_sum()
    {
        var sum = SumOfBets.Of([new(100, .5)], 1);

        sum.ProbabilityAtLeast(0).Should().Be(1);
        sum.ProbabilityAtLeast(-1).Should().Be(1);
        sum.ProbabilityAtLeast(0.0001m).Should().Be(.5);
        sum.ProbabilityAtLeast(99.9999m).Should().Be(.5);
        sum.ProbabilityAtLeast(100).Should().Be(.5);
        sum.ProbabilityAtLeast(100.0001m).Should().Be(0);
        (sum.Quantile(0), sum.Quantile(.5), sum.Quantile(.5001), sum.Quantile(1)).Should().Be((0, 0, 100, 100));
    }

    [Fact]
    public void Nothing_and_what_cannot_fail_or_cannot_come()
    {
        var nothing = SumOfBets.Of([], 1);
        (nothing.Total, nothing.Mean, nothing.Variance, nothing.Quantile(.9), nothing.ProbabilityAtLeast(1)).Should().Be((0, 0, 0, 0, 0));

        var sure = SumOfBets.Of([new(30, 1), new(20, 1, 3), new(70, 0), new(0, .5)], 10);
        (sure.Mean, sure.Variance, sure.Quantile(.01), sure.Total).Should().Be((90, 0, 90, 160));
        sure.ProbabilityAtLeast(90).Should().Be(1);
        sure.ProbabilityAtLeast(91).Should().Be(0);
    }

    [Fact]
    public void Equal_bets_are_binomial()
    {
        var sum = SumOfBets.Of([new(1, .3, 10)], 1);

        sum.Probabilities[3].Should().BeApproximately(0.266827932, 1e-9);
        sum.Probabilities.Sum().Should().BeApproximately(1, 1e-14);
    }

    [Fact]
    public void Equal_bets_one_by_one_and_as_a_group_are_the_same_distribution()
    {
        var each = SumOfBets.Of([.. Enumerable.Repeat(new Bet(7, .37), 60), new(3, .5)], 1);
        var group = SumOfBets.Of([new(3, .5), new(7, .37, 59), new(7, .37)], 1);

        each.Should().Be(group);
        each.GetHashCode().Should().Be(group.GetHashCode());
        var one = new double[(60 * 7) + 4];
        one[0] = 1;
        foreach (var (amount, odds) in Enumerable.Repeat((7, .37), 60).Append((3, .5)))
        {
            for (var i = one.Length - 1; i >= 0; i--)
                one[i] = (one[i] * (1 - odds)) + (i >= amount ? one[i - amount] * odds : 0);
        }

        for (var i = 0; i < one.Length; i++)
            group.Probabilities[i].Should().BeApproximately(one[i], 1e-14);
    }

    [Fact]
    public void A_million_equal_deals_are_one_group()
    {
        var sum = SumOfBets.Of([new(1, .25, 1_000_000)], 1);

        sum.Mean.Should().BeApproximately(250_000, 1e-6);
        sum.Quantile(.5).Should().Be(250_000);
        sum.Probabilities.Sum().Should().BeApproximately(1, 1e-12);

        // The normal distribution at two standard deviations, which so many deals follow.
        sum.ProbabilityAtLeast(250_000 + 866).Should().BeApproximately(.02280, 2e-4);
    }

    [Fact]
    public void An_amount_off_the_grid_is_refused_unless_a_rounding_is_named()
    {
        Bet[] bets = [new(100, .5), new(149, .5)];

        FluentActions.Invoking(() => SumOfBets.Of(bets, 100)).Should().Throw<ArgumentException>()
            .WithMessage("bets[1].Amount is 149, which is not a multiple of the grid 100; take a finer grid, or name a rounding.*");
        SumOfBets.Of(bets, 100, GridRounding.Nearest).Total.Should().Be(200);
        SumOfBets.Of(bets, 100, GridRounding.Down).Total.Should().Be(200);
        SumOfBets.Of(bets, 100, GridRounding.Up).Total.Should().Be(300);
        SumOfBets.Of([new(150, 1)], 100, GridRounding.Nearest).Total.Should().Be(200);
        SumOfBets.Of([new(149.99m, 1)], 100, GridRounding.Nearest).Total.Should().Be(100);
    }

    [Fact]
    public void What_cannot_be_is_refused_by_its_place()
    {
        void Refused(string message, decimal grid, params Bet[] bets) =>
            FluentActions.Invoking(() => SumOfBets.Of(bets, grid)).Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);

        Refused("bets[1].Amount is -1; it must be at least 0.*", 1, new(1, .5), new(-1, .5));
        Refused("bets[0].Odds is 1.5; it must be between 0 and 1.*", 1, new Bet(1, 1.5));
        Refused("bets[0].Odds is NaN; it must be between 0 and 1.*", 1, new Bet(1, double.NaN));
        Refused("bets[0].Count is 0; it must be at least 1.*", 1, new Bet(1, .5, 0));
        Refused("grid is 0; it must be above 0.*", 0, new Bet(1, .5));
        Refused("bets[0].Amount is 10000001, which is more than 10000000 steps of 1; take a coarser grid.*", 1, new Bet(10_000_001, .5));
        Refused("The amounts together are 10000002 steps of the grid; at most 10000000. Take a coarser grid.*", 1, new(10_000_000, .5), new(1, .5, 2));
        Refused("*take a coarser grid*", 1e-28m, new Bet(decimal.MaxValue, .5));
        FluentActions.Invoking(() => SumOfBets.Of([null!], 1)).Should().Throw<ArgumentNullException>().WithParameterName("bets[0]");
        FluentActions.Invoking(() => SumOfBets.Of(null!, 1)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => SumOfBets.Of([], 1).Quantile(1.1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void As_JSON_it_is_its_bets()
    {
        var sum = SumOfBets.Of([new(149, .5), new(149, .5), new(50, .2)], 10, GridRounding.Nearest);
        var json = JsonSerializer.Serialize(sum);

        json.Should().Be("""{"Grid":10,"Bets":[{"Amount":50,"Odds":0.2,"Count":1},{"Amount":150,"Odds":0.5,"Count":2}]}""");
        JsonSerializer.Deserialize<SumOfBets>(json).Should().Be(sum);
    }

    [Fact]
    public void It_sums_to_1_agrees_with_the_formulas_and_falls() => Check.One(
        Seeded.Cases(300),
        Prop.ForAll(
            (from count in Gen.Choose(0, 40)
             from bets in (from amount in Gen.Choose(0, 60)
                           from odds in Gen.Choose(0, 100)
                           from times in Gen.Choose(1, 12)
                           select new Bet(amount * 5, odds / 100.0, times)).ListOf(count)
             select bets).ToArbitrary(),
            bets =>
            {
                var sum = SumOfBets.Of(bets, 5);
                sum.Probabilities.Sum().Should().BeApproximately(1, 1e-12);
                var mean = sum.Probabilities.Select((p, i) => p * i * 5).Sum();
                mean.Should().BeApproximately(sum.Mean, 1e-9 * (1 + sum.Mean));
                sum.Probabilities.Select((p, i) => p * Math.Pow((i * 5) - mean, 2)).Sum()
                    .Should().BeApproximately(sum.Variance, 1e-9 * (1 + sum.Variance));
                sum.Mean.Should().BeApproximately(bets.Sum(bet => (double)bet.Amount * bet.Odds * bet.Count), 1e-9 * (1 + sum.Mean));
                var last = 1.0;
                for (var target = 0; target <= sum.Total + 5; target += 5)
                {
                    var odds = sum.ProbabilityAtLeast(target);
                    odds.Should().BeInRange(0, last);
                    last = odds;
                }

                foreach (var p in (double[])[0.1, 0.5, 0.9])
                {
                    var quantile = sum.Quantile(p);
                    (1 - sum.ProbabilityAtLeast(quantile + 5)).Should().BeGreaterThanOrEqualTo(p - 1e-9);
                    if (quantile > 0)
                        (1 - sum.ProbabilityAtLeast(quantile)).Should().BeLessThan(p + 1e-9);
                }

                SumOfBets.Of(Enumerable.Reverse(bets), 5).Should().Be(sum);
            }));

    // Rooms, row 30: the weighted pipeline.
    [Fact]
    public void Rooms_weighted_pipeline()
    {
        // The odds of P5 … P1 are the products of the default conversions .85, .75, .70, .65, .60.
        double[] odds = [0, .60 * .65 * .70 * .75 * .85, .65 * .70 * .75 * .85, .70 * .75 * .85, .75 * .85, .85];
        var sum = SumOfBets.Of(
            [new(1200, odds[5]), new(900, odds[4]), new(450, odds[4]), new(1500, odds[3]), new(800, odds[2]), new(600, odds[2]), new(2000, odds[1])], 50);

        sum.Total.Should().Be(7_450);
        sum.Mean.Should().BeApproximately(3_304.16, .005);
        sum.StandardDeviation.Should().BeApproximately(1_324.58, .005);
        sum.ProbabilityAtLeast(2_000).Should().BeApproximately(.8492, 5e-5);
        sum.ProbabilityAtLeast(2_500).Should().BeApproximately(.7372, 5e-5);
        sum.ProbabilityAtLeast(3_000).Should().BeApproximately(.5735, 5e-5);
        (sum.Quantile(.1), sum.Quantile(.5), sum.Quantile(.9)).Should().Be((1_650, 3_150, 5_000));
    }
}
