namespace KeyAccount.Core.Reviews;

/// <summary>Reads packed rows.</summary>
internal sealed class PackedRows(ReadOnlyMemory<byte> rows, int start = 0)
{
    public int Position { get; private set; } = start;

    public bool Next() => Position < rows.Length;

    public long Varint()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = rows.Span[Position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return (long)value;
        }
    }

    public ReadOnlyMemory<byte> Bytes()
    {
        var length = (int)Varint();
        var bytes = rows.Slice(Position, length);
        Position += length;
        return bytes;
    }

    public void Skip()
    {
        while (Varint() != 0)
            _ = Bytes();
    }
}
