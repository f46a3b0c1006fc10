using System.IO.Hashing;

namespace KeyAccount.Tool.Purchases;

/// <summary>Rows that were there before. It keeps 31 bits of each row beside its place in the table, so that four million rows take 22 MB;
/// of as many, less than one in a hundred files has a row that is taken for another.</summary>
internal sealed class RepeatedRows(long expectedRows)
{
    private const long MostSlots = 1 << 27;

    private readonly uint[] _seen = new uint[Size(expectedRows)];
    private long _count;

    /// <summary>Whether there were more rows than could be kept: rows after that are not compared.</summary>
    public bool IsFull => _count > _seen.Length / 8 * 7;

    /// <summary>Whether a row was there before; otherwise it is kept.</summary>
    public bool Contains(ReadOnlySpan<byte> row)
    {
        if (IsFull)
            return false;
        var hash = XxHash3.HashToUInt64(row);
        var mark = (uint)hash | 1;
        for (var i = (int)(((hash >> 32) * (ulong)_seen.Length) >> 32); ; i = i + 1 == _seen.Length ? 0 : i + 1)
        {
            if (_seen[i] == mark)
                return true;
            if (_seen[i] != 0)
                continue;
            _seen[i] = mark;
            _count++;
            return false;
        }
    }

    private static int Size(long rows) => (int)Math.Clamp(rows * 4 / 3, 1024, MostSlots);
}
