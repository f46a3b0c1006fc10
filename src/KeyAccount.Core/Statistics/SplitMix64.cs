namespace KeyAccount.Core.Statistics;

/// <summary>Random numbers from a seed: the same on every machine and every runtime.</summary>
/// <param name="seed">The seed.</param>
internal sealed class SplitMix64(int seed)
{
    private ulong _state = unchecked((ulong)seed);

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit)
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
        }
    }

    /// <summary>Shuffles items; every order is equally likely.</summary>
    public void Shuffle(double[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
