using KeyAccount.Tool.Tables;
using NodaTime;

namespace KeyAccount.Tool.Purchases;

/// <summary>How one file was read.</summary>
internal sealed record FileReading(string Name, string Dialect, string Style, long Rows, long EmptyRows, long RepeatedHeaders);

/// <summary>What files of purchases say, and where every row of them has gone.</summary>
internal sealed class PurchaseTotals
{
    /// <summary>How many faulty rows are named one by one.</summary>
    public const int NamedFaults = 10;

    private readonly List<RowFault> _faults = [];
    private readonly List<FileReading> _files = [];
    private readonly SortedDictionary<string, Tally> _currencies = new(StringComparer.Ordinal);

    /// <summary>The accounts by the names they are counted under.</summary>
    public Dictionary<string, AccountSum> Sums { get; } = new(StringComparer.Ordinal);

    /// <summary>What an account is called for a reader: its id, or a pseudonym.</summary>
    public Func<string, string> NameOf { get; set; } = id => id;

    /// <summary>Every name in the files, with the account it is counted under.</summary>
    public Dictionary<string, AccountSum> Names { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<FileReading> Files => _files;

    /// <summary>All rows below the headers that hold something.</summary>
    public long Rows { get; set; }

    /// <summary>The rows that are graded.</summary>
    public Tally Counted { get; set; }

    /// <summary>Of these, the rows below zero.</summary>
    public Tally Negative { get; set; }

    /// <summary>Of these, the rows of zero.</summary>
    public long ZeroRows { get; set; }

    /// <summary>Of these, the rows that were there before.</summary>
    public Tally Repeated { get; set; }

    /// <summary>Whether so many rows came that the last of them were not compared with those before.</summary>
    public bool IsRepeatedPartial { get; set; }

    /// <summary>Whether an engine has added up the rows, in any order.</summary>
    public bool IsAddedUp { get; set; }

    public Tally OutsidePeriod { get; set; }

    /// <summary>Returns that were left out, or were more than the purchases of their account.</summary>
    public Tally ReturnsLeftOut { get; set; }

    public Tally TotalsLeftOut { get; set; }

    public Tally OtherCurrencies { get; set; }

    /// <summary>The rows that cannot be read, with their money as far as it can be read.</summary>
    public Tally Skipped { get; private set; }

    /// <summary>Of these, the rows whose money cannot be read.</summary>
    public long SkippedWithoutMoney { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<RowFault> Faults => _faults;

    /// <summary>Rows and money by currency, where the files say one.</summary>
    public IReadOnlyDictionary<string, Tally> Currencies => _currencies;

    public long WithoutCurrency { get; set; }

    public LocalDate? FirstDate { get; private set; }

    public LocalDate? LastDate { get; private set; }

    /// <summary>Rows that look like the total of others, with their money.</summary>
    public List<(string Name, string Where, decimal Money)> Suspects { get; } = [];

    /// <summary>Names of accounts that look alike, once they were looked for.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? LookAlikes { get; set; }

    /// <summary>Amounts whose digits a spreadsheet may have cut.</summary>
    public long ScientificRows { get; set; }

    /// <summary>The ids of the accounts in ascending order, so that nothing depends on the order of the rows.</summary>
    public string[] Accounts()
    {
        var accounts = Sums.Values.Where(sum => sum.Rows > 0).Select(sum => sum.Id).ToArray();
        Array.Sort(accounts, StringComparer.Ordinal);
        return accounts;
    }

    public void Add(RowFault fault, decimal? money)
    {
        Skipped = new(Skipped.Rows + 1, Skipped.Money + (money ?? 0));
        if (money is null)
            SkippedWithoutMoney++;
        if (_faults.Count < NamedFaults)
            _faults.Add(fault);
    }

    public void Add(FileReading file) => _files.Add(file);

    public void AddCurrency(string code, decimal amount, long rows = 1) =>
        _currencies[code] = _currencies.GetValueOrDefault(code).Add(amount, rows);

    public void AddDate(LocalDate date)
    {
        if (FirstDate is null || date < FirstDate)
            FirstDate = date;
        if (LastDate is null || date > LastDate)
            LastDate = date;
    }
}
