using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A row of a table.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TableRow
{
    /// <summary>A row.</summary>
    /// <param name="cells">A cell for each column; null if the value is not known.</param>
    /// <param name="isTotal">Whether the row is a total of the rows before it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is null.</exception>
    [JsonConstructor]
    public TableRow(IReadOnlyList<Cell?> cells, bool isTotal = false)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Cells = ValueList.Unchecked(cells);
        IsTotal = isTotal;
    }

    /// <summary>A cell for each column; null if the value is not known.</summary>
    public IReadOnlyList<Cell?> Cells { get; }

    /// <summary>Whether the row is a total of the rows before it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTotal { get; }

    /// <summary>The <see cref="Section.Key"/> of the section with the details of the row, in this document or in another one: a page links
    /// to it. Null for none. The key itself is not shown.</summary>
    public string? Key { get; init; }
}
