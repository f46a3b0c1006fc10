using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A note of an import: a fault, a row left over, a change.</summary>
/// <param name="Kind">The kind of note.</param>
/// <param name="Table">The table; empty if the note concerns no table.</param>
/// <param name="Where">The first place, such as <c>line 5</c>; empty if there is none.</param>
/// <param name="Column">The title of the column; null if the note is about a whole row.</param>
/// <param name="Value">The value; null if there is none.</param>
/// <param name="Message">What is wrong and what is allowed, or the new value, in English.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ImportNote(ImportNoteKind Kind, string Table, string Where, string? Column, string? Value, string Message)
{
    /// <summary>The number of occurrences.</summary>
    public long Count { get; init; } = 1;

    /// <summary>The id of the account; null if the note concerns no account, or more than one.</summary>
    public string? AccountId { get; init; }

    /// <summary>The number of the row; null if the note is about no row.</summary>
    public long? Row { get; init; }

    /// <summary>The message in three languages; null for a fault, whose message is in English.</summary>
    internal Text? Text { get; init; }

    /// <summary>Returns the message in a language. A fault in a value is reported in English in every language, as all faults of the
    /// library are.</summary>
    /// <param name="languageTag">A tag as <see cref="Language.Resolve"/> takes it.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    public string MessageIn(string languageTag)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        return Text?.In(languageTag) ?? Message;
    }

    /// <summary>The place: table, row and column.</summary>
    public string Place => string.Join(", ", ((string?[])[Table, Where, Column is null ? null : $"column {Column}"])
        .Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ImportNote {{ Kind = {Kind}, Place = {Place}, Value = {Value}, Count = {Count}, Message = {Message} }}");

    /// <summary>Creates a note whose message is a text of the library.</summary>
    internal static ImportNote Of(
        ImportNoteKind kind, ImportTable? table, long? row, string? column, string? value, Text text) =>
        new(kind, table?.Name ?? "", table is null || row is null ? "" : table.WhereOf(row.Value), column, value, text.En)
        {
            Row = table is null ? null : row,
            Text = text,
        };
}
