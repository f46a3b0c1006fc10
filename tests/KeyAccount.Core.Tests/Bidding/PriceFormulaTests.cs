using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Bidding;

namespace KeyAccount.Core.Tests.Bidding;

public class PriceFormulaTests
{
    [Fact]
    public void Order_87_article_55_thirty_points_for_the_lowest() =>
        Points(PriceFormula.LowestIsFull(30), 95, 100, 110).Should().Equal([30, 28.5, 25.909091], Same);

    [Fact]
    public void World_Bank_financial_scores_of_20_40_60() =>
        Points(PriceFormula.LowestIsFull(100, 1), 20, 40, 60).Should().Equal([100, 50, 33.3], Same);

    [Fact]
    public void Mean_based_by_three_per_cent_below_the_mean() =>
        Points(PriceFormula.MeanBased(100, 0.03), 95, 100, 110, 115).Should().Equal([96.6372, 99.0918, 91.9980, 87.0889], (a, b) => Math.Abs(a - b) < 5e-5);

    [Fact]
    public void Linear_from_the_lowest_to_the_highest() => Points(PriceFormula.Linear(40), 100, 150, 200).Should().Equal([40.0, 20, 0], Same);

    [Theory]
    [InlineData(PriceFormulaKind.Linear)]
    [InlineData(PriceFormulaKind.MeanBased)]
    [InlineData(PriceFormulaKind.LowestIsFull)]
    public void Equal_prices_have_equal_points(PriceFormulaKind kind) =>
        Points(new(kind, 30), 100, 100, 100).Should().Equal([30.0, 30, 30], Same);

    [Fact]
    public void A_disqualified_price_leaves_the_base_and_has_no_points() =>
        PriceFormula.LowestIsFull(30).PointsOf([new(50, false), new(95), new(100)]).Should().Equal(null, 30, 28.5);

    [Fact]
    public void Points_are_rounded_as_the_document_says_and_not_otherwise()
    {
        Points(PriceFormula.LowestIsFull(30, 2), 95, 110).Should().Equal([30, 25.91], Same);
        Points(PriceFormula.LowestIsFull(1, 0), 1, 2).Should().Equal([1.0, 1], Same, "half goes away from zero");
    }

    [Fact]
    public void Mean_based_points_do_not_fall_below_zero() => Points(PriceFormula.MeanBased(10), 1, 1_000).Should().Equal([0.0, 0], Same);

    [Fact]
    public void The_lowest_valid_price_never_scores_below_a_higher_one() =>
        Check.One(Seeded.Cases(300), Prop.ForAll(Prices.ToArbitrary(), prices =>
        {
            foreach (var formula in new[] { PriceFormula.LowestIsFull(30), PriceFormula.LowestIsFull(30, 2), PriceFormula.Linear(30) })
            {
                var points = Points(formula, prices);
                for (var i = 0; i < prices.Length; i++)
                {
                    for (var j = 0; j < prices.Length; j++)
                    {
                        if (prices[i] < prices[j])
                            points[i].Should().BeGreaterThanOrEqualTo(points[j]);
                    }
                }

                points.Max().Should().BeApproximately(30, 1e-9);
            }
        }));

    [Fact]
    public void What_is_no_price_or_no_formula_is_refused()
    {
        FluentActions.Invoking(() => new BidPrice(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => PriceFormula.LowestIsFull(30).PointsOf([new(5, false)])).Should().Throw<ArgumentException>().WithMessage("*at least one bid must be valid*");
        FluentActions.Invoking(() => PriceFormula.MeanBased(30, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => PriceFormula.LowestIsFull(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => PriceFormula.LowestIsFull(30, 11)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => PriceFormula.LowestIsFull(30, -1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    internal static Gen<decimal[]> Prices => Gen.Choose(1, 100_000).Select(each => each / 100m).NonEmptyListOf().Select(list => list.Take(8).ToArray());

    private static double[] Points(PriceFormula formula, params decimal[] prices) =>
        [.. formula.PointsOf([.. prices.Select(price => new BidPrice(price))]).Select(each => each!.Value)];

    private static bool Same(double a, double b) => Math.Abs(a - b) < 5e-7;
}
