namespace KeyAccount.Tool.Tables;

/// <summary>The formats of a table, its numbers and its dates; unspecified parts are inferred from the file.</summary>
internal sealed record TableReading(TableFormat Table, NumberFormat Numbers, DateFormat? Dates)
{
    /// <summary>Whether a thread of its own reads and converts the rows of the table while those before them are used.</summary>
    public bool IsAhead { get; init; }
}
