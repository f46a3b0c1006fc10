namespace KeyAccount.Tool.Purchases;

/// <summary>The revenue of one account: its purchases added up.</summary>
internal sealed record AccountRevenue(string Id, decimal Revenue);

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

    /// <summary>The accounts by ascending id, so that nothing depends on the order of the rows.</summary>
    public IReadOnlyList<AccountRevenue> Accounts { get; set; } = [];

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
