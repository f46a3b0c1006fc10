using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace KeyAccount.Packages.Tests;

/// <summary>Which public members of libraries the compiled code of tests reaches: called by a test, or by what a test calls. What a sweep
/// calls by reflection is not among them: it asserts nothing of the member.</summary>
internal sealed class CalledMembers
{
    private static readonly Dictionary<int, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    // By the key of a method, Type.Member(signature): what its code calls.
    private readonly Dictionary<string, List<string>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeEntry> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);
    private readonly List<(string Library, string Key)> _public = [];
    private readonly HashSet<string> _byTests = new(StringComparer.Ordinal);

    /// <summary>How many public members there are.</summary>
    public int Count => _public.Count;

    /// <summary>Takes up a library and its public members.</summary>
    public void AddLibrary(string path) => Add(path, isLibrary: true, isTests: false);

    /// <summary>Takes up a program that tests run.</summary>
    public void AddProgram(string path) => Add(path, isLibrary: false, isTests: false);

    /// <summary>Takes up tests.</summary>
    public void AddTests(string path) => Add(path, isLibrary: false, isTests: true);

    /// <summary>The members that no test calls itself.</summary>
    public IReadOnlyList<string> NotCalledDirectly()
    {
        var called = _byTests.SelectMany(test => _calls[test]).ToHashSet(StringComparer.Ordinal);
        return [.. _public.Where(each => !called.Contains(each.Key)).Select(each => each.Key)];
    }

    /// <summary>The members that no test reaches, each with its library.</summary>
    public IReadOnlyList<string> Unreached()
    {
        foreach (var (name, type) in _types)
        {
            foreach (var source in type.Sources)
                (_derived.TryGetValue(source, out var list) ? list : _derived[source] = []).Add(name);
        }

        var reached = new HashSet<string>(_byTests, StringComparer.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(_byTests);
        while (open.TryPop(out var key))
        {
            foreach (var next in _calls.GetValueOrDefault(key, []).Concat(Dispatched(key, types)))
            {
                if (reached.Add(next))
                    open.Push(next);
            }
        }

        return [.. _public.Where(each => !reached.Contains(each.Key) && !IsImplemented(each.Key, reached)).Select(each => $"{each.Library}: {each.Key}").Order(StringComparer.Ordinal)];
    }

    // An interface is used where what implements it is.
    private bool IsImplemented(string key, HashSet<string> reached) => Split(key) is var (type, member) && _types[type].IsInterface
        && DerivedOf(type).Any(derived => derived.Methods.Any(each => each.Name == member && reached.Contains(each.Key)));

    // What a call leads to without naming it: the same method of derived types; once a type is used, its static constructor and what it
    // overrides of .NET or of a package, which calls that; the code of an iterator or of an asynchronous method.
    private IEnumerable<string> Dispatched(string key, HashSet<string> types)
    {
        var (type, member) = Split(key);
        foreach (var derived in DerivedOf(type))
        {
            foreach (var method in derived.Methods.Where(each => each.IsVirtual && each.Name == member))
                yield return method.Key;
        }

        if (!_types.TryGetValue(type, out var entry) || !types.Add(type))
            yield break;
        foreach (var method in entry.Methods.Where(each => each.Name == ".cctor" || type.Contains(">d__", StringComparison.Ordinal)
            || (each.IsVirtual && !entry.IsInterface && !SourcesOf(type).Any(source => _types.TryGetValue(source, out var ours) && ours.Methods.Any(one => one.Name == each.Name)))))
            yield return method.Key;
    }

    private static (string Type, string Member) Split(string key)
    {
        var name = key[..key.IndexOf('(', StringComparison.Ordinal)].Split("``")[0];
        // The name of a constructor begins with a dot.
        var dot = name.IndexOf("..", StringComparison.Ordinal) is var constructor and > 0 ? constructor : name.LastIndexOf('.');
        return (name[..dot], name[(dot + 1)..]);
    }

    private IEnumerable<TypeEntry> DerivedOf(string type) =>
        _derived.GetValueOrDefault(type, []).SelectMany(each => DerivedOf(each).Prepend(_types[each]));

    private IEnumerable<string> SourcesOf(string type) =>
        _types.TryGetValue(type, out var entry) ? entry.Sources.SelectMany(each => SourcesOf(each).Prepend(each)) : [];

    private void Add(string path, bool isLibrary, bool isTests)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var name = Names.Of(reader, handle);
            // Several programs have a type of the same name.
            if (isTests)
                name = $"{Path.GetFileName(path)}/{name}";
            var entry = _types[name] = new(
                [
                    .. type.BaseType.IsNil ? [] : new[] { Names.Of(reader, type.BaseType) },
                    .. type.GetInterfaceImplementations().Select(each => Names.Of(reader, reader.GetInterfaceImplementation(each).Interface)),
                ],
                type.Attributes.HasFlag(TypeAttributes.Interface));
            var methods = type.GetMethods().Select(reader.GetMethodDefinition).ToArray();
            // The initialiser of a parameter of a record does what its constructor does: a sweep holds that they agree.
            var given = methods.Any(each => reader.GetString(each.Name) == "<Clone>$")
                ? methods.Where(each => reader.GetString(each.Name) == ".ctor").SelectMany(each => each.GetParameters())
                    .Select(each => $"set_{reader.GetString(reader.GetParameter(each).Name)}").ToHashSet(StringComparer.Ordinal) : [];
            var isPublic = isLibrary && IsPublic(reader, type) && !entry.Sources.Any(each => each is "System.MulticastDelegate" or "System.Attribute");
            foreach (var method in methods)
            {
                var member = reader.GetString(method.Name);
                var key = $"{name}.{member}{Signature(method.DecodeSignature(Names.Instance, null))}";
                entry.Methods.Add((member, key, method.Attributes.HasFlag(MethodAttributes.Virtual)));
                var calls = _calls[key] = [];
                if (method.RelativeVirtualAddress != 0)
                    Scan(reader, file.GetMethodBody(method.RelativeVirtualAddress).GetILReader(), calls);
                if (isTests)
                    _byTests.Add(key);
                // What the compiler makes, of a record above all, is no code of ours; an attribute is applied and not called.
                if (isPublic && (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public && !member.Contains('<', StringComparison.Ordinal) && !given.Contains(member)
                    && !method.GetCustomAttributes().Any(each => Names.OfAttribute(reader, each).EndsWith(".CompilerGeneratedAttribute", StringComparison.Ordinal)))
                    _public.Add((Path.GetFileNameWithoutExtension(path), key));
            }
        }
    }

    private static void Scan(MetadataReader reader, BlobReader code, List<string> calls)
    {
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            if (value == 0xFE)
                value = (value << 8) | code.ReadByte();
            var operation = OpCodes[value];
            switch (operation.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineField:
                    if (KeyOf(reader, MetadataTokens.EntityHandle(code.ReadInt32())) is { } called)
                        calls.Add(called);
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.ReadByte();
                    break;
                case OperandType.InlineVar:
                    code.ReadInt16();
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.ReadInt64();
                    break;
                case OperandType.InlineSwitch:
                    var cases = code.ReadInt32();
                    code.Offset += 4 * cases;
                    break;
                default:
                    code.ReadInt32();
                    break;
            }
        }
    }

    private static string? KeyOf(MetadataReader reader, EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodSpecification:
                return KeyOf(reader, reader.GetMethodSpecification((MethodSpecificationHandle)token).Method);
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)token);
                return $"{Names.Of(reader, method.GetDeclaringType())}.{reader.GetString(method.Name)}{Signature(method.DecodeSignature(Names.Instance, null))}";
            case HandleKind.FieldDefinition:
                return UseOf(Names.Of(reader, reader.GetFieldDefinition((FieldDefinitionHandle)token).GetDeclaringType()));
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)token);
                var type = Names.Of(reader, member.Parent);
                return member.GetKind() == MemberReferenceKind.Field ? UseOf(type)
                    : $"{type}.{reader.GetString(member.Name)}{Signature(member.DecodeMethodSignature(Names.Instance, null))}";
            default:
                return null;
        }
    }

    // A field leads to the static constructor of its type, and to the code of a state machine that it belongs to.
    private static string UseOf(string type) => $"{type}.field()";

    private static string Signature(MethodSignature<string> signature) =>
        $"{(signature.GenericParameterCount > 0 ? $"``{signature.GenericParameterCount}" : "")}({string.Join(", ", signature.ParameterTypes)})";

    private static bool IsPublic(MetadataReader reader, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => IsPublic(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private sealed record TypeEntry(string[] Sources, bool IsInterface)
    {
        public List<(string Name, string Key, bool IsVirtual)> Methods { get; } = [];
    }

    /// <summary>The full names of types, generic ones without their arguments, so that a use is found by its declaration.</summary>
    private sealed class Names : ISignatureTypeProvider<string, object?>
    {
        public static readonly Names Instance = new();

        public static string Of(MetadataReader reader, EntityHandle type) => type.Kind switch
        {
            HandleKind.TypeDefinition => Instance.GetTypeFromDefinition(reader, (TypeDefinitionHandle)type, 0),
            HandleKind.TypeReference => Instance.GetTypeFromReference(reader, (TypeReferenceHandle)type, 0),
            HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(Instance, null).Split('{')[0],
            _ => "",
        };

        public static string OfAttribute(MetadataReader reader, CustomAttributeHandle attribute) =>
            reader.GetCustomAttribute(attribute).Constructor is { Kind: HandleKind.MemberReference } constructor
                ? Of(reader, reader.GetMemberReference((MemberReferenceHandle)constructor).Parent) : "";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeDefinition(handle);
            var name = reader.GetString(type.Name);
            return type.GetDeclaringType() is { IsNil: false } outer ? $"{GetTypeFromDefinition(reader, outer, 0)}+{name}"
                : Joined(reader.GetString(type.Namespace), name);
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeReference(handle);
            var name = reader.GetString(type.Name);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}+{name}" : Joined(reader.GetString(type.Namespace), name);
        }

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}{{{string.Join(",", typeArguments)}}}";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPinnedType(string elementType) => elementType;

        public string GetFunctionPointerType(MethodSignature<string> signature) => "fn";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        private static string Joined(string room, string name) => room.Length == 0 ? name : $"{room}.{name}";
    }
}
