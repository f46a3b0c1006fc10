using System.Reflection;
using System.Runtime.CompilerServices;

namespace KeyAccount.PublicApi;

/// <summary>Writes a type as C# writes it, with what only attributes of the place know: which parts may be null, what parts of a tuple are
/// called.</summary>
internal sealed class TypeText
{
    private const string NullableName = "System.Runtime.CompilerServices.NullableAttribute";
    private const string ContextName = "System.Runtime.CompilerServices.NullableContextAttribute";

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(byte)] = "byte",
        [typeof(char)] = "char", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double", [typeof(float)] = "float",
        [typeof(decimal)] = "decimal",
    };

    private readonly byte[] _flags;
    private readonly byte _default;
    private readonly Queue<string?> _names;
    private int _flag;

    private TypeText(byte[] flags, byte otherwise, IEnumerable<string?> names) => (_flags, _default, _names) = (flags, otherwise, new(names));

    /// <summary>The type of a field, a property, a parameter.</summary>
    /// <param name="type">The type.</param>
    /// <param name="place">Whose attributes speak of it.</param>
    /// <param name="member">The member it belongs to, whose attributes speak where the place is silent.</param>
    public static string Of(Type type, IEnumerable<CustomAttributeData> place, MemberInfo member)
    {
        var attributes = place.ToList();
        var names = attributes.Find(attribute => attribute.AttributeType == typeof(TupleElementNamesAttribute)) is { } tuple
            ? ((IEnumerable<CustomAttributeTypedArgument>)tuple.ConstructorArguments[0].Value!).Select(name => (string?)name.Value)
            : [];
        return new TypeText(FlagsOf(attributes), ContextOf(member), names).Write(type);
    }

    /// <summary>A type where nothing is said about it.</summary>
    public static string Of(Type type) => new TypeText([], 0, []).Write(type);

    /// <summary>What a place says about null: nothing, or 1 for "not", 2 for "may be", for the whole or part by part.</summary>
    public static byte[] FlagsOf(IEnumerable<CustomAttributeData> place) =>
        place.FirstOrDefault(attribute => attribute.AttributeType.FullName == NullableName)?.ConstructorArguments[0].Value switch
        {
            byte all => [all],
            IEnumerable<CustomAttributeTypedArgument> parts => [.. parts.Select(part => (byte)part.Value!)],
            _ => [],
        };

    /// <summary>What holds at a member where it says nothing itself.</summary>
    public static byte ContextOf(MemberInfo? member)
    {
        for (; member is not null; member = member.DeclaringType)
        {
            if (member.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.FullName == ContextName) is { } context)
                return (byte)context.ConstructorArguments[0].Value!;
        }

        return 0;
    }

    private string Write(Type type)
    {
        if (type.IsByRef)
            return Write(type.GetElementType()!);
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Write(value) + "?";
        if (type.IsGenericType && type.IsValueType && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) != false && type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
        {
            Next();
            var arguments = type.GetGenericArguments();
            var names = arguments.Select(_ => _names.TryDequeue(out var name) ? name : null).ToArray();
            return $"({string.Join(", ", arguments.Select((argument, i) => Write(argument) + (names[i] is { } name ? " " + name : "")))})";
        }

        var mark = !type.IsValueType || type.IsGenericType || type.IsGenericParameter ? Next() : "";
        if (type.IsArray)
            return $"{Write(type.GetElementType()!)}[]{mark}";
        if (type.IsGenericParameter)
            return type.Name + mark;
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword + mark;
        var own = type.Name.Split('`')[0];
        var outer = type.IsNested ? type.DeclaringType!.Name.Split('`')[0] + "." : "";
        return outer + own + (type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Write))}>" : "") + mark;
    }

    private string Next()
    {
        var flag = _flags.Length switch { 0 => _default, 1 => _flags[0], _ => _flags[_flag++] };
        return flag == 2 ? "?" : "";
    }
}
