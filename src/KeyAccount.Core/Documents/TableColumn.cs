using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its title; may be empty.</param>
/// <param name="Alignment">The alignment of its cells.</param>
/// <param name="Unit">The unit of the numbers, which then have none of their own; null if the column names no unit.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TableColumn(
    string Title,
    Alignment Alignment = Alignment.Start,
    string? Unit = null)
{
    /// <summary>Its title; may be empty.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Title { get; init => field = Parts.NotNull(value, nameof(Title)); } = Parts.NotNull(Title);

    /// <summary>The alignment of its cells.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not an <see cref="Documents.Alignment"/>.</exception>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Alignment Alignment { get; init => field = Checked(value); } = Checked(Alignment);

    /// <summary>Whether the column has few texts that repeat, such as tiers: a page then lets the reader filter the rows by them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCategory { get; init; }

    /// <summary>A column of numbers.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="unit">The unit of the numbers; null if the column names none.</param>
    /// <returns>The column, aligned at its end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> is null.</exception>
    public static TableColumn Number(string title, string? unit = null) => new(title, Alignment.End, unit);

    /// <summary>Title and unit, as shown above the column: <c>Weight (%)</c>.</summary>
    /// <returns>The text.</returns>
    public string Display() => string.IsNullOrEmpty(Unit) ? Title : Title.Length == 0 ? Unit : $"{Title} ({Unit})";

    private static Alignment Checked(Alignment alignment)
    {
        Guard.Defined(alignment);
        return alignment;
    }
}
