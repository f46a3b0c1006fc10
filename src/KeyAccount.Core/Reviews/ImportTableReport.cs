using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The outcome for the rows of a table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Read">The number of rows in the table.</param>
/// <param name="Used">The number of rows that contributed to the portfolio.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ImportTableReport(string Name, long Read, long Used)
{
    /// <summary>The number of rows left over: their account or their parent entry is unknown, they have faults, or they repeat
    /// others.</summary>
    public long LeftOver => Read - Used;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ImportTableReport {{ Name = {Name}, Read = {Read}, Used = {Used}, LeftOver = {LeftOver} }}");
}
