using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KeyAccount.Core.Scoring;

/// <summary>Several doubles computed at once, as wide as the CPU allows, or only one. All widths round alike, so that the width never shows
/// in a result.</summary>
/// <remarks>Each member combines a comparison with its result, so that the JIT makes one instruction of both.</remarks>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf All(double number);

    static abstract TSelf Load(ref readonly double first, int offset);

    /// <summary><paramref name="then"/> if a value reaches a limit, otherwise <paramref name="otherwise"/>.</summary>
    static abstract TSelf IfAtLeast(TSelf value, TSelf limit, TSelf then, TSelf otherwise);

    /// <summary><paramref name="then"/> if a value equals another, otherwise <paramref name="otherwise"/>; NaN does not even equal
    /// itself.</summary>
    static abstract TSelf IfSame(TSelf value, TSelf other, TSelf then, TSelf otherwise);

    /// <summary><paramref name="sum"/>, with <paramref name="addend"/> added if a value is known.</summary>
    static abstract TSelf AddIfKnown(TSelf value, TSelf sum, TSelf addend);

    static abstract TSelf Floor(TSelf value);

    /// <summary>A whole number of 0 … 1e8, or NaN, divided by <see cref="ScoreRounding.PerUnit"/>.</summary>
    static abstract TSelf PerUnit(TSelf whole);

    static abstract TSelf Abs(TSelf value);

    /// <summary>The larger value; <paramref name="known"/> if <paramref name="value"/> is NaN.</summary>
    static abstract TSelf Larger(TSelf value, TSelf known);

    /// <summary>The smaller value; <paramref name="known"/> if <paramref name="value"/> is NaN.</summary>
    static abstract TSelf Smaller(TSelf value, TSelf known);

    /// <summary>Whether the value of any lane reaches its limit.</summary>
    static abstract bool AnyAtLeast(TSelf value, TSelf limit);

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

    public static Lanes512 All(double number) => new(Vector512.Create(number));

    public static Lanes512 Load(ref readonly double first, int offset) => new(Vector512.LoadUnsafe(in first, (nuint)offset));

    public static Lanes512 IfAtLeast(Lanes512 value, Lanes512 limit, Lanes512 then, Lanes512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(value._value, limit._value), then._value, otherwise._value));

    public static Lanes512 IfSame(Lanes512 value, Lanes512 other, Lanes512 then, Lanes512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(value._value, other._value), then._value, otherwise._value));

    public static Lanes512 AddIfKnown(Lanes512 value, Lanes512 sum, Lanes512 addend) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(value._value, value._value), sum._value + addend._value, sum._value));

    public static Lanes512 Floor(Lanes512 value) => new(Vector512.Floor(value._value));

    public static Lanes512 PerUnit(Lanes512 whole)
    {
        var unit = Vector512.Create(ScoreRounding.PerUnit);
        if (!Avx512F.IsSupported)
            return new(whole._value / unit);

        // The rest that the product leaves, divided too: that gives the bits of a division (proven for every whole number) in a third of
        // the time.
        var inverse = Vector512.Create(1 / ScoreRounding.PerUnit);
        var quotient = whole._value * inverse;
        var rest = Avx512F.FusedMultiplyAddNegated(quotient, unit, whole._value);
        return new(Avx512F.FusedMultiplyAdd(rest, inverse, quotient));
    }

    public static Lanes512 Abs(Lanes512 value) => new(Vector512.Abs(value._value));

    public static Lanes512 Larger(Lanes512 value, Lanes512 known) => Avx512F.IsSupported
        ? new(Avx512F.Max(value._value, known._value))
        : IfAtLeast(value, known, value, known);

    public static Lanes512 Smaller(Lanes512 value, Lanes512 known) => Avx512F.IsSupported
        ? new(Avx512F.Min(value._value, known._value))
        : IfAtLeast(known, value, value, known);

    public static bool AnyAtLeast(Lanes512 value, Lanes512 limit) => Vector512.GreaterThanOrEqualAny(value._value, limit._value);

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

    public static Lanes256 All(double number) => new(Vector256.Create(number));

    public static Lanes256 Load(ref readonly double first, int offset) => new(Vector256.LoadUnsafe(in first, (nuint)offset));

    public static Lanes256 IfAtLeast(Lanes256 value, Lanes256 limit, Lanes256 then, Lanes256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(value._value, limit._value), then._value, otherwise._value));

    public static Lanes256 IfSame(Lanes256 value, Lanes256 other, Lanes256 then, Lanes256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(value._value, other._value), then._value, otherwise._value));

    public static Lanes256 AddIfKnown(Lanes256 value, Lanes256 sum, Lanes256 addend) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(value._value, value._value), sum._value + addend._value, sum._value));

    public static Lanes256 Floor(Lanes256 value) => new(Vector256.Floor(value._value));

    public static Lanes256 PerUnit(Lanes256 whole)
    {
        var unit = Vector256.Create(ScoreRounding.PerUnit);
        if (!Fma.IsSupported)
            return new(whole._value / unit);

        // The rest that the product leaves, divided too: that gives the bits of a division (proven for every whole number) in a third of
        // the time.
        var inverse = Vector256.Create(1 / ScoreRounding.PerUnit);
        var quotient = whole._value * inverse;
        var rest = Fma.MultiplyAddNegated(quotient, unit, whole._value);
        return new(Fma.MultiplyAdd(rest, inverse, quotient));
    }

    public static Lanes256 Abs(Lanes256 value) => new(Vector256.Abs(value._value));

    public static Lanes256 Larger(Lanes256 value, Lanes256 known) => Avx.IsSupported
        ? new(Avx.Max(value._value, known._value))
        : IfAtLeast(value, known, value, known);

    public static Lanes256 Smaller(Lanes256 value, Lanes256 known) => Avx.IsSupported
        ? new(Avx.Min(value._value, known._value))
        : IfAtLeast(known, value, value, known);

    public static bool AnyAtLeast(Lanes256 value, Lanes256 limit) => Vector256.GreaterThanOrEqualAny(value._value, limit._value);

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

    public static Lanes128 All(double number) => new(Vector128.Create(number));

    public static Lanes128 Load(ref readonly double first, int offset) => new(Vector128.LoadUnsafe(in first, (nuint)offset));

    public static Lanes128 IfAtLeast(Lanes128 value, Lanes128 limit, Lanes128 then, Lanes128 otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThanOrEqual(value._value, limit._value), then._value, otherwise._value));

    public static Lanes128 IfSame(Lanes128 value, Lanes128 other, Lanes128 then, Lanes128 otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(value._value, other._value), then._value, otherwise._value));

    public static Lanes128 AddIfKnown(Lanes128 value, Lanes128 sum, Lanes128 addend) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(value._value, value._value), sum._value + addend._value, sum._value));

    public static Lanes128 Floor(Lanes128 value) => new(Vector128.Floor(value._value));

    public static Lanes128 PerUnit(Lanes128 whole)
    {
        var unit = Vector128.Create(ScoreRounding.PerUnit);
        if (!Fma.IsSupported)
            return new(whole._value / unit);

        // The rest that the product leaves, divided too: that gives the bits of a division (proven for every whole number) in a third of
        // the time.
        var inverse = Vector128.Create(1 / ScoreRounding.PerUnit);
        var quotient = whole._value * inverse;
        var rest = Fma.MultiplyAddNegated(quotient, unit, whole._value);
        return new(Fma.MultiplyAdd(rest, inverse, quotient));
    }

    public static Lanes128 Abs(Lanes128 value) => new(Vector128.Abs(value._value));

    public static Lanes128 Larger(Lanes128 value, Lanes128 known) => IfAtLeast(value, known, value, known);

    public static Lanes128 Smaller(Lanes128 value, Lanes128 known) => IfAtLeast(known, value, value, known);

    public static bool AnyAtLeast(Lanes128 value, Lanes128 limit) => Vector128.GreaterThanOrEqualAny(value._value, limit._value);

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

    public static Lane All(double number) => new(number);

    public static Lane Load(ref readonly double first, int offset) => new(Unsafe.Add(ref Unsafe.AsRef(in first), offset));

    public static Lane IfAtLeast(Lane value, Lane limit, Lane then, Lane otherwise) => value._value >= limit._value ? then : otherwise;

    public static Lane IfSame(Lane value, Lane other, Lane then, Lane otherwise) => value._value == other._value ? then : otherwise;

    public static Lane AddIfKnown(Lane value, Lane sum, Lane addend) => double.IsNaN(value._value) ? sum : sum + addend;

    public static Lane Floor(Lane value) => new(Math.Floor(value._value));

    public static Lane PerUnit(Lane whole) => new(whole._value / ScoreRounding.PerUnit);

    public static Lane Abs(Lane value) => new(Math.Abs(value._value));

    public static Lane Larger(Lane value, Lane known) => value._value > known._value ? value : known;

    public static Lane Smaller(Lane value, Lane known) => value._value < known._value ? value : known;

    public static bool AnyAtLeast(Lane value, Lane limit) => value._value >= limit._value;

    public void Store(ref double first, int offset) => Unsafe.Add(ref first, offset) = _value;

    public void Store(ref int first, int offset) => Unsafe.Add(ref first, offset) = (int)_value;
}
