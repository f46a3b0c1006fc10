using System.Collections;
using System.Globalization;
using System.Reflection;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>Random facts of any room: every property within its range, or not known.</summary>
internal static class RandomFacts
{
    public static TFacts Of<TFacts>(Random random)
        where TFacts : new()
    {
        var facts = new TFacts();
        foreach (var property in typeof(TFacts).GetProperties().Where(each => each.CanWrite))
        {
            if (random.Next(10) > 0 && ValueOf(property, random) is { } value)
                property.SetValue(facts, value);
        }

        // What is part of another fact is not above it.
        foreach (var property in typeof(TFacts).GetProperties())
        {
            if (property.GetCustomAttribute<FactRangeAttribute>() is { NotBelow: { } name }
                && property.GetValue(facts) is decimal whole
                && typeof(TFacts).GetProperty(name)!.GetValue(facts) is decimal part
                && whole < part)
            {
                property.SetValue(facts, part + random.Next(3_000_000));
            }
        }

        return facts;
    }

    public static bool IsTerm(Type type) => InOrder(type) is not null;

    public static object[] LevelsOf(Type term) => [.. ((IEnumerable)InOrder(term)!.GetValue(null)!).Cast<object>()];

    public static object LevelOf(Type term, int value) =>
        LevelsOf(term).Single(level => (int)term.GetProperty("Value")!.GetValue(level)! == value);

    private static PropertyInfo? InOrder(Type type) =>
        type.GetProperty("InOrder", BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy);

    private static object? ValueOf(PropertyInfo property, Random random)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (IsTerm(type))
        {
            var levels = LevelsOf(type);
            return levels[random.Next(levels.Length)];
        }

        if (property.GetCustomAttribute<FactRangeAttribute>() is not { } range)
            return null;
        var (low, high) = range.Unit switch
        {
            FactUnit.Money => (0, 12_000_000),
            FactUnit.Fraction => (Math.Max(range.UsualMinimum, -0.3), Math.Min(range.UsualMaximum, 0.6)),
            FactUnit.Days => (0, 200),
            FactUnit.TimesPerYear or FactUnit.Count => (0, Math.Min(range.Maximum, 6)),
            FactUnit.Rank => (1, 6),
            _ => (range.Minimum, range.Maximum),
        };
        var value = low + (random.NextDouble() * (high - low));
        value = Math.Clamp(
            range.Unit == FactUnit.Money ? Math.Round(value, random.Next(3))
            : range.Unit == FactUnit.Fraction ? Math.Round(value, random.Next(1, 5))
            : random.Next(3) == 0 ? Math.Round(value, 2)
            : Math.Round(value),
            low,
            high);
        return type == typeof(decimal) ? (decimal)value : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }
}
