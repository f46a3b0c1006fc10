using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Adds to JSON what a person should read of a value of the library and what follows from its other parts: advice, findings, a
/// refusal. The JSON that is stored leaves it out; an answer over HTTP must say it.</summary>
internal static class SpokenMembers
{
    private static readonly Assembly Core = typeof(IModel).Assembly;

    /// <summary>Adds them to the contract of a type. They are written, and passed over when they are read.</summary>
    public static void AddTo(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Assembly != Core)
            return;
        foreach (var property in type.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is not null || !IsLeftOut(property) || !IsSpoken(property.PropertyType))
                continue;
            var name = type.Options.PropertyNamingPolicy?.ConvertName(property.Name) ?? property.Name;

            // A contract may list what it leaves out, without a way to read it.
            var known = type.Properties.FirstOrDefault(each => each.Name == name);
            if (known is { Get: not null })
                continue;
            if (known is not null)
                type.Properties.Remove(known);
            var added = type.CreateJsonPropertyInfo(property.PropertyType, name);
            added.Get = property.GetValue;
            added.AttributeProvider = property;
            type.Properties.Add(added);
        }
    }

    private static bool IsLeftOut(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always };

    // A text, or something that has one, or a list of either.
    private static bool IsSpoken(Type type) =>
        type == typeof(Text) || HasText(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && IsSpoken(type.GetGenericArguments()[0]));

    private static bool HasText(Type type) => type.Assembly == Core && !type.IsGenericType
        && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => property.PropertyType == typeof(Text));
}
