using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class WeightTests
{
    private static readonly (double A, double B, double C)[] Weights = [(0.1, 0.2, 0.7), (1, 2, 3), (0.05, 0, 3), (1.0 / 3, 1e-9, 7e9)];

    private static readonly Figures[] Accounts =
    [
        .. from a in new double?[] { null, 12.3, 100 } from b in new double?[] { null, 45.678901 } from c in new double?[] { null, 0,
        89.0123456 }
           select new Figures { A = a, B = b, C = c },
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(0.5)]
    [InlineData(1_048_576)]
    [InlineData(9.5367431640625E-07)]
    public void Weights_times_a_power_of_two_change_nothing_at_all(double factor) => ForAll((weights, policy) =>
        Scores(Card(weights, factor, policy)).Should().Equal(Scores(Card(weights, 1, policy)), SameBits));

    [Theory]
    [InlineData(3)]
    [InlineData(0.1)]
    [InlineData(100)]
    [InlineData(1e-7)]
    public void Weights_in_another_unit_change_no_more_than_the_sixth_place(double factor) => ForAll((weights, policy) =>
        Scores(Card(weights, factor, policy)).Should().Equal(
            Scores(Card(weights, 1, policy)), (left, right) => left.Equals(right) || Math.Abs(left - right) <= 1.0000001e-6));

    [Fact]
    public void A_group_multiplies_the_weights_in_it_and_does_nothing_else() => ForAll((weights, policy) =>
    {
        var grouped = Cards.New().MissingData(policy)
            .Criterion("a", weights.A, f => f.A, Cards.AsItIs)
            .Group("g", 0.3, g => g.Criterion("b", weights.B, f => f.B, Cards.AsItIs).Criterion("c", weights.C, f => f.C, Cards.AsItIs))
            .Build();
        var multiplied = Card((weights.A, weights.B * 0.3, weights.C * 0.3), 1, policy);
        Scores(grouped).Should().Equal(Scores(multiplied), SameBits);
        grouped.Criteria.Select(each => each.Weight).Should().Equal(multiplied.Criteria.Select(each => each.Weight));
        grouped.Criteria.Select(each => each.Group).Should().Equal(null, "g", "g");
    });

    [Fact]
    public void A_weight_is_a_share_of_the_whole() =>
        Card((0.1, 0.2, 0.7), 1000, MissingData.Refuse).Criteria.Select(each => each.Weight).Should().Equal(0.1, 0.2, 0.7);

    [Fact]
    public void Weights_that_sum_to_a_little_more_or_less_than_100_are_what_they_are_to_each_other() =>
        Card((33.3, 33.3, 33.300000000000004), 1, MissingData.Refuse).Everywhere(new() { A = 50, B = 50, C = 50 }).Score.Should().Be(50);

    [Fact]
    public void What_weighs_nothing_adds_nothing_but_is_shown()
    {
        var assessment = Card((1, 0, 1), 1, MissingData.Renormalize).Everywhere(new() { A = 40, B = 100, C = 60 });
        (assessment.Score, assessment.Coverage).Should().Be((50, 1));
        assessment.Contributions[1].Should().Be(new Contribution("b", null, 100, 100, 0, 0));
        Card((1, 0, 1), 1, MissingData.Renormalize).Everywhere(new() { B = 100 }).IsRated.Should().BeFalse();
        Card((1, 0, 1), 1, MissingData.Refuse).Everywhere(new() { A = 40, C = 60 }).IsRated.Should().BeFalse("something is missing");
    }

    private static void ForAll(Action<(double A, double B, double C), MissingData> holds)
    {
        foreach (var weights in Weights)
        {
            foreach (var policy in Enum.GetValues<MissingData>())
                holds(weights, policy);
        }
    }

    private static Scorecard<Figures, string> Card((double A, double B, double C) weights, double factor, MissingData policy) => Cards.New()
        .Criterion("a", weights.A * factor, f => f.A, Cards.AsItIs)
        .Criterion("b", weights.B * factor, f => f.B, Cards.AsItIs)
        .Criterion("c", weights.C * factor, f => f.C, Cards.AsItIs)
        .MissingData(policy)
        .Build();

    private static IEnumerable<double> Scores(Scorecard<Figures, string> card) =>
        new Executions<Figures, string>(card).All(Accounts).Select(each => each.Score ?? double.NaN);

    private static bool SameBits(double left, double right) =>
        BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);
}
