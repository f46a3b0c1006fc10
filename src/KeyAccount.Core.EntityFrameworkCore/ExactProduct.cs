using System.Globalization;
using System.Numerics;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The product of two decimals with all its digits, of which a decimal may not hold as many.</summary>
internal readonly struct ExactProduct(decimal left, decimal right)
{
    private readonly BigInteger _mantissa = Mantissa(left) * Mantissa(right);
    private readonly int _scale = left.Scale + right.Scale;

    public BigInteger Floor => BigInteger.Divide(_mantissa - (_mantissa < 0 ? Unit - 1 : 0), Unit);

    public BigInteger Ceiling => Floor * Unit == _mantissa ? Floor : Floor + 1;

    private BigInteger Unit => BigInteger.Pow(10, _scale);

    /// <summary>All digits, as SQL writes a number.</summary>
    public override string ToString()
    {
        var whole = Floor;
        var rest = BigInteger.Add(_mantissa - (whole * Unit), Unit).ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{whole}.{rest.AsSpan(1)}0");
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return decimal.IsNegative(value) ? -magnitude : magnitude;
    }
}
