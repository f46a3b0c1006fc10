using System.Numerics;

namespace KeyAccount.Core.Statistics;

/// <summary>A stable sort of whole numbers in linear time.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Digits = 1 << Bits;

    // Below this a comparing sort is faster.
    private const int Few = 1_024;

    /// <summary>Sorts keys in descending order, and their items with them.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="items">One item for each key, or none.</param>
    public static void Descending(long[] keys, int[] items)
    {
        if (items.Length == 0 && keys.Length <= Few)
        {
            Array.Sort(keys);
            Array.Reverse(keys);
            return;
        }

        var (lowest, highest) = (long.MaxValue, long.MinValue);
        foreach (var key in keys)
            (lowest, highest) = (Math.Min(lowest, key), Math.Max(highest, key));
        if (keys.Length == 0 || lowest == highest)
            return;

        // Counted from the highest down, only the bits that differ take a pass.
        var bits = BitOperations.Log2((ulong)(highest - lowest)) + 1;
        var (from, fromItems) = (keys, items);
        var (to, toItems) = (new long[keys.Length], new int[items.Length]);
        var starts = new int[Digits];
        for (var shift = 0; shift < bits; shift += Bits)
        {
            Array.Clear(starts);
            foreach (var key in from)
                starts[(int)((ulong)(highest - key) >> shift) & (Digits - 1)]++;
            for (int digit = 0, next = 0; digit < Digits; digit++)
                (starts[digit], next) = (next, next + starts[digit]);
            for (var i = 0; i < from.Length; i++)
            {
                var key = from[i];
                var index = starts[(int)((ulong)(highest - key) >> shift) & (Digits - 1)]++;
                to[index] = key;
                if (fromItems.Length > 0)
                    toItems[index] = fromItems[i];
            }

            (from, fromItems, to, toItems) = (to, toItems, from, fromItems);
        }

        if (from != keys)
        {
            from.CopyTo(keys, 0);
            fromItems.CopyTo(items, 0);
        }
    }
}
