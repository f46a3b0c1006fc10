using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Documents;

/// <summary>A matrix of numbers by two properties: tier and risk, products and accounts.</summary>
public sealed record MatrixFigure : Figure
{
    /// <summary>A matrix.</summary>
    /// <param name="name">The caption, in a few words.</param>
    /// <param name="description">The description of what the figure shows.</param>
    /// <param name="rowTitle">What the rows are.</param>
    /// <param name="columnTitle">What the columns are.</param>
    /// <param name="measure">What the numbers are.</param>
    /// <param name="columns">The titles of the columns; at least one.</param>
    /// <param name="rows">The rows, each with a field for every column.</param>
    /// <exception cref="ArgumentNullException">An argument, a column or a row is null.</exception>
    /// <exception cref="ArgumentException">There is no column, or the number of fields in a row differs from the number of
    /// columns.</exception>
    [JsonConstructor]
    public MatrixFigure(
        string name, string description, string rowTitle, string columnTitle, Axis measure, IReadOnlyList<string> columns,
        IReadOnlyList<MatrixRow> rows)
        : base(name, description)
    {
        RowTitle = Parts.NotNull(rowTitle);
        ColumnTitle = Parts.NotNull(columnTitle);
        Measure = Parts.NotNull(measure);
        Columns = Parts.Of(columns);
        Rows = Parts.Of(rows);
        if (Columns.Count == 0)
            throw new ArgumentException("columns is empty; a matrix must have at least one.", nameof(columns));
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

    /// <summary>What the rows are.</summary>
    public string RowTitle { get; }

    /// <summary>What the columns are.</summary>
    public string ColumnTitle { get; }

    /// <summary>What the numbers are.</summary>
    public Axis Measure { get; }

    /// <summary>The titles of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, each with a field for every column.</summary>
    public IReadOnlyList<MatrixRow> Rows { get; }

    // The matrix itself; a note stands in brackets behind its number.
    private protected override Table Tabulate() => new(
        [new(RowTitle), .. Columns.Select(column => TableColumn.Number(column, Measure.Unit))],
        [.. Rows.Select(row => new TableRow([row.Label, .. row.Cells.Select(CellOf)]))]);

    private Cell? CellOf(MatrixCell cell) => (Measure.CellOf(cell.Value), cell.Note) switch
    {
        ({ } number, { } note) => new TextCell($"{number.Display("")} ({note})"),
        (null, { } note) => new TextCell(note),
        (var number, null) => number,
    };
}
