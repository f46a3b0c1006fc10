using System.Globalization;
using System.Numerics;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The product of two decimals with all its digits, of which a decimal may not hold as many.</summary>
internal readonly struct ExactProduct
{
    private readonly BigInteger _mantissa;
    private readonly int _scale;

    public ExactProduct(decimal left, decimal right)
        : this(Mantissa(left) * Mantissa(right), left.Scale + right.Scale)
    {
    }

    private ExactProduct(BigInteger mantissa, int scale) => (_mantissa, _scale) = (mantissa, scale);

    public BigInteger Floor => BigInteger.Divide(_mantissa - (_mantissa < 0 ? Unit - 1 : 0), Unit);

    public BigInteger Ceiling => Floor * Unit == _mantissa ? Floor : Floor + 1;

    private BigInteger Unit => BigInteger.Pow(10, _scale);

    /// <summary>The first number with so many decimals that is at least this one, or above it; as SQL writes a number.</summary>
    public string Next(int decimals, bool isAbove)
    {
        var units = new ExactProduct(_mantissa * BigInteger.Pow(10, decimals), _scale);
        var next = isAbove ? units.Floor + 1 : units.Ceiling;
        var unit = BigInteger.Pow(10, decimals);
        var whole = BigInteger.DivRem(next, unit, out var rest);
        return decimals == 0 ? whole.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{whole}.{(rest + unit).ToString(CultureInfo.InvariantCulture).AsSpan(1)}");
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return decimal.IsNegative(value) ? -magnitude : magnitude;
    }
}
