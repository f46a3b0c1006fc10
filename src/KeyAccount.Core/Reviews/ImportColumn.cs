using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A column of an imported table: where its values go in the account file, and how they are read.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ImportColumn
{
    /// <summary>Creates a column.</summary>
    /// <param name="path">The path of its values, as an <see cref="AccountColumn.Path"/>: <c>value.creditDays</c>, <c>contacts[].role</c>.
    /// <c>id</c> names the account in every table, and <c>contacts[].id</c> names the person in a table of entries that belong to a
    /// person.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or blank.</exception>
    public ImportColumn(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = path;
    }

    /// <summary>The path of its values in the account file.</summary>
    public string Path { get; }

    /// <summary>The title in the table, for faults; null if it is the same as the path.</summary>
    public string? Title { get; init; }

    /// <summary>The unit of its numbers.</summary>
    public ImportUnit Unit { get; init; }

    /// <summary>The meaning of values in the table; null to make a value unknown. <c>*</c> stands for every other value. Letter case and
    /// spaces around a value are ignored.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init => field = ValueMap.Of(value ?? ValueMap.Of<string?>([])); } =
        ValueMap.Of<string?>([]);

    /// <summary>The path of another column of the table: a value is used only if the row has a value there. Null to use it
    /// always.</summary>
    public string? OnlyWith { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ImportColumn {{ Path = {Path}, Title = {Title}, Unit = {Unit}, Values = {Values}, OnlyWith = {OnlyWith} }}");
}
