using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Imports;

/// <summary>A table to import: its kind, its place, and its sheet.</summary>
internal sealed record ImportFile(string Table, TableSource Source, string? Sheet)
{
    /// <summary>The name in faults.</summary>
    public string Name => Sheet is null ? Source.Name : $"{Source.Name}#{Sheet}";
}
