using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A row of a matrix.</summary>
/// <remarks>A value: immutable, equal when label and cells are.</remarks>
public sealed record MatrixRow
{
    /// <summary>A row.</summary>
    /// <param name="label">The label of the row.</param>
    /// <param name="cells">A field for each column.</param>
    /// <exception cref="ArgumentNullException">An argument or a field is null.</exception>
    [JsonConstructor]
    public MatrixRow(string label, IReadOnlyList<MatrixCell> cells)
    {
        Label = Parts.NotNull(label);
        Cells = Parts.Of(cells);
    }

    /// <summary>The label of the row.</summary>
    public string Label { get; }

    /// <summary>A field for each column.</summary>
    public IReadOnlyList<MatrixCell> Cells { get; }
}
