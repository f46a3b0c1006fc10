using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace KeyAccount.Sweeps;

/// <summary>Every public constructor, method, initialiser, operator and extension of a library, called with what is handed in by mistake:
/// one argument at a time, then several at once, drawn from a seed.</summary>
internal sealed class MemberSweep
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(90);

    private readonly Assembly _library;
    private readonly HostileValues _values;
    private readonly DocumentedMembers _documented;
    private readonly (Type Type, MethodBase Member)[] _members;
    private readonly SortedSet<string> _faults = new(StringComparer.Ordinal);
    private volatile string _current = "";
    private long _since;
    private int _calls;

    public MemberSweep(Assembly library, Action<HostileValues>? know = null)
    {
        _library = library;
        _values = new(library);
        know?.Invoke(_values);
        _documented = new(library);
        Types = [.. library.GetExportedTypes()
            .Where(type => !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type) && !type.Name.Contains('<', StringComparison.Ordinal))
            .Select(HostileValues.Closed).OfType<Type>()];
        _members = [.. Types.SelectMany(type => type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods(
                BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(HostileValues.Closed).OfType<MethodInfo>()
            .Where(method => !(method.IsStatic && method.IsAbstract) && !method.Name.Contains('<', StringComparison.Ordinal)))
            .Select(member => (type, member)))];
    }

    public IReadOnlyList<Type> Types { get; }

    public int Members => _members.Length;

    public int Calls => _calls;

    /// <summary>What was found, each with the member and the argument.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Members that were called at least once.</summary>
    public int Called { get; private set; }

    /// <summary>Calls each member with one wrong argument after the other.</summary>
    public void OneByOne() => Watched(() =>
    {
        Called = 0;
        foreach (var (type, member) in _members)
        {
            if (Sound(type, member) is not { } sound)
                continue;
            Called++;
            var parameters = member.GetParameters();
            if (!MissesOne(sound, parameters))
                Call(type, member, sound, "sound");
            for (var i = 0; i < parameters.Length; i++)
            {
                foreach (var hostile in parameters[i].IsOut ? [] : _values.HostileOf(parameters[i].ParameterType))
                {
                    // What a call reads or writes is used up by it.
                    var arguments = Sound(type, member)!;
                    arguments[i] = hostile;
                    Call(type, member, arguments, $"{parameters[i].Name} = {Shown(hostile)}");
                }
            }
        }
    });

    /// <summary>Calls each member so many times with several wrong arguments.</summary>
    public void Together(int times, int seed) => Watched(() =>
    {
        for (var m = 0; m < _members.Length; m++)
        {
            var (type, member) = _members[m];
            var parameters = member.GetParameters();
            if (parameters.Length < 2 || Sound(type, member) is not { } sound)
                continue;
            var random = new Random(HashCode(seed, m));
            for (var i = 0; i < times; i++)
            {
                // Half of the arguments stay sound, or the first wrong one would hide the rest.
                sound = Sound(type, member)!;
                var arguments = parameters.Select((each, at) =>
                    !each.IsOut && random.Next(2) == 0 && _values.HostileOf(each.ParameterType).ToArray() is { Length: > 0 } hostile
                        ? hostile[random.Next(hostile.Length)] : sound[at]).ToArray();
                Call(type, member, arguments, string.Join(", ", parameters.Zip(arguments, (each, value) => $"{each.Name} = {Shown(value)}")));
            }
        }

        static int HashCode(int seed, int at) => unchecked((seed * 397) ^ (at * 7_919));
    });

    /// <summary>Looks at every property of what JSON makes of nothing.</summary>
    public void OfNothing() => Watched(() =>
    {
        foreach (var type in Types.Where(type => !type.IsAbstract))
        {
            if (HostileValues.Empty(type) is not { } empty)
                continue;
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
                .Where(each => each.GetParameters().Length == 0 && !each.ContainsGenericParameters && each.DeclaringType!.Assembly == _library))
                Try(method, () => method.Invoke(empty, null), $"{{}}.{Named(type)}.{method.Name}()");
        }
    });

    /// <summary>Hands each wrong value to the constructor of a record and to the initialiser of the same property: both take it, or both
    /// refuse it in the same way.</summary>
    public void Agreements() => Watched(() =>
    {
        foreach (var type in Types.Where(type => !type.IsAbstract && type.GetMethod("<Clone>$") is not null && !HostileValues.NeedsMembers(type)))
        {
            var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length);
            if (constructor is null)
                continue;
            var parameters = constructor.GetParameters();
            if (Sound(type, constructor) is not { } sound || Refusal(() => constructor.Invoke(sound)) is not null)
                continue;
            foreach (var (parameter, at) in parameters.Select((each, i) => (each, i)))
            {
                if (type.GetProperty(parameter.Name!) is not { SetMethod.IsPublic: true } property || property.PropertyType != parameter.ParameterType)
                    continue;
                foreach (var hostile in _values.HostileOf(parameter.ParameterType))
                {
                    var arguments = (object?[])sound.Clone();
                    arguments[at] = hostile;
                    _calls++;
                    var (made, with) = (Refusal(() => constructor.Invoke(arguments)), Refusal(() => property.SetValue(CopyOf(constructor.Invoke(sound)), hostile)));
                    if (made != with)
                        _faults.Add($"{Named(type)}.{parameter.Name} = {Shown(hostile)}: the constructor says {made ?? "yes"}, with says {with ?? "yes"}");
                }
            }
        }

        static string? Refusal(Action call)
        {
            try
            {
                call();
                return null;
            }
            catch (TargetInvocationException e)
            {
                return e.InnerException!.GetType().Name;
            }
        }
    });

    // A parameter of which there is no sound value hides the one that is tried.
    private static bool MissesOne(object?[] sound, ParameterInfo[] parameters) =>
        sound.Zip(parameters).Any(pair => pair.First is null && !pair.Second.IsOut);

    private object?[]? Sound(Type type, MethodBase member)
    {
        var parameters = member.GetParameters();
        // A reader of JSON cannot be handed in by reflection; the converters that have one are read by the tests of JSON.
        if (parameters.Any(each => each.ParameterType.IsPointer || each.ParameterType is { IsByRef: true } passed && passed.GetElementType()!.IsByRefLike
            || (each.ParameterType.IsByRefLike && HostileValues.ItemOf(each.ParameterType) is null)))
            return null;
        if (member.IsConstructor ? type.IsAbstract || HostileValues.NeedsMembers(type) : !member.IsStatic && _values.SoundOf(type) is null)
            return null;
        return Array.ConvertAll(parameters, each => each.IsOut ? null : _values.SoundOf(each.ParameterType));
    }

    private void Call(Type type, MethodBase member, object?[] arguments, string what)
    {
        var parameters = member.GetParameters();
        Try(
            member,
            () =>
            {
                // An initialiser that is called here must not change a ready model that others read.
                var target = member.IsStatic || member.IsConstructor ? null : CopyOf(_values.SoundOf(type));
                var result = parameters.Any(each => each.ParameterType.IsByRefLike) ? ThroughSpans(member, target, (object?[])arguments.Clone())
                    : member is ConstructorInfo constructor ? constructor.Invoke((object?[])arguments.Clone())
                    : member.Invoke(target, (object?[])arguments.Clone());
                if (result is Task task)
                    task.GetAwaiter().GetResult();
                return member is MethodInfo { ReturnType: var returned } && returned == typeof(void) ? target : result;
            },
            $"{Named(type)}.{member.Name}({string.Join(", ", parameters.Select(each => Named(each.ParameterType)))}) with {what}",
            (member.IsConstructor || member.Name.StartsWith("set_", StringComparison.Ordinal)) && arguments.Any(HoldsNone));
    }

    // A record keeps the number that it is given; only a computed one is a result.
    private static bool HoldsNone(object? argument) => IsNone(argument) || (argument is IEnumerable items and not string && items.Cast<object?>().Any(IsNone));

    // Reflection cannot hand in a span; a compiled call makes it of the array.
    private static object? ThroughSpans(MethodBase member, object? target, object?[] arguments)
    {
        var given = Expression.Parameter(typeof(object[]));
        var passed = member.GetParameters().Where(each => each.ParameterType.IsByRef)
            .ToDictionary(each => each, each => Expression.Variable(each.ParameterType.GetElementType()!));
        var converted = member.GetParameters().Select((each, i) =>
        {
            if (passed.TryGetValue(each, out var variable))
                return variable;
            var item = (Expression)Expression.ArrayIndex(given, Expression.Constant(i));
            return each.ParameterType.IsByRefLike
                ? Expression.Convert(Expression.Convert(item, HostileValues.ItemOf(each.ParameterType)!.MakeArrayType()), each.ParameterType)
                : (Expression)Expression.Convert(item, each.ParameterType);
        });
        Expression call = member is ConstructorInfo constructor ? Expression.New(constructor, converted)
            : Expression.Call(target is null ? null : Expression.Constant(target, member.DeclaringType!), (MethodInfo)member, converted);
        call = call.Type == typeof(void) || call.Type.IsByRefLike ? Expression.Block(call, Expression.Constant(null)) : Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<object?[], object?>>(Expression.Block(passed.Values, call), given).Compile()(arguments);
    }

    private void Try(MethodBase member, Func<object?> call, string what, bool keepsNone = false)
    {
        Volatile.Write(ref _since, Stopwatch.GetTimestamp());
        _current = what;
        _calls++;
        try
        {
            var from = Stopwatch.GetTimestamp();
            var result = call();
            _ = result?.ToString();
            var items = result is IEnumerable list and not string ? list.Cast<object?>().Take(1_000).ToArray() : null;
            if (Stopwatch.GetElapsedTime(from) > Slow)
                AskAgain(call, what);
            if (!keepsNone && NoNumber(member, result, items) is { } place)
                _faults.Add($"{what}: {place}");
        }
        catch (Exception e)
        {
            var thrown = e;
            while (thrown is TargetInvocationException or TypeInitializationException { InnerException: not null } && thrown.InnerException is { } inner)
                thrown = inner;
            if (!_documented.Throws(member, thrown.GetType()))
                _faults.Add($"{what}: {thrown.GetType().Name} is not documented, at {Place(thrown)}: {thrown.Message.Split('\n')[0].Replace('\ud800', '?')}");
        }
    }

    // A machine that does other things is slow once.
    private void AskAgain(Func<object?> call, string what)
    {
        for (var i = 0; i < 2; i++)
        {
            var from = Stopwatch.GetTimestamp();
            if (call() is IEnumerable list and not string)
                _ = list.Cast<object?>().Take(1_000).Count();
            if (Stopwatch.GetElapsedTime(from) <= Slow)
                return;
        }

        _faults.Add($"{what}: takes longer than two seconds");
    }

    private string? NoNumber(MethodBase member, object? result, object?[]? items)
    {
        if (IsNone(result) || items?.Any(IsNone) == true)
            return _documented.SaysNoNumber(member) ? null : "answers NaN or infinity";
        if (result is null || result.GetType().Assembly != _library)
            return null;
        foreach (var property in result.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.PropertyType != typeof(double) && property.PropertyType != typeof(double?) || property.GetIndexParameters().Length > 0)
                continue;
            object? value;
            try
            {
                value = property.GetValue(result);
            }
            catch (TargetInvocationException)
            {
                // Called for itself, it says so there.
                continue;
            }

            if (IsNone(value) && !_documented.SaysNoNumber(property.GetMethod!) && !_documented.SaysNoNumber(member))
                return $"its {property.Name} is {value}";
        }

        return null;
    }

    private static bool IsNone(object? value) => value is double number ? !double.IsFinite(number) : value is float small && !float.IsFinite(small);

    // One thread calls, the other sees that it comes back.
    private void Watched(Action calls)
    {
        Exception? failed = null;
        _since = Stopwatch.GetTimestamp();
        var thread = new Thread(
            () =>
            {
                try
                {
                    calls();
                }
                catch (Exception e)
                {
                    failed = e;
                }
            },
            16 << 20) { IsBackground = true };
        thread.Start();
        while (!thread.Join(TimeSpan.FromMilliseconds(200)))
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref _since)) > Stuck)
                throw new TimeoutException($"{_current} does not come back.");
        }

        if (failed is not null)
            throw new InvalidOperationException($"{_current}: {failed.Message}", failed);
    }

    private static object? CopyOf(object? value) => value is null ? null
        : value.GetType().GetMethod("<Clone>$")?.Invoke(value, null)
            ?? typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(value, null);

    private static string Place(Exception thrown) => thrown.StackTrace?.Split('\n').FirstOrDefault()?.Trim().Split(" in ")[0] ?? "";

    private static string Named(Type type) => type.IsGenericType ? type.Name.Split('`')[0] + "<" + string.Join(",", type.GetGenericArguments().Select(Named)) + ">" : type.Name;

    private static string Shown(object? value) => value switch
    {
        null => "null",
        string { Length: > 50 } text => $"{text.Length} characters",
        string text => $"\"{string.Concat(text.Select(each => char.IsAsciiLetterOrDigit(each) || each is ' ' or ':' ? $"{each}" : $"\\u{(int)each:x4}"))}\"",
        Array list => $"[{string.Join(", ", list.Cast<object?>().Select(each => each is null ? "null" : each.GetType().IsPrimitive ? Shown(each) : "…"))}]",
        Delegate => "a function",
        _ when value.GetType().Namespace?.StartsWith("KeyAccount", StringComparison.Ordinal) == true => "{}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
