using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using NodaTime;

namespace KeyAccount.Core.Tests.Scoring.Validation;

public class ScoreValidationTests
{
    private static readonly Bands<AccountTier> Tiers = new((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A));

    // 100 accounts with the scores 0 … 99; of each ten the event happens to as many as their place says.
    private static readonly double[] Scores = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
    private static readonly bool[] Grown = [.. Enumerable.Range(0, 100).Select(i => i % 10 < i / 10)];

    [Fact]
    public void Lift_capture_and_rates_by_band_and_by_tenths()
    {
        var validation = ScoreValidation.Of(new ScoredOutcomes(Scores, Grown), Tiers);
        (validation.Rated.Accounts, validation.Rated.Events, validation.Rated.Outcome).Should().Be((100, 45, 0.45));
        validation.Verdict.Should().Be(ValidationVerdict.Kept);
        validation.Findings.Should().BeEmpty();

        validation.Bands.Select(band => (band.Name.En, band.Accounts, band.Events)).Should().Equal(
            ("A account", 25, 19), ("B account", 25, 16), ("C account", 50, 10));
        var best = validation.Bands[0];
        (best.Lowest, best.Highest).Should().Be((75, 99));
        best.Outcome.Should().Be(0.76);
        best.Lift.Should().BeApproximately(0.76 / 0.45, 1e-12);
        best.Capture.Should().BeApproximately(19 / 45.0, 1e-12);
        best.Interval!.Low.Should().BeApproximately(0.56570, 1e-5, "that is Wilson's interval of 19 in 25");
        best.Interval.High.Should().BeApproximately(0.88504, 1e-5);
        validation.Bands[^1].CumulativeCapture.Should().Be(1);

        validation.Tenths.Select(group => group.Events).Should().Equal(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        validation.Tenths[2].CumulativeCapture.Should().BeApproximately(24 / 45.0, 1e-12);
        validation.Tenths[2].CumulativeShare.Should().BeApproximately(0.3, 1e-12);
    }

    [Fact]
    public void The_distance_of_Kolmogorov_and_Smirnov_is_that_of_the_best_cut()
    {
        var validation = ScoreValidation.Of(new ScoredOutcomes(Scores, Grown));
        var best = Enumerable.Range(0, 100).Max(cut =>
            Math.Abs((Grown.Take(cut + 1).Count(each => each) / 45.0) - (Grown.Take(cut + 1).Count(each => !each) / 55.0)));
        validation.KolmogorovSmirnov.Should().BeApproximately(best, 1e-12);
        validation.Gini.Should().BeApproximately((2 * validation.Area!.Value) - 1, 1e-12);
        ScoreValidation.Of(Held([1, 2, 3, 4], new[] { false, false, true, true })).KolmogorovSmirnovAt.Should().Be(2);
    }

    [Fact]
    public void What_is_expected_of_low_scores_is_held_against_them()
    {
        bool[] left = [.. Enumerable.Reverse(Grown)];
        var validation = ScoreValidation.Of(new ScoredOutcomes(Scores, left), Tiers, new() { EventsAtLowScores = true });
        validation.Verdict.Should().Be(ValidationVerdict.Kept);
        validation.Bands[0].Name.En.Should().Be("C account");
        validation.Tenths[0].Highest.Should().Be(9);
        ScoreValidation.Of(new ScoredOutcomes(Scores, left), Tiers).Verdict.Should().Be(ValidationVerdict.Reversed);
    }

    [Fact]
    public void Bands_that_are_out_of_order_are_a_finding()
    {
        bool[] grown = [.. Enumerable.Range(0, 100).Select(i => i is >= 50 and < 75 ? i % 5 > 0 : i % 5 == 0)];
        var validation = ScoreValidation.Of(new ScoredOutcomes(Scores, grown), Tiers);
        var finding = validation.Findings.Single();
        finding.Kind.Should().Be(ValidationFindingKind.BandsNotInOrder);
        finding.Reason.En.Should().Be(
            "The bands are out of order: B account (80.0%) is ahead of A account (20.0%), and the intervals do not overlap.");

        var few = ScoreValidation.Of(new ScoredOutcomes(new double[] { 80, 80, 60, 60 }, new[] { false, true, true, true }), Tiers);
        few.Findings.Single().Reason.En.Should().EndWith("The intervals overlap, so this may be chance.");
        few.Verdict.Should().Be(ValidationVerdict.TooFewOutcomes);
    }

    [Fact]
    public void Unrated_accounts_are_told_apart_and_change_nothing()
    {
        double[] scores = [.. Scores, .. Enumerable.Repeat(double.NaN, 40)];
        bool[] grown = [.. Grown, .. Enumerable.Repeat(true, 40)];
        var (all, rated) = (ScoreValidation.Of(new ScoredOutcomes(scores, grown), Tiers), ScoreValidation.Of(new(Scores, Grown), Tiers));
        all.Unrated!.Accounts.Should().Be(40);
        all.Unrated.Outcome.Should().Be(1);
        all.Findings.Single().Kind.Should().Be(ValidationFindingKind.UnratedDiffer);
        (all with { Unrated = null, Findings = [] }).Should().Be(rated);
    }

    [Fact]
    public void Below_the_stated_number_there_is_a_range_and_no_verdict()
    {
        var validation = ScoreValidation.Of(new ScoredOutcomes(new double[] { 1, 2, 3, 4 }, new[] { false, true, false, true }));
        validation.Verdict.Should().Be(ValidationVerdict.TooFewOutcomes);
        validation.Area!.Interval.Should().NotBeNull();
        ScoreValidation.Of(new ScoredOutcomes(Scores, Grown), new() { LeastOutcomes = 46 }).Verdict
            .Should().Be(ValidationVerdict.TooFewOutcomes, "there are 45 events");
        ScoreValidation.Of(new ScoredOutcomes(Scores, Grown), new() { LeastOutcomes = 45 }).Verdict.Should().Be(ValidationVerdict.Kept);

        var none = ScoreValidation.Of(new ScoredOutcomes(Scores, new bool[100]), Tiers);
        (none.Area, none.Verdict).Should().Be((null, ValidationVerdict.TooFewOutcomes));
        none.Bands[0].Capture.Should().BeNull();
        var noise = ScoreValidation.Of(Held(Scores, [.. Scores.Select(score => score % 2 == 0)]));
        noise.Verdict.Should().Be(ValidationVerdict.NotShown);
    }

    [Fact]
    public void An_account_counts_once_and_uneven_weights_as_so_many_equal_ones()
    {
        // 100 rows of 50 accounts, two of equal outcome each.
        int[] pairs = [.. Scores.Select((_, i) => i / 2)];
        bool[] grown = [.. Scores.Select((_, i) => i / 2 % 2 == 0)];
        var rows = new ScoredOutcomes(Scores, grown) { Accounts = pairs };
        ScoreValidation.Of(rows, new() { LeastOutcomes = 25 }).Verdict.Should().NotBe(ValidationVerdict.TooFewOutcomes);
        var few = ScoreValidation.Of(rows, new() { LeastOutcomes = 26 });
        few.Verdict.Should().Be(ValidationVerdict.TooFewOutcomes, "25 accounts of a kind are not 50");
        few.Findings[0].Kind.Should().Be(ValidationFindingKind.AccountsRepeated);
        few.Findings[0].Reason.En.Should().Contain("The 100 rated rows belong to 50 accounts");
        Width(few.Rated.Interval).Should().BeGreaterThan(
            1.3 * Width(ScoreValidation.Of(new ScoredOutcomes(Scores, grown)).Rated.Interval));
        var money = new ScoredOutcomes(Scores, Scores.Select((score, i) => (decimal)(i * 7 % 100)).ToArray());
        var repeated = new ScoredOutcomes(money.Scores, money.Amounts) { Accounts = pairs };
        Width(ScoreValidation.Of(repeated).Correlation!.Interval).Should().BeGreaterThan(
            1.3 * Width(ScoreValidation.Of(money).Correlation!.Interval));
        ScoreValidation.Of(repeated, new() { LeastOutcomes = 51 }).Verdict.Should().Be(ValidationVerdict.TooFewOutcomes);

        double[] even = [.. Scores.Select(_ => 0.1)];
        ScoreValidation.Of(new ScoredOutcomes(Scores, Grown) { Weights = even }, new() { LeastOutcomes = 45 }).Verdict
            .Should().Be(ValidationVerdict.Kept);
        double[] uneven = [.. Scores.Select((_, i) => i is 10 or 90 ? 1e6 : 1)];
        var carried = ScoreValidation.Of(new ScoredOutcomes(Scores, Grown) { Weights = uneven });
        carried.Verdict.Should().Be(ValidationVerdict.TooFewOutcomes);
        carried.Findings.Should().Contain(finding => finding.Kind == ValidationFindingKind.WeightsUneven);

        static double Width(Core.Statistics.ConfidenceInterval? interval) => interval!.High - interval.Low;
    }

    [Fact]
    public void The_verdict_says_no_more_than_there_is()
    {
        TextOf(ScoreValidation.Of(new ScoredOutcomes(Scores, new bool[100]))).Should().Contain("the same outcome").And.NotContain("too few");
        TextOf(ScoreValidation.Of(new ScoredOutcomes(new double[] { 1, 2 }, new[] { false, true }))).Should()
            .Contain("the data give no interval").And.NotContain("what is still possible");
        TextOf(ScoreValidation.Of(new ScoredOutcomes(new double[] { 1, 2 }, new[] { false, true })), "zh-Hans").Should()
            .Contain("结果太少").And.NotContain("区间只说明");
        decimal[] amounts = [.. Scores.Select(score => (decimal)score)];
        TextOf(ScoreValidation.Of(Held(Scores, amounts))).Should().Contain("brought more money").And.NotContain("between");
        TextOf(ScoreValidation.Of(Held([.. Enumerable.Reverse(Scores)], amounts))).Should()
            .Contain("brought the most money").And.NotContain("most frequent");
        TextOf(ScoreValidation.Of(new ScoredOutcomes(Scores, new decimal[100]))).Should().NotContain("interval");

        static string TextOf(ScoreValidation validation, string language = "en") => string.Join(
            '\n', validation.Describe(language).Blocks.OfType<Paragraph>().SelectMany(block => block.Runs).Select(run => run.Text));
    }

    [Fact]
    public void Promised_probabilities_are_held_against_the_rates()
    {
        double[] promised = [.. Scores.Select(score => Math.Floor(score / 10) / 10)];
        var validation = ScoreValidation.Of(new ScoredOutcomes(Scores, Grown) { Probabilities = promised }, Tiers);
        validation.Brier.Should().BeApproximately(Enumerable.Range(0, 10).Average(i => i / 10.0 * (1 - (i / 10.0))), 1e-12);
        validation.BrierOfRate.Should().BeApproximately(0.45 * 0.55, 1e-12);
        validation.BrierSkill.Should().BePositive();
        validation.Bands.Should().OnlyContain(band => band.IsCalibrated == true);

        var boast = ScoreValidation.Of(
            new ScoredOutcomes(Scores, Grown) { Probabilities = Enumerable.Repeat(0.99, 100).ToArray() }, Tiers);
        boast.Findings.Should().HaveCount(3).And.OnlyContain(finding => finding.Kind == ValidationFindingKind.PromiseMissed);
        boast.BrierSkill.Should().BeNegative();
    }

    [Fact]
    public void Money_is_held_against_the_order_of_the_scores()
    {
        decimal[] amounts = [.. Scores.Select(score => (decimal)(score * score))];
        var validation = ScoreValidation.Of(new ScoredOutcomes(Scores, amounts), Tiers);
        validation.Correlation!.Value.Should().Be(1);
        validation.Gini.Should().BeApproximately(1, 1e-12);
        validation.Verdict.Should().Be(ValidationVerdict.Kept);
        validation.Area.Should().BeNull();
        validation.Bands[0].Outcome.Should().BeApproximately(amounts[75..].Select(each => (double)each).Average(), 1e-9);
        validation.Bands[0].Interval!.Low.Should().BeLessThan(validation.Bands[0].Outcome!.Value);
        ScoreValidation.Of(Held([.. Enumerable.Reverse(Scores)], amounts), Tiers).Verdict.Should().Be(ValidationVerdict.Reversed);
        ScoreValidation.Of(new ScoredOutcomes(Scores, new decimal[100])).Gini.Should().BeNull("there is no money");
    }

    [Fact]
    public void Bands_alone_are_scores_enough_and_caps_hold()
    {
        var indexes = new ScoredOutcomes(new double[] { 0, 1, 2, 2 }, new[] { false, false, true, true }) { Bands = new[] { 0, 1, 2, 1 } };
        ScoreValidation.Of(indexes, Tiers).Bands.Select(band => band.Accounts).Should().Equal(1, 2, 1);
    }

    [Fact]
    public void Equal_scores_stay_in_one_group()
    {
        var validation = ScoreValidation.Of(Held(
            [.. Enumerable.Repeat(1.0, 50), .. Enumerable.Repeat(2.0, 50)], [.. Enumerable.Range(0, 100).Select(i => i % 3 == 0)]));
        validation.Tenths.Select(group => group.Accounts).Should().Equal(50, 50);
    }

    [Fact]
    public void The_order_of_the_accounts_does_not_count() => Check.One(
        Seeded.Cases(100),
        Prop.ForAll(
            Arb.From((from score in Gen.Choose(0, 100) from grown in Gen.Elements(true, false) select (score, grown)).NonEmptyListOf()),
            accounts =>
            {
                var turned = accounts.AsEnumerable().Reverse().ToList();
                return Of(accounts).Equals(Of(turned));

                static ScoreValidation Of(IList<(int Score, bool Grown)> all) => ScoreValidation.Of(
                    new ScoredOutcomes(all.Select(each => (double)each.Score).ToArray(), all.Select(each => each.Grown).ToArray()), Tiers);
            }));

    [Fact]
    public void What_cannot_be_is_refused_by_its_place()
    {
        var (scores, grown) = (new double[] { 1, 2 }, new[] { true, false });
        FluentActions.Invoking(() => new ScoredOutcomes(scores, new[] { true })).Should().Throw<ArgumentException>()
            .WithMessage("events has the length 1; it must have the length 2*");
        FluentActions.Invoking(() => new ScoredOutcomes(Array.Empty<double>(), Array.Empty<bool>())).Should().Throw<ArgumentException>()
            .WithMessage("scores is empty*");
        FluentActions.Invoking(() => new ScoredOutcomes(new[] { double.NegativeInfinity, 1 }, grown)).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("scores[0] is -Infinity;*");
        FluentActions.Invoking(() => new ScoredOutcomes(scores, new[] { 1m, -1m })).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("amounts[1] is -1; it must be at least 0.*");
        FluentActions.Invoking(() => new ScoredOutcomes(scores, grown) { Probabilities = new[] { 0.5, 1.5 } }).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("Probabilities[1] is 1.5;*");
        FluentActions.Invoking(() => new ScoredOutcomes(scores, grown) { Weights = new[] { 1, -1.0 } }).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("weights[1] is -1;*");
        FluentActions.Invoking(() => new ScoredOutcomes(scores, grown) { Bands = new[] { 0, -2 } }).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("Bands[1] is -2;*");
        FluentActions.Invoking(() => ScoreValidation.Of(new ScoredOutcomes(scores, grown) { Bands = new[] { 0, 3 } }, Tiers)).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("Bands[1] is 3; it must be at most 2.*");
        FluentActions.Invoking(() => ScoreValidation.Of(new ScoredOutcomes(new[] { 1, 101.0 }, grown), Tiers)).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("Scores[1] is 101;*");
        FluentActions.Invoking(() => ScoreValidation.Of(new ScoredOutcomes(new[] { double.NaN, double.NaN }, grown))).Should()
            .Throw<ArgumentException>().WithMessage("scores has no score*");
    }

    [Fact]
    public void An_outcome_before_its_score_is_refused()
    {
        var (today, tomorrow) = (new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 2));
        FluentActions.Invoking(() => new ScoredOutcomes(new double[] { 1, 2 }, new[] { true, false })
        {
            ScoredOn = new[] { today, tomorrow }, OutcomeOn = new[] { tomorrow, tomorrow },
        }).Should().Throw<ArgumentException>().WithMessage("OutcomeOn[1] is 2026-01-02; it must be after ScoredOn[1], 2026-01-02*");
    }

    [Fact]
    public void It_describes_itself_with_pictures()
    {
        var document = ScoreValidation.Of(
            new ScoredOutcomes(Scores, Grown) { Probabilities = Scores.Select(score => score / 100).ToArray() }, Tiers).Describe();
        document.Blocks.OfType<CurveFigure>().Should().HaveCount(2, "gains curve and calibration are drawn");
        document.Blocks.OfType<BarFigure>().Single().ToTable().Rows.Should().HaveCount(3);
        ScoreValidation.Of(new ScoredOutcomes(Scores, Scores.Select(score => (decimal)score).ToArray())).Describe("zh-Hans", "CNY")
            .Blocks.Should().NotBeEmpty();
    }

    private static ScoredOutcomes Held(double[] scores, bool[] events) => new(scores, events);

    private static ScoredOutcomes Held(double[] scores, decimal[] amounts) => new(scores, amounts);
}
