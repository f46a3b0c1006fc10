using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Tests.Satisfaction;

public class SurveyScoreTests
{
    [Fact]
    public void NPS_of_half_promoters_and_a_sixth_detractors()
    {
        var result = NetPromoterScore.OfCounts(3, 2, 1);

        result.Score.Should().BeApproximately(33.3, 0.05);
        result.Variance.Should().BeApproximately(5.0 / 9, 1e-15);
        result.StandardError.Should().BeApproximately(100 * Math.Sqrt(5.0 / 9 / 6), 1e-12);
    }

    [Fact]
    public void Promoters_from_9_and_detractors_to_6()
    {
        var result = NetPromoterScore.Of([0, 6, 7, 8, 9, 10]);

        (result.Promoters, result.Passives, result.Detractors).Should().Be((2, 2, 2));
        result.Score.Should().Be(0);
        result.Respondents.Should().Be(6);
    }

    [Fact]
    public void The_interval_is_the_score_plus_and_minus_z_standard_errors()
    {
        var result = NetPromoterScore.OfCounts(500, 300, 200, interval: NetPromoterInterval.Wald);

        // 30 ± 1.959964·100·√(.61/1000)
        result.Interval!.Low.Should().BeApproximately(30 - (1.959963984540054 * 100 * Math.Sqrt(.00061)), 1e-9);
        result.Interval.High.Should().BeApproximately(30 + (1.959963984540054 * 100 * Math.Sqrt(.00061)), 1e-9);
        result.Interval.Confidence.Should().Be(0.95);
    }

    [Theory]
    [InlineData(0.5, 0.6744897501960817)]
    [InlineData(0.8, 1.2815515655446004)]
    [InlineData(0.9, 1.6448536269514722)]
    [InlineData(0.95, 1.959963984540054)]
    [InlineData(0.99, 2.5758293035489004)]
    [InlineData(0.999, 3.2905267314918945)]
    [InlineData(0.999999, 4.891638475698853)]
    [InlineData(0.01, 0.012533469508069276)]
    public void The_quantile_is_that_of_the_normal_distribution(double confidence, double z)
    {
        // 100·√(1/n) is the standard error where half promote and half detract.
        var result = NetPromoterScore.OfCounts(50_000, 0, 50_000, confidence, NetPromoterInterval.Wald);

        (result.Interval!.High / (100 / Math.Sqrt(100_000))).Should().BeApproximately(z, 1e-9);
    }

    [Fact]
    public void Where_all_agree_the_interval_of_the_variance_says_nothing_and_the_other_does()
    {
        NetPromoterScore.OfCounts(4, 0, 0, interval: NetPromoterInterval.Wald).Interval.Should().Be(new ConfidenceInterval(100, 100, 0.95));

        // Wilson of 4 of 4 is 51.0 … 100 %, of 0 of 4 it is 0 … 49.0 %.
        var score = NetPromoterScore.OfCounts(4, 0, 0, interval: NetPromoterInterval.Score).Interval!;
        score.Low.Should().BeApproximately(100 * (.5101092 - .4898908), 1e-4);
        score.High.Should().Be(100);
        NetPromoterScore.OfCounts(0, 4, 0, interval: NetPromoterInterval.Score).Interval!.Low.Should().BeApproximately(-48.98908, 1e-4);
    }

    [Fact]
    public void One_rating_of_10_is_no_certainty()
    {
        // Wilson of 1 of 1 is 20.65 … 100 %, and NPS = 100·(2p − 1) without passives.
        var interval = NetPromoterScore.Of([10]).Interval!;
        interval.Low.Should().BeApproximately((200 * .206549) - 100, 1e-3);
        interval.High.Should().Be(100);
        NetPromoterScore.OfCounts(4, 0, 0).Should().Be(NetPromoterScore.OfCounts(4, 0, 0, interval: NetPromoterInterval.Score));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    public void The_default_interval_holds_what_it_promises_for_small_surveys_and_Wald_does_not(int respondents)
    {
        // The exact coverage over every survey of so many respondents, on a grid of true shares.
        var (held, wald) = (new List<double>(), new List<double>());
        for (var p = 1; p <= 18; p++)
        {
            for (var d = 1; p + d <= 19; d++)
            {
                held.Add(Coverage(p / 20.0, d / 20.0, NetPromoterInterval.Score));
                wald.Add(Coverage(p / 20.0, d / 20.0, NetPromoterInterval.Wald));
            }
        }

        held.Average().Should().BeGreaterThan(0.945);
        held.Min().Should().BeGreaterThan(0.85);
        wald.Min().Should().BeLessThan(0.8);
        wald.Average().Should().BeLessThan(held.Average());

        double Coverage(double p, double d, NetPromoterInterval interval)
        {
            var (sum, score) = (0.0, 100 * (p - d));
            for (var promoters = 0; promoters <= respondents; promoters++)
            {
                for (var detractors = 0; promoters + detractors <= respondents; detractors++)
                {
                    var passives = respondents - promoters - detractors;
                    var result = NetPromoterScore.OfCounts(promoters, passives, detractors, interval: interval).Interval!;
                    if (result.Low <= score && score <= result.High)
                    {
                        sum += Math.Exp(
                                LogFactorial(respondents) - LogFactorial(promoters) - LogFactorial(passives) - LogFactorial(detractors))
                            * Math.Pow(p, promoters) * Math.Pow(d, detractors) * Math.Pow(1 - p - d, passives);
                    }
                }
            }

            return sum;
        }

        static double LogFactorial(int n) => Enumerable.Range(1, n).Sum(i => Math.Log(i));
    }

    [Fact]
    public void Without_passives_the_score_interval_is_Wilsons_of_the_promoters()
    {
        // NPS = 100·(2p − 1).
        var wilson = CustomerSatisfactionScore.OfCounts(7, 10).Interval!;
        var score = NetPromoterScore.OfCounts(7, 0, 3, interval: NetPromoterInterval.Score).Interval!;

        score.Low.Should().BeApproximately((2 * wilson.Low) - 100, 1e-9);
        score.High.Should().BeApproximately((2 * wilson.High) - 100, 1e-9);
    }

    [Fact]
    public void The_variance_is_never_negative_and_the_intervals_are_within_their_scale()
    {
        var count = Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 1000), Gen.Choose(0, int.MaxValue));
        var cases =
            from promoters in count
            from passives in count
            from detractors in count
            from confidence in Gen.Elements(0.5, 0.95, 0.999999)
            from interval in Gen.Elements(NetPromoterInterval.Wald, NetPromoterInterval.Score)
            select (promoters, passives, detractors, confidence, interval);
        Check.One(Seeded.Cases(3000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var result = NetPromoterScore.OfCounts(test.promoters, test.passives, test.detractors, test.confidence, test.interval);
            return result.Respondents == 0
                ? result is { Score: null, Variance: null, StandardError: null, Interval: null }
                : result.Variance is >= 0 and <= 1
                    && result.Interval is { Low: >= -100, High: <= 100 }
                    && result.Interval.Low <= result.Score && result.Score <= result.Interval.High;
        }));
    }

    [Fact]
    public void The_variance_is_that_of_the_formula()
    {
        var cases = from promoters in Gen.Choose(0, 50) from passives in Gen.Choose(0, 50) from detractors in Gen.Choose(1, 50)
            select (promoters, passives, detractors);
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var n = (double)(test.promoters + test.passives + test.detractors);
            var (p, d) = (test.promoters / n, test.detractors / n);
            var variance = NetPromoterScore.OfCounts(test.promoters, test.passives, test.detractors).Variance!.Value;
            return Math.Abs(variance - (p + d - ((p - d) * (p - d)))) < 1e-12;
        }));
    }

    [Fact]
    public void Without_respondents_there_is_no_score()
    {
        NetPromoterScore.Of([]).Should().Be(new NetPromoterResult(0, 0, 0, null));
        NetPromoterScore.Of([]).Score.Should().BeNull();
        CustomerSatisfactionScore.Of([]).Should().Be(new CustomerSatisfactionResult(0, 0, null));
        CustomerSatisfactionScore.Of([]).Score.Should().BeNull();
    }

    [Theory]
    [InlineData(81, 263, 25.5289, 36.6180)] // Newcombe 1998, Statistics in Medicine 17:857-872, Table I
    [InlineData(15, 148, 6.2386, 16.0493)]
    [InlineData(0, 20, 0, 16.1125)]
    [InlineData(1, 29, 0.6113, 17.1755)]
    public void Newcombe_1998_Wilson_intervals(int satisfied, int respondents, double low, double high)
    {
        var interval = CustomerSatisfactionScore.OfCounts(satisfied, respondents).Interval!;

        interval.Low.Should().BeApproximately(low, 0.01);
        interval.High.Should().BeApproximately(high, 0.01);
    }

    [Fact]
    public void The_two_highest_ratings_are_satisfied()
    {
        CustomerSatisfactionScore.Of([1, 2, 3, 4, 5]).Score.Should().Be(40);
        CustomerSatisfactionScore.Of([5, 6, 7], 7).Satisfied.Should().Be(2);
        CustomerSatisfactionScore.Of([1, 2], 2).Satisfied.Should().Be(1);
        CustomerSatisfactionScore.Of([1, 2, 3, 4, 5], satisfiedFrom: 3).Satisfied.Should().Be(3);
        CustomerSatisfactionScore.DefaultScalePoints.Should().Be(5);
    }

    [Fact]
    public void Wilsons_interval_holds_the_score_and_stays_within_0_and_100()
    {
        var cases = from respondents in Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(1, int.MaxValue)) from share in Gen.Choose(0, 1000)
            select ((int)(respondents * (share / 1000.0)), respondents);
        Check.One(Seeded.Cases(2000), Prop.ForAll(cases.ToArbitrary(), test =>
        {
            var result = CustomerSatisfactionScore.OfCounts(test.Item1, test.respondents);
            return result.Interval is { Low: >= 0, High: <= 100 } && result.Interval.Low <= result.Score
                && result.Score <= result.Interval.High && result.Interval.Low < result.Interval.High;
        }));
        CustomerSatisfactionScore.OfCounts(0, 7).Interval!.Low.Should().Be(0);
        CustomerSatisfactionScore.OfCounts(7, 7).Interval!.High.Should().Be(100);
    }

    [Fact]
    public void What_is_no_rating_is_refused()
    {
        Refused(() => NetPromoterScore.Of([5, 11])).WithMessage("ratings[1] is 11; it must be between 0 and 10.*");
        Refused(() => NetPromoterScore.Of([-1])).WithMessage("ratings[0] is -1*");
        Refused(() => NetPromoterScore.OfCounts(-1, 0, 0)).WithMessage("promoters is -1; it must be at least 0.*");
        Refused(() => NetPromoterScore.OfCounts(0, -1, 0)).WithMessage("passives is -1*");
        Refused(() => NetPromoterScore.OfCounts(0, 0, -1)).WithMessage("detractors is -1*");
        Refused(() => NetPromoterScore.OfCounts(1, 0, 0, 0)).WithMessage("confidence is 0; it must be above 0.*");
        Refused(() => NetPromoterScore.OfCounts(1, 0, 0, 1)).WithMessage("confidence is 1; it must be between 0 and 0.999999.*");
        Refused(() => NetPromoterScore.OfCounts(0, 0, 0, double.NaN)).WithMessage("confidence is NaN*");
        Refused(() => NetPromoterScore.OfCounts(1, 0, 0, interval: (NetPromoterInterval)9))
            .WithMessage("interval is 9; it must be one of Wald, Score.*");
        Refused(() => CustomerSatisfactionScore.Of([0])).WithMessage("ratings[0] is 0; it must be between 1 and 5.*");
        Refused(() => CustomerSatisfactionScore.Of([6])).WithMessage("ratings[0] is 6*");
        Refused(() => CustomerSatisfactionScore.Of([1], 1)).WithMessage("scalePoints is 1; it must be at least 2.*");
        Refused(() => CustomerSatisfactionScore.Of([1], 5, 1)).WithMessage("satisfiedFrom is 1; it must be between 2 and 5.*");
        Refused(() => CustomerSatisfactionScore.Of([1], 5, 6)).WithMessage("satisfiedFrom is 6*");
        Refused(() => CustomerSatisfactionScore.OfCounts(-1, 1)).WithMessage("satisfied is -1*");
        Refused(() => CustomerSatisfactionScore.OfCounts(2, 1)).WithMessage("respondents is 1; it must be at least 2.*");
        Refused(() => CustomerSatisfactionScore.OfCounts(1, 1, 1)).WithMessage("confidence is 1*");
        ((Action)(() => NetPromoterScore.Of(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => CustomerSatisfactionScore.Of(null!))).Should().Throw<ArgumentNullException>();

        static FluentAssertions.Specialized.ExceptionAssertions<ArgumentOutOfRangeException> Refused(Action misuse) => misuse
            .Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Results_survive_JSON_and_read_the_same_everywhere()
    {
        var (nps, csat) = (NetPromoterScore.OfCounts(3, 2, 1), CustomerSatisfactionScore.OfCounts(1, 8));

        JsonSerializer.Deserialize<NetPromoterResult>(JsonSerializer.Serialize(nps)).Should().Be(nps);
        JsonSerializer.Deserialize<CustomerSatisfactionResult>(JsonSerializer.Serialize(csat)).Should().Be(csat);
        using var _ = new CultureScope("de-DE");
        new NetPromoterResult(3, 4, 1, new(-1.5, 2.5, 0.95)).ToString()
            .Should().Be("NetPromoterResult { Promoters = 3, Passives = 4, Detractors = 1, Score = 25, "
                + "Interval = ConfidenceInterval { Low = -1.5, High = 2.5, Confidence = 0.95 } }");
        csat.ToString().Should()
            .StartWith("CustomerSatisfactionResult { Satisfied = 1, Respondents = 8, Score = 12.5, Interval = ConfidenceInterval { Low = ");
    }

    [Fact]
    public void A_survey_without_a_part_tells_nothing_of_it()
    {
        var empty = new SatisfactionSurvey { On = new(2026, 5, 1), Responses = null!, Ratings = null!, Recommendations = null! };
        empty.Faults().Should().BeEmpty();
        empty.Measure().Should().Be(new SurveyFacts());
        var some = empty with { Ratings = [1, 5, 5], Recommendations = [0, 10, 10] };
        some.Faults().Should().BeEmpty("the ends of the scales are answers");
        (some.Measure().CustomerSatisfaction, some.Measure().Gap).Should().Be((CustomerSatisfactionScore.Of([1, 5, 5]).Score, null));
        some.Measure().NetPromoter.Should().BeApproximately(100 / 3.0, 1e-9);
        (some with { Ratings = [0], Recommendations = [11] }).Faults().Select(fault => fault.Path).Should().Equal("ratings[0]", "recommendations[0]");
    }

    [Fact]
    public void Nobody_asked_has_no_score_and_no_variance()
    {
        var nobody = new NetPromoterResult(0, 0, 0, null);
        (nobody.Score, nobody.Variance).Should().Be((null, null));
        FluentActions.Invoking(() => CustomerSatisfactionScore.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("ratings");
    }
}
