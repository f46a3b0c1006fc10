using System.Runtime.InteropServices;

namespace KeyAccount.Core.Reviews;

/// <summary>What the rows of one month add up to.</summary>
/// <param name="key">The month, and the number of the other keys.</param>
/// <param name="table">The table of the first row.</param>
/// <param name="row">The first row.</param>
[StructLayout(LayoutKind.Auto)]
internal struct MonthSum(long key, int table, int row)
{
    public decimal Sum;

    public readonly long Key = key;

    public readonly int Table = table;

    public readonly int Row = row;
}
