namespace KeyAccount.Tool.Tables;

/// <summary>A row that cannot be read, and why.</summary>
internal sealed record RowFault(string Where, string Why)
{
    public override string ToString() => $"{Where}: {Why}";
}
