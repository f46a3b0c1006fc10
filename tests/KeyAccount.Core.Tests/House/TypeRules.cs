using System.Reflection;
using System.Runtime.CompilerServices;

namespace KeyAccount.Core.Tests.House;

/// <summary>What every public type of the library must be. Each check says what is wrong, and nothing where all is well.</summary>
internal static class TypeRules
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>Nobody inherits by accident: a class is sealed or static, or made to be derived from.</summary>
    public static bool IsSealedOrAbstract(Type type) => type.IsSealed || type.IsAbstract;

    /// <summary>Whether a debugger shows nothing but the name of the type: a class without a form of its own. What reads, writes, builds
    /// or serves has none to show.</summary>
    public static bool NamesOnlyItsType(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.GetMethod("ToString", Type.EmptyTypes)!.DeclaringType == typeof(object)
        && !type.IsAssignableTo(typeof(Attribute)) && !type.IsAssignableTo(typeof(System.Text.Json.Serialization.JsonConverter))
        && !type.IsAssignableTo(typeof(System.ComponentModel.TypeConverter)) && !type.Name.Contains("Builder", StringComparison.Ordinal)
        && type.Name is not ("CriteriaGroup`1" or "TopicReader" or "Redaction" or "ReviewHistory");

    public static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Declared)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true);

    public static IReadOnlyList<string> SettablePropertiesOf(Type record) =>
    [
        .. record.GetProperties(Declared)
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
            .Select(property => property.Name),
    ];

    /// <summary>The types in the public face of a type that a user would need another package for.</summary>
    public static IReadOnlyList<string> ForeignTypesIn(Type type) =>
    [
        .. Exposed(type).SelectMany(Parts)
            .Where(part => part.Assembly != type.Assembly && !IsWelcome(part.Assembly.GetName()))
            .Select(part => part.FullName ?? part.Name)
            .Distinct(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> ForeignReferencesOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Where(name => !IsWelcome(name)).Select(name => name.Name!)];

    private static bool IsWelcome(AssemblyName assembly) =>
        assembly.Name is "NodaTime" or "Ardalis.SmartEnum" || assembly.Name!.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static IEnumerable<Type> Exposed(Type type)
    {
        Type?[] bases = [type.BaseType, .. type.GetInterfaces()];
        var methods = type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).Where(IsExposed).ToArray();
        return bases.OfType<Type>()
            .Concat(type.GetFields(Declared)
                .Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
                .Select(field => field.FieldType))
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(methods.Where(method => method.IsGenericMethod)
                .SelectMany(method => method.GetGenericArguments())
                .SelectMany(Constraints))
            .Concat(type.GetGenericArguments().SelectMany(Constraints));
    }

    private static bool IsExposed(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static Type[] Constraints(Type argument) => argument.IsGenericParameter ? argument.GetGenericParameterConstraints() : [];

    // List<Foo[]>& => List<>, Foo
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        if (type.IsGenericParameter)
            return [];
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition()) : [type];
    }
}
