namespace KeyAccount.Tool.Tables;

/// <summary>What is said about a table, its numbers and its dates; what is not said is inferred from the file.</summary>
internal sealed record TableReading(TableFormat Table, NumberFormat Numbers, DateFormat? Dates);
