using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace KeyAccount.Core;

/// <summary>The range of a fact, as its property says it.</summary>
internal sealed class FactRange
{
    private static readonly ConcurrentDictionary<PropertyInfo, FactRange?> Known = [];

    // A fraction from here on was probably meant in per cent; between 1 and it, it may be a slip of another kind.
    private const double LikelyPerCent = 2;

    private readonly FactRangeAttribute _said;

    private FactRange(PropertyInfo property, FactRangeAttribute said)
    {
        Name = property.Name;
        _said = said;
        Part = said.NotBelow is { } part ? PartOf(property, part) : null;
        Low = said.IsMinimumExcluded ? Math.BitIncrement(said.Minimum) : said.Minimum;
    }

    /// <summary>The name of the property.</summary>
    public string Name { get; }

    public FactUnit Unit => _said.Unit;

    /// <summary>The smallest possible double; -∞ if there is no bound.</summary>
    public double Low { get; }

    /// <summary>The largest possible double; ∞ if there is no bound.</summary>
    public double High => _said.Maximum;

    public double UsualLow => _said.UsualMinimum;

    public double UsualHigh => _said.UsualMaximum;

    public bool HasBounds => !double.IsInfinity(Low) || !double.IsInfinity(High);

    /// <summary>The property below which this one cannot be; null for none.</summary>
    public PropertyInfo? Part { get; }

    /// <summary>The range of a property; null if it names none.</summary>
    public static FactRange? Of(MemberInfo member) => member is PropertyInfo property
        ? Known.GetOrAdd(property, static asked =>
            asked.GetCustomAttribute<FactRangeAttribute>() is { } said ? new(asked, said) : null)
        : null;

    /// <summary>Whether the value is possible; NaN and infinity are not.</summary>
    public bool Holds(double value) => value >= Low && value <= High && double.IsFinite(value);

    /// <summary>Whether the value is possible, compared without rounding.</summary>
    public bool Holds(decimal value) => (double.IsInfinity(_said.Minimum) || Compare(value, _said.Minimum) is var low
            && (low > 0 || (low == 0 && !_said.IsMinimumExcluded)))
        && (double.IsInfinity(_said.Maximum) || Compare(value, _said.Maximum) <= 0);

    private static int Compare(decimal value, double bound) => value.CompareTo((decimal)bound);

    /// <summary>The value is what one sees.</summary>
    public bool IsUsual(double value) => value >= UsualLow && value <= UsualHigh;

    /// <summary>The message for an impossible value: the value, the range, the unit and the likely cause.</summary>
    public string FaultOf(double value, string shown) => Invariant($"is {shown}; it must be {Allowed}{Phrase}.{CauseOf(value)}");

    /// <summary>The message for a value below one that is part of it.</summary>
    public string FaultBelow(string shown, string shownPart) =>
        $"{Name} is {shown} and {Part!.Name} is {shownPart}; {Name} must be at least {Part.Name}, which is part of it.";

    /// <summary>The range in words.</summary>
    public string Allowed =>
        double.IsInfinity(_said.Maximum) ? double.IsInfinity(_said.Minimum) ? "finite"
            : Invariant($"{(_said.IsMinimumExcluded ? "above" : "at least")} {_said.Minimum}")
        : double.IsInfinity(_said.Minimum) ? Invariant($"at most {_said.Maximum}")
        : _said.IsMinimumExcluded ? Invariant($"above {_said.Minimum} and at most {_said.Maximum}")
        : Invariant($"between {_said.Minimum} and {_said.Maximum}");

    // Only where the bare numbers could be misread.
    private string Phrase => Unit switch
    {
        FactUnit.Fraction => " (a fraction)",
        FactUnit.Days => " (days)",
        FactUnit.Months => " (months)",
        FactUnit.Points => " (points)",
        FactUnit.TimesPerYear => " (times a year)",
        _ => "",
    };

    // A property that nothing else reads may be trimmed away: then no facts have it, and nothing is below it.
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "null where it was trimmed away")]
    private static PropertyInfo? PartOf(PropertyInfo property, string name) => property.DeclaringType!.GetProperty(name);

    private string CauseOf(double value)
    {
        if (Unit == FactUnit.Fraction && double.IsFinite(value) && Math.Abs(value) >= LikelyPerCent && Holds(value / 100))
            return Invariant($" {value} looks like {value} per cent: write {value / 100}.");
        return value < 0 && Low >= 0 && Holds(-value) ? " The minus sign looks wrong." : "";
    }

    /// <summary>The fraction that was probably meant by a value that looks like per cent; null if nothing suggests that.</summary>
    public double? MeantFraction(double value) =>
        Unit == FactUnit.Fraction && Math.Abs(value) >= LikelyPerCent && IsUsual(value / 100) ? value / 100 : null;
}

/// <summary>The check of facts in <c>init</c>: each property asks for its own range by its name.</summary>
internal static class FactRange<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TFacts>
{
    private static readonly Dictionary<string, FactRange> Ranges = typeof(TFacts).GetProperties()
        .Select(FactRange.Of)
        .OfType<FactRange>()
        .ToDictionary(range => range.Name, StringComparer.Ordinal);

    /// <summary>The value, after it was found possible.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public static double? Checked(double? value, [CallerMemberName] string name = "")
    {
        if (value is { } known)
            Check(known, known, name);
        return value;
    }

    /// <inheritdoc cref="Checked(double?, string)"/>
    public static decimal? Checked(decimal? value, [CallerMemberName] string name = "")
    {
        if (value is { } known && Ranges[name] is var range && !range.Holds(known))
            throw new FactOutOfRangeException(range, (double)known, known.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    /// <inheritdoc cref="Checked(double?, string)"/>
    public static int? Checked(int? value, [CallerMemberName] string name = "")
    {
        if (value is { } known)
            Check(known, known, name);
        return value;
    }

    /// <inheritdoc cref="Checked(double?, string)"/>
    public static double Checked(double value, [CallerMemberName] string name = "") => Checked((double?)value, name)!.Value;

    /// <inheritdoc cref="Checked(double?, string)"/>
    public static decimal Checked(decimal value, [CallerMemberName] string name = "") => Checked((decimal?)value, name)!.Value;

    /// <inheritdoc cref="Checked(double?, string)"/>
    public static int Checked(int value, [CallerMemberName] string name = "") => Checked((int?)value, name)!.Value;

    private static void Check(double value, IFormattable shown, string name)
    {
        if (Ranges[name] is var range && !range.Holds(value))
            throw new FactOutOfRangeException(range, value, shown.ToString(null, CultureInfo.InvariantCulture));
    }
}

/// <summary>The exception for an impossible fact. Public code sees the base class; a reader of JSON takes the place from it.</summary>
internal sealed class FactOutOfRangeException(FactRange range, double value, string shown)
    : ArgumentOutOfRangeException(range.Name, $"{range.Name} {range.FaultOf(value, shown)}")
{
    /// <summary>The message without the name.</summary>
    public string Fault { get; } = $"it {range.FaultOf(value, shown).TrimEnd('.')}";
}
