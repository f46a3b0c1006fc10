using KeyAccount.Core.Documents;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;

namespace KeyAccount.Core.Tests.Scoring.Validation;

public class CriteriaWorthTests
{
    private static readonly Scorecard<Facts, string> Card = Scorecard.For<Facts, string>("three")
        .Criterion("telling", 1, f => f.Telling, Scale.Linear((0, 0), (10, 100)))
        .Criterion("copy", 1, f => f.Copy, Scale.Linear((0, 0), (5, 50), (10, 100)))
        .Criterion("noise", 1, f => f.Noise, Scale.Linear((0, 0), (6, 100)))
        .MissingData(MissingData.Renormalize, 0.3)
        .Bands((0, "low"), (50, "high"))
        .Build();

    private static readonly Dictionary<string, ReadOnlyMemory<double>> Columns = new(StringComparer.Ordinal)
    {
        ["telling"] = Column(row => row % 11),
        ["copy"] = Column(row => row % 50 == 0 ? double.NaN : row % 11),
        ["noise"] = Column(row => row * 5 % 7),
    };

    private static readonly bool[] Events = [.. Enumerable.Range(0, 770).Select(row => row % 11 > (row * 3 % 13))];

    // TIBCO, the operator "Information Value": goods 1, 3, 6 and bads 3, 2, 5 of three attributes.
    [Fact]
    public void The_information_value_of_a_published_example()
    {
        var information = InformationValue.Of([new(IsUnknown: true), new("true"), new("false")], [1, 3, 6], [3, 2, 5]);
        information.Value.Should().BeApproximately(0.2785, 5e-5);
        information.Pieces.Select(piece => Math.Round(100 * piece.WeightOfEvidence!.Value, 2)).Should().Equal(-109.86, 40.55, 18.23);
        InformationValue.Of([new(), new()], [5, 0], [5, 0]).Pieces[1].WeightOfEvidence.Should().BeNull();
        FluentActions.Invoking(() => InformationValue.Of([new()], [1, 2], [1])).Should().Throw<ArgumentException>()
            .WithMessage("events has 2 and nonEvents 1 counts; both must have 1*");
        FluentActions.Invoking(() => InformationValue.Of([new()], [0], [1])).Should().Throw<ArgumentException>()
            .WithMessage("The sum of events is 0;*");
    }

    [Fact]
    public void Noise_is_worth_nothing_and_a_copy_can_be_left_out()
    {
        var worth = CriteriaWorth.Of(Card, Columns, Events);
        var (telling, copy, noise) = (worth.Criteria[0], worth.Criteria[1], worth.Criteria[2]);
        worth.IsEnough.Should().BeTrue();
        telling.Alone!.Value.Should().BeGreaterThan(0.75);
        noise.Alone!.Interval!.Low.Should().BeLessThan(0.5);
        noise.Alone.Interval.High.Should().BeGreaterThan(0.5);
        noise.LeftOut!.Value.Should().BeNegative("the score is better without it");
        noise.LeftOut.Interval!.High.Should().BeNegative();
        noise.Information.Value.Should().BeLessThan(0.05);
        telling.Permuted.Should().BeGreaterThan(0.05);
        telling.PermutedSpread.Should().BePositive();
        noise.Permuted.Should().BeApproximately(0, 0.02);
        copy.Known.Should().BeApproximately(0.98, 0.01);
        copy.LeftOut!.Value.Should().BeLessThan(copy.Permuted!.Value, "the other one says the same, and takes over its weight");
        worth.Correlations.Select(pair => (pair.First, pair.Second)).Should()
            .Equal(("telling", "copy"), ("telling", "noise"), ("copy", "noise"));
        worth.Correlations[0].Correlation.Value.Should().Be(1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        CriteriaWorth.Of(Card, Columns, Events).Should().Be(CriteriaWorth.Of(Card, Columns, Events));
        CriteriaWorth.Of(Card, Columns, Events, new() { Seed = 2 }).Criteria[0].Permuted.Should()
            .NotBe(CriteriaWorth.Of(Card, Columns, Events).Criteria[0].Permuted);
    }

    [Fact]
    public void Events_at_low_scores_turn_the_direction()
    {
        bool[] left = [.. Events.Select(each => !each)];
        var (turned, straight) = (
            CriteriaWorth.Of(Card, Columns, left, new() { EventsAtLowScores = true }), CriteriaWorth.Of(Card, Columns, Events));
        turned.Area.Value.Should().BeApproximately(straight.Area.Value, 1e-12);
        turned.Criteria[0].Permuted.Should().BeApproximately(straight.Criteria[0].Permuted!.Value, 1e-12);
    }

    [Fact]
    public void A_single_criterion_cannot_be_left_out()
    {
        var one = Card.With(new()
        {
            Criteria = new Dictionary<string, CriterionSettings> { ["copy"] = new() { Weight = 0 }, ["noise"] = new() { Weight = 0 } },
        });
        CriteriaWorth.Of(one, Columns, Events).Criteria.Select(each => each.LeftOut is null).Should().Equal(true, false, false);
    }

    [Fact]
    public void It_describes_itself_and_refuses_what_cannot_be()
    {
        CriteriaWorth.Of(Card, Columns, Events).Describe("zh-Hant").Blocks.OfType<BarFigure>().Single().ToTable().Rows
            .Should().HaveCount(3);
        FluentActions.Invoking(() => CriteriaWorth.Of(Card, Columns, [true])).Should().Throw<ArgumentException>()
            .WithMessage("events has the length 1; it must have the length 770*");
        FluentActions.Invoking(() => CriteriaWorth.Of(Card, Columns, new bool[770])).Should().Throw<ArgumentException>()
            .WithMessage("events is false for all 770*");
        FluentActions.Invoking(() => CriteriaWorth.Of(Card, new Dictionary<string, ReadOnlyMemory<double>>(), [])).Should()
            .Throw<ArgumentException>().WithMessage("*'telling'*'copy'*'noise'*");
    }

    private static double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, 770).Select(value)];

    private sealed record Facts
    {
        public double? Telling { get; init; }

        public double? Copy { get; init; }

        public double? Noise { get; init; }
    }
}
