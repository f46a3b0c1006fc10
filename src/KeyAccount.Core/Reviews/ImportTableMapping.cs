using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>How the columns of one table are read.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ImportTableMapping
{
    /// <summary>The culture of its numbers and dates, such as <c>de-DE</c>; null to tell it from the columns.</summary>
    public string? Culture { get; init; }

    /// <summary>The title of a column of dates: of the rows of an account the latest counts, as with surveys. Null where all rows must
    /// agree.</summary>
    public string? Latest { get; init; }

    /// <summary>The columns that are read, each with the title that it has in the table. A title may stand more than once, with another
    /// path.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<ImportColumn>.Empty;

    /// <summary>The titles of columns that are left out on purpose.</summary>
    public IReadOnlyList<string> Ignored { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<string>.Empty;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ImportTableMapping {{ Culture = {Culture}, Latest = {Latest}, Columns = {Columns}, Ignored = {Ignored} }}");
}
