using System.Linq.Expressions;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>Scores over models of all kinds: inheritance in one table, in several and in one for each class, owned and complex types, query
/// filters, split queries and compiled queries.</summary>
public sealed class ComposingTests(PostgreSqlServer postgres)
{
    public static TheoryData<string, Inheritance> Models { get; } =
    [
        .. Ledgers.Providers.Select(row => row.Data).SelectMany(provider => Enum.GetValues<Inheritance>().Select(kind => (provider, kind))),
    ];

    // The operators of scores are not called in a compiled query; the expression of the score is taken.
    private static Expression<Func<Buyer, double?>> ScoreOfBuyers => OfBuyers.ToExpression();

    private static Scorecard<Company, AccountTier> InOneTable { get; } = Begun()
        .Criterion("reach", 1, c => c.Contact!.Reach, Scale.Linear((0, 0), (50, 100)))
        .Criterion("days", 1, c => c.Terms.Days, Scale.Steps((0, 100), (30, 60), (60, 10)))
        .Cap("late", c => c.Terms.Days > 80, AccountTier.B)
        .Build();

    private static Scorecard<Company, AccountTier> InSeveral { get; } = Begun()
        .Criterion("reach", 1, c => c.Contact!.Reach, Scale.Linear((0, 0), (50, 100))).Build();

    private static Scorecard<Company, AccountTier> InOneForEach { get; } = Begun().Build();

    private static Scorecard<Buyer, AccountTier> OfBuyers { get; } = Scorecard.For<Buyer, AccountTier>("buyers")
        .Criterion("visits", 2, c => c.Visits, Scale.Linear((0, 0), (10, 100)))
        .Criterion("margin", 1, c => c.Margin, Scale.Linear((0, 0), (40, 100)))
        .MissingData(MissingData.Renormalize, 0.3)
        .Bands((0, AccountTier.C), (40, AccountTier.B), (70, AccountTier.A))
        .Build();

    private static ScorecardBuilder<Company, AccountTier> Begun() => Scorecard.For<Company, AccountTier>("companies")
        .Criterion("visits", 2, c => c.Visits, Scale.Linear((0, 0), (10, 100)))
        .Cap("small", c => c.Size < 10, AccountTier.B)
        .MissingData(MissingData.Renormalize, 0.3)
        .Bands((0, AccountTier.C), (40, AccountTier.B), (70, AccountTier.A));

    [Theory, MemberData(nameof(Models))]
    public async Task Every_kind_of_model_is_scored_counted_found_and_stored(string provider, Inheritance kind)
    {
        var token = TestContext.Current.CancellationToken;
        var model = kind switch
        {
            Inheritance.OneTable => InOneTable,
            Inheritance.SeveralTables => InSeveral,
            _ => InOneForEach,
        };
        using var sqlite = new SqliteConnection("Data Source=:memory:");
        sqlite.Open();
        await using var context = CompanyContext.On(provider, kind, sqlite, postgres);
        await context.Database.EnsureCreatedAsync(token);
        try
        {
            context.AddRange(Some());
            await context.SaveChangesAsync(token);
            context.ChangeTracker.Clear();
            context.Tenant = 2;
            var all = await context.Companies.AsNoTracking().OrderBy(c => c.Id).ToListAsync(token);
            all.Should().HaveCount(28, "others are another tenant's").And.OnlyContain(c => c.Tenant == 2);

            MustBe(await context.Companies.OrderBy(c => c.Id).SelectScore(model).ToListAsync(token), all, model);
            (await context.Companies.CountByBandAsync(model, token)).Select(each => each.Accounts).Should().Equal(
                [.. model.Bands.InOrder.Select(each => (long)all.Count(c => model.BandOf(c) == each.Band)), all.Count(c => model.BandOf(c) is null)]);
            var buyers = all.OfType<Buyer>().ToList();
            MustBe(await context.Companies.OfType<Buyer>().OrderBy(c => c.Id).SelectScore(OfBuyers).ToListAsync(token), buyers, OfBuyers);
            MustBe(await context.Set<Buyer>().Where(c => c.Size > 5).OrderBy(c => c.Id).SelectScore(OfBuyers).ToListAsync(token),
                [.. buyers.Where(c => c.Size > 5)], OfBuyers);

            foreach (var tier in AccountTier.InOrder)
            {
                var found = await context.Companies.Include(c => c.Deals).WhereBand(model, tier).Where(c => c.Visits != 3).OrderBy(c => c.Id)
                    .AsSplitQuery().ToListAsync(token);
                found.Select(c => (c.GetType(), c.Id, c.Deals.Count)).Should()
                    .Equal(all.Where(c => model.BandOf(c) == tier && c.Visits != 3).Select(c => (c.GetType(), c.Id, c.Id % 3)));
                context.ChangeTracker.Clear();
            }

            var compiled = EF.CompileQuery((CompanyContext companies, double least) => companies.Set<Buyer>().Where(c => c.Visits > least)
                .OrderByDescending(ScoreOfBuyers).ThenBy(c => c.Id).Select(c => c.Id));
            compiled(context, 2).Should().Equal(buyers.Where(c => c.Visits > 2)
                .OrderByDescending(c => OfBuyers.Score(c) is var score && double.IsNaN(score) ? -1 : score).ThenBy(c => c.Id).Select(c => c.Id));

            if (kind != Inheritance.OneTableForEachClass)
            {
                (await context.Database.StoreBandsAsync(context.Companies, model, c => c.Tier, token)).Should().Be(all.Count);
                (await context.Companies.IgnoreQueryFilters().OrderBy(c => c.Id).Select(c => new { c.Tenant, c.Tier }).ToListAsync(token)).Where(c => c.Tenant == 2)
                    .Select(c => c.Tier).Should().Equal(all.Select(model.BandOf));
                (await context.Companies.IgnoreQueryFilters().CountAsync(c => c.Tenant != 2 && c.Tier != null, token)).Should().Be(0);
            }
        }
        finally
        {
            await context.Database.EnsureDeletedAsync(token);
        }
    }

    private static IEnumerable<Company> Some()
    {
        var random = new Random(5);
        for (var i = 1; i <= 56; i++)
        {
            double? visits = random.Next(5) == 0 ? null : random.Next(12);
            var contact = random.Next(4) == 0 ? null : new Reachable { Reach = random.Next(60) };
            var terms = new Terms { Days = random.Next(120) };
            var deals = Enumerable.Range(0, i % 3).Select(_ => new Deal()).ToList();
            yield return i % 2 == 0
                ? new Buyer { Id = i, Tenant = i % 4 < 2 ? 1 : 2, Visits = visits, Size = random.Next(30), Contact = contact, Terms = terms, Deals = deals, Margin = random.Next(50) }
                : new Partner { Id = i, Tenant = i % 4 < 2 ? 1 : 2, Visits = visits, Size = random.Next(30), Contact = contact, Terms = terms, Deals = deals, Growth = 0.1 };
        }
    }

    private static void MustBe<T>(List<double?> scores, IReadOnlyList<T> companies, Scorecard<T, AccountTier> model) =>
        scores.Select(score => score ?? double.NaN).Should().Equal(
            companies.Select(model.Score), (stored, here) => (double.IsNaN(stored) && double.IsNaN(here)) || Math.Abs(stored - here) <= 1.000001e-6);
}

/// <summary>How classes that inherit are stored.</summary>
public enum Inheritance
{
    OneTable,
    SeveralTables,
    OneTableForEachClass,
}

/// <summary>A company of one of two kinds.</summary>
public abstract class Company
{
    public int Id { get; init; }

    public int Tenant { get; init; }

    public double? Visits { get; init; }

    public int Size { get; init; }

    public Reachable? Contact { get; init; }

    public Terms Terms { get; init; } = new();

    public AccountTier? Tier { get; init; }

    public ICollection<Deal> Deals { get; init; } = [];
}

public sealed class Buyer : Company
{
    public double? Margin { get; init; }
}

public sealed class Partner : Company
{
    public double? Growth { get; init; }
}

/// <summary>An owned type.</summary>
public sealed class Reachable
{
    public double? Reach { get; init; }
}

/// <summary>A complex type.</summary>
public sealed class Terms
{
    public int Days { get; init; }
}

public sealed class Deal
{
    public int Id { get; init; }
}

internal sealed class CompanyContext(DbContextOptions<CompanyContext> options, Inheritance kind) : DbContext(options)
{
    public DbSet<Company> Companies => Set<Company>();

    public int Tenant { get; set; } = 1;

    private Inheritance Kind => kind;

    public static CompanyContext On(string provider, Inheritance kind, SqliteConnection sqlite, PostgreSqlServer postgres)
    {
        var options = new DbContextOptionsBuilder<CompanyContext>().ReplaceService<IModelCacheKeyFactory, ByKind>();
        var name = "companies_" + Guid.NewGuid().ToString("N");
        _ = provider switch
        {
            "SQLite" => options.UseSqlite(sqlite),
#if MARIADB
            "MariaDB" => options.UseMySql(MariaDbServer.ConnectionTo(name), new MariaDbServerVersion(new Version(10, 11))),
#endif
            _ => options.UseNpgsql(postgres.ConnectionTo(name)),
        };
        return new(options.Options, kind);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var company = modelBuilder.Entity<Company>();
        _ = kind switch
        {
            Inheritance.OneTable => company.UseTphMappingStrategy(),
            Inheritance.SeveralTables => company.UseTptMappingStrategy(),
            _ => company.UseTpcMappingStrategy(),
        };
        company.Property(c => c.Id).ValueGeneratedNever();

        // What Entity Framework knows with each of them.
        if (kind == Inheritance.OneTableForEachClass)
            company.Ignore(c => c.Contact);
        else
            company.OwnsOne(c => c.Contact);
        if (kind == Inheritance.OneTable)
            company.ComplexProperty(c => c.Terms);
        else
            company.Ignore(c => c.Terms);
        company.HasQueryFilter(c => c.Tenant == Tenant);
        modelBuilder.Entity<Buyer>();
        modelBuilder.Entity<Partner>();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseKeyAccountTerms();

    private sealed class ByKind : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) =>
            (context is CompanyContext companies ? companies.Kind : (object)context.GetType(), designTime);
    }
}
