using KeyAccount.Tool.Tables;
using NodaTime;

namespace KeyAccount.Tool.Purchases;

/// <summary>How to read files of purchases: the columns, the period, what counts.</summary>
internal sealed record PurchaseFormat
{
    public const string UsualAccount = "account_id";
    public const string UsualDate = "date";
    public const string UsualAmount = "amount";
    public const string UsualCurrency = "currency";

    /// <summary>The header of the column that names the account.</summary>
    public string Account { get; init; } = UsualAccount;

    /// <summary>The header of the column with the date; null for the usual one, which may be absent while no period is asked for.</summary>
    public string? Date { get; init; }

    /// <summary>The header of the column with the amount.</summary>
    public string Amount { get; init; } = UsualAmount;

    /// <summary>The headers of two columns whose product is the amount; null if the amount has a column of its own.</summary>
    public (string Quantity, string Price)? Product { get; init; }

    /// <summary>The header of the column with the currency; null for the usual one, which may be absent.</summary>
    public string? CurrencyColumn { get; init; }

    /// <summary>The first day that counts; null for no beginning.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day that counts; null for no end.</summary>
    public LocalDate? To { get; init; }

    public TableFormat Table { get; init; } = new();

    public NumberFormat Numbers { get; init; } = new();

    public DateFormat? Dates { get; init; }

    public Returns Returns { get; init; }

    public TotalRows Totals { get; init; }

    public bool SkipsBadRows { get; init; }

    /// <summary>The currency of the result; null if the files say it, or nobody does.</summary>
    public string? Currency { get; init; }

    /// <summary>The only currency that counts; null for every one.</summary>
    public string? OnlyCurrency { get; init; }

    /// <summary>The rates into the currency of the result; null if nothing is converted.</summary>
    public ExchangeRates? Rates { get; init; }

    /// <summary>Other names of accounts, with the names they are counted under.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public TableColumn AccountColumn => new(Account, "--account-column");

    public TableColumn DateColumn => new(Date ?? UsualDate, "--date-column", Date is not null || From is not null || To is not null);

    public TableColumn AmountColumn => new(Amount, "--amount-column");

    public TableColumn QuantityColumn => new(Product?.Quantity ?? "", "--quantity");

    public TableColumn PriceColumn => new(Product?.Price ?? "", "--price");

    public TableColumn CurrencyCodes => new(CurrencyColumn ?? UsualCurrency, "--currency-column", CurrencyColumn is not null);

    /// <summary>The columns that are looked for.</summary>
    public IReadOnlyList<TableColumn> Columns =>
        [AccountColumn, DateColumn, .. Product is null ? (TableColumn[])[AmountColumn] : [QuantityColumn, PriceColumn], CurrencyCodes];
}
