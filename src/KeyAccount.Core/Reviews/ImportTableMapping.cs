using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The mapping of the columns of one table.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ImportTableMapping
{
    /// <summary>The culture of its numbers and dates, such as <c>de-DE</c>; null to detect it from the columns.</summary>
    public string? Culture { get; init; }

    /// <summary>The title of a date column: only the latest row of an account counts, as for surveys. Null if all rows must
    /// agree.</summary>
    public string? Latest { get; init; }

    /// <summary>The columns to read, each with its title in the table. A title may occur more than once, with different paths.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<ImportColumn>.Empty;

    /// <summary>The titles of columns that are ignored on purpose.</summary>
    public IReadOnlyList<string> Ignored { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<string>.Empty;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ImportTableMapping {{ Culture = {Culture}, Latest = {Latest}, Columns = {Columns}, Ignored = {Ignored} }}");
}
