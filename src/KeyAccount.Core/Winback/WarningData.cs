using KeyAccount.Core.Records;

namespace KeyAccount.Core.Winback;

/// <summary>What the warning signs of one customer are computed from. Null is not recorded; an empty list is recorded and holds
/// nothing.</summary>
/// <remarks>Immutable; equal when every part is. What is dated after the day of the report is left out.</remarks>
public sealed record WarningData
{
    /// <summary>What it bought by month; a month left out between others is one without purchases. Where null, the months of
    /// <see cref="Orders"/>.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<MonthlyAmount>? Purchases { get; init => field = Listed(value, nameof(Purchases)); }

    /// <summary>Its single orders; returns, which are negative, are not orders.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<AccountPurchase>? Orders { get; init => field = Listed(value, nameof(Orders)); }

    /// <summary>Our share of what it spent a year ago, as a fraction; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public double? ShareBefore { get; init => field = Fraction(value, nameof(ShareBefore)); }

    /// <summary>Our share of what it spends now, as a fraction; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public double? Share { get; init => field = Fraction(value, nameof(Share)); }

    /// <summary>How many different products or categories it bought before; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? ItemsBefore { get; init => field = Count(value, nameof(ItemsBefore)); }

    /// <summary>How many different products or categories it buys now; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? Items { get; init => field = Count(value, nameof(Items)); }

    /// <summary>Its invoices.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<AccountInvoice>? Invoices { get; init => field = Listed(value, nameof(Invoices)); }

    /// <summary>Its complaints.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ComplaintSpan>? Complaints { get; init => field = Listed(value, nameof(Complaints)); }

    /// <summary>Our meetings with it.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CustomerVisit>? Visits { get; init => field = Listed(value, nameof(Visits)); }

    /// <summary>How many meetings a year the service standard asks for; finite, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double? VisitsPerYear
    {
        get;
        init => field = value is { } visits ? Guard.Positive(visits, nameof(VisitsPerYear)) : null;
    }

    /// <summary>Its key decision makers, those who left included.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<KeyPersonSpan>? KeyPeople { get; init => field = Listed(value, nameof(KeyPeople)); }

    /// <summary>What competitors have done there.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CompetitorEvent>? CompetitorEvents { get; init => field = Listed(value, nameof(CompetitorEvents)); }

    /// <summary>Its contracts, past and agreed ones included.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<AccountContract>? Contracts { get; init => field = Listed(value, nameof(Contracts)); }

    /// <summary>Whether there are talks on the next contract; null counts as no.</summary>
    public bool? HasContractTalks { get; init; }

    /// <summary>Whether it has barred us.</summary>
    public bool IsBlacklisted { get; init; }

    private static ValueList<T>? Listed<T>(IReadOnlyList<T>? items, string name) =>
        items is null ? null : ValueList.Of(items, name, name);

    private static double? Fraction(double? value, string name)
    {
        Guard.Between(value ?? 0, 0, 1, name);
        return value;
    }

    private static int? Count(int? value, string name)
    {
        Guard.NotNegative(value ?? 0, name);
        return value;
    }
}
