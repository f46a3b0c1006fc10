using KeyAccount.Core.Bidding;

namespace KeyAccount.Core.Tests.Bidding;

public class BidPriceTests
{
    private static readonly TenderScoring Scoring = new([new("technical", 70)], PriceFormula.LowestIsFull(30));

    [Theory]
    [InlineData(80.0, true, "Bidding.PriceToWin.allowed")]
    [InlineData(86.67, false, "Bidding.PriceToWin.forbidden")]
    public void Price_to_win_of_58_points_against_62_at_100(double lowest, bool may, string reason)
    {
        var price = PriceToWin.Of(Scoring, 58, [new(62, 100)], (decimal)lowest);
        price.Limit.Should().BeApproximately(86.66666667m, 0.00000001m);
        price.MayBeOffered.Should().Be(may);
        price.Reason.En.Should().StartWith(may ? "We come first below 86.67, and may offer 80" : "We would have to go below 86.67, but may offer no less than 86.67");
        reason.Should().EndWith(may ? "allowed" : "forbidden");
    }

    [Fact]
    public void Where_no_price_wins_there_is_none_and_where_each_does_there_is_no_limit()
    {
        PriceToWin.Of(Scoring, 10, [new(62, 100)]).Should().BeEquivalentTo(new { Limit = (decimal?)null, IsUnlimited = false, MayBeOffered = false });
        PriceToWin.Of(Scoring, 70, [new(20, 100)]).Should().BeEquivalentTo(new { Limit = (decimal?)null, IsUnlimited = true, MayBeOffered = true });
        PriceToWin.Of(Scoring, 58, [new(62, 100)]).MayBeOffered.Should().BeNull("nobody has said how low we may go");
        FluentActions.Invoking(() => PriceToWin.Of(Scoring, 58, [])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Where_a_lower_price_scores_less_the_band_that_wins_has_two_ends()
    {
        // The mean is the base: below it we gain on the others, who lose points faster, until nobody has points left to lose.
        var scoring = new TenderScoring([new("technical", 70)], PriceFormula.MeanBased(30, above: 2, below: 0.5));
        var price = PriceToWin.Of(scoring, 60, [new(62, 100), new(55, 100)]);
        var (from, limit) = (price.From!.Value, price.Limit!.Value);
        from.Should().BeInRange(1, limit);
        Wins(limit - 0.001m).Should().BeTrue();
        Wins(limit + 0.001m).Should().BeFalse();
        Wins(from + 0.001m).Should().BeTrue();
        Wins(from - 0.001m).Should().BeFalse();
        price.Reason.En.Should().StartWith("We come first between ").And.Contain("not known");
        PriceToWin.Of(scoring, 60, [new(62, 100), new(55, 100)], from).Reason.En.Should().StartWith("We come first between ").And.EndWith("or more.");
        PriceToWin.Of(scoring, 60, [new(62, 100), new(55, 100)], limit).Reason.En.Should().StartWith("We would have to go below ");

        bool Wins(decimal ours)
        {
            var points = scoring.Price.PointsOf([new(ours), new(100), new(100)]);
            return 60 + points[0] > 62 + points[1];
        }
    }

    [Fact]
    public void Prices_are_tried_up_to_ten_times_the_highest_of_the_rivals()
    {
        // 69 points and 3,000 divided by our price, against 40 and 30 of the cheapest.
        PriceToWin.Of(Scoring, 69, [new(40, 100), new(10, 2_000)]).Limit.Should().BeApproximately(3_000, 0.000001m);
        PriceToWin.Of(Scoring, 69, [new(10, 2_000), new(40, 100)]).Limit.Should().BeApproximately(3_000, 0.000001m);
    }

    [Fact]
    public void As_many_points_as_a_rival_are_not_enough()
    {
        var flat = new TenderScoring([new("technical", 70)], PriceFormula.MeanBased(30, above: 0, below: 0));

        PriceToWin.Of(flat, 62, [new(62, 100)]).Should().BeEquivalentTo(new { Limit = (decimal?)null, IsUnlimited = false });
        PriceToWin.Of(flat, 62.001, [new(62, 100)]).IsUnlimited.Should().BeTrue();
    }

    [Fact]
    public void Between_two_ends_the_sentence_names_what_we_may_offer()
    {
        var scoring = new TenderScoring([new("technical", 70)], PriceFormula.MeanBased(30, above: 2, below: 0.5));

        PriceToWin.Of(scoring, 60, [new(62, 100), new(55, 100)], 12.5m).Reason.En.Should().EndWith("may offer 12.5 or more.");
    }

    [Theory]
    [InlineData(1, 1.15)]
    [InlineData(2, 1.10)]
    [InlineData(3, 1.075)]
    public void Friedman_1956_best_price_against_rivals_between_90_and_130_per_cent_of_our_cost(int rivals, double price)
    {
        var best = BestBid.Of(1, [.. Enumerable.Repeat(new PriceRange(0.9m, 1.3m), rivals)])!;
        best.Price.Should().BeApproximately(price, 1e-7);
        best.WinOdds.Should().BeApproximately(Math.Pow((1.3 - price) / 0.4, rivals), 1e-6);
        best.ExpectedProfit.Should().BeApproximately((price - 1) * best.WinOdds, 1e-6);
    }

    [Fact]
    public void Where_every_rival_is_dearer_the_best_price_is_at_least_their_lowest() =>
        BestBid.Of(1, [new(10, 10.1m)])!.Price.Should().BeApproximately(10, 1e-6);

    [Fact]
    public void The_lowest_price_that_we_may_offer_bounds_the_best_price()
    {
        PriceRange[] rivals = [new(0.9m, 1.3m)];
        BestBid.Of(1, rivals, 1.1m)!.Price.Should().BeApproximately(1.15, 1e-7);
        BestBid.Of(1, rivals, 1.2m)!.Price.Should().BeApproximately(1.2, 1e-6);
        BestBid.Of(1, rivals, 1.31m).Should().BeNull("nobody bids as much");
        BestBid.Of(1, [new(1.2m, 1.2m), new(0.9m, 1.3m)])!.Price.Should().BeApproximately(1.15, 1e-7);
        BestBid.Of(1, [new(1.1m, 1.1m), new(0.9m, 1.3m)])!.Price.Should().BeApproximately(1.1, 1e-7, "a rival with one price is matched");
        BestBid.Of(1, [new(1.1m, 1.1m)])!.Should().Be(new BestBid(1.1, 1, 1.1 - 1));
    }

    [Fact]
    public void Where_a_rival_is_below_our_cost_no_price_is_best() => BestBid.Of(2, [new(1, 2)]).Should().BeNull();

    [Fact]
    public void The_best_price_beats_every_price_near_it()
    {
        PriceRange[] rivals = [new(80, 130), new(95, 120), new(70, 150)];
        var best = BestBid.Of(75, rivals)!;
        for (var price = 75.0; price < 120; price += 0.25)
        {
            var odds = rivals.Aggregate(1.0, (all, rival) => all * Math.Clamp(((double)rival.High - price) / (double)(rival.High - rival.Low), 0, 1));
            ((price - 75) * odds).Should().BeLessThanOrEqualTo(best.ExpectedProfit + 1e-9);
        }
    }

    [Fact]
    public void A_bid_with_35_per_cent_odds_400_margin_and_60_cost_is_worth_80_and_pays_from_15_per_cent()
    {
        var value = new BidValue(0.35, 400, 60);
        value.Expected.Should().BeApproximately(80, 1e-9);
        value.BreakEvenOdds.Should().BeApproximately(0.15, 1e-12);
    }
}
