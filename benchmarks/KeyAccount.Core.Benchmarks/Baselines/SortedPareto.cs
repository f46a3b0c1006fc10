namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>What a user would write over amounts: sort them with their places, then a running sum. The crossing rule at 80 % and 95
/// %.</summary>
public static class SortedPareto
{
    public static void Grade(ReadOnlySpan<long> cents, Span<byte> tiers)
    {
        var keys = cents.ToArray();
        var items = new int[keys.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = i;
        Array.Sort(keys, items);
        Int128 total = 0, before = 0;
        foreach (var amount in keys)
            total += Math.Max(amount, 0);
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            tiers[items[i]] = keys[i] <= 0 || before * 100 >= total * 95 ? (byte)3 : before * 100 >= total * 80 ? (byte)2 : (byte)1;
            before += Math.Max(keys[i], 0);
        }
    }
}
