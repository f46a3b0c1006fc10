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

    [Theory]
    [InlineData(0.33, 3)]
    [InlineData(0.333, 3)]
    [InlineData(0.3333333, 3)]
    [InlineData(0.66, 1.5)]
    [InlineData(0.67, 1.5)]
    [InlineData(0.16, 6)]
    [InlineData(0.17, 6)]
    [InlineData(0.143, 7)]
    [InlineData(0.12, 8)]
    [InlineData(0.13, 8)]
    [InlineData(0.11, 9)]
    [InlineData(0.4, 2.5)]
    public void Typed_digits_of_a_reciprocal_are_the_reciprocal(double typed, double whole)
    {
        var exact = PairwiseComparison.Of(["a", "b"], new[,] { { 1, whole }, { 1 / whole, 1 } });
        PairwiseComparison.Of(["a", "b"], new[,] { { 1, whole }, { typed, 1 } }).Weights.Should().Equal(exact.Weights);
        PairwiseComparison.Of(["b", "a"], new[,] { { 1, typed }, { whole, 1 } })["a"].Should().BeApproximately(exact["a"], 1e-15);
        if (double.IsInteger(whole))
            PairwiseComparison.OfUpper(["b", "a"], typed)["a"].Should().BeApproximately(exact["a"], 1e-15);
    }

    [Theory]
    [InlineData(0.3, 3)]
    [InlineData(0.34, 3)]
    [InlineData(0.32, 3)]
    [InlineData(0.334, 3)]
    [InlineData(0.5, 3)]
    public void What_is_no_reciprocal_is_refused(double typed, double whole) =>
        ((Action)(() => PairwiseComparison.Of(["a", "b"], new[,] { { 1, whole }, { typed, 1 } })))
            .Should().Throw<InvalidModelException>().WithMessage($"*judgements[\"b\", \"a\"]*is not 1/{whole}*");

    [Fact]
    public void Up_to_fifteen_criteria_are_compared_and_random_judgements_of_them_have_a_ratio_near_1()
    {
        var random = new Random(1);
        for (var n = 3; n <= 15; n++)
        {
            string[] criteria = [.. Enumerable.Range(0, n).Select(i => $"c{i}")];
            var ratio = Enumerable.Range(0, 60).Average(_ => PairwiseComparison.OfUpper(
                criteria,
                [.. Enumerable.Range(0, n * (n - 1) / 2).Select(_ => random.Next(-8, 9) is var x && x >= 0 ? x + 1.0 : 1 / (1.0 - x))])
                .ConsistencyRatio);
            ratio.Should().BeInRange(0.75, 1.35, $"{n} random criteria are as inconsistent as random ones");
        }

        ((Action)(() => PairwiseComparison.OfUpper([.. Enumerable.Range(0, 16).Select(i => $"c{i}")], [.. Enumerable.Repeat(1.0, 120)])))
            .Should().Throw<InvalidModelException>().WithMessage("*criteria: there are 16; a comparison takes 1 to 15*");
    }

    [Fact]
    public void Harker_1987_an_open_pair_is_what_the_others_imply()
    {
        var weights = PairwiseComparison.Of(Three, new double?[,] { { 1, 2, null }, { 0.5, 1, 2 }, { null, 0.5, 1 } });
        weights.Weights[0].Should().BeApproximately(4 / 7.0, 1e-12);
        weights.Weights[1].Should().BeApproximately(2 / 7.0, 1e-12);
        weights.Weights[2].Should().BeApproximately(1 / 7.0, 1e-12);
        weights.LambdaMax.Should().BeApproximately(3, 1e-12);
        weights.ConsistencyRatio.Should().Be(0);
        weights.Open.Should().Equal(("price", "service"));
        weights.MostInconsistent.Should().BeNull();
        PairwiseComparison.OfUpper(Three, [2, null, 2]).Weights.Should().Equal(weights.Weights);
    }

    [Fact]
    public void Consistent_judgements_give_their_weights_back_whatever_is_open_as_long_as_they_hang_together()
    {
        var cases =
            from numbers in Gen.Choose(1, 9).ListOf(6)
            from open in Gen.Elements(true, true, false).ListOf(15)
            select (numbers.ToArray(), open.ToArray());
        Check.One(Seeded.Cases(500), Prop.ForAll(cases.ToArbitrary(), @case =>
        {
            var (numbers, open) = @case;
            var judgements = new double?[6, 6];
            for (int i = 0, next = 0; i < 6; i++)
            {
                judgements[i, i] = 1;
                for (var j = i + 1; j < 6; j++)
                {
                    // Each is compared with the one before, so that all hang together.
                    if (open[next++] && j > i + 1)
                        continue;
                    judgements[i, j] = (double)numbers[i] / numbers[j];
                    judgements[j, i] = (double)numbers[j] / numbers[i];
                }
            }

            var weights = PairwiseComparison.Of([.. Enumerable.Range(0, 6).Select(i => $"c{i}")], judgements);
            return weights.ConsistencyRatio < 1e-9
                && numbers.Select((number, i) => Math.Abs(weights.Weights[i] - ((double)number / numbers.Sum()))).Max() < 1e-9;
        }));
    }

    [Fact]
    public void An_open_pair_does_not_hide_the_inconsistency_of_the_others()
    {
        // a > b > c > a is said of three, and the fourth is compared with one of them.
        var weights = PairwiseComparison.OfUpper(["a", "b", "c", "d"], [3, 1 / 3.0, 2, 3, null, null]);
        weights.Open.Should().Equal(("b", "d"), ("c", "d"));
        weights.IsConsistent.Should().BeFalse();

        // Two open pairs of the three that could be leave a third of the random index of four.
        weights.ConsistencyRatio.Should().BeApproximately(weights.ConsistencyIndex / (.90 / 3), 1e-12);
    }

    [Fact]
    public void Criteria_that_fall_apart_are_named()
    {
        ((Action)(() => PairwiseComparison.OfUpper(["a", "b", "c", "d"], [2, null, null, null, null, 3])))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
                "judgements: no judgement connects c, d with the others; compare one of them with one of those");
        ((Action)(() => PairwiseComparison.Of(["a", "b"], new double?[,] { { 1, 2 }, { null, 1 } })))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
                "judgements[\"b\", \"a\"]: it is open, and its reciprocal is not; give both or neither");
    }

    [Fact]
    public void Several_judges_are_put_together_by_the_geometric_mean()
    {
        double?[,] first = { { 1, 2 }, { 0.5, 1 } };
        double?[,] second = { { 1, 8 }, { 0.125, 1 } };
        PairwiseComparison.OfJudges(["a", "b"], [first, second])["a"].Should().BeApproximately(.8, 1e-12, "√(2·8) is 4");
        PairwiseComparison.OfJudges(["a", "b"], [first])["a"].Should().Be(PairwiseComparison.OfUpper(["a", "b"], 2)["a"]);

        // Who has not judged a pair does not count for it.
        double?[,] silent = { { 1, null }, { null, 1 } };
        PairwiseComparison.OfJudges(["a", "b"], [first, silent, second])["a"].Should().BeApproximately(.8, 1e-12);
        ((Action)(() => PairwiseComparison.OfJudges(["a", "b"], [silent, silent]))).Should().Throw<InvalidModelException>()
            .WithMessage("*judges: no judgement connects b with the others*");
        ((Action)(() => PairwiseComparison.OfJudges(["a", "b"], [first, new double?[,] { { 1, 12 }, { 2, 1 } }])))
            .Should().Throw<InvalidModelException>().WithMessage("*judges[1][\"a\", \"b\"]: 12 is not between 1/9 and 9*");
        ((Action)(() => PairwiseComparison.OfJudges(["a", "b"], []))).Should().Throw<ArgumentException>().WithParameterName("judges");
        ((Action)(() => PairwiseComparison.OfJudges(["a", "b"], [null!]))).Should().Throw<ArgumentNullException>();
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
            "judgements[\"quality\", \"quality\"]: 2 is not 1; a criterion is as important as itself");
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(1 / 9.0, true)]
    [InlineData(0.1111111, true)]
    [InlineData(9.00001, false)]
    [InlineData(0.11, true)]
    [InlineData(0.1111, true)]
    [InlineData(0.1, false)]
    [InlineData(0.1105, false)]
    [InlineData(0.109, false)]
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
        var sixteen = Enumerable.Range(0, 16).Select(i => $"c{i}").ToArray();
        ((Action)(() => PairwiseComparison.OfUpper(sixteen, [.. Enumerable.Repeat(1.0, 120)])))
            .Should().Throw<InvalidModelException>().WithMessage("*16*1 to 15*");
        ((Action)(() => PairwiseComparison.OfUpper(sixteen[..15], [.. Enumerable.Repeat(1.0, 105)]))).Should().NotThrow();
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
