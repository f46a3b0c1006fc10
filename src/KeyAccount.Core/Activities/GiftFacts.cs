namespace KeyAccount.Core.Activities;

/// <summary>The facts that decide whether a gift may be given.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record GiftFacts
{
    /// <summary>The value of a gift to each guest; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public required decimal ValuePerHead { get; init => field = FactRange<GiftFacts>.Checked(value); }

    /// <summary>The highest value allowed for each guest; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal Limit { get; init => field = FactRange<GiftFacts>.Checked(value); } = ActivityTables.GiftLimit;

    /// <summary>Whether the gift is cash or a cash equivalent: a card, a voucher, a refund.</summary>
    public bool IsCash { get; init; }

    /// <summary>Whether the guest works for a public body or a state-owned company; null if not known.</summary>
    public bool? IsPublicSector { get; init; }
}
