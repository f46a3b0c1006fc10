using System.Reflection;
using System.Text;
using System.Xml.Linq;
using KeyAccount.Core;

namespace KeyAccount.Sweeps;

/// <summary>What the documentation of a library says of its members: the exceptions, and whether a number may be none.</summary>
internal sealed class DocumentedMembers(Assembly library)
{
    private readonly Dictionary<string, XElement> _members = XDocument.Load(Path.ChangeExtension(library.Location, "xml"))
        .Descendants("member").GroupBy(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
        .ToDictionary(member => member.Key, member => member.First(), StringComparer.Ordinal);

    /// <summary>Whether a member is said to throw a kind of exception, or the kind it is derived from.</summary>
    public bool Throws(MethodBase member, Type exception) => (exception.Name == "FactOutOfRangeException" && StatesRange(member)) || Texts(member)
        .SelectMany(text => text.Elements("exception")).Select(each => each.Attribute("cref")!.Value[2..])
        .Any(name => BasesOf(exception).Contains(name, StringComparer.Ordinal));

    /// <summary>Whether a member says that its number can be NaN or without end.</summary>
    public bool SaysNoNumber(MethodBase member) => Texts(member).Any(text =>
        text.ToString() is var words && new[] { "NaN", "∞", "nfinit" }.Any(word => words.Contains(word, StringComparison.Ordinal)));

    // The range of a fact is said once, by its attribute, and what is outside is refused.
    private static bool StatesRange(MethodBase member) => member.DeclaringType!.GetProperties().Any(each =>
        each.IsDefined(typeof(FactRangeAttribute)) && (member.IsConstructor || each.SetMethod?.MetadataToken == member.MetadataToken));

    private static IEnumerable<string> BasesOf(Type type)
    {
        for (var each = type; each is not null && each != typeof(Exception); each = each.BaseType)
            yield return each.FullName!;
    }

    // The accessor of a property is documented by the property; a member of a record by its type; one that inherits its text by what it overrides.
    private IEnumerable<XElement> Texts(MethodBase member)
    {
        var type = member.DeclaringType!.IsGenericType ? member.DeclaringType.GetGenericTypeDefinition() : member.DeclaringType;
        var property = type.GetProperties(All).FirstOrDefault(each =>
            each.GetMethod?.MetadataToken == member.MetadataToken || each.SetMethod?.MetadataToken == member.MetadataToken);
        var open = member.DeclaringType.IsGenericType || member is MethodInfo { IsGenericMethod: true } ? member.Module.ResolveMethod(member.MetadataToken)! : member;
        foreach (var name in property is null ? [IdOf(open)] : new[] { $"P:{NameOf(type)}.{property.Name}", IdOf(open) })
        {
            if (!_members.TryGetValue(name, out var text))
                continue;
            yield return text;
            if (text.Element("inheritdoc") is null)
                continue;
            if (text.Element("inheritdoc")!.Attribute("cref")?.Value is { } other && _members.TryGetValue(other, out var named))
                yield return named;
            foreach (var inherited in Inherited(member))
                yield return inherited;
        }

        // What a primary constructor hands to an initialiser is refused by that.
        foreach (var parameter in member.IsConstructor && type.GetMethod("<Clone>$") is not null ? member.GetParameters() : [])
        {
            if (_members.TryGetValue($"P:{NameOf(type)}.{parameter.Name}", out var initialiser))
                yield return initialiser;
        }

        if ((property is not null || member.IsConstructor) && type.GetMethod("<Clone>$") is not null && _members.TryGetValue($"T:{NameOf(type)}", out var record))
            yield return record;
    }

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private IEnumerable<XElement> Inherited(MethodBase member)
    {
        if (member is not MethodInfo method)
            return [];
        var type = member.ReflectedType!;
        var sources = type.GetInterfaces().Where(each => each.Assembly == library && !type.IsInterface).SelectMany(each =>
        {
            var map = type.GetInterfaceMap(each);
            return map.InterfaceMethods.Where((_, i) => map.TargetMethods[i].MetadataToken == method.MetadataToken && map.TargetMethods[i].Module == method.Module);
        });
        var definition = method.GetBaseDefinition();
        return (definition != method && definition.Module.Assembly == library ? sources.Append(definition) : sources).SelectMany(Texts);
    }

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string IdOf(MethodBase member)
    {
        var id = new StringBuilder("M:").Append(NameOf(member.DeclaringType!)).Append('.').Append(member.IsConstructor ? "#ctor" : member.Name);
        if (member.IsGenericMethod)
            id.Append("``").Append(member.GetGenericArguments().Length);
        var parameters = member.GetParameters();
        if (parameters.Length > 0)
            id.Append('(').AppendJoin(',', parameters.Select(each => TypeIdOf(each.ParameterType))).Append(')');
        if (member.Name is "op_Implicit" or "op_Explicit")
            id.Append('~').Append(TypeIdOf(((MethodInfo)member).ReturnType));
        return id.ToString();
    }

    private static string TypeIdOf(Type type)
    {
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (type.IsByRef)
            return TypeIdOf(type.GetElementType()!) + "@";
        if (type.IsArray)
            return TypeIdOf(type.GetElementType()!) + (type.GetArrayRank() == 1 ? "[]" : "[" + string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank())) + "]");
        if (!type.IsGenericType)
            return NameOf(type);
        var name = NameOf(type.GetGenericTypeDefinition());
        return $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GetGenericArguments().Select(TypeIdOf))}}}";
    }
}
