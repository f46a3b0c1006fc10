using System.Numerics;
using System.Runtime.InteropServices;

namespace KeyAccount.Core.Statistics;

/// <summary>A stable sort of whole numbers in linear time.</summary>
internal static class RadixSort
{
    private const int MostBits = 11;

    // Below this a comparing sort is faster.
    private const int Few = 1_024;

    /// <summary>Sorts keys in descending order.</summary>
    /// <param name="keys">The keys.</param>
    public static void Descending(long[] keys)
    {
        if (keys.Length <= Few)
        {
            Array.Sort(keys);
            Array.Reverse(keys);
            return;
        }

        // Counted from the highest down, only the bits that differ take a pass.
        var (lowest, highest) = Ends(keys);
        var distances = MemoryMarshal.Cast<long, ulong>(keys.AsSpan());
        Flip(distances, highest);
        var sorted = Ascending(distances, new ulong[keys.Length], 0, Bits((ulong)(highest - lowest)));
        sorted.CopyTo(distances);
        Flip(distances, highest);
    }

    /// <summary>Sorts keys in descending order.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="room">As long as <paramref name="keys"/>, to work in; what is in it afterwards means nothing.</param>
    /// <returns>The index that each key had; of equal keys the smaller index comes first.</returns>
    public static int[] Descending(long[] keys, long[] room)
    {
        var order = new int[keys.Length];
        if (keys.Length == 0)
            return order;
        var (lowest, highest) = Ends(keys);
        var indexBits = Bits((ulong)(keys.Length - 1));
        var indexes = (1UL << indexBits) - 1;
        var keyBits = Bits((ulong)(highest - lowest));
        var packed = MemoryMarshal.Cast<long, ulong>(keys.AsSpan());
        var free = MemoryMarshal.Cast<long, ulong>(room.AsSpan());
        if (indexBits + keyBits <= 64)
        {
            // A key and its index are one number.
            for (var i = 0; i < packed.Length; i++)
                packed[i] = ((ulong)(highest - keys[i]) << indexBits) | (uint)i;
            if (packed.Length <= Few)
                packed.Sort();
            else
                packed = Ascending(packed, free, indexBits, keyBits);
            for (var i = 0; i < order.Length; i++)
            {
                var both = packed[i];
                order[i] = (int)(both & indexes);
                keys[i] = highest - (long)(both >> indexBits);
            }

            return order;
        }

        // As many bits of the keys at a time as have room beside an index, the lowest first.
        packed = new ulong[keys.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        for (var done = 0; done < keyBits; done += 64 - indexBits)
        {
            for (var i = 0; i < packed.Length; i++)
                packed[i] = ((ulong)(highest - keys[order[i]]) >> done << indexBits) | (uint)order[i];
            var sorted = Ascending(packed, free, indexBits, Math.Min(64 - indexBits, keyBits - done));
            for (var i = 0; i < order.Length; i++)
                order[i] = (int)(sorted[i] & indexes);
        }

        keys.CopyTo(room, 0);
        for (var i = 0; i < order.Length; i++)
            keys[i] = room[order[i]];
        return order;
    }

    // By the bits from a place on, the lowest digits first. The digits are as narrow as the number of passes allows, so that few places are
    // written to in turn.
    private static Span<ulong> Ascending(Span<ulong> from, Span<ulong> to, int start, int bits)
    {
        var passes = (bits + MostBits - 1) / MostBits;
        var width = passes == 0 ? 0 : (bits + passes - 1) / passes;
        var mask = (1UL << width) - 1;
        Span<int> places = stackalloc int[1 << width];
        for (var pass = 0; pass < passes; pass++)
        {
            var shift = start + (pass * width);
            places.Clear();
            foreach (var key in from)
                places[(int)((key >> shift) & mask)]++;
            var next = 0;
            foreach (ref var place in places)
                (place, next) = (next, next + place);
            foreach (var key in from)
                to[places[(int)((key >> shift) & mask)]++] = key;
            var other = from;
            from = to;
            to = other;
        }

        return from;
    }

    private static void Flip(Span<ulong> keys, long highest)
    {
        foreach (ref var key in keys)
            key = (ulong)highest - key;
    }

    private static (long Lowest, long Highest) Ends(long[] keys)
    {
        var (lowest, highest) = (long.MaxValue, long.MinValue);
        foreach (var key in keys)
            (lowest, highest) = (Math.Min(lowest, key), Math.Max(highest, key));
        return (lowest, highest);
    }

    private static int Bits(ulong largest) => largest == 0 ? 0 : BitOperations.Log2(largest) + 1;
}
