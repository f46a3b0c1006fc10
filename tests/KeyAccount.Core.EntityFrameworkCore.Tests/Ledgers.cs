using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>A customer as a user's own program keeps it, with a history.</summary>
public sealed class Customer
{
    public int Id { get; init; }

    public string Country { get; init; } = "";

    public long Cents { get; init; }

    public int SmallCents { get; init; }

    public decimal Revenue { get; init; }

    public double? Visits { get; init; }

    public double? Margin { get; init; }

    public bool? Blocked { get; init; }

    public AccountTier? Tier { get; set; }

    public Mood Mood { get; init; } = Mood.Warm;

    /// <summary>Gets what no column holds.</summary>
    public double Luck => Id * 2.5;

    public ICollection<AssessmentSnapshot<AccountTier>> Assessments { get; init; } = [];

    public ICollection<TierSnapshot<AccountTier>> Tiers { get; init; } = [];
}

internal sealed class CustomerContext(DbContextOptions<CustomerContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<AssessmentSnapshot<AccountTier>> Assessments => Set<AssessmentSnapshot<AccountTier>>();

    public DbSet<AssessmentSnapshot<string>> Labels => Set<AssessmentSnapshot<string>>();

    public DbSet<TierSnapshot<AccountTier>> Tiers => Set<TierSnapshot<AccountTier>>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseKeyAccountTerms(TermStorage.Value, typeof(Mood).Assembly).UseKeyAccountTerm<Mood>(TermStorage.Name);
}

/// <summary>A database of customers on one of the two providers, removed with it.</summary>
internal sealed class Ledgers : IDisposable
{
    private readonly DbContextOptions<CustomerContext> _options;
    private readonly SqliteConnection? _connection;

    private Ledgers(DbContextOptions<CustomerContext> options, SqliteConnection? connection)
    {
        (_options, _connection) = (options, connection);
        using var context = Open();
        context.Database.EnsureCreated();
    }

    public static Scorecard<Customer, AccountTier> Model { get; } = Scorecard.For<Customer, AccountTier>("customers")
        .Criterion("visits", 2, c => c.Visits, Scale.Linear((0, 0), (10, 100)))
        .Criterion("margin", 1, c => c.Margin, Scale.Linear((0, 0), (40, 100)))
        .Cap("blocked", c => c.Blocked, AccountTier.C)
        .Cap("slim", c => c.Margin > 38, AccountTier.B)
        .MissingData(MissingData.Renormalize, 0.5)
        .Bands((0, AccountTier.C), (40, AccountTier.B), (70, AccountTier.A))
        .Build();

    /// <summary>The databases that run here, with the Entity Framework Core of this program.</summary>
    public static TheoryData<string> Providers =>
#if MARIADB
        ["SQLite", "PostgreSQL", "MariaDB"];
#else
        ["SQLite", "PostgreSQL"];
#endif

    /// <summary>SQLite without a server, or a real server.</summary>
    public static Ledgers On(string provider, PostgreSqlServer postgres)
    {
#if MARIADB
        if (provider == "MariaDB")
        {
            return new(
                new DbContextOptionsBuilder<CustomerContext>().UseMySql(
                    MariaDbServer.ConnectionTo("customers_" + Guid.NewGuid().ToString("N")), new MariaDbServerVersion(new Version(10, 11))).Options,
                null);
        }
#endif
        if (provider == "PostgreSQL")
            return new(new DbContextOptionsBuilder<CustomerContext>().UseNpgsql(postgres.ConnectionTo("customers_" + Guid.NewGuid().ToString("N"))).Options, null);
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return new(new DbContextOptionsBuilder<CustomerContext>().UseSqlite(connection).Options, connection);
    }

    public CustomerContext Open() => new(_options);

    /// <summary>The same database with other options.</summary>
    public CustomerContext Open(Action<DbContextOptionsBuilder> configure)
    {
        var options = new DbContextOptionsBuilder<CustomerContext>(_options);
        configure(options);
        return new(options.Options);
    }

    /// <summary>Stores customers and gives them back as they are stored.</summary>
    public IReadOnlyList<Customer> Store(params IEnumerable<Customer> customers)
    {
        using var context = Open();
        context.AddRange(customers);
        context.SaveChanges();
        return [.. context.Customers.AsNoTracking().OrderBy(customer => customer.Id)];
    }

    public void Dispose()
    {
        if (_connection is null)
        {
            using var context = Open();
            context.Database.EnsureDeleted();
        }

        _connection?.Dispose();
    }
}
