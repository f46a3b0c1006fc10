using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using KeyAccount.Core.Grading;
using KeyAccount.Sweeps;

namespace KeyAccount.Core.Tests.Sweeps;

/// <summary>What the documentation says is refused is refused, as it says: a guard that is taken away is noticed here.</summary>
public sealed class DocumentedGuardTests(ITestOutputHelper output)
{
    private const string Null = "T:System.ArgumentNullException";
    private const string OutOfRange = "T:System.ArgumentOutOfRangeException";

    private static readonly Assembly Library = typeof(AccountTier).Assembly;

    // By type and member, without the types of the parameters: their names tell overloads apart.
    private static readonly ILookup<string, XElement> Documented =
        XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .ToLookup(member => member.Attribute("name")!.Value.Split('(')[0].Split("``")[0], StringComparer.Ordinal);

    private static readonly HostileValues Values = new(Library);

    // With what cannot be made, which takes the longest to find out.
    private static readonly Dictionary<Type, object?> Sound = [];

    [Fact]
    public void Null_is_refused_where_the_documentation_says_so() => Hold(
        Null,
        _ => [null],
        parameter => !parameter.ParameterType.IsValueType
            && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull,
        typeof(ArgumentNullException),
        least: 500);

    [Fact]
    public void A_number_out_of_range_is_refused_where_the_documentation_says_so() => Hold(
        OutOfRange,
        parameter => Values.HostileOf(parameter.ParameterType).Where(value => value is not null),
        parameter => (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is { } type
            && (type.IsPrimitive || type.IsEnum || type == typeof(decimal)),
        typeof(ArgumentOutOfRangeException),
        least: 400);

    private void Hold(
        string exception, Func<ParameterInfo, IEnumerable<object?>> wrong, Predicate<ParameterInfo> isMeant, Type expected, int least)
    {
        var (held, notTried) = (0, new SortedSet<string>(StringComparer.Ordinal));
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Library.GetExportedTypes().Where(each => !typeof(Delegate).IsAssignableFrom(each))
            .Select(HostileValues.Closed).OfType<Type>())
        {
            foreach (var member in MembersOf(type))
            {
                var parameters = member.GetParameters();
                foreach (var parameter in parameters.Where(each => Says(type, member, each, exception, isMeant)))
                {
                    var name = $"{type.Name}.{member.Name}({string.Join(", ", parameters.Select(each => each.Name))}): {parameter.Name}";
                    var call = CallOf(type, member);
                    if (wrong(parameter).Any(value => Refuses(call, parameters, parameter, value, expected)))
                        held++;
                    else if (Succeeds(call, parameters))
                        missing.Add(name);
                    else
                        notTried.Add(name);
                }
            }
        }

        output.WriteLine($"{held} guards hold; {notTried.Count} could not be tried:\n{string.Join('\n', notTried)}");
        string.Join('\n', missing).Should().BeEmpty();
        held.Should().BeGreaterThan(least);
    }

    private static IEnumerable<MethodBase> MembersOf(Type type) => type.GetConstructors().Cast<MethodBase>()
        .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(HostileValues.Closed).OfType<MethodInfo>().Where(method => !method.IsAbstract))
        .Where(member => !member.GetParameters().Any(
            each => each.ParameterType.IsByRef || each.ParameterType.IsByRefLike || each.ParameterType.IsPointer));

    // Whether the documentation names the parameter, or speaks of arguments in general.
    private static bool Says(Type type, MethodBase member, ParameterInfo parameter, string exception, Predicate<ParameterInfo> isMeant)
    {
        if (!isMeant(parameter))
            return false;
        var owner = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
        var isSetter = member.Name.StartsWith("set_", StringComparison.Ordinal);
        var names = member.GetParameters().Select(each => each.Name).ToArray();
        XElement[] documented = isSetter
            ? [.. Documented[$"P:{owner}.{member.Name[4..]}"]]
            : [.. Documented[$"M:{owner}.{(member.IsConstructor ? "#ctor" : member.Name)}"]
                .Where(each => each.Elements("param").Select(param => param.Attribute("name")!.Value).SequenceEqual(names))];
        return documented.Length > 0 && documented.All(each => each.Elements("exception")
            .Where(said => said.Attribute("cref")!.Value == exception)
            .Any(said => isSetter ? !SpeaksOfAnItem(said.Value) : said.Descendants("paramref").Select(named => named.Attribute("name")!.Value).ToArray() is var named
                && (named.Contains(parameter.Name) || (named.Length == 0 && names.Length == 1))));
    }

    // Where no list at all is an empty one, only what stands in it is refused.
    private static bool SpeaksOfAnItem(string said) =>
        said.StartsWith("A ", StringComparison.Ordinal) || said.StartsWith("An ", StringComparison.Ordinal);

    private static Func<object?[], object?> CallOf(Type type, MethodBase member)
    {
        if (member is ConstructorInfo constructor)
            return constructor.Invoke;
        if (member.IsStatic)
            return arguments => member.Invoke(null, arguments);

        // A copy: what is set must not change a ready model that other tests read. Of what the sweep cannot make, an empty one: guards
        // come first.
        var self = SoundOf(type) ?? (type.IsAbstract ? null : RuntimeHelpers.GetUninitializedObject(type));
        var clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return arguments => member.Invoke(self is null ? null : clone.Invoke(self, null), arguments);
    }

    private static object? SoundOf(Type type)
    {
        if (!Sound.TryGetValue(type, out var sound))
            Sound[type] = sound = Values.SoundOf(type);
        return sound;
    }

    private static object?[] SoundFor(ParameterInfo[] parameters) => Array.ConvertAll(parameters, each => SoundOf(each.ParameterType));

    private static bool Succeeds(Func<object?[], object?> call, ParameterInfo[] parameters)
    {
        try
        {
            Run(call, SoundFor(parameters));
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    // By its own name: what another parameter lacks is no answer.
    private static bool Refuses(
        Func<object?[], object?> call, ParameterInfo[] parameters, ParameterInfo parameter, object? value, Type expected)
    {
        var arguments = SoundFor(parameters);
        arguments[parameter.Position] = value;
        try
        {
            Run(call, arguments);
            return false;
        }
        catch (Exception e)
        {
            var thrown = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            return expected.IsInstanceOfType(thrown)
                && (((ArgumentException)thrown).ParamName == parameter.Name || parameters.Length == 1 || Succeeds(call, parameters));
        }
    }

    // A list that is made when it is read refuses when it is read.
    private static void Run(Func<object?[], object?> call, object?[] arguments)
    {
        if (call(arguments) is IEnumerable<object> items)
            _ = items.Take(1).Count();
    }
}
