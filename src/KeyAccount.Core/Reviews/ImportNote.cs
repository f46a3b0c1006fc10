using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Something an import has to tell: a fault, a row left over, a change.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Table">The table; empty for what concerns no table.</param>
/// <param name="Where">The first place, such as <c>line 5</c>; empty where there is none.</param>
/// <param name="Column">The title of the column; null where it is about a row as a whole.</param>
/// <param name="Value">The value; null where there is none.</param>
/// <param name="Message">What is wrong and what is allowed, or what it has become, in English.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ImportNote(ImportNoteKind Kind, string Table, string Where, string? Column, string? Value, string Message)
{
    /// <summary>How often.</summary>
    public long Count { get; init; } = 1;

    /// <summary>The id of the account; null where it concerns none, or more than one.</summary>
    public string? AccountId { get; init; }

    /// <summary>The place: table, row and column.</summary>
    public string Place => string.Join(", ", ((string?[])[Table, Where, Column is null ? null : $"column {Column}"])
        .Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ImportNote {{ Kind = {Kind}, Place = {Place}, Value = {Value}, Count = {Count}, Message = {Message} }}");
}
