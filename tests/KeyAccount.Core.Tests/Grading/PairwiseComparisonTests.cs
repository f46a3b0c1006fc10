using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Grading;

public class PairwiseComparisonTests
{
    private static readonly string[] Three = ["price", "quality", "service"];

    [Fact]
    public void Saaty_1980_a_consistent_matrix_recovers_its_weights_with_CR_0()
    {
        var weights = PairwiseComparison.Of(Three, new double[,] { { 1, 6, 3 }, { 1 / 6.0, 1, 1 / 2.0 }, { 1 / 3.0, 2, 1 } });

        weights.Weights[0].Should().BeApproximately(2 / 3.0, 1e-12);
        weights.Weights[1].Should().BeApproximately(1 / 9.0, 1e-12);
        weights.Weights[2].Should().BeApproximately(2 / 9.0, 1e-12);
        weights.ConsistencyRatio.Should().BeApproximately(0, 1e-12);
        weights.IsConsistent.Should().BeTrue();
        weights.MostInconsistent.Should().BeNull();
    }

    [Fact]
    public void Saaty_1980_upper_triangle_3_3_2_gives_the_eigenvector_and_not_the_row_means()
    {
        var weights = PairwiseComparison.OfUpper(Three, 3, 3, 2);

        weights.LambdaMax.Should().BeApproximately(3.0536216, 5e-8);
        weights.Weights[0].Should().BeApproximately(.59363, 5e-6);
        weights.Weights[1].Should().BeApproximately(.24931, 5e-6);
        weights.Weights[2].Should().BeApproximately(.15706, 5e-6);
        weights.ConsistencyRatio.Should().BeApproximately(.0462, 5e-5);
        weights["quality"].Should().Be(weights.Weights[1]);
    }

    [Fact]
    public void The_judgement_furthest_from_the_rest_is_named()
    {
        // price is twice quality, quality twice service, and yet price is said to be a ninth of service
        var weights = PairwiseComparison.OfUpper(Three, 2, 1 / 9.0, 2);

        weights.IsConsistent.Should().BeFalse();
        weights.MostInconsistent.Should().NotBeNull();
        weights.MostInconsistent!.Given.Should().BeApproximately(weights.MostInconsistent.First == "price" ? 1 / 9.0 : 2, 2);
        var distance = Math.Abs(Math.Log(weights.MostInconsistent.Given / weights.MostInconsistent.Implied));
        for (var i = 0; i < 3; i++)
        {
            for (var j = i + 1; j < 3; j++)
            {
                var given = (i, j) switch { (0, 1) => 2, (0, 2) => 1 / 9.0, _ => 2 };
                Math.Abs(Math.Log(given * weights.Weights[j] / weights.Weights[i])).Should().BeLessThanOrEqualTo(distance + 1e-12);
            }
        }
    }

    [Fact]
    public void Consistent_judgements_give_CR_0_and_their_weights_back()
    {
        var raw = Gen.Choose(1, 9).ListOf(7).Select(list => list.ToArray());
        Check.One(Seeded.Cases(500), Prop.ForAll(raw.ToArbitrary(), numbers =>
        {
            var n = numbers.Length;
            var judgements = new double[n, n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    judgements[i, j] = (double)numbers[i] / numbers[j];
            }

            var weights = PairwiseComparison.Of([.. Enumerable.Range(0, n).Select(i => $"c{i}")], judgements);
            return weights.ConsistencyRatio < 1e-12
                && weights.MostInconsistent is null
                && numbers.Select((number, i) => Math.Abs(weights.Weights[i] - ((double)number / numbers.Sum()))).Max() < 1e-12;
        }));
    }

    [Fact]
    public void Weights_sum_to_1_and_turn_with_the_order_of_the_criteria()
    {
        var upper = Gen.Choose(-8, 8).Select(x => x >= 0 ? x + 1.0 : 1 / (1.0 - x)).ListOf(6).Select(list => list.ToArray());
        Check.One(Seeded.Cases(500), Prop.ForAll(upper.ToArbitrary(), u =>
        {
            var here = PairwiseComparison.OfUpper(["a", "b", "c", "d"], u);
            var turned = PairwiseComparison.OfUpper(["d", "c", "b", "a"], 1 / u[5], 1 / u[4], 1 / u[2], 1 / u[3], 1 / u[1], 1 / u[0]);
            return Math.Abs(here.Weights.Sum() - 1) < 1e-12
                && here.LambdaMax >= 4 - 1e-9
                && here.Criteria.All(criterion => Math.Abs(here[criterion] - turned[criterion]) < 1e-9);
        }));
    }

    [Fact]
    public void One_or_two_criteria_are_always_consistent()
    {
        PairwiseComparison.OfUpper(["only"]).Weights.Should().Equal(1);
        var two = PairwiseComparison.OfUpper(["a", "b"], 4);
        two["a"].Should().BeApproximately(.8, 1e-12);
        two.ConsistencyRatio.Should().Be(0);
    }

    [Fact]
    public void Faults_are_named_by_their_pair_all_at_once()
    {
        var act = () => PairwiseComparison.Of(Three, new[,] { { 1, 3, 10 }, { .5, 2, 1 }, { .1, 1, 1.0 } });

        act.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "judgements[\"quality\", \"price\"]: 0.5 is not 1/3, the reciprocal of price / quality",
            "judgements[\"price\", \"service\"]: 10 is not between 1/9 and 9",
            "judgements[\"service\", \"price\"]: 0.1 is not between 1/9 and 9",
            "judgements[\"quality\", \"quality\"]: 2 is not 1, and a criterion is as important as itself");
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(1 / 9.0, true)]
    [InlineData(0.1111111, true)]
    [InlineData(9.00001, false)]
    [InlineData(0.11110, false)]
    [InlineData(0, false)]
    [InlineData(-3, false)]
    [InlineData(double.NaN, false)]
    public void Judgements_lie_between_a_ninth_and_nine(double judgement, bool isAllowed)
    {
        var act = () => PairwiseComparison.OfUpper(["a", "b"], judgement);

        if (isAllowed)
            act.Should().NotThrow();
        else
            act.Should().Throw<InvalidModelException>().WithMessage("*judgements[\"a\", \"b\"]*between 1/9 and 9*");
    }

    [Fact]
    public void The_number_of_criteria_and_judgements_must_fit()
    {
        var eleven = Enumerable.Range(0, 11).Select(i => $"c{i}").ToArray();
        ((Action)(() => PairwiseComparison.OfUpper(eleven, [.. Enumerable.Repeat(1.0, 55)])))
            .Should().Throw<InvalidModelException>().WithMessage("*11*1 to 10*");
        ((Action)(() => PairwiseComparison.OfUpper(eleven[..10], [.. Enumerable.Repeat(1.0, 45)]))).Should().NotThrow();
        ((Action)(() => PairwiseComparison.OfUpper(Three, 1, 2)))
            .Should().Throw<ArgumentException>().WithMessage("*2 judgements*3 criteria need 3*");
        ((Action)(() => PairwiseComparison.OfUpper(["a", "a"], 1)))
            .Should().Throw<InvalidModelException>().WithMessage("*criteria[\"a\"]: it is duplicated*");
        ((Action)(() => PairwiseComparison.Of(Three, new double[2, 2])))
            .Should().Throw<InvalidModelException>().WithMessage("*2 × 2*3 × 3*");
        ((Action)(() => PairwiseComparison.Of([], new double[0, 0]))).Should().Throw<InvalidModelException>();
    }

    [Fact]
    public void The_weights_feed_a_scorecard()
    {
        var weights = PairwiseComparison.OfUpper(Three, 3, 3, 2);
        var builder = Scorecard.For<double[], string>("chosen");
        for (var i = 0; i < Three.Length; i++)
            builder.Criterion(Three[i], weights[Three[i]], f => 1, Scale.Linear((0, 0), (1, 100)));

        builder.Bands((0, "any")).Build().Criteria.Select(criterion => criterion.Weight)
            .Should().Equal(weights.Weights, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_criterion_that_was_not_compared_has_no_weight()
    {
        var act = () => PairwiseComparison.OfUpper(Three, 3, 3, 2)["colour"];

        act.Should().Throw<KeyNotFoundException>().WithMessage("*'colour'*price, quality, service*");
    }
}
