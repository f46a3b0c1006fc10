using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What became of the rows of a table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Read">How many rows it has.</param>
/// <param name="Used">How many the portfolio holds something of.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ImportTableReport(string Name, long Read, long Used)
{
    /// <summary>How many rows are left over: their account or what they belong to is unknown, they have faults, or they repeat
    /// others.</summary>
    public long LeftOver => Read - Used;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ImportTableReport {{ Name = {Name}, Read = {Read}, Used = {Used}, LeftOver = {LeftOver} }}");
}
