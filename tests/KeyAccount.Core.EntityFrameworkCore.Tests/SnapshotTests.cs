using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

public sealed class SnapshotTests(PostgreSqlServer postgres)
{
    private static readonly LocalDate Day = new(2026, 3, 31);

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public void An_assessment_comes_back_equal_and_can_be_asked_about(string provider)
    {
        AccountValueFacts[] facts =
        [
            new(),
            new() { AnnualPurchases = 1_200_000, GrossMarginRate = 0.22, CreditDays = 60, MarketGrowthRate = 0.04, BudgetTrend = 1 / 3.0, IndustryInfluence = FactorLevel.Medium },
            new() { AnnualPurchases = 9_000_000, GrossMarginRate = 0.4, CreditDays = 10, MarketGrowthRate = 0.1, BudgetTrend = 0.1, NetProfit = -1, DebtOverdueDays = 91 },
        ];
        var assessments = facts.Select(AccountValue.Standard.Assess).ToList();
        using var ledger = Ledgers.On(provider, postgres);
        ledger.Store(assessments.Select((assessment, i) => new Customer
        {
            Assessments = [AssessmentSnapshot<AccountTier>.From(assessment, Day), AssessmentSnapshot<AccountTier>.From(assessments[0], Day.PlusYears(-1 - i))],
        }));
        using var context = ledger.Open();

        var loaded = context.Customers.Include(c => c.Assessments).OrderBy(c => c.Id).ToList();
        loaded.Select(c => c.Assessments.Single(each => each.AsOf == new DateOnly(2026, 3, 31)).ToAssessment()).Should().Equal(assessments);
        loaded.Should().OnlyContain(c => c.Assessments.Count == 2);
        context.Assessments.Count(each => each.Contributions.Any(part => part.Key == "annualPurchases" && part.Points > 90)).Should().Be(1);
        context.Assessments.Count(each => each.Caps.Any(cap => cap.Key == "overdueDebt" && cap.State == CapState.Applied)).Should().Be(1);
        context.Assessments.Count(each => each.Band == AccountTier.C).Should().Be(assessments.Count(each => each.Band == AccountTier.C)).And.BePositive();
        context.Assessments.Where(each => each.AsOf > new DateOnly(2026, 1, 1)).SelectMany(each => each.Contributions)
            .GroupBy(part => part.Key).Select(group => new { group.Key, Mean = group.Average(part => part.Points) }).ToList().Should().HaveCount(9);

        context.Remove(context.Assessments.OrderBy(each => each.Id).First());
        context.SaveChanges();
        context.Assessments.Should().HaveCount(5);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public void Bands_may_be_strings_and_any_assessment_is_kept(string provider)
    {
        using var ledger = Ledgers.On(provider, postgres);
        var model = Scorecard.For<Customer, string>("s").Criterion("visits", 1, c => c.Visits, Scale.Linear((0, 0), (10, 100))).Bands((0, "low"), (50, "high")).Build();
        foreach (var visits in new double?[] { null, 0, 4.9999999, 5, 10 })
        {
            var assessment = model.Assess(new() { Visits = visits });
            using var context = ledger.Open();
            context.Labels.Add(AssessmentSnapshot<string>.From(assessment, Day));
            context.SaveChanges();
            context.ChangeTracker.Clear();
            context.Labels.OrderBy(each => each.Id).Last().ToAssessment().Should().Be(assessment);
        }

        FluentActions.Invoking(() => AssessmentSnapshot<string>.From(null!, Day)).Should().Throw<ArgumentNullException>();
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public void The_history_of_a_tier_comes_back_equal_and_goes_on(string provider)
    {
        double?[] scores = [null, 66, 71.5, 74, null, 75, 76, 20];
        var steps = new List<TierStep<AccountTier>>();
        TierState<AccountTier>? state = null;
        using var ledger = Ledgers.On(provider, postgres);
        var id = ledger.Store(new Customer())[0].Id;
        for (var i = 0; i < scores.Length; i++)
        {
            // Each period in a program of its own: what it goes on from is what the database holds.
            using var period = ledger.Open();
            var date = new LocalDate(2026, 1, 28).PlusMonths(3 * i);
            var customer = period.Customers.Include(c => c.Tiers.OrderByDescending(each => each.AsOf).Take(1)).Single(c => c.Id == id);
            var last = customer.Tiers.SingleOrDefault()?.ToState();
            last.Should().Be(state);
            steps.Add(scores[i] is { } score
                ? TierStability.Standard.Next(last, score, AccountValue.Standard.Bands, date)
                : TierStability.Standard.Next(last, (AccountTier?)null, date));
            state = steps[^1].State;
            customer.Tiers.Add(TierSnapshot<AccountTier>.From(steps[^1], date));
            period.SaveChanges();
        }

        using var context = ledger.Open();
        context.Tiers.OrderBy(each => each.AsOf).AsEnumerable().Select(each => each.ToStep()).Should().Equal(steps);
        steps.Select(step => step.Reason).Distinct().Should().HaveCountGreaterThan(4);
        context.Tiers.Count(each => each.Reason == TierReason.Promoted).Should().Be(steps.Count(step => step.Reason == TierReason.Promoted)).And.BePositive();
        context.Tiers.Count(each => each.Pending == AccountTier.A).Should().Be(steps.Count(step => step.State?.Pending == AccountTier.A)).And.BePositive();
    }

    [Fact]
    public void A_step_is_kept_under_its_own_date()
    {
        var step = TierStability.Standard.Next(null, AccountTier.B, Day);

        FluentActions.Invoking(() => TierSnapshot<AccountTier>.From(step, Day.PlusDays(1))).Should().Throw<ArgumentException>()
            .WithMessage("asOf is 2026-04-01; it must be 2026-03-31, the date of the state.*").WithParameterName("asOf");
        FluentActions.Invoking(() => TierSnapshot<AccountTier>.From(null!, Day)).Should().Throw<ArgumentNullException>();
    }
}
