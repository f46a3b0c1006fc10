using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>A score that the database keeps: computed when a fact changes, read when it is asked for, and never read for another
/// model.</summary>
public sealed class ScoreColumnTests(PostgreSqlServer postgres)
{
    public static TheoryData<string> Providers => Ledgers.Providers;

    private static ScorecardBuilder<Firm, AccountTier> Begun { get; } = Scorecard.For<Firm, AccountTier>("firms")
        .Criterion("visits", 2, f => f.Visits, Scale.Linear((0, 0), (10, 100)))
        .Criterion("revenue", 1, f => (double?)f.Revenue - (double)f.Cost, Scale.Linear((0, 0), (2.5, 30), (40, 100)))
        .Criterion("mood", 1, f => f.Mood, Scale.Levels((Mood.Warm, 100), (Mood.Cool, 50), (Mood.Cold, 0), (Mood.Unknown, double.NaN)))
        .Cap("blocked", f => f.Blocked, AccountTier.C)
        .Bands((0, AccountTier.C), (40, AccountTier.B), (70, AccountTier.A));

    private static Scorecard<Firm, AccountTier> Model { get; } = Begun.MissingData(MissingData.Renormalize, 0.5).Build();

    private static Scorecard<Firm, AccountTier> Changed { get; } = Begun.MissingData(MissingData.AssumeWorst).Build();

    [Theory, MemberData(nameof(Providers))]
    public async Task The_column_holds_the_score_and_follows_the_facts(string provider)
    {
        var random = new Random(3);
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        await using var context = Firms.On(provider, connection, postgres, Model);
        var token = TestContext.Current.CancellationToken;
        await context.Database.EnsureDeletedAsync(token);
        await context.Database.EnsureCreatedAsync(token);
        context.AddRange(Enumerable.Range(0, 200).Select(_ => new Firm
        {
            Visits = random.Next(5) == 0 ? null : random.Next(12),
            Revenue = random.Next(5) == 0 ? null : random.Next(5000) / 100m,
            Cost = random.Next(900) / 100m,
            Mood = random.Next(5) is var mood && mood < 4 ? Mood.InOrder[mood] : null,
            Blocked = random.Next(3) switch { 0 => null, 1 => true, _ => false },
        }));
        await context.SaveChangesAsync(token);

        var query = context.All.OrderBy(f => f.Id).SelectScore(Model);
        query.ToQueryString().Should().NotContain("CASE").And.Contain("Score_");
        context.All.WhereBand(Model, AccountTier.B).ToQueryString().Should().NotContain("CASE").And.Contain("ScorePlace_");
        ScorecardQueries.Counts(context.All, Model).ToQueryString().Should().NotContain("CASE");
        var all = context.All.AsNoTracking().OrderBy(f => f.Id).ToList();
        MustAgree(query.ToList(), all, Model);
        (await context.All.CountByBandAsync(Model, token)).Select(each => each.Accounts).Should()
            .Equal(
                [.. Model.Bands.InOrder.Select(each => (long)all.Count(f => Model.BandOf(f) == each.Band)), all.Count(
                    f => Model.BandOf(f) is null)]);

        await context.All.Where(f => f.Id % 3 == 0).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.Visits, 7.5).SetProperty(f => f.Blocked, f => f.Id % 2 == 0), token);
        all = [.. context.All.AsNoTracking().OrderBy(f => f.Id)];
        MustAgree(query.ToList(), all, Model);
        context.All.SelectBand(Model, (f, band) => new { f.Id, Band = band }).OrderBy(each => each.Id).AsEnumerable().Select(each => each.Band)
            .Should().Equal(all.Select(Model.BandOf));
        (await context.Database.StoreBandsAsync(context.All, Model, f => f.Tier, token)).Should().Be(200);
        context.All.AsNoTracking().OrderBy(f => f.Id).Select(f => f.Tier).Should().Equal(all.Select(Model.BandOf));

        // Another model is another column: this one is not read for it.
        var other = context.All.OrderBy(f => f.Id).SelectScore(Changed);
        other.ToQueryString().Should().NotContain("Score_");
        MustAgree(other.ToList(), all, Changed);
        await context.Database.EnsureDeletedAsync(token);
    }

    [Fact]
    public async Task A_changed_model_is_a_new_migration_and_its_column_is_not_there_before()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        await using var before = Firms.On("SQLite", connection, postgres, Model);
        await using var after = Firms.On("SQLite", connection, postgres, Changed);
        await before.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        before.Database.GenerateCreateScript().Should().Contain("firms 1").And.NotBe(after.Database.GenerateCreateScript());
        var migration = before.GetService<IMigrationsModelDiffer>().GetDifferences(
            before.GetService<IDesignTimeModel>().Model.GetRelationalModel(), after.GetService<IDesignTimeModel>().Model.GetRelationalModel());
        migration.OfType<RenameColumnOperation>().Should().HaveCount(2, "of score and place")
            .And.OnlyContain(renamed => renamed.NewName != renamed.Name);
        migration.OfType<AlterColumnOperation>().Should().HaveCount(2).And.OnlyContain(
            altered => altered.ComputedColumnSql != altered.OldColumn.ComputedColumnSql && altered.IsStored == true);
        after.All.SelectScore(Changed).Invoking(scores => scores.ToList()).Should().Throw<SqliteException>()
            .WithMessage("*no such column*Score_*");
    }

    [Fact]
    public void What_is_not_in_the_table_is_refused_by_the_key_of_the_criterion()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        var lucky = Scorecard.For<Firm, AccountTier>("lucky").Criterion("visits", 1, f => f.Visits, Scale.Linear((0, 0), (10, 100)))
            .Criterion("luck", 1, f => f.Luck, Scale.Linear((0, 0), (10, 100))).Bands((0, AccountTier.C)).Build();
        using var context = Firms.On("SQLite", connection, postgres, lucky);
        context.Invoking(c => c.Model).Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path).Should()
            .Equal("criteria[\"luck\"].measure");
    }

    [Fact]
    public void Arithmetic_of_decimals_is_refused_where_the_program_would_do_it()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        var exact = Scorecard.For<Firm, AccountTier>("exact").Criterion("visits", 1, f => f.Visits, Scale.Linear((0, 0), (10, 100)))
            .Criterion("left", 1, f => (double?)(f.Revenue - f.Cost), Scale.Linear((0, 0), (10, 100))).Bands((0, AccountTier.C)).Build();
        using var context = Firms.On("SQLite", connection, postgres, exact);
        context.Invoking(c => c.Model).Should().Throw<InvalidModelException>()
            .WithMessage("*criteria[\"left\"].measure: *convert each to double first*");
    }

#if NET10_0_OR_GREATER
    [Fact]
    public void On_SQL_Server_the_columns_are_computed_and_kept()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        using var context = Firms.On("SQL Server", connection, postgres, Model);
        var script = context.Database.GenerateCreateScript();
        SqlServerTests.MustBeRead(script);
        (script.Split(" PERSISTED").Length - 1).Should().Be(2);
        SqlServerTests.MustBeRead(context.All.WhereBand(Model, AccountTier.B).ToQueryString());
    }
#endif

    private static void MustAgree(IReadOnlyList<double?> scores, IReadOnlyList<Firm> firms, Scorecard<Firm, AccountTier> model) =>
        scores.Select(score => score ?? double.NaN).Should().Equal(
            firms.Select(model.Score), (stored, inMemory) => (double.IsNaN(stored) && double.IsNaN(inMemory))
                || Math.Abs(stored - inMemory) <= 1.000001e-6);

    private sealed class Firm
    {
        public int Id { get; init; }

        public double? Visits { get; init; }

        public decimal? Revenue { get; init; }

        public decimal Cost { get; init; }

        public Mood? Mood { get; init; }

        public bool? Blocked { get; init; }

        public AccountTier? Tier { get; init; }

        public double Luck => Id;
    }

    private sealed class Firms(DbContextOptions<Firms> options, Scorecard<Firm, AccountTier> model) : DbContext(options)
    {
        public DbSet<Firm> All => Set<Firm>();

        public Scorecard<Firm, AccountTier> Stored => model;

        public static Firms On(string provider, SqliteConnection connection, PostgreSqlServer postgres, Scorecard<Firm, AccountTier> model)
        {
            var options = new DbContextOptionsBuilder<Firms>();
            if (provider == "SQLite")
                options.UseSqlite(connection);
#if MARIADB
            else if (provider == "MariaDB")
                options.UseMySql(MariaDbServer.ConnectionTo("firms_" + Guid.NewGuid().ToString("N")), new MariaDbServerVersion(new Version(10, 11)));
#endif
#if NET10_0_OR_GREATER
            else if (provider == "SQL Server")
                options.UseSqlServer("Server=nowhere");
#endif
            else
                options.UseNpgsql(postgres.ConnectionTo("firms_" + Guid.NewGuid().ToString("N")));
            options.ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, ByModel>();
            return new(options.Options, model);
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Firm>().HasScoreColumn(model, Database);

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UseKeyAccountTerms(TermStorage.Value, typeof(Mood).Assembly).UseKeyAccountTerm<Mood>(TermStorage.Name);

        private sealed class ByModel : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
        {
            public object Create(DbContext context, bool designTime) =>
                (context is Firms firms ? firms.Stored : (object)context.GetType(), designTime);
        }
    }
}
