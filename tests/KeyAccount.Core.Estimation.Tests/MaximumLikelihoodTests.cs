using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Estimation.Tests;

[Trait("Frameworks", "all")]
public class MaximumLikelihoodTests
{
    private static readonly BgCnbd Random = new(1, 0.6, 4, 0.9, 2.5);
    private static readonly BgCnbd Regular = new(3, 2, 4, 0.8, 4);
    private static readonly ParetoNbd Pareto = new(0.8, 6, 0.7, 12);
    private static readonly GammaGamma Spend = new(5, 4, 20);

    // Fader & Hardie 2007.
    [Theory]
    [InlineData(new[] { 1000, 631, 468, 382, 326 }, 0.763665, 1.295830, -1401.5594)]
    [InlineData(new[] { 1000, 631, 468, 382, 326, 289, 262, 241 }, 0.704077, 1.182043, -1680.2652)]
    [InlineData(new[] { 1000, 869, 743, 653, 593, 551, 517, 491 }, 0.668087, 3.806087, -1611.1581)]
    public void Fader_and_Hardie_2007_regular_and_high_end_customers(int[] customers, double alpha, double beta, double logLikelihood)
    {
        var fit = MaximumLikelihood.FitShiftedBetaGeometric([new(customers)]);
        fit.Outcome.Should().Be(FitOutcome.Fitted);
        fit.Model!.Alpha.Should().BeApproximately(alpha, 2e-5);
        fit.Model.Beta.Should().BeApproximately(beta, 2e-5);
        fit.LogLikelihood.Should().BeApproximately(logLikelihood, 1e-4);
        fit.Aic.Should().BeApproximately(4 - (2 * logLikelihood), 2e-4);
    }

    [Fact]
    public void Cohorts_of_different_length_share_one_model()
    {
        RenewalCohort[] cohorts = [new(1000, 631, 468, 382, 326, 289, 262, 241), new(500, 320), new(300, 190, 140)];
        var fit = MaximumLikelihood.FitShiftedBetaGeometric(cohorts);
        fit.Accounts.Should().Be(1_800);
        AssertMaximum(
            fit, p => new ShiftedBetaGeometric(p[0], p[1]), model => cohorts.Sum(model.LogLikelihood));
    }

    [Fact]
    public void A_fit_finds_the_model_that_made_the_data()
    {
        var random = MaximumLikelihood.FitBgNbd(Simulated.Of(Random, 4_000, 1));
        AssertNear(random, Random.R, Random.Alpha, Random.A, Random.B);
        AssertNear(MaximumLikelihood.FitBgCnbd(Simulated.Of(Regular, 4_000, 2)), 3, Regular.R, Regular.Alpha, Regular.A, Regular.B);
        AssertNear(MaximumLikelihood.FitParetoNbd(Simulated.Of(Pareto, 4_000, 3)), Pareto.R, Pareto.Alpha, Pareto.S, Pareto.Beta);
        AssertNear(MaximumLikelihood.FitGammaGamma(Simulated.Of(Spend, 4_000, 4)), Spend.P, Spend.Q, Spend.Gamma);
        random.Starts.Should().BeGreaterThan(1);
        random.StartsThatAgree.Should().Be(random.Starts);
    }

    [Fact]
    public void No_neighbour_of_the_parameters_is_likelier()
    {
        var accounts = Simulated.Of(Regular, 1_500, 5);
        AssertMaximum(
            MaximumLikelihood.FitBgNbd(accounts),
            p => new BgNbd(p[0], p[1], p[2], p[3]),
            model => accounts.Sum(x => model.LogLikelihood(x.Orders, x.LastOrder, x.Age)));
        AssertMaximum(
            MaximumLikelihood.FitBgCnbd(accounts),
            p => new BgCnbd((int)p[0], p[1], p[2], p[3], p[4]),
            model => accounts.Sum(x => model.LogLikelihood(x.Orders, x.LastOrder, x.Age, x.LogIntervals!.Value)),
            wholeNumbers: 1);
        var others = Simulated.Of(Pareto, 1_500, 5);
        AssertMaximum(
            MaximumLikelihood.FitParetoNbd(others),
            p => new ParetoNbd(p[0], p[1], p[2], p[3]),
            model => others.Sum(x => model.LogLikelihood(x.Orders, x.LastOrder, x.Age)));
        var spends = Simulated.Of(Spend, 1_500, 6);
        AssertMaximum(
            MaximumLikelihood.FitGammaGamma(spends),
            p => new GammaGamma(p[0], p[1], p[2]),
            model => spends.Sum(x => model.LogLikelihood(x.SpendOrders, (double)x.MeanSpend!.Value)));
    }

    [Fact]
    public void The_regularity_is_the_likeliest()
    {
        var accounts = Simulated.Of(Regular, 2_000, 7);
        var fits = Enumerable.Range(1, 6).Select(k => MaximumLikelihood.FitBgCnbd(accounts, new() { LargestK = k })).ToArray();
        fits.Select(fit => fit.Model!.K).Should().Equal(1, 2, 3, 3, 3, 3);
        fits.Take(3).Select(fit => fit.LogLikelihood!.Value).Should().BeInAscendingOrder();
        fits[2].Aic.Should().BeLessThan(MaximumLikelihood.FitBgNbd(accounts).Aic!.Value);
        fits[0].LogLikelihood.Should().BeApproximately(MaximumLikelihood.FitBgNbd(accounts).LogLikelihood!.Value, 1e-6);
    }

    [Fact]
    public void The_order_of_the_accounts_does_not_matter()
    {
        var accounts = Simulated.Of(Random, 3_000, 8);
        var shuffled = accounts.OrderBy(account => account.Age).ToArray();
        MaximumLikelihood.FitBgNbd(shuffled).Should().Be(MaximumLikelihood.FitBgNbd(accounts));
        MaximumLikelihood.FitParetoNbd(shuffled).Should().Be(MaximumLikelihood.FitParetoNbd(accounts));
    }

    [Fact]
    public void A_unit_of_time_changes_times_only()
    {
        var weeks = Simulated.Of(Random, 2_000, 9);
        var days = weeks.Select(x => new RepeatPurchaseSummary(x.AccountId, x.Orders, 7 * x.LastOrder, 7 * x.Age)).ToArray();
        var (one, other) = (MaximumLikelihood.FitBgNbd(weeks).Model!, MaximumLikelihood.FitBgNbd(days).Model!);
        other.R.Should().BeApproximately(one.R, 1e-6);
        other.Alpha.Should().BeApproximately(7 * one.Alpha, 1e-5);
        other.A.Should().BeApproximately(one.A, 1e-5);
        other.B.Should().BeApproximately(one.B, 1e-5);
    }

    [Fact]
    public void Standard_errors_are_the_spread_of_estimates()
    {
        var fits = Enumerable.Range(100, 40).Select(seed => MaximumLikelihood.FitGammaGamma(Simulated.Of(Spend, 1_000, seed))).ToArray();
        for (var i = 0; i < 3; i++)
        {
            var values = fits.Select(fit => fit.Parameters[i].Value).ToArray();
            var spread = Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1));
            (fits.Average(fit => fit.Parameters[i].StandardError!.Value) / spread).Should().BeInRange(0.7, 1.4);
        }
    }

    [Fact]
    public void Too_few_accounts_are_refused()
    {
        var accounts = Simulated.Of(Random, 200, 10);
        MaximumLikelihood.FitBgNbd(accounts).Model.Should().NotBeNull();
        var refused = MaximumLikelihood.FitBgNbd(accounts[1..]);
        refused.Should().BeEquivalentTo(new { Outcome = FitOutcome.TooFewAccounts, Accounts = 199, Model = (BgNbd?)null, IsFitted = false });
        refused.Reason!.En.Should().StartWith("There are 199 accounts; a model of purchases needs at least 200.");
        (refused.LogLikelihood, refused.Aic, refused.Slope).Should().Be((null, null, null));
        MaximumLikelihood.FitBgNbd(accounts[1..], new() { MinimumAccounts = 199 }).Model.Should().NotBeNull();
        MaximumLikelihood.FitParetoNbd([]).Outcome.Should().Be(FitOutcome.TooFewAccounts);
        MaximumLikelihood.FitGammaGamma(accounts).Outcome.Should().Be(FitOutcome.TooFewAccounts);
        MaximumLikelihood.FitShiftedBetaGeometric([new(199, 100, 50)]).Outcome.Should().Be(FitOutcome.TooFewAccounts);
        MaximumLikelihood.FitShiftedBetaGeometric([]).Outcome.Should().Be(FitOutcome.TooFewAccounts);
    }

    [Fact]
    public void Accounts_that_never_came_back_tell_nothing()
    {
        var accounts = Enumerable.Range(0, 300).Select(i => new RepeatPurchaseSummary($"{i}", 0, 0, 10 + i, logIntervals: 0)).ToArray();
        MaximumLikelihood.FitBgNbd(accounts).Outcome.Should().Be(FitOutcome.NoRepeatBuyers);
        MaximumLikelihood.FitBgCnbd(accounts).Outcome.Should().Be(FitOutcome.NoRepeatBuyers);
        MaximumLikelihood.FitParetoNbd(accounts).Reason!.ZhHans.Should().Contain("300");
    }

    [Fact]
    public void Spend_that_goes_with_orders_is_refused_with_the_correlation()
    {
        var accounts = Simulated.Of(Spend, 2_000, 11);
        var free = MaximumLikelihood.FitGammaGamma(accounts);
        free.SpendCorrelation.Should().BeInRange(-0.1, 0.1);
        var tied = accounts.Select(x => new RepeatPurchaseSummary(
            x.AccountId, x.Orders, 1, 2, x.SpendOrders, x.MeanSpend * x.SpendOrders)).ToArray();
        var refused = MaximumLikelihood.FitGammaGamma(tied);
        refused.Outcome.Should().Be(FitOutcome.SpendGoesWithOrders);
        refused.SpendCorrelation.Should().BeGreaterThan(0.3);
        refused.Reason!.En.Should().Contain($"the correlation is {refused.SpendCorrelation:0.00}");
        var limit = refused.SpendCorrelation!.Value;
        MaximumLikelihood.FitGammaGamma(tied, new() { LargestSpendCorrelation = limit }).Model.Should().NotBeNull();
        MaximumLikelihood.FitGammaGamma(tied, new() { LargestSpendCorrelation = Math.BitDecrement(limit) }).Model.Should().BeNull();
    }

    [Fact]
    public void Intervals_that_are_not_known_tell_no_regularity() => MaximumLikelihood
        .FitBgCnbd([.. Simulated.Of(Regular, 300, 12), new("x", 2, 3, 4)]).Outcome.Should().Be(FitOutcome.IntervalsNotKnown);

    [Theory]
    [InlineData(new[] { 1000, 600 })]
    [InlineData(new[] { 1000, 1000, 1000 })]
    [InlineData(new[] { 1000, 0, 0 })]
    public void Cohorts_that_tell_no_two_parameters_are_refused(int[] customers) =>
        MaximumLikelihood.FitShiftedBetaGeometric([new(customers)]).Outcome.Should().Be(FitOutcome.TooFewRenewals);

    [Fact]
    public void A_parameter_that_the_data_do_not_tell_is_named()
    {
        // The same rate for all who renew: the beta distribution shrinks to a point, and its parameters grow without end.
        var fit = MaximumLikelihood.FitShiftedBetaGeometric([new(100_000, 80_000, 64_000, 51_200, 40_960)]);
        fit.Outcome.Should().Be(FitOutcome.NotConverged);
        fit.IsFitted.Should().BeFalse();
        fit.Reason!.En.Should().Contain("Alpha, Beta");
        fit.Model!.RenewalRate(1).Should().BeApproximately(0.8, 1e-3);
    }

    [Fact]
    public void A_model_that_does_not_fit_the_data_says_so()
    {
        // Whoever orders at intervals leaves no trace of a death at random moments: the rate of dying becomes one and the same.
        var fit = MaximumLikelihood.FitParetoNbd(Simulated.Of(Regular, 1_500, 5));
        fit.Outcome.Should().Be(FitOutcome.NotConverged);
        fit.Reason!.En.Should().Contain("S, Beta");
        fit.Parameters.Should().HaveCount(4);
    }

    [Fact]
    public void Options_and_arguments_are_checked()
    {
        ((Action)(() => _ = new FitOptions { MinimumAccounts = 0 })).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => _ = new FitOptions { LargestK = 101 })).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => _ = new FitOptions { LargestSpendCorrelation = 1.01 })).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => MaximumLikelihood.FitBgNbd(null!))).Should().Throw<ArgumentNullException>().WithParameterName("accounts");
        ((Action)(() => MaximumLikelihood.FitBgNbd([null!]))).Should().Throw<ArgumentNullException>().WithParameterName("accounts");
        ((Action)(() => MaximumLikelihood.FitShiftedBetaGeometric([null!]))).Should().Throw<ArgumentNullException>().WithParameterName("cohorts");
    }

    private static void AssertNear<TModel>(ModelFit<TModel> fit, params double[] truth)
        where TModel : class
    {
        fit.Outcome.Should().Be(FitOutcome.Fitted);
        fit.Slope.Should().BeLessThan(1e-9);
        foreach (var (parameter, value) in fit.Parameters.Zip(truth))
            Math.Abs(parameter.Value - value).Should().BeLessThanOrEqualTo(4 * (parameter.StandardError ?? 0), parameter.Name);
    }

    // Held against the likelihood that the model itself computes, account by account.
    private static void AssertMaximum<TModel>(
        ModelFit<TModel> fit, Func<double[], TModel> make, Func<TModel, double> likelihood, int wholeNumbers = 0)
        where TModel : class
    {
        var found = fit.Parameters.Select(parameter => parameter.Value).ToArray();
        var best = likelihood(make(found));
        fit.LogLikelihood.Should().BeApproximately(best, 1e-9 * Math.Abs(best));
        for (var i = wholeNumbers; i < found.Length; i++)
        {
            foreach (var factor in new[] { 0.99, 0.999, 1.001, 1.01 })
            {
                var neighbour = found.ToArray();
                neighbour[i] *= factor;
                likelihood(make(neighbour)).Should().BeLessThan(best);
            }
        }
    }
}
