using KeyAccount.Core.Tests.Scoring;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>An account with figures that may be missing, of which a part may be missing, of which a part may be missing.</summary>
public sealed class Row
{
    public int Id { get; init; }

    public Figures? Figures { get; init; }
}

/// <summary>1,000 random accounts in a database in memory.</summary>
public sealed class StoredFigures : IDisposable
{
    private static readonly double[] Numbers = [-5, -1, 0, 0.5, 1, 2, 2.5, 3, 5, 8, 10, 60, 100];

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Random _random = new(97);

    public StoredFigures()
    {
        _connection.Open();
        using var ledger = Open();
        ledger.Database.EnsureCreated();
        ledger.AddRange(Enumerable.Range(1, 1_000).Select(id => new Row { Id = id, Figures = Perhaps(AnyFigures) }));
        ledger.SaveChanges();
        ledger.ChangeTracker.Clear();
        All = [.. ledger.Rows.OrderBy(row => row.Id)];
    }

    /// <summary>Gets the accounts by id, from 1.</summary>
    public IReadOnlyList<Row> All { get; }

    internal static Ledger OnPostgres() => new(new DbContextOptionsBuilder<Ledger>().UseNpgsql("Host=nowhere").Options);

    internal Ledger Open() => new(new DbContextOptionsBuilder<Ledger>().UseSqlite(_connection).Options);

    public void Dispose() => _connection.Dispose();

    private Figures AnyFigures() => new()
    {
        A = Perhaps(() => (double?)Number()),
        B = Perhaps(() => (double?)Number()),
        C = Perhaps(() => (double?)Number()),
        D = Perhaps(() => (double?)Number()),
        Plain = Number(),
        Ratio = Perhaps(() => (float?)Number()),
        Count = Perhaps(() => (int?)_random.Next(-3, 9)),
        Whole = _random.Next(-2, 5),
        Amount = Perhaps(() => (decimal?)Number()),
        Flag = Perhaps(() => (bool?)(_random.Next(2) == 0)),
        Standing = Perhaps(AnyStanding),
        Part = Perhaps(() => AnyPart(Perhaps(() => AnyPart(null)))),
    };

    private Part AnyPart(Part? inner) =>
        new() { Depth = Number(), Height = Perhaps(() => (double?)Number()), Active = _random.Next(2) == 0, Standing = Perhaps(AnyStanding), Inner = inner };

    private Standing AnyStanding() => Standing.InOrder[_random.Next(4)];

    private double Number() => Numbers[_random.Next(Numbers.Length)];

    private T? Perhaps<T>(Func<T?> value) => _random.Next(6) == 0 ? default : value();
}

/// <summary>The database of <see cref="Row"/>.</summary>
internal sealed class Ledger(DbContextOptions<Ledger> options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Row>().OwnsOne(
        row => row.Figures, figures => figures.OwnsOne(each => each.Part, part => part.OwnsOne(each => each.Inner, inner => inner.Ignore(each => each.Inner))));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Standing>().HaveConversion<StandingByValue>();

    private sealed class StandingByValue() : ValueConverter<Standing, int>(standing => standing.Value, value => Standing.FromValue(value));
}
