using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.House;

/// <summary>Makes values of any type of the library by reflection: through the constructor that JSON would take, with <c>init</c>
/// properties set, and again with other parts where the type refuses the first ones.</summary>
/// <remarks>The same seed makes the same values. Anything that may be null is null one time in five.</remarks>
internal sealed class Specimens(int seed)
{
    private const int Attempts = 400;
    private const int Deepest = 6;

    private static readonly decimal[] Extremes =
    [
        decimal.MaxValue, decimal.MinValue, decimal.MaxValue / 2, decimal.MaxValue / 3, 1e20m, 1e15m, -1e20m, 1e-28m, -1e-28m, 1e-15m,
        1, 0.5m, -1,
    ];

    // What reflection says of a type is asked a million times, and is always the same.
    private static readonly ConcurrentDictionary<Type, object[]?> TermsOf = new();
    private static readonly ConcurrentDictionary<Type, Type[]> DerivedFrom = new();
    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    private readonly Random _random = new(seed);
    private readonly Dictionary<Type, Func<Specimens, object>> _own = [];
    private int _depth;

    /// <summary>Whether amounts are now and then as large or as small as a decimal can be.</summary>
    public bool AreExtreme { get; init; }

    public Random Random => _random;

    /// <summary>Says how a type is made that reflection cannot make: because parts depend on each other, or only a calculation makes it.
    /// </summary>
    public Specimens With<T>(Func<Specimens, T> make)
        where T : notnull
    {
        _own[typeof(T)] = specimens => make(specimens);
        return this;
    }

    public T Make<T>() => (T)Make(typeof(T))!;

    /// <summary>A value of a type; for an open generic type, of one of its closed forms.</summary>
    /// <exception cref="InvalidOperationException">None could be made; the message says why.</exception>
    public object Make(Type type)
    {
        type = Closed(Nullable.GetUnderlyingType(type) ?? type);
        if (_own.TryGetValue(type, out var own))
            return own(this);
        if (type.IsGenericType && _own.TryGetValue(type.GetGenericTypeDefinition(), out var ofAny))
            return ofAny(this);
        return Simple(type) ?? Term(type) ?? List(type) ?? Derived(type) ?? Composed(type);
    }

    /// <summary>A generic type with arguments that meet its constraints.</summary>
    public static Type Closed(Type type) => !type.ContainsGenericParameters ? type : type.MakeGenericType(
    [
        .. type.GetGenericArguments().Select(argument =>
            argument.GetGenericParameterConstraints().Any(constraint => constraint.IsGenericType) ? typeof(AccountTier)
            : typeof(string)),
    ]);

    public static bool IsTerm(Type type) => TermRules.TermsOf(type.Assembly).Contains(type);

    public static IEnumerable<object> AllOf(Type term)
    {
        var inOrder = typeof(Term<>).MakeGenericType(term).GetProperty("InOrder", BindingFlags.Public | BindingFlags.Static)!;
        return ((System.Collections.IEnumerable)inOrder.GetValue(null)!).Cast<object>();
    }

    private object? Simple(Type type)
    {
        if (type.IsEnum)
            return Enum.GetValues(type) is var values ? values.GetValue(_random.Next(values.Length)) : null;
        if (type == typeof(bool))
            return _random.Next(2) == 1;
        if (type == typeof(int))
            return Number(-3, 40);
        if (type == typeof(long))
            return (long)Number(0, 4000);
        if (type == typeof(byte))
            return (byte)_random.Next(4);
        if (type == typeof(double))
            return Number() / 1000.0;
        if (type == typeof(decimal))
            return AreExtreme && _random.Next(3) > 0 ? Extremes[_random.Next(Extremes.Length)] : Number() / 1000m;
        if (type == typeof(string))
            return Word();
        if (type == typeof(LocalDate))
            return new LocalDate(2024, 1, 1).PlusDays(_random.Next(1200));
        if (type == typeof(YearMonth))
            return new YearMonth(2024 + _random.Next(3), 1 + _random.Next(12));
        if (type == typeof(Instant))
            return Instant.FromUtc(2026, 1, 1, 0, 0).Plus(Duration.FromMilliseconds(_random.Next()));
        if (type == typeof(Duration))
            return Duration.FromMinutes(_random.Next(100_000));
        if (type == typeof(Period))
            return Period.FromDays(_random.Next(40));
        if (type == typeof(Text))
            return new Text(Word(), "中" + Word(), "繁" + Word());
        if (type == typeof(object))
            return Word();
        return null;
    }

    // Small numbers, fractions, and now and then a large one: something of that suits every range.
    private int Number() => _random.Next(4) switch
    {
        0 => _random.Next(1001),
        1 => _random.Next(100_001),
        2 => 1000 * _random.Next(6),
        _ => _random.Next(-1000, 2_000_000),
    };

    private int Number(int low, int high) => _random.Next(3) == 0 ? _random.Next(4) : _random.Next(low, high);

    private string Word() => string.Concat(Enumerable.Range(0, 1 + _random.Next(6)).Select(_ => (char)('a' + _random.Next(26))));

    private object? Term(Type type) => TermsOf.GetOrAdd(type, static each => IsTerm(each) ? AllOf(each).ToArray() : null) is { } all
        ? all[_random.Next(all.Length)]
        : null;

    private object? List(Type type)
    {
        if (type.IsArray)
            return Items(type.GetElementType()!);
        if (!type.IsGenericType || !type.IsInterface)
            return null;
        var arguments = type.GetGenericArguments();
        if (type.IsAssignableTo(typeof(System.Collections.IEnumerable)) && arguments.Length == 1)
            return Items(arguments[0]);
        if (arguments.Length != 2)
            return null;
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        for (var i = Count(); i > 0; i--)
            map[Make(arguments[0])] = Make(arguments[1]);
        return map;
    }

    private Array Items(Type item)
    {
        var items = Array.CreateInstance(item, Count());
        for (var i = 0; i < items.Length; i++)
            items.SetValue(Make(item), i);
        return items;
    }

    private int Count() => _depth >= Deepest ? 0 : _random.Next(4);

    // One of those that derive from it.
    private object? Derived(Type type)
    {
        if (!type.IsAbstract || type.Assembly != typeof(Text).Assembly)
            return null;
        var derived = DerivedFrom.GetOrAdd(
            type, static all => [.. all.Assembly.GetExportedTypes().Where(each => !each.IsAbstract && each.IsAssignableTo(all))]);
        return derived.Length == 0 ? null : Make(derived[_random.Next(derived.Length)]);
    }

    private object Composed(Type type)
    {
        var shape = Shapes.GetOrAdd(type, static each => new(each));
        if (shape.Constructor is null && !type.IsValueType)
            throw new InvalidOperationException($"{type.Name} has no public constructor");
        if (_depth > Deepest + 4)
            throw new InvalidOperationException($"{type.Name} never ends");
        if (type.Assembly != typeof(Text).Assembly || type.IsAssignableTo(typeof(Delegate)))
            throw new InvalidOperationException($"{type.Name} is no value of this library");
        Exception? last = null;
        _depth++;
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                try
                {
                    return Once(type, shape);
                }
                catch (Exception e) when (e is ArgumentException or OverflowException)
                {
                    last = e;
                }
                catch (RetryException e)
                {
                    last = e.InnerException;
                }
            }
        }
        finally
        {
            _depth--;
        }

        throw new InvalidOperationException($"{type.Name} could not be made: {last?.Message}", last);
    }

    private object Once(Type type, Shape shape)
    {
        var arguments = new object?[shape.Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Part(shape.Parameters[i].Type, shape.Parameters[i].State);
        var value = shape.Constructor?.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null) ?? Activator.CreateInstance(type)!;
        foreach (var property in shape.Properties)
            SetSomething(property, value);
        return value;
    }

    // One property that refuses a value does not cost all the others.
    private void SetSomething((PropertyInfo Info, NullabilityState State) property, object value)
    {
        Exception? last = null;
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var part = Part(property.Info.PropertyType, property.State);
            try
            {
                property.Info.SetValue(value, part, BindingFlags.DoNotWrapExceptions, null, null, null);
                return;
            }
            catch (Exception e) when (e is ArgumentException or OverflowException)
            {
                last = e;
            }
        }

        throw new RetryException(last!);
    }

    private object? Part(Type type, NullabilityState state)
    {
        var mayBeNull = Nullable.GetUnderlyingType(type) is not null || (!type.IsValueType && state != NullabilityState.NotNull);
        return mayBeNull && (_depth > Deepest || _random.Next(5) == 0) ? null : Make(type);
    }

    /// <summary>What is to be filled in: the constructor that JSON would take, and what may be set besides.</summary>
    private sealed class Shape
    {
        public Shape(Type type)
        {
            var nullability = new NullabilityInfoContext();
            Constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
                .Where(each => each.GetParameters().All(parameter => parameter.ParameterType != type))
                .OrderByDescending(each => each.IsDefined(typeof(JsonConstructorAttribute)))
                .ThenByDescending(each => each.GetParameters().Length)
                .FirstOrDefault();
            var parameters = Constructor?.GetParameters() ?? [];
            Parameters = [.. parameters.Select(each => (each.ParameterType, nullability.Create(each).ReadState))];
            Properties =
            [
                .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(each => each.SetMethod?.IsPublic == true && each.GetIndexParameters().Length == 0
                        && !parameters.Any(parameter => string.Equals(parameter.Name, each.Name, StringComparison.OrdinalIgnoreCase)))
                    .Select(each => (each, nullability.Create(each).WriteState)),
            ];
        }

        public ConstructorInfo? Constructor { get; }

        public (Type Type, NullabilityState State)[] Parameters { get; }

        public (PropertyInfo Info, NullabilityState State)[] Properties { get; }
    }

    private sealed class RetryException(Exception inner) : Exception(inner.Message, inner);
}
