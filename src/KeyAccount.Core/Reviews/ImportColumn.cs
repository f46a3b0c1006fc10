using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A column of a table that is imported: where its values go in the account file, and how they are read.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ImportColumn
{
    /// <summary>A column.</summary>
    /// <param name="path">Where its values go, as an <see cref="AccountColumn.Path"/>: <c>value.creditDays</c>,
    /// <c>contacts[].role</c>. <c>id</c> names the account in every table, and <c>contacts[].id</c> the person in
    /// a table of what belongs to a person.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or blank.</exception>
    public ImportColumn(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = path;
    }

    /// <summary>Where its values go.</summary>
    public string Path { get; }

    /// <summary>Its title in the table, for faults; null where it is called like its path.</summary>
    public string? Title { get; init; }

    /// <summary>What its numbers count.</summary>
    public ImportUnit Unit { get; init; }

    /// <summary>What values of the table stand for; null for nothing. <c>*</c> stands for every other value. Letter case and blanks around
    /// a value do not matter.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init => field = ValueMap.Of(value ?? ValueMap.Of<string?>([])); } =
        ValueMap.Of<string?>([]);

    /// <summary>The path of another column of the table: a value is taken only from a row that has a value there. Null where it is always
    /// taken.</summary>
    public string? OnlyWith { get; init; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ImportColumn {{ Path = {Path}, Title = {Title}, Unit = {Unit}, Values = {Values}, OnlyWith = {OnlyWith} }}");
}
