using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Documents;

/// <summary>What the numbers along one direction of a figure are.</summary>
/// <param name="Title">What they measure.</param>
/// <param name="Unit">Their unit; null for none.</param>
/// <param name="Decimals">The places after the decimal point that are shown, 0 … 28; null for those a number has.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record Axis(
    string Title,
    string? Unit = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Decimals = 0)
{
    /// <summary>What they measure.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Title { get; init => field = Parts.NotNull(value, nameof(Title)); } = Parts.NotNull(Title);

    /// <summary>The day that 0 stands for: the numbers are days after it, and are shown as dates. Null if they are not dates.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalDate? Origin { get; init => field = Guard.Iso(value, nameof(Origin)); }

    internal TableColumn Column => Origin is null ? TableColumn.Number(Title, Unit) : new(Title);

    /// <summary>The day that a number stands for; null if the numbers are not dates.</summary>
    /// <param name="value">Days after <see cref="Origin"/>, rounded to the nearest.</param>
    /// <returns>The day.</returns>
    public LocalDate? DayOf(double value) => Origin?.PlusDays((int)Math.Round(value));

    internal Cell? CellOf(decimal? value) => NumberCell.Of(value, Decimals);

    internal Cell? CellOf(double? value) =>
        value is { } number && DayOf(number) is { } day ? new DateCell(day) : NumberCell.Of(value, Decimals);
}
