using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KeyAccount.Core.Scoring;

/// <summary>Several doubles that are computed at once, as wide as the CPU has them, or one. All of them round alike: no operation is fused with
/// another, so the width never shows in a result.</summary>
/// <remarks>A condition is a value with all bits set in the lanes where it holds and none elsewhere.</remarks>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    static abstract TSelf operator >=(TSelf left, TSelf right);

    static abstract TSelf operator <=(TSelf left, TSelf right);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf All(double number);

    static abstract TSelf Load(ref readonly double first, int offset);

    static abstract TSelf Same(TSelf left, TSelf right);

    static abstract TSelf Select(TSelf condition, TSelf yes, TSelf no);

    static abstract TSelf Floor(TSelf value);

    static abstract TSelf Abs(TSelf value);

    /// <summary>The larger one; <paramref name="known"/> where <paramref name="value"/> is NaN.</summary>
    static abstract TSelf Larger(TSelf value, TSelf known);

    /// <summary>The smaller one; <paramref name="known"/> where <paramref name="value"/> is NaN.</summary>
    static abstract TSelf Smaller(TSelf value, TSelf known);

    static abstract bool Any(TSelf condition);

    void Store(ref double first, int offset);

    /// <summary>Stores whole numbers.</summary>
    void Store(ref int first, int offset);
}

/// <summary>Eight doubles.</summary>
internal readonly struct Lanes512(Vector512<double> value) : ILanes<Lanes512>
{
    private readonly Vector512<double> _value = value;

    public static int Count => Vector512<double>.Count;

    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left._value + right._value);

    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => new(left._value - right._value);

    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left._value * right._value);

    public static Lanes512 operator /(Lanes512 left, Lanes512 right) => new(left._value / right._value);

    public static Lanes512 operator &(Lanes512 left, Lanes512 right) => new(left._value & right._value);

    public static Lanes512 operator |(Lanes512 left, Lanes512 right) => new(left._value | right._value);

    public static Lanes512 operator >=(Lanes512 left, Lanes512 right) => new(Vector512.GreaterThanOrEqual(left._value, right._value));

    public static Lanes512 operator <=(Lanes512 left, Lanes512 right) => new(Vector512.LessThanOrEqual(left._value, right._value));

    public static Lanes512 All(double number) => new(Vector512.Create(number));

    public static Lanes512 Load(ref readonly double first, int offset) => new(Vector512.LoadUnsafe(in first, (nuint)offset));

    public static Lanes512 Same(Lanes512 left, Lanes512 right) => new(Vector512.Equals(left._value, right._value));

    public static Lanes512 Select(Lanes512 condition, Lanes512 yes, Lanes512 no) =>
        new(Vector512.ConditionalSelect(condition._value, yes._value, no._value));

    public static Lanes512 Floor(Lanes512 value) => new(Vector512.Floor(value._value));

    public static Lanes512 Abs(Lanes512 value) => new(Vector512.Abs(value._value));

    public static Lanes512 Larger(Lanes512 value, Lanes512 known) => Avx512F.IsSupported
        ? new(Avx512F.Max(value._value, known._value))
        : Select(value >= known, value, known);

    public static Lanes512 Smaller(Lanes512 value, Lanes512 known) => Avx512F.IsSupported
        ? new(Avx512F.Min(value._value, known._value))
        : Select(value <= known, value, known);

    public static bool Any(Lanes512 condition) => condition._value.ExtractMostSignificantBits() != 0;

    public void Store(ref double first, int offset) => _value.StoreUnsafe(ref first, (nuint)offset);

    public void Store(ref int first, int offset)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector256Int32WithTruncation(_value).StoreUnsafe(ref first, (nuint)offset);
            return;
        }

        new Lanes256(_value.GetLower()).Store(ref first, offset);
        new Lanes256(_value.GetUpper()).Store(ref first, offset + Lanes256.Count);
    }
}

/// <summary>Four doubles.</summary>
internal readonly struct Lanes256(Vector256<double> value) : ILanes<Lanes256>
{
    private readonly Vector256<double> _value = value;

    public static int Count => Vector256<double>.Count;

    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left._value + right._value);

    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => new(left._value - right._value);

    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left._value * right._value);

    public static Lanes256 operator /(Lanes256 left, Lanes256 right) => new(left._value / right._value);

    public static Lanes256 operator &(Lanes256 left, Lanes256 right) => new(left._value & right._value);

    public static Lanes256 operator |(Lanes256 left, Lanes256 right) => new(left._value | right._value);

    public static Lanes256 operator >=(Lanes256 left, Lanes256 right) => new(Vector256.GreaterThanOrEqual(left._value, right._value));

    public static Lanes256 operator <=(Lanes256 left, Lanes256 right) => new(Vector256.LessThanOrEqual(left._value, right._value));

    public static Lanes256 All(double number) => new(Vector256.Create(number));

    public static Lanes256 Load(ref readonly double first, int offset) => new(Vector256.LoadUnsafe(in first, (nuint)offset));

    public static Lanes256 Same(Lanes256 left, Lanes256 right) => new(Vector256.Equals(left._value, right._value));

    public static Lanes256 Select(Lanes256 condition, Lanes256 yes, Lanes256 no) =>
        new(Vector256.ConditionalSelect(condition._value, yes._value, no._value));

    public static Lanes256 Floor(Lanes256 value) => new(Vector256.Floor(value._value));

    public static Lanes256 Abs(Lanes256 value) => new(Vector256.Abs(value._value));

    public static Lanes256 Larger(Lanes256 value, Lanes256 known) => Avx.IsSupported
        ? new(Avx.Max(value._value, known._value))
        : Select(value >= known, value, known);

    public static Lanes256 Smaller(Lanes256 value, Lanes256 known) => Avx.IsSupported
        ? new(Avx.Min(value._value, known._value))
        : Select(value <= known, value, known);

    public static bool Any(Lanes256 condition) => condition._value.ExtractMostSignificantBits() != 0;

    public void Store(ref double first, int offset) => _value.StoreUnsafe(ref first, (nuint)offset);

    public void Store(ref int first, int offset)
    {
        if (Avx.IsSupported)
        {
            Avx.ConvertToVector128Int32WithTruncation(_value).StoreUnsafe(ref first, (nuint)offset);
            return;
        }

        new Lanes128(_value.GetLower()).Store(ref first, offset);
        new Lanes128(_value.GetUpper()).Store(ref first, offset + Lanes128.Count);
    }
}

/// <summary>Two doubles.</summary>
internal readonly struct Lanes128(Vector128<double> value) : ILanes<Lanes128>
{
    private readonly Vector128<double> _value = value;

    public static int Count => Vector128<double>.Count;

    public static Lanes128 operator +(Lanes128 left, Lanes128 right) => new(left._value + right._value);

    public static Lanes128 operator -(Lanes128 left, Lanes128 right) => new(left._value - right._value);

    public static Lanes128 operator *(Lanes128 left, Lanes128 right) => new(left._value * right._value);

    public static Lanes128 operator /(Lanes128 left, Lanes128 right) => new(left._value / right._value);

    public static Lanes128 operator &(Lanes128 left, Lanes128 right) => new(left._value & right._value);

    public static Lanes128 operator |(Lanes128 left, Lanes128 right) => new(left._value | right._value);

    public static Lanes128 operator >=(Lanes128 left, Lanes128 right) => new(Vector128.GreaterThanOrEqual(left._value, right._value));

    public static Lanes128 operator <=(Lanes128 left, Lanes128 right) => new(Vector128.LessThanOrEqual(left._value, right._value));

    public static Lanes128 All(double number) => new(Vector128.Create(number));

    public static Lanes128 Load(ref readonly double first, int offset) => new(Vector128.LoadUnsafe(in first, (nuint)offset));

    public static Lanes128 Same(Lanes128 left, Lanes128 right) => new(Vector128.Equals(left._value, right._value));

    public static Lanes128 Select(Lanes128 condition, Lanes128 yes, Lanes128 no) =>
        new(Vector128.ConditionalSelect(condition._value, yes._value, no._value));

    public static Lanes128 Floor(Lanes128 value) => new(Vector128.Floor(value._value));

    public static Lanes128 Abs(Lanes128 value) => new(Vector128.Abs(value._value));

    public static Lanes128 Larger(Lanes128 value, Lanes128 known) => Select(value >= known, value, known);

    public static Lanes128 Smaller(Lanes128 value, Lanes128 known) => Select(value <= known, value, known);

    public static bool Any(Lanes128 condition) => condition._value.ExtractMostSignificantBits() != 0;

    public void Store(ref double first, int offset) => _value.StoreUnsafe(ref first, (nuint)offset);

    public void Store(ref int first, int offset)
    {
        Unsafe.Add(ref first, offset) = (int)_value[0];
        Unsafe.Add(ref first, offset + 1) = (int)_value[1];
    }
}

/// <summary>One double: what is left over at the end of a column.</summary>
internal readonly struct Lane(double value) : ILanes<Lane>
{
    private readonly double _value = value;

    public static int Count => 1;

    public static Lane operator +(Lane left, Lane right) => new(left._value + right._value);

    public static Lane operator -(Lane left, Lane right) => new(left._value - right._value);

    public static Lane operator *(Lane left, Lane right) => new(left._value * right._value);

    public static Lane operator /(Lane left, Lane right) => new(left._value / right._value);

    public static Lane operator &(Lane left, Lane right) =>
        new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(left._value) & BitConverter.DoubleToInt64Bits(right._value)));

    public static Lane operator |(Lane left, Lane right) =>
        new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(left._value) | BitConverter.DoubleToInt64Bits(right._value)));

    public static Lane operator >=(Lane left, Lane right) => If(left._value >= right._value);

    public static Lane operator <=(Lane left, Lane right) => If(left._value <= right._value);

    public static Lane All(double number) => new(number);

    public static Lane Load(ref readonly double first, int offset) => new(Unsafe.Add(ref Unsafe.AsRef(in first), offset));

    public static Lane Same(Lane left, Lane right) => If(left._value == right._value);

    public static Lane Select(Lane condition, Lane yes, Lane no) => BitConverter.DoubleToInt64Bits(condition._value) != 0 ? yes : no;

    public static Lane Floor(Lane value) => new(Math.Floor(value._value));

    public static Lane Abs(Lane value) => new(Math.Abs(value._value));

    public static Lane Larger(Lane value, Lane known) => value._value > known._value ? value : known;

    public static Lane Smaller(Lane value, Lane known) => value._value < known._value ? value : known;

    public static bool Any(Lane condition) => BitConverter.DoubleToInt64Bits(condition._value) != 0;

    public void Store(ref double first, int offset) => Unsafe.Add(ref first, offset) = _value;

    public void Store(ref int first, int offset) => Unsafe.Add(ref first, offset) = (int)_value;

    private static Lane If(bool holds) => new(BitConverter.Int64BitsToDouble(holds ? -1 : 0));
}
