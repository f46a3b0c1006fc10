using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;

namespace KeyAccount.Core.Tests.House;

/// <summary>Reads from a compiled assembly which of its types use which others: in signatures, bases, constraints, attributes and bodies.
/// What the compiler leaves no trace of (constants, names) is no use.</summary>
/// <remarks>A nested type, also one the compiler made, counts as the outermost type it is in.</remarks>
internal sealed partial class ArrowReader
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF, code => code.OperandType);

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly Dictionary<string, TypeDefinitionHandle> _byName;
    private readonly Collector _collector;
    private readonly HashSet<TypeDefinitionHandle> _used = [];

    private ArrowReader(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
        _byName = _metadata.TypeDefinitions.ToDictionary(FullNameOf, handle => handle, StringComparer.Ordinal);
        _collector = new(_used);
    }

    /// <summary>The types that each type uses, itself aside, as in <c>Namespace.Name`1</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> UsesIn(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return new ArrowReader(file).Uses();
    }

    private Dictionary<string, IReadOnlyCollection<string>> Uses()
    {
        var uses = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        foreach (var types in _metadata.TypeDefinitions.GroupBy(Outermost))
        {
            _used.Clear();
            foreach (var type in types)
                Read(_metadata.GetTypeDefinition(type));
            uses[FullNameOf(types.Key)] =
                [.. _used.Select(Outermost).Where(used => used != types.Key).Select(FullNameOf).Distinct(StringComparer.Ordinal)];
        }

        return uses;
    }

    private void Read(TypeDefinition type)
    {
        Use(type.BaseType);
        foreach (var each in type.GetInterfaceImplementations())
            Use(_metadata.GetInterfaceImplementation(each).Interface);
        Read(type.GetGenericParameters());
        Read(type.GetCustomAttributes());
        foreach (var each in type.GetFields())
        {
            var field = _metadata.GetFieldDefinition(each);
            field.DecodeSignature(_collector, null);
            Read(field.GetCustomAttributes());
        }

        foreach (var each in type.GetProperties())
            Read(_metadata.GetPropertyDefinition(each).GetCustomAttributes());
        foreach (var each in type.GetMethods())
        {
            var method = _metadata.GetMethodDefinition(each);
            method.DecodeSignature(_collector, null);
            Read(method.GetGenericParameters());
            Read(method.GetCustomAttributes());
            foreach (var parameter in method.GetParameters())
                Read(_metadata.GetParameter(parameter).GetCustomAttributes());
            if (method.RelativeVirtualAddress != 0)
                Read(_file.GetMethodBody(method.RelativeVirtualAddress));
        }
    }

    private void Read(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(each => _metadata.GetGenericParameter(each).GetConstraints()))
            Use(_metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void Read(CustomAttributeHandleCollection attributes)
    {
        foreach (var each in attributes)
        {
            var attribute = _metadata.GetCustomAttribute(each);
            Use(attribute.Constructor);

            // A type among the arguments is written with its full name.
            foreach (Match name in TypeName().Matches(Encoding.UTF8.GetString(_metadata.GetBlobBytes(attribute.Value))))
            {
                if (_byName.TryGetValue(name.Value, out var type))
                    _used.Add(type);
            }
        }
    }

    private void Read(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_collector, null);
        foreach (var region in body.ExceptionRegions)
            Use(region.CatchType);
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            var operand = Operands[value == 0xFE ? 0xFE00 | code.ReadByte() : value];
            switch (operand)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Use(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset++;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }
    }

    private void Use(EntityHandle handle)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _used.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_collector, null);
                break;
            case HandleKind.MethodDefinition:
                _used.Add(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                _used.Add(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Use(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                var method = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(_collector, null);
                Use(method.Method);
                break;
        }
    }

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle type)
    {
        while (_metadata.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } outer)
            type = outer;
        return type;
    }

    private string FullNameOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var name = _metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{FullNameOf(outer)}+{name}"
            : type.Namespace.IsNil ? name
            : $"{_metadata.GetString(type.Namespace)}.{name}";
    }

    [GeneratedRegex(@"KeyAccount\.Core(\.\w+)*(`\d+)?(\+\w+(`\d+)?)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeName();

    // Notes the types of the assembly that a signature names.
    private sealed class Collector(HashSet<TypeDefinitionHandle> used) : ISignatureTypeProvider<object?, object?>
    {
        public object? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            used.Add(handle);
            return null;
        }

        public object? GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, context);

        public object? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => null;

        public object? GetArrayType(object? elementType, ArrayShape shape) => null;

        public object? GetByReferenceType(object? elementType) => null;

        public object? GetFunctionPointerType(MethodSignature<object?> signature) => null;

        public object? GetGenericInstantiation(object? genericType, ImmutableArray<object?> typeArguments) => null;

        public object? GetGenericMethodParameter(object? genericContext, int index) => null;

        public object? GetGenericTypeParameter(object? genericContext, int index) => null;

        public object? GetModifiedType(object? modifier, object? unmodifiedType, bool isRequired) => null;

        public object? GetPinnedType(object? elementType) => null;

        public object? GetPointerType(object? elementType) => null;

        public object? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

        public object? GetSZArrayType(object? elementType) => null;
    }
}
