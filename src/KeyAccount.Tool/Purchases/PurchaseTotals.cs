namespace KeyAccount.Tool.Purchases;

/// <summary>A row that cannot be read, and why.</summary>
internal sealed record RowFault(string Where, string Why)
{
    public override string ToString() => $"{Where}: {Why}";
}

/// <summary>What a file of purchases says.</summary>
internal sealed class PurchaseTotals
{
    /// <summary>How many faulty rows are named one by one.</summary>
    public const int NamedFaults = 10;

    private readonly List<RowFault> _faults = [];

    /// <summary>The revenue of each account: its purchases added up.</summary>
    public Dictionary<string, decimal> Revenues { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of the accounts in ascending order, so that nothing depends on the order of the rows.</summary>
    public string[] Accounts()
    {
        var accounts = Revenues.Keys.ToArray();
        Array.Sort(accounts, StringComparer.Ordinal);
        return accounts;
    }

    /// <summary>All rows below the header.</summary>
    public long Rows { get; set; }

    /// <summary>The rows that cannot be read.</summary>
    public long FaultyRows { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<RowFault> Faults => _faults;

    public void Add(RowFault fault)
    {
        FaultyRows++;
        if (_faults.Count < NamedFaults)
            _faults.Add(fault);
    }
}
