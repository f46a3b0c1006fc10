using KeyAccount.Core.Scoring;
using NodaTime;

namespace KeyAccount.Core.Estimation.Tests;

public class ScorecardWeightsTests
{
    private static readonly LocalDate First = new(2024, 1, 1);

    private static readonly Scorecard<Facts, string> Card = Scorecard.For<Facts, string>("fitted")
        .Group("all", 2, group => group
            .Criterion("telling", 1, f => f.Telling, Scale.Linear((0, 0), (100, 100)))
            .Criterion("helping", 1, f => f.Helping, Scale.Linear((0, 0), (100, 100))))
        .Criterion("noise", 4, f => f.Noise, Scale.Linear((0, 0), (100, 100)))
        .MissingData(MissingData.Renormalize, 0.3)
        .Bands((0, "low"), (50, "high"))
        .Build();

    [Fact]
    public void The_weights_that_made_the_outcomes_are_found()
    {
        var rows = new Rows(4, 3000, seed: 5, beta: [6, 2, 0]);
        var fit = rows.Fit(Card);
        fit.Outcome.Should().Be(WeightFitOutcome.Fitted);
        fit.Weights.Sum(weight => weight.Fitted).Should().BeApproximately(1, 1e-12);
        fit.Weights.Select(weight => weight.Present).Should().Equal([0.25, 0.25, 0.5], (one, other) => Math.Abs(one - other) < 1e-12);
        fit.Weights[0].Fitted.Should().BeApproximately(0.75, 0.06);
        fit.Weights[1].Fitted.Should().BeApproximately(0.25, 0.06);
        fit.Weights[2].Fitted.Should().BeLessThan(0.06);
        fit.IsGain.Should().BeTrue();
        fit.HeldOutOn.Should().Be(First.PlusMonths(18));
        fit.HeldOut!.First.Value.Should().BeGreaterThan(fit.HeldOut.Second.Value);

        var tuned = Card.With(fit.Settings!);
        tuned.Criteria.Select(criterion => criterion.Weight).Should()
            .Equal(fit.Weights.Select(weight => weight.Fitted), (one, other) => Math.Abs(one - other) < 1e-12);
        tuned.Criteria[0].Scale.Should().BeSameAs(Card.Criteria[0].Scale, "scales stay the user's");
    }

    [Fact]
    public void Weights_that_hold_are_kept_and_no_gain_is_claimed()
    {
        var fit = new Rows(4, 1500, seed: 11, beta: [2, 2, 4]).Fit(Card);
        fit.Outcome.Should().Be(WeightFitOutcome.Fitted);
        fit.Weights.Should().OnlyContain(weight => Math.Abs(weight.Fitted - weight.Present) < 0.1);
        fit.IsGain.Should().BeFalse();
        fit.Describe().Blocks[0].Should().BeOfType<Documents.Paragraph>().Which.Tone.Should().Be(Documents.Tone.Warning);
    }

    [Fact]
    public void A_criterion_that_points_the_wrong_way_gets_nothing()
    {
        var fit = new Rows(4, 2000, seed: 3, beta: [5, 0, -5]).Fit(Card);
        fit.Weights[2].Fitted.Should().Be(0);
        fit.Settings!.Criteria["noise"].Weight.Should().Be(0);
    }

    [Fact]
    public void Events_at_low_scores_are_the_mirror()
    {
        var rows = new Rows(4, 2000, seed: 9, beta: [4, 2, 1]);
        var (straight, turned) = (
            rows.Fit(Card), rows.With([.. rows.Events.Select(each => !each)]).Fit(Card, new() { EventsAtLowScores = true }));
        turned.Weights.Should().Equal(straight.Weights);
        turned.HeldOut!.Value.Should().BeApproximately(straight.HeldOut!.Value, 1e-12);
    }

    [Fact]
    public void Nothing_of_the_day_that_is_held_out_is_used()
    {
        var rows = new Rows(4, 1000, seed: 2, beta: [6, 1, 1]);
        var last = rows.ScoredOn.Max();
        var other = rows.With([.. rows.Events.Select((each, i) => rows.ScoredOn[i] == last ? i % 2 == 0 : each)]);
        other.Fit(Card).Weights.Should().Equal(rows.Fit(Card).Weights);
    }

    [Fact]
    public void Outcomes_that_were_not_known_by_then_are_not_learnt_from()
    {
        var rows = new Rows(4, 1000, seed: 2, beta: [6, 1, 1]);
        var fit = ScorecardWeights.Fit(
            Card, rows.Columns, rows.Events, rows.ScoredOn, rows.ScoredOn.Select(day => day.PlusYears(5)).ToArray());
        fit.Outcome.Should().Be(WeightFitOutcome.TooFewEvents);
        fit.Accounts.Should().Be(0);
        var late = ScorecardWeights.Fit(
            Card, rows.Columns, rows.Events, rows.ScoredOn, rows.ScoredOn.Select(day => day.PlusMonths(18)).ToArray());
        late.Outcome.Should().Be(WeightFitOutcome.TooFewDates, "no day before the last one has an outcome to learn from");
    }

    [Fact]
    public void Few_events_and_few_days_are_refused_with_a_reason()
    {
        var few = new Rows(4, 12, seed: 2, beta: [6, 1, 1]).Fit(Card);
        few.Outcome.Should().Be(WeightFitOutcome.TooFewEvents);
        few.Settings.Should().BeNull();
        few.Reason!.En.Should().Contain("at least 30 of each are needed").And.Contain("Keep the present weights.");
        few.Describe("zh-Hans").Blocks.Should().ContainSingle();
        new Rows(2, 2000, seed: 2, beta: [6, 1, 1]).Fit(Card).Reason!.En.Should().StartWith("There are 2 days of scores");
        new Rows(4, 2000, seed: 4, beta: [-9, -9, -9]).Fit(Card).Outcome.Should().Be(WeightFitOutcome.NothingTells);
    }

    [Fact]
    public void What_is_not_known_is_allowed_and_unrated_accounts_are_left_out()
    {
        var rows = new Rows(4, 2000, seed: 6, beta: [6, 2, 0]);
        var columns = new Dictionary<string, ReadOnlyMemory<double>>(rows.Columns, StringComparer.Ordinal)
        {
            ["helping"] = rows.Columns["helping"].ToArray().Select((each, i) => i % 3 == 0 ? double.NaN : each).ToArray(),
            ["noise"] = rows.Columns["noise"].ToArray().Select((each, i) => i % 6 == 0 ? double.NaN : each).ToArray(),
        };
        var fit = ScorecardWeights.Fit(Card, columns, rows.Events, rows.ScoredOn);
        fit.Accounts.Should().BeLessThan(6000);
        fit.Weights[0].Fitted.Should().BeGreaterThan(0.6);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var rows = new Rows(3, 10, seed: 1, beta: [1, 1, 1]);
        FluentActions.Invoking(() => ScorecardWeights.Fit(Card, rows.Columns, new bool[2], rows.ScoredOn)).Should()
            .Throw<ArgumentException>().WithMessage("events has the length 2; it must have the length 30*");
        FluentActions.Invoking(() => ScorecardWeights.Fit(Card, rows.Columns, rows.Events, default)).Should()
            .Throw<ArgumentException>().WithMessage("scoredOn has the length 0; it must have the length 30*");
        FluentActions.Invoking(() => ScorecardWeights.Fit(Card, rows.Columns, rows.Events, rows.ScoredOn, rows.ScoredOn)).Should()
            .Throw<ArgumentException>().WithMessage("OutcomeOn[0] is 2024-01-01; it must be after ScoredOn[0]*");
    }

    private sealed record Facts
    {
        public double? Telling { get; init; }

        public double? Helping { get; init; }

        public double? Noise { get; init; }
    }

    /// <summary>Rows every half year, and events by a logistic model.</summary>
    private sealed class Rows
    {
        public Rows(int days, int perDay, int seed, double[] beta)
        {
            var random = new Random(seed);
            var points = new double[3][];
            for (var i = 0; i < 3; i++)
                points[i] = [.. Enumerable.Range(0, days * perDay).Select(_ => Math.Round(100 * random.NextDouble(), 2))];
            Columns = new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal)
            {
                ["telling"] = points[0], ["helping"] = points[1], ["noise"] = points[2],
            };
            ScoredOn = [.. Enumerable.Range(0, days * perDay).Select(row => First.PlusMonths(6 * (row / perDay)))];
            Events =
            [
                .. Enumerable.Range(0, days * perDay).Select(row =>
                    random.NextDouble() < 1 / (1 + Math.Exp(-Enumerable.Range(0, 3).Sum(i => beta[i] * ((points[i][row] / 100) - 0.5))))),
            ];
        }

        private Rows(Rows other, bool[] events) => (Columns, ScoredOn, Events) = (other.Columns, other.ScoredOn, events);

        public IReadOnlyDictionary<string, ReadOnlyMemory<double>> Columns { get; }

        public LocalDate[] ScoredOn { get; }

        public bool[] Events { get; }

        public Rows With(bool[] events) => new(this, events);

        public WeightFit Fit(Scorecard<Facts, string> card, WeightFitOptions? options = null) =>
            ScorecardWeights.Fit(card, Columns, Events, ScoredOn, default, options);
    }
}
