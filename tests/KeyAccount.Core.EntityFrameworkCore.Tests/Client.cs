using KeyAccount.Core.Terms;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>An account as a user's own program stores it.</summary>
public sealed class Client
{
    public int Id { get; init; }

    public double? Turnover { get; init; }

    public double? Margin { get; init; }

    public double Potential { get; init; }

    public float? Share { get; init; }

    public int Visits { get; init; }

    public int? Orders { get; init; }

    public decimal? Revenue { get; init; }

    public decimal Cost { get; init; }

    public bool? Blocked { get; init; }

    public string? Branch { get; init; }

    public Mood? Mood { get; init; }

    /// <summary>Gets what is stored in the client's own table.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Gets what is stored in a table of its own.</summary>
    public Region? Region { get; init; }

    /// <summary>Gets facts as they were collected, stored as they are.</summary>
    public Facts? Collected { get; init; }

    public ICollection<Order> Purchases { get; init; } = [];
}

public sealed class Contact
{
    public double? Reach { get; init; }

    public bool Active { get; init; }

    public Mood? Mood { get; init; }
}

public sealed class Region
{
    public int Id { get; init; }

    public double Growth { get; init; }

    public int? Rank { get; init; }
}

public sealed class Order
{
    public int Id { get; init; }

    public double Amount { get; init; }
}

public sealed class Mood : Term<Mood>
{
    public static readonly Mood Warm = new(nameof(Warm), 1);
    public static readonly Mood Cool = new(nameof(Cool), 2);
    public static readonly Mood Cold = new(nameof(Cold), 3);
    public static readonly Mood Unknown = new(nameof(Unknown), 9);

    private Mood(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>The same facts in the words of a scorecard.</summary>
public sealed record Facts
{
    public double? Sales { get; init; }

    public double? Margin { get; init; }

    public double? Potential { get; init; }

    public double? Share { get; init; }

    public int Visits { get; init; }

    public int? Orders { get; init; }

    public decimal? Revenue { get; init; }

    public decimal? Cost { get; init; }

    public bool? Blocked { get; init; }

    public string? Branch { get; init; }

    public Mood? Mood { get; init; }

    public double? Reach { get; init; }

    public bool? Active { get; init; }

    public Mood? ContactMood { get; init; }

    public double? Growth { get; init; }

    public int? Rank { get; init; }

    public double? LeftOut { get; init; }

    public int LeftOutTwo { get; init; } = 2;
}
