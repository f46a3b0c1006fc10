using System.Reflection;
using System.Text.Json;
using Ardalis.SmartEnum;
using FluentAssertions;
using KeyAccount.Core.Grading;
using Xunit;

namespace KeyAccount.Core.Tests.Sweeps;

/// <summary>Every public member, called with what is handed in by mistake: null, a list with a gap, zero, a number that is none, the
/// largest, an object that JSON made of nothing.</summary>
public sealed class PublicMemberTests(ITestOutputHelper output)
{
    // What a caller is told: a parameter that is wrong, a sum that does not fit, a thing that cannot be done now, JSON that is none.
    private static readonly Type[] Told =
        [typeof(ArgumentException), typeof(OverflowException), typeof(InvalidOperationException), typeof(JsonException),
            typeof(NotSupportedException), typeof(FormatException), typeof(SmartEnumNotFoundException)];

    private static readonly Type[] Types = [.. typeof(AccountTier).Assembly.GetExportedTypes()
        .Where(type => !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type))
        .Select(HostileValues.Closed).OfType<Type>()];

    [Fact]
    public void Nothing_that_is_handed_in_crashes_a_member()
    {
        var (calls, members) = (0, 0);
        var crashes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Types)
        {
            IEnumerable<MethodBase> callable = type.GetConstructors();
            callable = callable.Concat(type.GetMethods(
                    BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(HostileValues.Closed).OfType<MethodInfo>()
                .Where(method => !(method.IsStatic && method.IsAbstract)));
            foreach (var member in callable)
            {
                members++;
                calls += Call(type, member, crashes);
            }
        }

        output.WriteLine($"{calls} calls over {members} members of {Types.Length} types, {crashes.Count} crashes");
        string.Join('\n', crashes).Should().BeEmpty();
        calls.Should().BeGreaterThan(8_000);
    }

    [Fact]
    public void What_JSON_makes_of_nothing_can_be_looked_at()
    {
        var crashes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Types.Where(type => !type.IsAbstract && HostileValues.Empty(type) is not null))
        {
            var empty = HostileValues.Empty(type)!;
            foreach (var member in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
                .Where(each => each.GetParameters().Length == 0 && !each.ContainsGenericParameters))
                Try(() => member.Invoke(empty, null), $"{type.Name}.{member.Name}()", crashes);
        }

        string.Join('\n', crashes).Should().BeEmpty();
    }

    // An init accessor that is called here must not change a ready model that other tests read.
    private static object? CopyOf(object? value) => value is null ? null
        : typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(value, null);

    private static int Call(Type type, MethodBase member, SortedSet<string> crashes)
    {
        var parameters = member.GetParameters();
        if (parameters.Any(each => each.ParameterType.IsByRef || each.ParameterType.IsByRefLike || each.ParameterType.IsPointer))
            return 0;
        var self = member.IsStatic || member.IsConstructor ? null : CopyOf(HostileValues.SoundOf(type));
        if (self is null && !member.IsStatic && !member.IsConstructor)
            return 0;
        if (member.IsConstructor && (type.IsAbstract || HostileValues.NeedsMembers(type)))
            return 0;
        var sound = Array.ConvertAll(parameters, each => HostileValues.SoundOf(each.ParameterType));
        var calls = 0;
        Invoke(sound, "sound");
        for (var i = 0; i < parameters.Length; i++)
        {
            foreach (var hostile in HostileValues.HostileOf(parameters[i].ParameterType))
            {
                var arguments = (object?[])sound.Clone();
                arguments[i] = hostile;
                Invoke(arguments, $"{parameters[i].Name} = {Shown(hostile)}");
            }
        }

        return calls;

        void Invoke(object?[] arguments, string what)
        {
            // A parameter of which there is no sound value would hide the one that is tried.
            if (arguments.Zip(sound).Any(pair => pair.First is null && pair.Second is null) && what == "sound")
                return;
            calls++;
            Try(
                () =>
                {
                    // What is set stays: the next call needs the sound one.
                    var target = member.Name.StartsWith("set_", StringComparison.Ordinal)
                        ? type.GetMethod("<Clone>$")?.Invoke(self, null) ?? self : self;
                    var result = member is ConstructorInfo constructor ? constructor.Invoke(arguments) : member.Invoke(target, arguments);
                    _ = result?.ToString();
                    if (result is System.Collections.IEnumerable items and not string)
                        _ = items.Cast<object?>().Take(1_000).Count();
                },
                $"{type.Name}.{member.Name}({string.Join(", ", parameters.Select(each => each.ParameterType.Name))}) with {what}",
                crashes);
        }
    }

    private static void Try(Action call, string what, SortedSet<string> crashes)
    {
        try
        {
            call();
        }
        catch (Exception e)
        {
            var thrown = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            if (!Told.Any(type => type.IsInstanceOfType(thrown)))
                crashes.Add($"{what}: {thrown.GetType().Name} at {thrown.StackTrace?.Split('\n').FirstOrDefault()?.Trim().Split(" in ")[0]}");
        }
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        Array list => $"[{string.Join(", ", list.Cast<object?>().Select(each => each is null ? "null" : "…"))}]",
        _ when value.GetType().Assembly == typeof(AccountTier).Assembly => "{}",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
    };
}
