using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The report of an import.</summary>
/// <param name="Accounts">The number of accounts in the portfolio.</param>
/// <param name="Tables">The outcome for the rows, table by table.</param>
/// <param name="Notes">Faults, rows left over, look-alikes and changes, by kind and in the order of the rows; equal ones once, with their
/// count. At most 10,000 of each kind are kept.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Notes"/> or <paramref name="Tables"/> is null.</exception>
public sealed record ImportReport(int Accounts, IReadOnlyList<ImportTableReport> Tables, IReadOnlyList<ImportNote> Notes)
{
    /// <summary>The outcome for the rows, table by table.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ImportTableReport> Tables { get; init => field = ValueList.Of(value); } = ValueList.Of(Tables);

    /// <summary>The notes.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ImportNote> Notes { get; init => field = ValueList.Of(value); } = ValueList.Of(Notes);

    /// <summary>Counts the occurrences of a kind of note.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The sum of the counts.</returns>
    public long CountOf(ImportNoteKind kind) => Notes.Where(note => note.Kind == kind).Sum(note => note.Count);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ImportReport {{ Accounts = {Accounts}, Tables = {Tables}, Notes = {Notes.Count} }}");
}
