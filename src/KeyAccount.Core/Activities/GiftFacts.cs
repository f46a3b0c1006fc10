namespace KeyAccount.Core.Activities;

/// <summary>What decides whether a gift may be given.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record GiftFacts
{
    /// <summary>What a gift is worth for each guest; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public required decimal ValuePerHead { get; init => field = FactRange<GiftFacts>.Checked(value); }

    /// <summary>The highest value that is allowed for each guest; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal Limit { get; init => field = FactRange<GiftFacts>.Checked(value); } = ActivityTables.GiftLimit;

    /// <summary>Whether it is cash, or as good as cash: a card, a voucher, a refund.</summary>
    public bool IsCash { get; init; }

    /// <summary>Whether the guest works for a public body or a state-owned company; null if not known.</summary>
    public bool? IsPublicSector { get; init; }
}
