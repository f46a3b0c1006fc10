using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace KeyAccount.Core;

/// <summary>Argument checks: each failure names the parameter, the value and the allowed range, in invariant English.</summary>
internal static class Guard
{
    /// <summary>The message without the name of the parameter that .NET adds.</summary>
    public static string ReasonOf(Exception fault) => fault.Message.Split(" (Parameter", 2)[0];

    /// <summary>The facts of a model, given to a program that does not know their type.</summary>
    public static TFacts FactsOf<TFacts>(object facts, string modelId) =>
        NotNull(facts) is TFacts same ? same
            : throw new ArgumentException(
                $"facts is a {facts.GetType()}; '{modelId}' judges a {typeof(TFacts)}.", nameof(facts));

    /// <summary>The value is one the enumeration names.</summary>
    public static void Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            // As a number, because an enumeration would write its minus sign in the ambient culture.
            var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            var allowed = string.Join(", ", Enum.GetNames<TEnum>());
            throw new ArgumentOutOfRangeException(
                name, string.Create(CultureInfo.InvariantCulture, $"{name} is {number}; it must be one of {allowed}."));
        }
    }

    /// <summary>The value is 0 or more.</summary>
    public static void NotNegative(decimal value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= 0, value, "at least 0", name);

    /// <summary>The value is above a limit.</summary>
    public static void Above(decimal value, decimal limit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value > limit, value, string.Create(CultureInfo.InvariantCulture, $"above {limit}"), name);

    /// <summary>The value is not below a limit.</summary>
    public static void AtLeast(decimal value, decimal limit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= limit, value, string.Create(CultureInfo.InvariantCulture, $"at least {limit}"), name);

    /// <summary>The value is not above a limit.</summary>
    public static void AtMost(decimal value, decimal limit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value <= limit, value, string.Create(CultureInfo.InvariantCulture, $"at most {limit}"), name);

    /// <summary>The value lies between two limits, both included; NaN does not.</summary>
    public static void Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= low && value <= high, value, string.Create(CultureInfo.InvariantCulture, $"between {low} and {high}"), name);

    /// <summary>The value is finite and not below a limit.</summary>
    public static void FiniteAtLeast(double value, double limit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= limit && value <= double.MaxValue, value, string.Create(CultureInfo.InvariantCulture, $"at least {limit}"), name);

    /// <summary>The value is finite and 0 or more.</summary>
    public static void FiniteNotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(double.IsFinite(value) && value >= 0, value, "finite and at least 0", name);

    /// <summary>The value is finite and above 0.</summary>
    public static void FinitePositive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(double.IsFinite(value) && value > 0, value, "finite and above 0", name);

    /// <summary>A value that is finite and above 0, for the initial value of a property.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        FinitePositive(value, name);
        return value;
    }

    /// <summary>The date is one of the ISO calendar: those of another one would be compared, written and read as another day.</summary>
    public static LocalDate Iso(LocalDate date, [CallerArgumentExpression(nameof(date))] string name = "")
    {
        RequireIso(date.Calendar, name);
        return date;
    }

    /// <summary>The date is one of the ISO calendar, or null.</summary>
    public static LocalDate? Iso(LocalDate? date, [CallerArgumentExpression(nameof(date))] string name = "") =>
        date is { } known ? Iso(known, name) : null;

    /// <summary>The month is one of the ISO calendar.</summary>
    public static YearMonth Iso(YearMonth month, [CallerArgumentExpression(nameof(month))] string name = "")
    {
        RequireIso(month.Calendar, name);
        return month;
    }

    /// <summary>The interval is one of the ISO calendar.</summary>
    public static DateInterval Iso(DateInterval interval, [CallerArgumentExpression(nameof(interval))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(interval, name);
        RequireIso(interval.Start.Calendar, name);
        return interval;
    }

    /// <summary>There is a value: used in a setter, whose property it names, and in the initial value of a positional property.</summary>
    public static T NotNull<T>([NotNull] T? value, [CallerMemberName] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    /// <summary>There is a text, and it is not blank: used in a setter, whose property it names, and in the initial value of a positional
    /// property.</summary>
    public static string NotBlank([NotNull] string? value, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return !string.IsNullOrWhiteSpace(value) ? value : throw new ArgumentException($"{name} is blank; it must be a text.", name);
    }

    /// <summary>There is a list, and no item of it is null.</summary>
    public static void NoNull<T>(IReadOnlyList<T> items, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
                throw new ArgumentNullException(name, string.Create(CultureInfo.InvariantCulture, $"{name}[{i}] is null."));
        }
    }

    /// <summary>Every value is a whole number from one limit to another.</summary>
    public static void EachWithin(IReadOnlyList<int> values, int low, int high, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(values, name);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] < low || values[i] > high)
                Between(values[i], low, high, string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"));
        }
    }

    private static void RequireIso(CalendarSystem calendar, string name)
    {
        if (calendar != CalendarSystem.Iso)
        {
            throw new ArgumentException(
                $"{name} is a date of the calendar {calendar.Id}; it must be one of ISO, as WithCalendar(CalendarSystem.Iso) gives it.",
                name);
        }
    }

    // The value stands in the message only: as ActualValue it would be written once more, in the ambient culture.
    private static void Require<T>(bool isMet, T value, string range, string name)
    {
        if (!isMet)
        {
            throw new ArgumentOutOfRangeException(
                name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be {range}."));
        }
    }
}
