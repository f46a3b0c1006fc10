using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Records;
using KeyAccount.Core.Tests;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Estimation.Tests;

/// <summary>All 23,570 customers of CDNOW: fitted to 39 weeks, held against the 39 that follow.</summary>
public class CdnowTests
{
    private static readonly LocalDate HalfTime = new(1997, 9, 30);
    private static readonly LocalDate End = new(1998, 6, 30);

    [Fact]
    public void The_whole_cohort_is_fitted_near_the_published_sample()
    {
        var accounts = RepeatPurchases.Of(FirstHalf(), HalfTime);
        accounts.Should().HaveCount(23_570);

        var bg = MaximumLikelihood.FitBgNbd(accounts);
        bg.Outcome.Should().Be(FitOutcome.Fitted);
        Round(bg.Model!.R, bg.Model.Alpha, bg.Model.A, bg.Model.B).Should().Equal(0.2516, 4.7889, 0.7234, 2.1611);
        bg.LogLikelihood.Should().BeApproximately(-95368.4439, 1e-3);
        bg.StartsThatAgree.Should().Be(bg.Starts);

        var pareto = MaximumLikelihood.FitParetoNbd(accounts);
        Round(pareto.Model!.R, pareto.Model.Alpha, pareto.Model.S, pareto.Model.Beta).Should().Equal(0.5974, 11.5857, 0.5222, 8.8278);
        pareto.LogLikelihood.Should().BeApproximately(-95415.1186, 1e-3);

        var spend = MaximumLikelihood.FitGammaGamma(accounts);
        Round(spend.Model!.P, spend.Model.Q, spend.Model.Gamma).Should().Equal(6.2754, 3.6245, 14.9837);
        spend.SpendCorrelation.Should().BeApproximately(0.0802, 5e-5);

        // Buyers of music do not order at intervals.
        MaximumLikelihood.FitBgCnbd(accounts).Model!.K.Should().Be(1);
    }

    [Fact]
    public void Half_of_the_weeks_foretell_the_other_half()
    {
        var (accounts, all) = (RepeatPurchases.Of(FirstHalf(), HalfTime), Purchases());
        var bg = PurchaseCalibration.Of(MaximumLikelihood.FitBgNbd(accounts).Model!, all, HalfTime, End);
        var pareto = PurchaseCalibration.Of(MaximumLikelihood.FitParetoNbd(accounts).Model!, all, HalfTime, End);
        bg.Actual.Should().Be(19_684);
        bg.Error.Should().BeApproximately(-0.143, 5e-4);
        pareto.Error.Should().BeApproximately(-0.129, 5e-4);
        bg.Groups.Select(group => Math.Round(group.ExpectedPerAccount, 2)).Should().Equal(0.23, 0.52, 1.04, 1.58, 2.27, 2.89, 3.53, 6.47);
        bg.Groups.Select(group => Math.Round(group.ActualPerAccount, 2)).Should().Equal(0.25, 0.78, 1.40, 1.84, 2.45, 3.06, 3.80, 6.59);
    }

    private static double[] Round(params double[] values) => Array.ConvertAll(values, value => Math.Round(value, 4));

    private static AccountPurchase[] FirstHalf() => Array.FindAll(Purchases(), purchase => purchase.Date <= HalfTime);

    private static AccountPurchase[] Purchases() =>
    [
        .. SharedData.Rows("cdnow-purchases.csv")
            .Select(row => new AccountPurchase(row[0], LocalDatePattern.Iso.Parse(row[1]).Value, SharedData.Number(row[2]))),
    ];
}
