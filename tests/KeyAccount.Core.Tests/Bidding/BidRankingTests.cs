using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Bidding;

namespace KeyAccount.Core.Tests.Bidding;

public class BidRankingTests
{
    private static readonly TenderScoring Seventy = new([new("solution", 40, 8), new("service", 20, 2), new("references", 10)], PriceFormula.LowestIsFull(30));

    [Theory]
    [InlineData(0.8, 88.6667, 86.1818, 84.0000)]
    [InlineData(0.6, 87.3333, 87.3636, 88.0000)]
    public void Quality_and_cost_turns_the_winner_with_the_weights(double weight, params double[] totals)
    {
        var scoring = new TenderScoring([new("technical", 100)], PriceFormula.LowestIsFull(100), 100, weight, 1 - weight);
        var ranking = BidRanking.Of(scoring, Bidder("us", 120, 90), [Bidder("b", 110, 85), Bidder("c", 100, 80)]);
        ranking.Bidders.Select(bidder => bidder.Total!.Value).Should().Equal(totals, (a, b) => Math.Abs(a - b) < 5e-5);
        ranking.RankOdds.Should().Equal(weight > 0.7 ? [1, 0, 0] : new double[] { 0, 0, 1 });

        static TenderBidder Bidder(string name, decimal price, decimal points) => new(name, price, price, [new("technical", points, points)]);
    }

    [Fact]
    public void The_odds_of_two_ranges_are_counted()
    {
        // Ours is one of 0.0 … 1.0 in steps of 0.1, theirs 0.5; price and price points are the same.
        var scoring = new TenderScoring([new("k", 1)], PriceFormula.LowestIsFull(1), 2);
        var ranking = BidRanking.Of(scoring, new("us", 100, 100, [new("k", 0, 1)]), [new("them", 100, 100, [new("k", 0.5m, 0.5m)])]);
        ranking.IsExact.Should().BeTrue();
        ranking.WinOdds.Should().BeApproximately((5 + 0.5) / 11, 1e-12, "five values are above, and a tie goes either way");
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 0.5)]
    [InlineData(101, 1)]
    public void Of_equal_totals_the_lower_price_comes_first(decimal theirs, double odds)
    {
        var flat = new TenderScoring([new("k", 70)], PriceFormula.MeanBased(30, 0, 0, 0));
        BidRanking.Of(flat, new("us", 100, 100, [new("k", 50, 50)]), [new("them", theirs, theirs, [new("k", 50, 50)])]).WinOdds.Should().Be(odds);
    }

    [Fact]
    public void Of_bids_alike_in_everything_every_order_is_as_likely()
    {
        var same = Enumerable.Range(0, 4).Select(i => new TenderBidder($"b{i}", 100, 100, [new("solution", 30, 30), new("service", 10, 10), new("references", 5, 5)])).ToArray();
        var ranking = BidRanking.Of(Seventy, same[0], same[1..]);
        ranking.RankOdds.Should().OnlyContain(odds => Math.Abs(odds - 0.25) < 1e-12).And.HaveCount(4);
        ranking.ExpectedRank.Should().BeApproximately(2.5, 1e-12);
    }

    [Fact]
    public void The_odds_of_all_ranks_add_up_to_one_exact_or_drawn() =>
        Check.One(Seeded.Cases(20), Prop.ForAll(Gen.Choose(0, 12).ArrayOf(10).ToArbitrary(), numbers =>
        {
            var rivals = Enumerable.Range(0, 1 + (numbers[0] % 9)).Select(i => Bidder($"r{i}", 80 + numbers[i], 80 + numbers[i] + numbers[^1], 5 + numbers[i], numbers[9 - i])).ToArray();
            var ranking = BidRanking.Of(Seventy, Bidder("us", 85, 85 + numbers[3], 10, numbers[4]), rivals);
            ranking.RankOdds.Sum().Should().BeApproximately(1, 1e-9);
            ranking.RankOdds.Should().OnlyContain(odds => odds >= 0 && odds <= 1 + 1e-9);
            ranking.ExpectedRank.Should().BeInRange(1 - 1e-9, rivals.Length + 1 + 1e-9);
        }));

    [Fact]
    public void Drawn_odds_are_as_near_to_the_exact_ones_as_their_error_says()
    {
        // Nine bidders with ranges have 5⁹ combinations; with the same prices in one step the count is exact.
        var rivals = Enumerable.Range(0, 9).Select(i => Bidder($"r{i}", 90, 110, 20, 15)).ToArray();
        var drawn = BidRanking.Of(Seventy, Bidder("us", 90, 110, 20, 15), rivals);
        drawn.IsExact.Should().BeFalse();
        drawn.StandardError.Should().BeInRange(0.0001, 0.03);
        drawn.WinOdds.Should().BeApproximately(0.1, 4 * drawn.StandardError!.Value, "ten bidders are alike");
        BidRanking.Of(Seventy, Bidder("us", 90, 110, 20, 15), rivals).RankOdds.Should().Equal(drawn.RankOdds, "the seed is fixed");
        BidRanking.Of(Seventy, Bidder("us", 90, 110, 20, 15), rivals, 2).RankOdds.Should().NotEqual(drawn.RankOdds);
    }

    [Fact]
    public void An_invalid_rival_leaves_base_and_ranking()
    {
        var us = Bidder("us", 100, 100, 20, 0);
        var with = BidRanking.Of(Seventy, us, [Bidder("r", 110, 110, 20, 0), new("cheap", 10, 10, isValid: false)]);
        with.RankOdds.Should().Equal(BidRanking.Of(Seventy, us, [Bidder("r", 110, 110, 20, 0)]).RankOdds);
        with.Bidders[2].Total.Should().BeNull();
        with.Bidders[0].Price.Should().Be(30);
    }

    [Fact]
    public void The_points_that_are_cheapest_to_gain_come_first()
    {
        var us = new TenderBidder("us", 100, 100, [new("solution", 30, 34), new("service", 14, 16), new("references", 10, 10)]);
        BidRanking.Of(Seventy, us, []).Gains.Should().Equal(new CriterionGain("service", 5, 2.5), new CriterionGain("solution", 8, 1));
    }

    [Fact]
    public void What_does_not_go_together_is_named()
    {
        var us = Bidder("us", 100, 100, 20, 0);
        Refused(() => new TenderScoring([new("k", 60)], PriceFormula.LowestIsFull(30))).Should().Contain("60 points and price 30, weighted 90 in all; totalPoints is 100.");
        Refused(() => new TenderScoring([new("k", 35), new("k", 35)], PriceFormula.LowestIsFull(30))).Should().Contain("'k' 2 times");
        Refused(() => BidRanking.Of(Seventy, new("us", 1, 1, isValid: false), [])).Should().StartWith("us is not valid");
        Refused(() => BidRanking.Of(Seventy, us, [new("r", 1, 1, [new("colour", 1, 1)])])).Should().StartWith("r has points for 'colour'; the tender has solution, service, references.");
        Refused(() => BidRanking.Of(Seventy, us, [new("r", 1, 1, [new("solution", 1, 41)])])).Should().StartWith("r has up to 41 points for 'solution'; the criterion gives at most 40.");
        Refused(() => BidRanking.Of(Seventy, us, [new("r", 1, 1, [new("solution", 1, 40)])])).Should().StartWith("r has no points for service, references;");
        Refused(() => BidRanking.Of(Seventy, us, [Bidder("r", 1, 1, 1, 0), Bidder("r", 1, 1, 1, 0)])).Should().StartWith("it has the name 'r', which another bidder has too;");
        Refused(() => BidRanking.Of(Seventy, us, [us])).Should().StartWith("it has the name 'us'");
        Refused(() => BidRanking.Of(Seventy, us, [.. Enumerable.Repeat(us, 50)])).Should().StartWith("rivals has 50; a ranking holds at most 49.");
        Refused(() => new CriterionEstimate("k", 1.234m, 2)).Should().Contain("at most two decimals");
        Refused(() => new CriterionEstimate("k", 3, 2)).Should().NotBeEmpty();

        static string Refused(Func<object> act) => FluentActions.Invoking(act).Should().Throw<ArgumentException>().Which.Message;
    }

    private static TenderBidder Bidder(string name, decimal low, decimal high, decimal points, decimal width) =>
        new(name, low, high, [new("solution", points, points + width), new("service", 10, 10 + (width / 2)), new("references", 5, 5)]);

    [Theory]
    [InlineData(0.0, 1.0, 0.3, 7.5 / 11)]
    [InlineData(0.0, 0.05, 0.0, 5.5 / 6)]
    [InlineData(0.05, 0.1, 0.1, 0.5 / 6)]
    public void A_range_is_counted_in_tenths_or_in_hundredths_where_an_end_has_them(double low, double high, double theirs, double odds)
    {
        var scoring = new TenderScoring([new("k", 1)], PriceFormula.LowestIsFull(1), 2);
        BidRanking.Of(
            scoring, new("us", 100, 100, [new("k", (decimal)low, (decimal)high)]), [new("them", 100, 100, [new("k", (decimal)theirs, (decimal)theirs)])])
            .WinOdds.Should().BeApproximately(odds, 1e-12, "a tie goes either way");
    }

    [Fact]
    public void Points_without_hours_come_last_the_most_first()
    {
        var scoring = new TenderScoring([new("a", 20), new("b", 40), new("c", 10, 100)], PriceFormula.LowestIsFull(30));
        var us = new TenderBidder("us", 100, 100, [new("a", 10, 10), new("b", 20, 20), new("c", 5, 5)]);
        BidRanking.Of(scoring, us, []).Gains.Select(gain => gain.Criterion).Should().Equal("c", "b", "a");
    }

    [Fact]
    public void A_fault_of_a_bidder_is_named_by_its_place()
    {
        TenderBidder Wrong(string name) => new(name, 1, 1, [new("colour", 1, 1)]);
        var us = Bidder("us", 100, 100, 20, 0);

        Refused(() => BidRanking.Of(Seventy, Wrong("us"), [])).Should().Be("us");
        Refused(() => BidRanking.Of(Seventy, us, [Wrong("r")])).Should().Be("rivals[0]");
        Refused(() => BidRanking.Of(Seventy, us, [Bidder("q", 1, 1, 1, 0), Wrong("r")])).Should().Be("rivals[1]");

        static string? Refused(Func<object> act) => FluentActions.Invoking(act).Should().Throw<ArgumentException>().Which.ParamName;
    }
}
