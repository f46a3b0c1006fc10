using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>What the numbers along one direction of a figure are.</summary>
/// <param name="Title">What they measure.</param>
/// <param name="Unit">Their unit; null for none.</param>
/// <param name="Decimals">The places after the decimal point that are shown, 0 … 28; null for those a number has.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record Axis(
    string Title,
    string? Unit = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Decimals = 0)
{
    /// <summary>What they measure.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public string Title { get; init => field = Parts.NotNull(value, nameof(Title)); } = Parts.NotNull(Title);

    internal TableColumn Column => TableColumn.Number(Title, Unit);

    internal Cell? CellOf(decimal? value) => NumberCell.Of(value, Decimals);

    internal Cell? CellOf(double? value) => NumberCell.Of(value, Decimals);
}
