using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Documents;

/// <summary>An axis of a figure: what its numbers measure, and how they are shown.</summary>
/// <param name="Title">What the axis measures.</param>
/// <param name="Unit">The unit of the axis; null for none.</param>
/// <param name="Decimals">The places after the decimal point that are shown, 0 … 28; null to show all a number has.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record Axis(
    string Title,
    string? Unit = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Decimals = 0)
{
    /// <summary>What the axis measures.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Title { get; init => field = Parts.NotNull(value, nameof(Title)); } = Parts.NotNull(Title);

    /// <summary>The date of the value 0: the numbers are days after it and are shown as dates. Null if the numbers are not dates.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalDate? Origin { get; init => field = Guard.Iso(value, nameof(Origin)); }

    internal TableColumn Column => Origin is null ? TableColumn.Number(Title, Unit) : new(Title);

    /// <summary>The date of a value on the axis; null if the numbers are not dates.</summary>
    /// <param name="value">Days after <see cref="Origin"/>, rounded to the nearest.</param>
    /// <returns>The day.</returns>
    public LocalDate? DayOf(double value) => Origin?.PlusDays((int)Math.Round(value));

    internal Cell? CellOf(decimal? value) => NumberCell.Of(value, Decimals);

    internal Cell? CellOf(double? value) =>
        value is { } number && DayOf(number) is { } day ? new DateCell(day) : NumberCell.Of(value, Decimals);
}
