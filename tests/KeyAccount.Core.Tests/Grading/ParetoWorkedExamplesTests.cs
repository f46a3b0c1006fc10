using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

/// <summary>The published and computed examples of the method, each named after its source.</summary>
public class ParetoWorkedExamplesTests
{
    [Fact]
    public void Gini_of_seven_values_as_published() => Gini(1, 3, 2, 1, 1, 1, 4).Should().BeApproximately(0.3076923, 5e-8);

    [Fact]
    public void Gini_of_ten_values_as_computed_from_the_formula() =>
        Gini(541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261).Should().BeApproximately(0.4620911, 5e-8);

    [Fact]
    public void S004_reads_the_head_as_80_percent_of_the_revenue_and_as_20_percent_of_the_customers()
    {
        // Ten customers that satisfy both readings at once, the document's ideal.
        int[] revenues = [50, 30, 5, 5, 5, 1, 1, 1, 1, 1];
        Tiers.Of(ParetoRule.Crossing, null, revenues).Should().Be("AABBBCCCCC");
        Tiers.Of(ParetoRule.Inclusive, null, revenues).Should().Be("AABBBCCCCC");
        Tiers.Of(ParetoRule.HeadCount, null, revenues).Should().Be("AABBBCCCCC");
    }

    [Fact]
    public void Online_Retail_UCI_2011_purchases_per_account()
    {
        var purchases = SharedData.Rows("online-retail-purchases.csv")
            .GroupBy(row => row[0], row => SharedData.Number(row[2]), StringComparer.Ordinal)
            .Select(account => account.Sum()).ToArray();

        var grading = Pareto.Grade(purchases, revenue => revenue);

        grading.Accounts.Should().HaveCount(4_338);
        grading.Total.Should().Be(8_911_407.904m);
        AccountTier.InOrder.Select(grading.CountOf).Should().Equal(1_133, 1_469, 1_736);
        grading.Gini.Should().BeApproximately(0.7151, 5e-5);
        Pareto.Gini([.. purchases.Select(revenue => (double)revenue)]).Should().BeApproximately(grading.Gini, 1e-12);
    }

    [Fact]
    public void Wholesale_customers_UCI_annual_spend_in_six_categories()
    {
        var spend = SharedData.Rows("wholesale_customers.csv").Select(row => row[2..].Sum(SharedData.Number)).ToArray();

        var grading = Pareto.Grade(spend, revenue => revenue);

        grading.Accounts.Should().HaveCount(440);
        grading.Total.Should().Be(14_619_500m);
        AccountTier.InOrder.Select(grading.CountOf).Should().Equal(252, 114, 74);
        grading.Gini.Should().BeApproximately(0.3640, 5e-5);
        Tiers.Of(ParetoRule.Crossing, null, Array.ConvertAll(spend, decimal.ToInt64)).Count(tier => tier == 'A').Should().Be(252);
    }

    // Both ways to the coefficient: the function, and the grading of the same portfolio.
    private static double Gini(params int[] values)
    {
        var gini = Pareto.Gini(Array.ConvertAll(values, value => (double)value));
        Pareto.Grade(values, value => value).Gini.Should().BeApproximately(gini, 1e-15);
        return gini;
    }
}
