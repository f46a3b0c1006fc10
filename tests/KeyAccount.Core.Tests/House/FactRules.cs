using System.Reflection;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.Tests.House;

/// <summary>Every number that is a fact says its range and unit, or why it has none.</summary>
internal static class FactRules
{
    private static readonly Type[] Numbers =
    [
        typeof(double), typeof(float), typeof(decimal), typeof(int), typeof(long), typeof(short), typeof(byte),
    ];

    /// <summary>The types whose numbers are facts: those named so, the records, and what an account file is made of.</summary>
    public static IReadOnlyList<Type> TypesOf(Assembly core) =>
    [
        .. core.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Facts", StringComparison.Ordinal) || type.Namespace == "KeyAccount.Core.Records")
            .Concat(PartsOf(typeof(Portfolio)))
            .Where(type => !type.IsEnum)
            .Distinct()
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    /// <summary>The numbers of a type without a range, and those whose range is none and who do not say why.</summary>
    public static IReadOnlyList<string> FaultsOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => Numbers.Contains(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
            .Where(property => IsStated(property))
            .Select(property => (property.Name, Range: property.GetCustomAttribute<FactRangeAttribute>()))
            .Select(each => each.Range is not { } range ? $"{each.Name} has no range"
                : range.Minimum > range.Maximum ? $"{each.Name} has a range that nothing is in"
                : double.IsInfinity(range.Minimum) && double.IsInfinity(range.Maximum) && double.IsInfinity(range.UsualMinimum)
                    && double.IsInfinity(range.UsualMaximum) && string.IsNullOrWhiteSpace(range.Unbounded)
                    ? $"{each.Name} has no bound and does not say why"
                : range.UsualMinimum < range.Minimum || range.UsualMaximum > range.Maximum ? $"{each.Name} is usual where it cannot be"
                : range.NotBelow is { } part && type.GetProperty(part) is null ? $"{each.Name} is not below {part}, which is nothing"
                : null)
            .OfType<string>(),
    ];

    // What is computed from other properties is no fact of its own; a constructor or a setter states one.
    private static bool IsStated(PropertyInfo property) => property.CanWrite || property.DeclaringType!.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Type> PartsOf(Type whole)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>([whole]);
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type))
                continue;
            foreach (var part in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(each => each.CanWrite || IsStated(each))
                .SelectMany(property => property.PropertyType.GetGenericArguments().Prepend(property.PropertyType))
                .Where(part => part.Assembly == whole.Assembly && !part.IsGenericTypeDefinition && !TermRules.TermsOf(part.Assembly).Contains(part)))
                open.Push(part);
        }

        return seen;
    }
}
