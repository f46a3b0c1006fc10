using System.Globalization;

namespace KeyAccount.Core.Scoring;

/// <summary>The values of a fact that can be advised, numbered in ascending order; the present value is number
/// <see cref="Here"/>.</summary>
internal sealed class FactGrid
{
    // Far enough for any advice, and far from overflow.
    private const long Most = 1L << 50;

    private readonly Type _type;
    private readonly object _now;
    private readonly object[]? _levels;
    private readonly double _from;
    private readonly decimal? _exact;
    private readonly double? _grain;

    /// <summary>Numbers the values of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="now">The present value.</param>
    /// <param name="levels">For a term, the levels with points, ascending; null for a number.</param>
    /// <param name="grain">The smallest step in the unit of the fact; null for every double.</param>
    public FactGrid(MovableFact fact, object now, object[]? levels, double? grain)
    {
        (_type, _now, _levels) = (fact.Type, now, levels);
        _from = MovableFact.NumberOf(now);
        if (levels is not null)
        {
            (Lowest, Highest, Here) = (0, levels.Length - 1, Array.IndexOf(levels, now));
            return;
        }

        var isWhole = _type != typeof(double) && _type != typeof(float) && _type != typeof(decimal);
        _grain = isWhole ? Math.Max(1, Math.Round(grain ?? 1)) : grain ?? (_type == typeof(decimal) ? 0.01 : null);

        // In decimals 0.31 and four hundredths are 0.35, in doubles something beside it.
        if (_grain is { } step && Math.Abs(_from) < 1e14 && step is > 1e-12 and < 1e14)
            _exact = now is decimal money ? money : (decimal)_from;
        Here = _grain is null ? OrderOf(_from) : 0;
        (Lowest, Highest) = _grain is not { } width ? (OrderOf(double.MinValue), OrderOf(double.MaxValue))
            : _type == typeof(double) || _type == typeof(decimal) ? (-Most, Most)
            : ((long)Math.Clamp(Math.Ceiling((LimitOf("MinValue") - _from) / width), -Most, 0),
                (long)Math.Clamp(Math.Floor((LimitOf("MaxValue") - _from) / width), 0, Most));
    }

    public long Here { get; }

    /// <summary>The number of the lowest allowed value.</summary>
    public long Lowest { get; private set; }

    public long Highest { get; private set; }

    public bool HasGrain => _levels is not null || _grain is not null;

    /// <summary>Leaves out the values outside two bounds.</summary>
    public void Within(double low, double high)
    {
        if (_levels is not null)
            return;
        while (!double.IsInfinity(low) && Lowest < Here && NumberAt(Lowest) < low)
            Lowest = Math.Max(Lowest + 1, FloorOf(low));
        while (!double.IsInfinity(high) && Highest > Here && NumberAt(Highest) > high)
            Highest = Math.Min(Highest - 1, FloorOf(high));
    }

    /// <summary>The value in the type of the fact.</summary>
    public object At(long index)
    {
        if (index == Here)
            return _now;
        if (_levels is not null)
            return _levels[index];
        if (_grain is not { } grain)
            return Typed(DoubleAt(index));
        if (_exact is { } exact && Math.Abs(index * grain) < 1e14)
        {
            var value = exact + (index * (decimal)grain);
            return _type == typeof(decimal) ? value : Typed((double)value);
        }

        return Typed(_from + (index * grain));
    }

    public double NumberAt(long index) => MovableFact.NumberOf(At(index));

    /// <summary>The number of the largest value that is not above a given one.</summary>
    public long FloorOf(double value)
    {
        if (_grain is not { } grain)
            return double.IsNaN(value) ? Here : OrderOf(value);
        var index = (long)Math.Clamp(Math.Floor((value - _from) / grain), Lowest, Highest);
        while (index > Lowest && NumberAt(index) > value)
            index--;
        while (index < Highest && NumberAt(index + 1) <= value)
            index++;
        return index;
    }

    /// <summary>Whether there is a value between two others; of doubles, two may be farther apart than a long counts.</summary>
    public static bool AreApart(long one, long other) => one > other + 1 || one < other - 1;

    /// <summary>Finds by halving the value that is enough and whose neighbour towards one that is not enough is not.</summary>
    /// <param name="no">A value that is not enough.</param>
    /// <param name="yes">A value that is enough.</param>
    /// <param name="isEnough">Whether a value between them is.</param>
    public static long Border(long no, long yes, Predicate<long> isEnough)
    {
        while (AreApart(no, yes))
        {
            var middle = Between(no, yes);
            if (isEnough(middle))
                yes = middle;
            else
                no = middle;
        }

        return yes;
    }

    /// <summary>The value in the middle between two that are apart.</summary>
    public static long Between(long one, long other) => (one & other) + ((one ^ other) >> 1);

    private object Typed(double value) => _type == typeof(double) ? value
        : _type == typeof(decimal) ? (decimal)Math.Clamp(value, -7e28, 7e28)
        : Convert.ChangeType(
            Math.Clamp(value, LimitOf("MinValue"), LimitOf("MaxValue")), _type, CultureInfo.InvariantCulture);

    // Of float and int the common type is float, which does not hold the largest int.
    private double LimitOf(string name) => _type == typeof(float) ? (double)(name == "MinValue" ? float.MinValue : float.MaxValue)
        : _type == typeof(int) ? (name == "MinValue" ? int.MinValue : int.MaxValue)
        : _type == typeof(long) ? (name == "MinValue" ? -Most : Most)
        : _type == typeof(short) ? (name == "MinValue" ? short.MinValue : short.MaxValue)
        : _type == typeof(sbyte) ? (name == "MinValue" ? sbyte.MinValue : sbyte.MaxValue)
        : name == "MinValue" ? 0
        : _type == typeof(byte) ? byte.MaxValue : _type == typeof(ushort) ? ushort.MaxValue : _type == typeof(uint) ? uint.MaxValue : Most;

    // All doubles in one ascending row: the bits of the negative ones run the other way.
    private static long OrderOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double DoubleAt(long order) => BitConverter.Int64BitsToDouble(order >= 0 ? order : long.MinValue - order);
}
