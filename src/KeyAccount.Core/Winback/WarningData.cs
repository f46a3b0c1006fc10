using KeyAccount.Core.Records;

namespace KeyAccount.Core.Winback;

/// <summary>What the warning signs of one customer are computed from. Null is not recorded; an empty list is recorded and holds
/// nothing.</summary>
/// <remarks>Immutable, with value equality. What is dated after the day of the report is left out.</remarks>
public sealed record WarningData
{
    /// <summary>The purchases by month; a month left out between others is one without purchases. If null, the months of <see
    /// cref="Orders"/>.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<MonthlyAmount>? Purchases { get; init => field = Listed(value, nameof(Purchases)); }

    /// <summary>The single orders; returns, which are negative, are not orders.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<AccountPurchase>? Orders { get; init => field = Listed(value, nameof(Orders)); }

    /// <summary>Our share of the customer's spending a year ago, as a fraction; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public double? ShareBefore { get; init => field = Fraction(value, nameof(ShareBefore)); }

    /// <summary>Our share of the customer's spending now, as a fraction; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public double? Share { get; init => field = Fraction(value, nameof(Share)); }

    /// <summary>The number of different products or categories bought before; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? ItemsBefore { get; init => field = Count(value, nameof(ItemsBefore)); }

    /// <summary>The number of different products or categories bought now; at least 0.</summary>
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

    /// <summary>The number of meetings per year that the service standard asks for; finite, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double? VisitsPerYear
    {
        get;
        init => field = value is { } visits ? Guard.Positive(visits, nameof(VisitsPerYear)) : null;
    }

    /// <summary>The key decision makers, including those who have left.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<KeyPersonSpan>? KeyPeople { get; init => field = Listed(value, nameof(KeyPeople)); }

    /// <summary>The steps of competitors at the customer.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<CompetitorEvent>? CompetitorEvents { get; init => field = Listed(value, nameof(CompetitorEvents)); }

    /// <summary>Its contracts, past and agreed ones included.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<AccountContract>? Contracts { get; init => field = Listed(value, nameof(Contracts)); }

    /// <summary>Whether there are talks on the next contract; null counts as no.</summary>
    public bool? HasContractTalks { get; init; }

    /// <summary>Whether the customer has barred us.</summary>
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
