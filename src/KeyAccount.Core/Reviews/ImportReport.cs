using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What an import has to tell.</summary>
/// <param name="Accounts">How many accounts the portfolio has.</param>
/// <param name="Tables">What became of the rows, table by table.</param>
/// <param name="Notes">Faults, rows left over, look-alikes and changes, by kind and in the order of the rows; equal ones once, with their
/// count. Of a kind no more than 10,000 are kept.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Notes"/> or <paramref name="Tables"/> is null.</exception>
public sealed record ImportReport(int Accounts, IReadOnlyList<ImportTableReport> Tables, IReadOnlyList<ImportNote> Notes)
{
    /// <summary>What became of the rows, table by table.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ImportTableReport> Tables { get; init => field = ValueList.Of(value); } = ValueList.Of(Tables);

    /// <summary>What there is to tell.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ImportNote> Notes { get; init => field = ValueList.Of(value); } = ValueList.Of(Notes);

    /// <summary>How often there was something of a kind to tell.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The sum of the counts.</returns>
    public long CountOf(ImportNoteKind kind) => Notes.Where(note => note.Kind == kind).Sum(note => note.Count);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ImportReport {{ Accounts = {Accounts}, Tables = {Tables}, Notes = {Notes.Count} }}");
}
