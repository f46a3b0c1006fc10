using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Grading;
using NodaTime;

namespace KeyAccount.Sweeps;

/// <summary>Values of any type of a library: a sound one, and those that are handed in by mistake.</summary>
internal sealed class HostileValues
{
    private const int Deepest = 5;

    private static readonly Assembly Core = typeof(AccountTier).Assembly;

    private readonly Dictionary<Type, object> _sound = new()
    {
        [typeof(string)] = "a",
        [typeof(object)] = "a",
        [typeof(bool)] = true,
        [typeof(LocalDate)] = new LocalDate(2026, 3, 31),
        [typeof(YearMonth)] = new YearMonth(2026, 3),
        [typeof(Instant)] = Instant.FromUtc(2026, 3, 31, 8, 0),
        [typeof(Period)] = Period.FromMonths(3),
        [typeof(Type)] = typeof(AccountTier),
        [typeof(Assembly)] = Core,
        [typeof(CultureInfo)] = CultureInfo.InvariantCulture,
        [typeof(IFormatProvider)] = CultureInfo.InvariantCulture,
        [typeof(JsonSerializerOptions)] = JsonSerializerOptions.Default,
        [typeof(JsonElement)] = JsonOf("""{ "a": 1 }"""),
        [typeof(TimeSpan)] = TimeSpan.FromSeconds(1),
        [typeof(DateOnly)] = new DateOnly(2026, 3, 31),
        [typeof(CancellationToken)] = CancellationToken.None,
        [typeof(ParallelOptions)] = new ParallelOptions { MaxDegreeOfParallelism = 1 },
    };

    // What is used up by being read, or filled by being written.
    private readonly Dictionary<Type, Func<object>> _fresh = new()
    {
        [typeof(Stream)] = () => StreamOf("{}"u8),
        [typeof(TextReader)] = () => new StringReader("a"),
        [typeof(TextWriter)] = () => new StringWriter(CultureInfo.InvariantCulture),
        [typeof(Utf8JsonWriter)] = () => new Utf8JsonWriter(new MemoryStream(), new() { SkipValidation = true }),
        [typeof(JsonObject)] = () => new JsonObject(),
    };

    private readonly Assembly[] _libraries;
    private readonly Lazy<PropertyInfo[]> _ready;

    public HostileValues(Assembly library)
    {
        _libraries = library == Core ? [Core] : [library, Core];
        _ready = new(() => [.. _libraries.SelectMany(each => each.GetExportedTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.GetIndexParameters().Length == 0)]);
    }

    /// <summary>A type of a library as it is called: a generic one with the tier of accounts where it asks for a type.</summary>
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

    /// <summary>Says what a sound value of a type is that the sweep cannot make.</summary>
    public void Make<T>(Func<T> sound)
        where T : class => _fresh[typeof(T)] = sound;

    /// <summary>A sound value; null where the sweep cannot make one.</summary>
    public object? SoundOf(Type type, int depth = 0)
    {
        if (_fresh.TryGetValue(type, out var make))
            return make();
        if (_sound.TryGetValue(type, out var known))
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
            _sound[type] = made;
        return made;
    }

    /// <summary>What is handed in by mistake in place of a value.</summary>
    public IEnumerable<object?> HostileOf(Type type)
    {
        if (type.IsByRef)
            type = type.GetElementType()!;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (!type.IsByRefLike && (!type.IsValueType || plain != type))
            yield return null;
        object?[] extremes = plain switch
        {
            _ when plain == typeof(int) => [0, -1, 1, 1_000, int.MinValue, int.MaxValue],
            _ when plain == typeof(long) => [0L, -1L, 1L, long.MaxValue, long.MinValue],
            _ when plain == typeof(byte) => [byte.MinValue, byte.MaxValue],
            _ when plain == typeof(decimal) => [0m, -1m, 1m, decimal.MaxValue, decimal.MinValue, 1e-28m],
            _ when plain == typeof(double) =>
                [0.0, -1.0, 1.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon],
            _ when plain == typeof(string) =>
                ["", " ", "\ud800", "a:b", new string('x', 10_000), "\u202eמחיר", "😀", "<script>alert(1)</script>", "\0", "a\r\nb"],
            _ when plain == typeof(LocalDate) => [default(LocalDate), LocalDate.MinIsoValue, LocalDate.MaxIsoValue],
            _ when plain == typeof(YearMonth) => [default(YearMonth), new YearMonth(-9998, 1), new YearMonth(9999, 12)],
            _ when plain == typeof(Instant) => [default(Instant), Instant.MinValue, Instant.MaxValue],
            _ when plain == typeof(TimeSpan) => [TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue],
            _ when plain == typeof(DateOnly) => [DateOnly.MinValue, DateOnly.MaxValue],
            _ when plain == typeof(JsonElement) => [default(JsonElement), JsonOf("null"), JsonOf("[null]"), JsonOf("1e999")],
            _ when plain == typeof(object) => ["", 0, double.NaN, new object()],
            _ when plain == typeof(Type) => [typeof(int), typeof(void), typeof(List<>), typeof(object)],
            _ when plain == typeof(Stream) => [StreamOf([]), StreamOf([0xff, 0xfe, 0]), StreamOf("[null]"u8)],
            _ when plain.IsEnum => [Enum.ToObject(plain, 0), Enum.ToObject(plain, 99), Enum.ToObject(plain, -1)],
            _ when plain.IsValueType && !plain.IsPrimitive && !plain.IsByRefLike => [Activator.CreateInstance(plain)],
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
                if (item.IsValueType || item == typeof(string))
                {
                    foreach (var extreme in HostileOf(item).Where(each => each is not null))
                        yield return List(item, [extreme, sound]);
                }
            }
        }
        else if (typeof(Delegate).IsAssignableFrom(type))
        {
            foreach (var wrong in Delegates(type))
                yield return wrong;
        }
        else if (!type.IsValueType && _libraries.Contains(type.Assembly) && !type.IsAbstract && Empty(type) is { } empty)
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

    private object? Make(Type type, int depth)
    {
        if (type.IsByRef)
            return SoundOf(type.GetElementType()!, depth);
        if (type.IsArray && type.GetArrayRank() > 1)
            return Array.CreateInstance(type.GetElementType()!, new int[type.GetArrayRank()]);
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain != type)
            return SoundOf(plain, depth);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0);
        if (type == typeof(char))
            return 'a';
        if (type == typeof(nint) || type == typeof(nuint))
            return null;
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(1, type, null);
        if (ItemOf(type) is { } item)
            return SoundOf(item, depth + 1) is { } one ? List(item, [one]) : List(item, []);
        if (typeof(Delegate).IsAssignableFrom(type))
            return Returning(type, depth);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Expression<>))
            return Body(type.GetGenericArguments()[0], depth);
        if (_ready.Value.FirstOrDefault(each => each.PropertyType == type) is { } ready)
            return ready.GetValue(null);
        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            || type.GetGenericTypeDefinition() == typeof(IDictionary<,>)))
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>))
            return Activator.CreateInstance(type, List(type.GetGenericArguments()[0], [SoundOf(type.GetGenericArguments()[0], depth + 1)]));
        if (type.IsByRefLike)
            return null;
        if (type.IsAbstract)
        {
            return _libraries.Contains(type.Assembly)
                ? _ready.Value.FirstOrDefault(each => type.IsAssignableFrom(each.PropertyType))?.GetValue(null) : null;
        }

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

    private Delegate? Returning(Type type, int depth) => Body(type, depth)?.Compile();

    // A caller's function that answers nonsense.
    private IEnumerable<Delegate> Delegates(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        if (invoke.ReturnType == typeof(void) || typeof(Delegate).IsAssignableFrom(invoke.ReturnType) || invoke.GetParameters().Any(each => each.ParameterType.IsByRef))
            yield break;
        foreach (var answer in HostileOf(invoke.ReturnType).ToArray())
        {
            if (answer is null || invoke.ReturnType.IsInstanceOfType(answer))
            {
                yield return Expression.Lambda(
                    type, Expression.Constant(answer, invoke.ReturnType),
                    invoke.GetParameters().Select(each => Expression.Parameter(each.ParameterType, each.Name))).Compile();
            }
        }
    }

    private LambdaExpression? Body(Type type, int depth)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(each => Expression.Parameter(each.ParameterType, each.Name)).ToArray();
        return parameters.Any(each => each.IsByRef) ? null : Expression.Lambda(
            type,
            invoke.ReturnType == typeof(void) ? Expression.Empty()
                : Expression.Constant(SoundOf(invoke.ReturnType, depth + 1), invoke.ReturnType),
            parameters);
    }

    /// <summary>What a list holds; a span is handed in as the array it looks at.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetArrayRank() == 1 ? type.GetElementType() : null
        : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            || type.GetGenericTypeDefinition() == typeof(IEnumerable<>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)
            || type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>) || type.GetGenericTypeDefinition() == typeof(Span<>))
            ? type.GetGenericArguments()[0]
        : null;

    private static JsonElement JsonOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static MemoryStream StreamOf(ReadOnlySpan<byte> bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes);
        stream.Position = 0;
        return stream;
    }

    private static Array List(Type item, object?[] items)
    {
        var list = Array.CreateInstance(item, items.Length);
        ((IList)items).CopyTo(list, 0);
        return list;
    }
}
