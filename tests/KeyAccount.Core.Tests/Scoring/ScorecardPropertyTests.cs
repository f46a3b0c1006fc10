using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class ScorecardPropertyTests
{
    [Fact]
    public void Every_execution_says_the_same_and_what_the_words_say()
    {
        int cases = 0, rated = 0, unrated = 0, capped = 0, values = 0, onKnots = 0, onCuts = 0;
        Check(RandomCard.Any, 75, card =>
        {
            var assessments = new Executions<Figures, string>(card.Scorecard).All(card.Accounts);
            for (var i = 0; i < assessments.Length; i++)
            {
                var assessment = assessments[i];
                MustBeAsTheWordsSay(card, card.Accounts[i], assessment);
                cases++;
                rated += assessment.IsRated ? 1 : 0;
                unrated += assessment.IsRated ? 0 : 1;
                capped += assessment.Caps.Any(cap => cap.State == CapState.Applied) ? 1 : 0;
                onCuts += card.Bands.Any(band => band.From > 0 && IsNextTo(band.From, assessment.Score)) ? 1 : 0;
                values += assessment.Contributions.Count(each => each.Raw is not null);
                onKnots += assessment.Contributions.Where(
                    (each, at) => card.Criteria[at].Scale.Knots.Any(knot => IsNextTo(knot.Raw, each.Raw))).Count();
            }
        });

        cases.Should().BeGreaterThanOrEqualTo(Seeded.Budget(2_500));
        (onKnots / (double)values).Should().BeGreaterThan(0.2, "values stand on a knot or next to it");
        (onCuts / (double)cases).Should().BeGreaterThan(0.05, "scores stand on a cut");
        (rated / (double)cases).Should().BeGreaterThan(0.5);
        (unrated / (double)cases).Should().BeGreaterThan(0.1);
        (capped / (double)cases).Should().BeGreaterThan(0.05);
    }

    [Fact]
    public void A_model_with_other_numbers_says_what_one_built_with_them_says() => Check(RandomCard.Any, 15, card =>
    {
        _ = Array.ConvertAll(card.Accounts, card.Scorecard.Assess);
        var built = card.WithOtherNumbers().Scorecard;
        var tuned = card.Scorecard.With(built.Settings with { Version = "other" });
        var assessments = new Executions<Figures, string>(tuned).All(card.Accounts);
        for (var i = 0; i < assessments.Length; i++)
        {
            var expected = built.Assess(card.Accounts[i]);
            assessments[i].Should().Be(new Assessment<string>(
                expected.ModelId, "other", expected.Score, expected.Band, expected.Coverage, expected.Range, expected.Contributions,
                expected.Caps));
        }
    });

    [Fact]
    public void The_range_never_widens_as_data_arrive() => Check(RandomCard.AnyPlain, 60, card =>
    {
        foreach (var (before, other) in card.Accounts.Zip(card.Accounts.Skip(1)))
        {
            var (now, then) = (card.Scorecard.Assess(before).Range, card.Scorecard.Assess(Filled(before, other)).Range);
            then.Low.Should().BeInRange(now.Low, now.High);
            then.High.Should().BeInRange(then.Low, now.High);
        }
    });

    [Fact]
    public void A_group_multiplies_weights_and_does_nothing_else() => Check(RandomCard.Any, 25, card =>
    {
        var multiplied = card.Sections.SelectMany(
            section => section.Criteria.Select(each => each with { Weight = each.Weight * (section.GroupWeight ?? 1) }));
        var ungrouped = new RandomCard([(null, [.. multiplied])], card.Caps, card.Policy, card.MinimumCoverage, card.Bands, card.Accounts);
        foreach (var account in card.Accounts)
        {
            var assessment = card.Scorecard.Assess(account);
            ungrouped.Scorecard.Assess(account).Should().Be(new Assessment<string>(
                assessment.ModelId, assessment.ModelVersion, assessment.Score, assessment.Band, assessment.Coverage, assessment.Range,
                [.. assessment.Contributions.Select(each => each with { Group = null })], assessment.Caps));
        }
    });

    [Fact]
    public void More_points_for_one_criterion_are_never_a_lower_score() => Check(RandomCard.Any, 40, card =>
    {
        var columns = Executions<Figures, string>.Columns(card.Scorecard, Array.ConvertAll(card.Accounts, card.Scorecard.Assess));
        double[] before = new double[card.Accounts.Length], after = new double[card.Accounts.Length];
        card.Scorecard.ScoreColumns(columns, before);
        foreach (var criterion in card.Scorecard.Criteria.Where(each => IsMonotone(each.Scale)))
        {
            var better = new Dictionary<string, ReadOnlyMemory<double>>(columns, StringComparer.Ordinal)
            {
                [criterion.Key] = columns[criterion.Key].ToArray().Select((raw, i) => Better(criterion.Scale, raw, i)).ToArray(),
            };
            card.Scorecard.ScoreColumns(better, after);
            before.Zip(after).Should()
                .OnlyContain(pair => double.IsNaN(pair.First) ? double.IsNaN(pair.Second) : pair.First <= pair.Second);
        }
    });

    private static void MustBeAsTheWordsSay(RandomCard card, Figures facts, Assessment<string> assessment)
    {
        for (var i = 0; i < card.Criteria.Count; i++)
        {
            var raw = card.Criteria[i].RawInWords(facts);
            var points = InWords.Points(card.Criteria[i].Scale, raw);
            (assessment.Contributions[i].Raw, assessment.Contributions[i].IsKnown)
                .Should().Be((points is null ? null : raw, points is not null));
            if (points is not null)
                assessment.Contributions[i].Points.Should().BeApproximately(points.Value, 1e-9);
        }

        var (score, coverage) = InWords.Score(card, facts);
        assessment.IsRated.Should().Be(score is not null);
        assessment.Coverage.Should().BeApproximately(coverage, 0.6e-6);
        assessment.Band.Should().Be(InWords.Band(card, facts, assessment.Score));
        assessment.Caps.Select(cap => cap.Holds).Should().Equal(card.Caps.Select(cap => cap.When.InWords(facts)));
        if (score is null)
            return;
        assessment.Score.Should().BeInRange(0, 100).And.BeApproximately(score.Value, 0.6e-6);
        Quantised(assessment.Contributions.Aggregate(0.0, (sum, each) => sum + each.Value)).Should().Be(assessment.Score!.Value);
        if (card.Policy is MissingData.AssumeWorst or MissingData.AssumeMidpoint || coverage == 1)
            assessment.Score.Should().BeInRange(assessment.Range.Low, assessment.Range.High);
    }

    private static double Quantised(double value) => Math.Floor((value * 1e6) + 0.5) / 1e6;

    private static bool IsNextTo(double place, double? value) =>
        value == place || value == Math.BitIncrement(place) || value == Math.BitDecrement(place);

    private static bool IsMonotone(Scale scale) => scale.Kind != ScaleKind.Levels && (Rises(scale) || Falls(scale));

    private static bool Rises(Scale scale) => scale.Knots.Zip(scale.Knots.Skip(1)).All(pair => pair.First.Points <= pair.Second.Points);

    private static bool Falls(Scale scale) => scale.Knots.Zip(scale.Knots.Skip(1)).All(pair => pair.First.Points >= pair.Second.Points);

    private static double Better(Scale scale, double raw, int row) => (Rises(scale), row % 2) switch
    {
        (true, 0) => Math.BitIncrement(raw),
        (true, _) => raw + 0.25,
        (false, 0) => Math.BitDecrement(raw),
        (false, _) => raw - 0.25,
    };

    // What is not known of one account, from another.
    private static Figures Filled(Figures account, Figures other) => account with
    {
        A = account.A ?? other.A,
        B = Known(account.B) ?? other.B,
        C = Known(account.C) ?? other.C,
        D = account.D ?? other.D,
        Count = account.Count ?? other.Count,
        Amount = account.Amount ?? other.Amount,
        Part = account.Part is null ? other.Part : account.Part with { Height = Known(account.Part.Height) ?? other.Part?.Height },
        Standing = account.Standing ?? other.Standing,
    };

    private static double? Known(double? value) => value is { } number && double.IsNaN(number) ? null : value;

    private static void Check(Gen<RandomCard> cards, int count, Action<RandomCard> holds) => FsCheck.Check.One(
        Seeded.Cases(count), Prop.ForAll(Arb.From(cards, card => card.Smaller()), holds));
}
