using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>5,000 random clients in a database in memory, and the same clients as the program holds them. Values on a knot, next to one, and
/// unknown are frequent.</summary>
public sealed class StoredClients : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly Random _random = new(20_260);

    public StoredClients()
    {
        _connection.Open();
        using var shop = Open();
        shop.Database.EnsureCreated();
        var regions = Enumerable.Range(0, 8).Select(_ => new Region { Growth = Number(), Rank = Perhaps(() => _random.Next(8)) }).ToArray();
        shop.AddRange(Enumerable.Range(0, 5_000).Select(_ => Any(regions)));
        shop.SaveChanges();
        shop.ChangeTracker.Clear();
        All = [.. shop.Clients.Include(client => client.Region).OrderBy(client => client.Id)];
    }

    /// <summary>Gets the clients by ascending id.</summary>
    public IReadOnlyList<Client> All { get; }

    internal Shop Open() => new(new DbContextOptionsBuilder<Shop>().UseSqlite(_connection).Options);

    public void Dispose() => _connection.Dispose();

    private Client Any(Region[] regions) => new()
    {
        Turnover = Perhaps(Number),
        Margin = Perhaps(Number),
        Potential = Number(),
        Share = Perhaps(() => _random.Next(101) / 100f),
        Visits = _random.Next(-1, 8),
        Orders = Perhaps(() => _random.Next(15)),
        Revenue = Perhaps(() => decimal.Round((decimal)Number(), 4)),
        Cost = _random.Next(0, 9) / 2m,
        Blocked = Perhaps(() => _random.Next(4) == 0),
        Branch = _random.Next(3) switch { 0 => null, 1 => "steel", _ => "Steel" },
        Mood = _random.Next(5) is var mood && mood < 4 ? Mood.InOrder[mood] : null,
        Contact = _random.Next(4) == 0
            ? null
            : new() { Reach = Perhaps(Number), Active = _random.Next(2) == 0, Mood = _random.Next(5) is var other && other < 4 ? Mood.InOrder[other] : null },
        Collected = _random.Next(4) == 0
            ? null
            : new()
            {
                Sales = Perhaps(Number),
                Visits = _random.Next(8),
                Orders = Perhaps(() => _random.Next(15)),
                Revenue = Perhaps(() => decimal.Round((decimal)Number(), 4)),
                Blocked = Perhaps(() => _random.Next(2) == 0),
                Mood = _random.Next(5) is var third && third < 4 ? Mood.InOrder[third] : null,
            },
        Region = _random.Next(4) == 0 ? null : regions[_random.Next(regions.Length)],
    };

    private double Number()
    {
        var knot = Models.Knots[_random.Next(Models.Knots.Length)];
        return _random.Next(8) switch
        {
            0 or 1 or 2 => knot,
            3 when knot != 0 => Math.BitIncrement(knot),
            4 when knot != 0 => Math.BitDecrement(knot),
            5 => _random.Next(-10, 110),
            _ => (_random.NextDouble() * 130) - 15,
        };
    }

    private T? Perhaps<T>(Func<T> value)
        where T : struct => _random.Next(6) == 0 ? null : value();
}
