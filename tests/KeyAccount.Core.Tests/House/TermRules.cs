using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ardalis.SmartEnum;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.House;

/// <summary>What every term of the library must be. Each check says what is wrong, and nothing where all is well.</summary>
internal static class TermRules
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public static IEnumerable<Type> TermsOf(Assembly assembly) => assembly.GetTypes().Where(type => !type.IsAbstract && IsTerm(type));

    public static IReadOnlyList<T> ValuesOf<T>()
        where T : Term<T> => [.. ValuesOf(typeof(T)).Cast<T>()];

    /// <summary>By the fields, so that a term whose lookup is broken can still be told what is wrong.</summary>
    public static IEnumerable<object> ValuesOf(Type term) => term
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == term)
        .Select(field => field.GetValue(null)!);

    public static IReadOnlyList<string> FaultsOf(Type term) =>
    [
        .. ClassFaults(term),
        .. (IEnumerable<string>)typeof(TermRules).GetMethod(nameof(ValueFaults), Declared)!.MakeGenericMethod(term).Invoke(null, null)!,
    ];

    private static bool IsTerm(Type type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && current.GetGenericTypeDefinition() == typeof(Term<>))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> ClassFaults(Type term)
    {
        if (!term.IsSealed)
            yield return "is not sealed";
        if (term.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType
            != typeof(TermJsonConverter<>).MakeGenericType(term))
            yield return "has no JsonConverter attribute of its own type";
        if (term.GetConstructors(Declared).Any(constructor => !constructor.IsStatic && !constructor.IsPrivate))
            yield return "has a constructor that is not private";

        for (var type = term; type.Assembly != typeof(SmartEnum<>).Assembly; type = type.BaseType!)
        {
            foreach (var field in type.GetFields(Declared).Where(field => field is { IsInitOnly: false, IsLiteral: false }))
                yield return $"has a field that is not readonly: {field.Name}";
        }
    }

    private static IEnumerable<string> ValueFaults<T>()
        where T : Term<T>
    {
        var values = ValuesOf<T>();
        if (values.Count == 0)
            yield return "has no values";

        foreach (var name in Duplicates(values, value => value.Name))
            yield return $"has the name {name} twice";
        foreach (var number in Duplicates(values, value => value.Value))
            yield return $"has the value {number} twice";
        if (Duplicates(values, value => value.Name).Any())
            yield break;

        foreach (var fault in values.SelectMany(TextFaults).Concat(values.SelectMany(JsonFaults)))
            yield return fault;
    }

    private static IEnumerable<string> TextFaults<T>(T value)
        where T : Term<T>
    {
        foreach (var language in Language.All)
        {
            if (string.IsNullOrWhiteSpace(value.DisplayName(language)))
                yield return $"{value.Name} has no name in {language}";
            if (string.IsNullOrWhiteSpace(value.Description(language)))
                yield return $"{value.Name} has no description in {language}";
            if (language == Language.English)
                continue;
            if (value.DisplayName(language) == value.DisplayName(Language.English))
                yield return $"{value.Name} has its English name in {language}";
            if (value.Description(language) == value.Description(Language.English))
                yield return $"{value.Name} has its English description in {language}";
        }
    }

    private static IEnumerable<string> JsonFaults<T>(T value)
        where T : Term<T>
    {
        if (!ComesBack(value, same => ReferenceEquals(same, value)))
            yield return $"{value.Name} does not come back from JSON as a value";
        if (!ComesBack(new Dictionary<T, int> { [value] = 1 }, same => ReferenceEquals(same.Keys.Single(), value)))
            yield return $"{value.Name} does not come back from JSON as a key";
    }

    private static bool ComesBack<T>(T value, Predicate<T> isSame)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value)) is { } same && isSame(same);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<TKey> Duplicates<T, TKey>(IEnumerable<T> values, Func<T, TKey> key) =>
        values.GroupBy(key).Where(group => group.Count() > 1).Select(group => group.Key);
}
