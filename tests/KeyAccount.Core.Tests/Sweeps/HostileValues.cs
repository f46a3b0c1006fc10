using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using KeyAccount.Core.Grading;
using NodaTime;

namespace KeyAccount.Core.Tests.Sweeps;

/// <summary>Values of any type of the library: a sound one, and those that are handed in by mistake.</summary>
internal static class HostileValues
{
    private const int Deepest = 5;

    private static readonly Assembly Library = typeof(AccountTier).Assembly;
    private static readonly Dictionary<Type, object> Sound = [];
    private static readonly Lazy<ILookup<Type, PropertyInfo>> Ready = new(() => Library.GetExportedTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.GetIndexParameters().Length == 0)
        .ToLookup(property => property.PropertyType));

    /// <summary>A type of the library as it is called: a generic one with the tier of accounts where it asks for a type.</summary>
    public static Type? Closed(Type type)
    {
        try
        {
            return type.IsGenericTypeDefinition ? type.MakeGenericType(Array.ConvertAll(type.GetGenericArguments(), ArgumentFor)) : type;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static MethodInfo? Closed(MethodInfo method)
    {
        try
        {
            return method.IsGenericMethodDefinition
                ? method.MakeGenericMethod(Array.ConvertAll(method.GetGenericArguments(), ArgumentFor)) : method;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A sound value; null where the sweep cannot make one.</summary>
    public static object? SoundOf(Type type, int depth = 0)
    {
        if (Sound.TryGetValue(type, out var known))
            return known;
        object? made = null;
        try
        {
            made = depth > Deepest ? null : Make(type, depth);
        }
        catch (Exception e) when (e is TargetInvocationException or ArgumentException or MissingMethodException or NotSupportedException)
        {
            // The sweep knows no sound value of it, and passes over what needs one.
        }

        if (made is not null)
            Sound[type] = made;
        return made;
    }

    /// <summary>What is handed in by mistake in place of a value.</summary>
    public static IEnumerable<object?> HostileOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (!type.IsValueType || plain != type)
            yield return null;
        object?[] extremes = plain switch
        {
            _ when plain == typeof(int) => [0, -1, 1, 1_000, int.MinValue],
            _ when plain == typeof(long) => [0L, -1L, 1L, long.MaxValue, long.MinValue],
            _ when plain == typeof(decimal) => [0m, -1m, 1m, decimal.MaxValue, decimal.MinValue, 1e-28m],
            _ when plain == typeof(double) => [0.0, -1.0, 1.0, double.NaN, double.PositiveInfinity, double.MaxValue, double.Epsilon],
            _ when plain == typeof(string) => ["", " ", "\ud800", "a:b"],
            _ when plain == typeof(LocalDate) => [default(LocalDate), LocalDate.MinIsoValue, LocalDate.MaxIsoValue],
            _ when plain == typeof(YearMonth) => [default(YearMonth)],
            _ when plain == typeof(Instant) => [Instant.MinValue, Instant.MaxValue],
            _ when plain.IsEnum => [Enum.ToObject(plain, 0), Enum.ToObject(plain, 99)],
            _ => [],
        };
        foreach (var extreme in extremes)
            yield return extreme;
        if (ItemOf(type) is { } item)
        {
            yield return List(item, []);
            if (!item.IsValueType)
                yield return List(item, [null]);
            if (SoundOf(item) is { } sound)
            {
                yield return List(item, [sound, sound]);
                if (!item.IsValueType)
                    yield return List(item, [sound, null]);
            }
        }
        else if (!type.IsValueType && type.Assembly == Library && !type.IsAbstract && Empty(type) is { } empty)
            yield return empty;
    }

    /// <summary>What JSON without anything in it makes; null where that is refused.</summary>
    public static object? Empty(Type type)
    {
        try
        {
            return JsonSerializer.Deserialize("{}", type);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a type cannot be made by its constructor alone.</summary>
    public static bool NeedsMembers(Type type) => type.GetProperties().Any(each => each.IsDefined(typeof(RequiredMemberAttribute)));

    private static Type ArgumentFor(Type parameter) =>
        parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(decimal)
        : typeof(AccountTier);

    private static object? Make(Type type, int depth)
    {
        if (type.IsArray && type.GetArrayRank() > 1)
            return Array.CreateInstance(type.GetElementType()!, new int[type.GetArrayRank()]);
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return "a";
        if (plain == typeof(LocalDate))
            return new LocalDate(2026, 3, 31);
        if (plain == typeof(YearMonth))
            return new YearMonth(2026, 3);
        if (plain == typeof(Instant))
            return Instant.FromUtc(2026, 3, 31, 8, 0);
        if (plain == typeof(Period))
            return Period.FromMonths(3);
        if (plain == typeof(bool))
            return true;
        if (plain.IsEnum)
            return Enum.GetValues(plain).GetValue(0);
        if (plain.IsPrimitive || plain == typeof(decimal))
            return Convert.ChangeType(1, plain, null);
        if (ItemOf(type) is { } item)
            return SoundOf(item, depth + 1) is { } one ? List(item, [one]) : List(item, []);
        if (typeof(Delegate).IsAssignableFrom(type))
            return Returning(type, depth);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Expression<>))
            return Expression.Lambda(type.GetGenericArguments()[0], ((LambdaExpression)Body(type.GetGenericArguments()[0], depth)!).Body,
                ((LambdaExpression)Body(type.GetGenericArguments()[0], depth)!).Parameters);
        if (Ready.Value[type].FirstOrDefault() is { } ready)
            return ready.GetValue(null);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        if (type.IsAbstract || type.IsByRefLike)
            return null;
        foreach (var constructor in type.GetConstructors().OrderByDescending(each => each.GetParameters().Length))
        {
            var arguments = Array.ConvertAll(constructor.GetParameters(), each => SoundOf(each.ParameterType, depth + 1));
            if (constructor.GetParameters().Zip(arguments).Any(pair => pair.Second is null && pair.First.ParameterType.IsByRefLike))
                continue;
            object made;
            try
            {
                made = constructor.Invoke(arguments);
            }
            catch (TargetInvocationException)
            {
                continue;
            }

            var isWhole = true;
            foreach (var needed in type.GetProperties().Where(each => each.IsDefined(typeof(RequiredMemberAttribute))))
            {
                var value = SoundOf(needed.PropertyType, depth + 1);
                isWhole &= value is not null;
                if (value is not null)
                    needed.SetValue(made, value);
            }

            return isWhole ? made : null;
        }

        return null;
    }

    private static Delegate? Returning(Type type, int depth) => Body(type, depth) is LambdaExpression body ? body.Compile() : null;

    private static LambdaExpression? Body(Type type, int depth)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(each => Expression.Parameter(each.ParameterType, each.Name)).ToArray();
        return parameters.Any(each => each.IsByRef) ? null : Expression.Lambda(
            type,
            invoke.ReturnType == typeof(void) ? Expression.Empty()
                : Expression.Constant(SoundOf(invoke.ReturnType, depth + 1), invoke.ReturnType),
            parameters);
    }

    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetArrayRank() == 1 ? type.GetElementType() : null
        : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            || type.GetGenericTypeDefinition() == typeof(IEnumerable<>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ? type.GetGenericArguments()[0]
        : null;

    private static Array List(Type item, object?[] items)
    {
        var list = Array.CreateInstance(item, items.Length);
        ((IList)items).CopyTo(list, 0);
        return list;
    }
}
