using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KeyAccount.Core.Statistics;

/// <summary>Converts decimals to integers at a common scale, and back, without rounding.</summary>
internal static class ExactDecimal
{
    private const int LargestScale = 28;

    private static readonly Int128[] PowersOfTen = MakePowersOfTen();

    /// <summary>A decimal as mantissa and scale: value = mantissa / 10^scale.</summary>
    public static (Int128 Mantissa, int Scale) Split(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = new Int128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return (decimal.IsNegative(value) ? -magnitude : magnitude, value.Scale);
    }

    /// <summary>All values as integers of 64 bits at their largest scale, where they fit: the quick way for what accounts usually
    /// bring.</summary>
    public static bool TryToIntegers(ReadOnlySpan<decimal> values, [NotNullWhen(true)] out long[]? integers, out int scale)
    {
        scale = 0;
        foreach (var value in values)
            scale = Math.Max(scale, value.Scale);
        integers = new long[values.Length];
        Span<int> bits = stackalloc int[4];
        for (var i = 0; i < integers.Length; i++)
        {
            decimal.GetBits(values[i], bits);
            var magnitude = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
            if (bits[2] != 0 || magnitude > long.MaxValue)
                return false;
            if (values[i].Scale != scale)
            {
                var scaled = magnitude * (UInt128)PowersOfTen[scale - values[i].Scale];
                if (scaled > (ulong)long.MaxValue)
                    return false;
                magnitude = (ulong)scaled;
            }

            integers[i] = bits[3] < 0 ? -(long)magnitude : (long)magnitude;
        }

        return true;
    }

    /// <summary>All values as integers at the smallest scale that loses nothing.</summary>
    /// <exception cref="OverflowException">The integers, or the sum of the positive ones, do not fit into 128 bits.</exception>
    public static (Int128[] Integers, Int128 PositiveSum, int Scale) ToIntegers(ReadOnlySpan<decimal> values)
    {
        var scale = 0;
        foreach (var value in values)
            scale = Math.Max(scale, value.Scale);

        try
        {
            return ToIntegers(values, scale);
        }
        catch (OverflowException)
        {
            // 1.000 has the scale 3 and needs 0: without the trailing zeros it may fit.
            var shortened = new decimal[values.Length];
            scale = 0;
            for (var i = 0; i < values.Length; i++)
            {
                shortened[i] = WithoutTrailingZeros(values[i]);
                scale = Math.Max(scale, shortened[i].Scale);
            }

            return ToIntegers(shortened, scale);
        }
    }

    /// <summary>A value as an integer at a scale that loses nothing of it.</summary>
    public static Int128 ToInteger(decimal value, int scale)
    {
        var (mantissa, own) = Split(value);
        return own <= scale ? mantissa * PowersOfTen[scale - own] : mantissa / PowersOfTen[own - scale];
    }

    /// <summary>The integer at a scale as a decimal.</summary>
    /// <exception cref="OverflowException">It has more digits than a decimal holds.</exception>
    public static decimal FromInteger(Int128 integer, int scale)
    {
        var magnitude = UInt128.CreateChecked(Int128.Abs(integer));
        var most = UInt128.CreateChecked(decimal.MaxValue);
        while (magnitude > most && scale > 0 && magnitude % 10 == 0)
        {
            magnitude /= 10;
            scale--;
        }

        if (magnitude > most)
        {
            throw new OverflowException(string.Create(
                CultureInfo.InvariantCulture, $"The sum {integer} / 10^{scale} has more digits than a decimal holds."));
        }

        var low = (ulong)magnitude;
        return new((int)(uint)low, (int)(uint)(low >> 32), (int)(uint)(magnitude >> 64), Int128.IsNegative(integer), (byte)scale);
    }

    private static (Int128[] Integers, Int128 PositiveSum, int Scale) ToIntegers(ReadOnlySpan<decimal> values, int scale)
    {
        var integers = new Int128[values.Length];
        Int128 sum = 0;
        for (var i = 0; i < integers.Length; i++)
        {
            var (mantissa, own) = Split(values[i]);
            try
            {
                integers[i] = checked(mantissa * PowersOfTen[scale - own]);
                if (integers[i] > 0)
                    sum = checked(sum + integers[i]);
            }
            catch (OverflowException e)
            {
                throw new OverflowException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The revenue {values[i]} of the account at index {i} makes the portfolio too large to be added exactly with "
                    + $"{scale} decimal places: the sum must stay below 1.7e38 units of the last place."), e);
            }
        }

        return (integers, sum, scale);
    }

    private static decimal WithoutTrailingZeros(decimal value)
    {
        var (mantissa, scale) = Split(value);
        while (scale > 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            scale--;
        }

        return FromInteger(mantissa, scale);
    }

    private static Int128[] MakePowersOfTen()
    {
        var powers = new Int128[LargestScale + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
