using System.Numerics;
using System.Runtime.InteropServices;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>Reading columns once and adding them up: what the memory allows.</summary>
public static class ColumnReader
{
    public static double Sum(ReadOnlySpan<double> column)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(column);
        Vector<double> a = default, b = default, c = default, d = default;
        var i = 0;
        for (; i + 3 < vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }

        for (; i < vectors.Length; i++)
            a += vectors[i];
        return Vector.Sum(a + b + c + d);
    }
}
