using KeyAccount.Core.Grading;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>Reviews and plans in a database of each provider.</summary>
public sealed class ReviewStoreTests(PostgreSqlServer postgres) : IDisposable
{
    private static readonly Portfolio Portfolio = Small();
    private readonly string _folder = Directory.CreateTempSubdirectory("keyaccount-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public void A_year_of_reviews_comes_back_equal_and_can_be_asked_about(string provider)
    {
        var open = On(provider);
        var store = new DatabaseReviewStore(open);
        var history = new ReviewHistory(store);
        var reviews = Enumerable.Range(0, 12).Select(Review).ToArray();
        foreach (var review in reviews)
            history.Record(review).Should().BeTrue();

        store.Dates().Should().Equal(reviews.Select(review => review.AsOf));
        reviews.Select(review => store.Read(review.AsOf)).Should().Equal(reviews.Select(RecordedReview.Of));
        var trail = history.Of("A");
        trail.Points.Should().Equal(reviews.Select(review => ReviewPoint.Of(review.Accounts.Single(account => account.Id == "A"))));
        history.Changes().Should().Contain(step => step.Movement.Id == "A" && step.Score!.Parts.Any(part => part.Key == "grossMarginRate"));
        store.Read(new(1999, 1, 1)).Should().BeNull();
        history.Of("nobody").Points.Should().BeEmpty();

        using var context = open();
        var tier = trail.Points[0].Summary.Tier;
        context.Standings.Count(each => each.AccountId == "A" && each.Tier == tier).Should().Be(trail.Points.Count(point => point.Summary.Tier == tier));
        context.Standings.Where(each => each.Score != null).Max(each => each.Score).Should().NotBeNull();
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public void The_same_review_is_kept_once_and_another_of_that_day_is_refused(string provider)
    {
        var history = new ReviewHistory(new DatabaseReviewStore(On(provider)));
        history.Record(Review(0)).Should().BeTrue();
        history.Record(Review(0)).Should().BeFalse();
        FluentActions.Invoking(() => history.Record(Review(1) with { AsOf = Review(0).AsOf })).Should().Throw<InvalidOperationException>().WithMessage("a review as of 2026-01-31 is stored and differs*");
        history.Before(Review(1).AsOf)!.AsOf.Should().Be(Review(0).AsOf);
        history.Before(Review(0).AsOf).Should().BeNull();
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Writers_at_once_do_not_lose_one_another(string provider)
    {
        const int Writers = 4;
        const int Edits = 10;
        var store = new DatabaseReviewStore(On(provider));
        var plan = new AccountPlan
        {
            AccountId = "A",
            Actions = [.. Enumerable.Range(0, Writers).Select(i => new PlanAction { Id = $"A/{i}", Text = "t", Owner = "Li", DueOn = new(2026, 1, 1) })],
        };
        store.TryWrite(plan, 0).Should().BeTrue();
        store.TryWrite(plan, 0).Should().BeFalse("it is there already");
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            () =>
            {
                for (var i = 1; i <= Edits; i++)
                    new ReviewHistory(store).Edit("A", $"A/{writer}", action => action with { Hours = i }).IsAccepted.Should().BeTrue();
            },
            TestContext.Current.CancellationToken)));
        var stored = store.ReadPlan("A")!;
        stored.Version.Should().Be(1 + (Writers * Edits));
        stored.Plan.Actions.Should().OnlyContain(action => action.Hours == Edits && action.Revision == Edits);

        var history = new ReviewHistory(store);
        var late = history.Edit("A", "A/0", action => action, revision: 3);
        (late.IsAccepted, late.Action!.Revision).Should().Be((false, Edits));
        store.TryWrite(plan, 3).Should().BeFalse();
        history.Edit("B", "B/0", action => action).IsAccepted.Should().BeFalse();
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public void Plans_take_reviews_up_month_by_month(string provider)
    {
        var store = new DatabaseReviewStore(On(provider));
        for (var month = 0; month < 3; month++)
            new ReviewHistory(store).TakeUp(Review(month).Accounts);
        foreach (var account in Review(0).Accounts.Where(account => account.Actions.Count > 0))
            store.ReadPlan(account.Id)!.Plan.Actions.Select(action => action.Id).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(account.Actions.Count);
    }

    private static PortfolioReview Review(int month)
    {
        var value = Portfolio.Accounts[0].Value! with { GrossMarginRate = 0.1 + (0.02 * month) };
        return new AccountReviewer(ReviewModels.For(Portfolio)).Review(
            Portfolio with { AsOf = new LocalDate(2026, 1, 31).PlusMonths(month), Accounts = [Portfolio.Accounts[0] with { Value = value }, Portfolio.Accounts[1]] });
    }

    private static Portfolio Small() => Reviews.Portfolio.FromJson("""
        {
          "currency": "CNY", "asOf": "2026-01-31", "accounts": [
            { "id": "A", "owner": "Li Wei", "value": { "annualPurchases": 5000000, "grossMarginRate": 0.2, "creditDays": 30, "marketGrowthRate": 0.05, "budgetTrend": 0.1, "debtOverdueDays": 120 } },
            { "id": "B", "value": { "annualPurchases": 300000 } }
          ]
        }
        """);

    private Func<HistoryContext> On(string provider)
    {
        var options = provider == "PostgreSQL"
            ? new DbContextOptionsBuilder<HistoryContext>().UseNpgsql(postgres.ConnectionTo("history_" + Guid.NewGuid().ToString("N"))).Options
            : new DbContextOptionsBuilder<HistoryContext>().UseSqlite($"Data Source={Path.Combine(_folder, Guid.NewGuid().ToString("N"))}.db;Pooling=False").Options;
        using var context = new HistoryContext(options);
        context.Database.EnsureCreated();
        return () => new(options);
    }

    internal sealed class HistoryContext(DbContextOptions<HistoryContext> options) : DbContext(options)
    {
        public DbSet<ReviewStanding> Standings => Set<ReviewStanding>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseKeyAccountTerms(TermStorage.Name);

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddKeyAccountReviews();
    }
}
