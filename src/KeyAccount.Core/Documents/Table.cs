using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Documents;

/// <summary>A table with a title for each column.</summary>
public sealed record Table : Block
{
    /// <summary>A table.</summary>
    /// <param name="columns">Its columns; at least one.</param>
    /// <param name="rows">Its rows, each with a cell for every column.</param>
    /// <exception cref="ArgumentNullException">An argument, a column or a row is null.</exception>
    /// <exception cref="ArgumentException">There is no column, or the number of cells in a row differs from the number of
    /// columns.</exception>
    [JsonConstructor]
    public Table(IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows)
    {
        Columns = Parts.Of(columns);
        Rows = Parts.Of(rows);
        if (Columns.Count == 0)
            throw new ArgumentException("columns is empty; a table must have at least one.", nameof(columns));
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Cells.Count != Columns.Count)
            {
                throw new ArgumentException(
                    Invariant($"rows[{i}] has {Rows[i].Cells.Count} cells; it must have one for each of the {Columns.Count} columns."),
                    nameof(rows));
            }
        }
    }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Its rows, each with a cell for every column.</summary>
    public IReadOnlyList<TableRow> Rows { get; }
}
