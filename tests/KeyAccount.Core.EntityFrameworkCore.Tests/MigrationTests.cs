using System.Text.Json;
using KeyAccount.Core.EntityFrameworkCore.Tests.Migrations;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>The migrations of a host, made by its tools from <see cref="ReviewTables"/>: its own table first, then reviews as they first were, then as
/// they are today.</summary>
public sealed class MigrationTests(PostgreSqlServer postgres) : IDisposable
{
    private static readonly RecordedReview Record = RecordedReview.Of(Reviewed());

    private readonly string _folder = Directory.CreateTempSubdirectory("keyaccount-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public void The_migrations_lead_to_the_tables_of_today_and_back(string provider)
    {
        var open = On(provider);
        using (var context = open())
        {
            context.Database.Migrate();
            context.Database.HasPendingModelChanges().Should().BeFalse("a change of the tables is a migration of every host: make one here too (dotnet ef migrations add)");
            context.Database.GetPendingMigrations().Should().BeEmpty();
            context.Add(new HostCustomer { Name = "Harbour Steel" });
            context.SaveChanges();
        }

        var store = new DatabaseReviewStore(open);
        new ReviewHistory(store).Record(Reviewed()).Should().BeTrue();
        new ReviewHistory(store).TakeUp(Reviewed().Accounts);
        To(open, "Customers");
        FluentActions.Invoking(() => store.Dates()).Should().Throw<Exception>("the tables are gone");
        using (var context = open())
            context.Customers.Single().Name.Should().Be("Harbour Steel", "what is the host's stays");
        To(open, null);
        store.Dates().Should().BeEmpty();
        new ReviewHistory(store).Record(Reviewed()).Should().BeTrue();
        store.Read(Record.AsOf).Should().Be(Record);
        To(open, "0");
        FluentActions.Invoking(() => open().Customers.Count()).Should().Throw<Exception>();
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public void Rows_that_are_there_go_up_and_down_and_stay_what_they_are(string provider)
    {
        var open = On(provider);
        To(open, "Reviews");
        var plan = Planned();
        WriteAsItFirstWas(open, plan);
        To(open, null);

        var store = new DatabaseReviewStore(open);
        store.Dates().Should().Equal(Record.AsOf);
        store.Read(Record.AsOf).Should().Be(Record);
        store.PointsOf("A").Should().Equal(Record.Points.Where(point => point.Summary.Id == "A"));
        store.ReadPlan("A").Should().Be(new StoredPlan(plan, 3));
        new ReviewHistory(store).Record(Reviewed()).Should().BeFalse("it is kept already");
        new ReviewHistory(store).Edit("A", plan.Actions[0].Id, action => action with { Hours = 5 }).IsAccepted.Should().BeTrue();
        using (var context = open())
        {
            context.Set<ReviewStanding>().OrderBy(each => each.Place).Select(each => each.Tier).ToList().Should().Equal(Record.Points.Select(point => point.Summary.Tier));
            context.Set<ReviewStanding>().OrderBy(each => each.Place).Select(each => each.AnnualPurchases).ToList().Should().Equal(Record.Points.Select(point => point.Summary.AnnualPurchases));
        }

        To(open, "Reviews");
        To(open, null);
        store.Read(Record.AsOf).Should().Be(Record);
        store.ReadPlan("A")!.Version.Should().Be(4);
        store.ReadPlan("A")!.Plan.Actions[0].Hours.Should().Be(5);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public void What_a_later_version_has_written_is_neither_read_nor_overwritten(string provider)
    {
        var open = On(provider);
        To(open, null);
        var store = new DatabaseReviewStore(open);
        var history = new ReviewHistory(store);
        history.Record(Reviewed()).Should().BeTrue();
        history.TakeUp(Reviewed().Accounts);
        var plan = store.ReadPlan("A")!;
        using (var context = open())
        {
            context.Set<ReviewDate>().ExecuteUpdate(row => row.SetProperty(each => each.FormatVersion, FileFormat.History.Version + 1));
            context.Set<PlanRow>().ExecuteUpdate(row => row.SetProperty(each => each.FormatVersion, FileFormat.Plan.Version + 1));
        }

        FluentActions.Invoking(() => store.Read(Record.AsOf)).Should().Throw<InvalidOperationException>().WithMessage("The history is of version 2; this library reads versions up to 1*");
        FluentActions.Invoking(() => store.PointsOf("A")).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => store.ReadPlan("A")).Should().Throw<InvalidOperationException>().WithMessage("The plan is of version 2*");
        store.TryWrite(plan.Plan, plan.Version).Should().BeFalse();
    }

    [Fact]
    public void An_id_that_no_key_can_hold_is_refused_by_name()
    {
        var open = On("SQLite");
        To(open, null);
        var store = new DatabaseReviewStore(open);
        var (fits, longer) = (new string('x', ReviewTables.MostIdLength), new string('x', ReviewTables.MostIdLength + 1));
        store.TryWrite(new() { AccountId = fits }, 0).Should().BeTrue();
        FluentActions.Invoking(() => store.TryWrite(new() { AccountId = longer }, 0)).Should().Throw<ArgumentException>().WithMessage("plan has an account whose id has 401 characters*at most 400*");
        var point = Record.Points[0];
        FluentActions.Invoking(() => store.TryAdd(Record with { Points = [point with { Summary = point.Summary with { Id = longer } }] })).Should().Throw<ArgumentException>();
        store.Dates().Should().BeEmpty();
    }

    [Fact]
    public void The_tables_stand_in_a_schema_of_the_host()
    {
        var options = new DbContextOptionsBuilder<SchemaContext>().UseNpgsql(postgres.ConnectionTo("schema_" + Guid.NewGuid().ToString("N"))).Options;
        using (var context = new SchemaContext(options))
        {
            context.Database.EnsureCreated();
            context.Model.GetEntityTypes().Select(type => type.GetSchema()).Should().AllBe("crm").And.HaveCount(3);
        }

        var store = new DatabaseReviewStore(() => new SchemaContext(options));
        store.TryAdd(Record).Should().BeTrue();
        store.Read(Record.AsOf).Should().Be(Record);
        FluentActions.Invoking(() => new ModelBuilder().AddKeyAccountReviews(" ")).Should().Throw<ArgumentException>();
    }

    private static PortfolioReview Reviewed()
    {
        var portfolio = Portfolio.FromJson("""
            {
              "currency": "CNY", "asOf": "2026-01-31", "accounts": [
                { "id": "A", "owner": "Li Wei", "value": { "annualPurchases": 5000000.25, "grossMarginRate": 0.2, "creditDays": 30, "marketGrowthRate": 0.05, "budgetTrend": 0.1, "debtOverdueDays": 120 } },
                { "id": "B", "value": { "annualPurchases": 300000 } }
              ]
            }
            """);
        return new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio);
    }

    private static AccountPlan Planned() => new()
    {
        AccountId = "A",
        Actions = [new PlanAction { Id = "A/1", Text = "Call", Owner = "Li Wei", DueOn = new(2026, 2, 1) }],
    };

    // Not by the store: its entities have the columns of today.
    private static void WriteAsItFirstWas(Func<HostContext> open, AccountPlan plan)
    {
        using var context = open();
        using var json = JsonDocument.Parse(Record.ToJson());
        using var plans = JsonDocument.Parse(new PlanFile { Plans = [plan] }.ToJson());
        var date = Record.AsOf.ToDateOnly();
        var (currency, models) = (Record.Currency, json.RootElement.GetProperty("models").GetRawText());
        context.Database.ExecuteSql($"""INSERT INTO "KeyAccountReviews" ("AsOf", "Currency", "Models") VALUES ({date}, {currency}, {models})""");
        var points = json.RootElement.GetProperty("points").EnumerateArray().Select(each => each.GetRawText()).ToArray();
        for (var place = 0; place < points.Length; place++)
        {
            var (summary, score, point) = (Record.Points[place].Summary, Record.Points[place].Value.Score, points[place]);
            context.Database.ExecuteSql(
                $"""
                INSERT INTO "KeyAccountStandings" ("AsOf", "AccountId", "Place", "Tier", "Risk", "Score", "AnnualPurchases", "AtStake", "Json")
                VALUES ({date}, {summary.Id}, {place}, {summary.Tier?.Value}, {summary.Risk?.Value}, {score}, {summary.AnnualPurchases}, {summary.AtStake}, {point})
                """);
        }

        var row = plans.RootElement.GetProperty("plans")[0].GetRawText();
        context.Database.ExecuteSql($"""INSERT INTO "KeyAccountPlans" ("AccountId", "Version", "Json") VALUES ('A', 3, {row})""");
    }

    private static void To(Func<HostContext> open, string? migration)
    {
        using var context = open();
        context.GetService<IMigrator>().Migrate(migration);
    }

    private Func<HostContext> On(string provider)
    {
        if (provider == "PostgreSQL")
        {
            var server = new DbContextOptionsBuilder<PostgreSqlHostContext>().UseNpgsql(postgres.ConnectionTo("host_" + Guid.NewGuid().ToString("N"))).Options;
            return () => new PostgreSqlHostContext(server);
        }

        var file = new DbContextOptionsBuilder<SqliteHostContext>().UseSqlite($"Data Source={Path.Combine(_folder, Guid.NewGuid().ToString("N"))}.db;Pooling=False").Options;
        return () => new SqliteHostContext(file);
    }

    private sealed class SchemaContext(DbContextOptions<SchemaContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddKeyAccountReviews("crm");
    }
}
