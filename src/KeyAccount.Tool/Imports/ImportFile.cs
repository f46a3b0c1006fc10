using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Imports;

/// <summary>A table that is imported: what it holds, where it is, and on which sheet.</summary>
internal sealed record ImportFile(string Table, TableSource Source, string? Sheet)
{
    /// <summary>What it is called in faults.</summary>
    public string Name => Sheet is null ? Source.Name : $"{Source.Name}#{Sheet}";
}
