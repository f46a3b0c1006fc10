using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Tests.LifetimeValue;

public class SpendAndContractTests
{
    // Fader & Hardie 2007: the high-end cohort, published .668 and 3.806.
    private static readonly ShiftedBetaGeometric HighEnd = new(0.668087, 3.806087);

    [Fact]
    public void Fader_and_Hardie_2013_CDNOW()
    {
        var spend = new GammaGamma(6.25, 3.74, 15.44);
        spend.ExpectedSpend().Should().BeApproximately(35.2190, 5e-5);
        spend.ExpectedSpend(3, 50).Should().BeApproximately(48.1154, 5e-5);
        spend.ExpectedSpend(1, 10).Should().BeApproximately(17.6863, 5e-5);
        spend.ExpectedSpend(0, 1_000).Should().Be(spend.ExpectedSpend());
    }

    [Fact]
    public void The_more_orders_are_known_the_more_the_own_mean_counts()
    {
        var spend = new GammaGamma(6.25, 3.74, 15.44);
        Enumerable.Range(0, 50).Select(orders => spend.ExpectedSpend(orders, 80)).Should().BeInAscendingOrder();
        spend.ExpectedSpend(100_000, 80).Should().BeApproximately(80, 1e-2);
    }

    [Theory]
    [InlineData(1, 0, double.PositiveInfinity)]
    [InlineData(0.5, 0, double.PositiveInfinity)]
    [InlineData(1.5, 0, 6)]
    [InlineData(0.5, 1, 5.2)]
    public void Without_a_finite_mean_over_all_accounts_the_own_orders_give_one(double q, int orders, double expected) =>
        new GammaGamma(3, q, 1).ExpectedSpend(orders, 10.0 / 3).Should().BeApproximately(expected, 1e-12);

    [Fact]
    public void Fader_and_Hardie_2007_renewal_rates_of_the_high_end()
    {
        Enumerable.Range(1, 4).Select(HighEnd.RenewalRate).Zip([0.8507, 0.8780, 0.8968, 0.9106])
            .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 5e-5);
        var regular = new ShiftedBetaGeometric(0.763665, 1.295830);
        new[] { 5, 6, 7 }.Select(regular.Survival).Zip([0.2845, 0.2537, 0.2296])
            .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 5e-5);
        var seven = new ShiftedBetaGeometric(0.704077, 1.182043);
        new[] { 8, 9, 10 }.Select(seven.Survival).Zip([0.2201, 0.2044, 0.1912])
            .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 5e-5);
    }

    [Fact]
    public void Discounted_expected_residual_contracts_of_the_high_end()
    {
        var published = new ShiftedBetaGeometric(0.668, 3.806);
        Enumerable.Range(1, 4).Select(n => published.ResidualContracts(n, 0.1)).Zip([5.4149, 5.9018, 6.2943, 6.6203])
            .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 5e-5);
        published.ResidualContracts(1, 0).Should().Be(double.PositiveInfinity);
        new ShiftedBetaGeometric(1.5, 3).ResidualContracts(2, 0).Should().BeApproximately(8, 1e-12);
        new ShiftedBetaGeometric(1.5, 3).ResidualContracts(2, 1e-12).Should().BeApproximately(8, 1e-4);
    }

    [Fact]
    public void Survival_is_the_product_of_the_renewal_rates()
    {
        var product = 1.0;
        for (var n = 1; n < 400; n++)
        {
            product *= HighEnd.RenewalRate(n);
            HighEnd.Survival(n).Should().BeApproximately(product, 1e-12);
            HighEnd.RenewalRate(n + 1).Should().BeGreaterThan(HighEnd.RenewalRate(n));
        }

        HighEnd.Survival(0).Should().Be(1);
    }

    [Fact]
    public void Log_likelihoods_of_the_published_cohorts()
    {
        HighEnd.LogLikelihood(new(1000, 869, 743, 653, 593, 551, 517, 491)).Should().BeApproximately(-1611.1581, 5e-5);
        new ShiftedBetaGeometric(0.704077, 1.182043).LogLikelihood(new(1000, 631, 468, 382, 326, 289, 262, 241))
            .Should().BeApproximately(-1680.2652, 5e-5);
        new ShiftedBetaGeometric(0.763665, 1.295830).LogLikelihood(new(1000, 631, 468, 382, 326)).Should().BeApproximately(-1401.5594, 5e-5);
    }

    [Fact]
    public void A_cohort_never_grows()
    {
        ((Action)(() => _ = new RenewalCohort(10))).Should().Throw<ArgumentException>().Which.Message.Should().StartWith("customers holds 1 counts");
        ((Action)(() => _ = new RenewalCohort(10, 11))).Should().Throw<ArgumentOutOfRangeException>().Which.Message.Should()
            .StartWith("customers[1] is 11; it must be between 0 and 10.");
        ((Action)(() => _ = new RenewalCohort(-1, -2))).Should().Throw<ArgumentOutOfRangeException>().Which.Message.Should().StartWith("customers[0] is -1");
        ((Action)(() => HighEnd.RenewalRate(0))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => HighEnd.Survival(-1))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => HighEnd.ResidualContracts(1, -0.01))).Should().Throw<ArgumentOutOfRangeException>();
        new RenewalCohort(10, 10).Should().Be(new RenewalCohort([10, 10]));
    }
}
