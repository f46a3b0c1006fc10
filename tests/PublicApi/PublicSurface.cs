using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace KeyAccount.PublicApi;

/// <summary>What a library offers, as text: every type and member that others can use, with what a caller can come to depend on: modifiers, types,
/// what may be null, names and defaults of parameters, constraints, constants, attributes that steer JSON, trimming and compilers.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>The surface of types: one line for each, below it one for each member, in ordinal order.</summary>
    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(NameOf(type)).Append(": ").Append(Declaration(type)).Append('\n');
            foreach (var member in MembersOf(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string Declaration(Type type)
    {
        var isRecord = type.GetMethod("<Clone>$", Declared) is not null
            || (type.IsValueType && type.GetMethod("PrintMembers", Declared)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true);
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsValueType ? (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (isRecord ? "record struct" : "struct")
            : (type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (isRecord ? "record" : "class");
        Type?[] bases = [type.IsEnum || type.IsValueType || type.BaseType == typeof(object) ? null : type.BaseType, .. type.IsEnum ? [] : type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])];
        var named = bases.OfType<Type>().Where(each => each.IsVisible).Select(TypeText.Of).ToList();
        var first = bases[0] is null ? 0 : 1;
        var all = named.Take(first).Concat(named.Skip(first).Order(StringComparer.Ordinal)).ToList();
        return $"{Attributes(type.GetCustomAttributesData())}{kind} {type.Name.Split('`')[0]}{Arguments(type.GetGenericArguments(), type)}"
            + (all.Count > 0 ? " : " + string.Join(", ", all) : "") + Constraints(type.GetGenericArguments());
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}");
        if (typeof(Delegate).IsAssignableFrom(type))
            return [Text(type.GetMethod("Invoke")!)];
        return type.GetConstructors(Declared).Where(IsExposed).Where(constructor => !IsOfRecord(constructor)).Select(Text)
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Text))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsExposed)).Where(property => property.Name != "EqualityContract").Select(Text))
            .Concat(type.GetEvents(Declared).Where(each => IsExposed(each.AddMethod!)).Select(each => $"event {TypeText.Of(each.EventHandlerType!, each.GetCustomAttributesData(), each)} {each.Name}"))
            .Concat(type.GetMethods(Declared).Where(IsExposed).Where(method => !IsOfRecord(method) && !IsAccessor(method)).Select(Text));
    }

    private static bool IsExposed(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    // What the compiler writes into every record; that it is one stands at the type.
    private static bool IsOfRecord(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.Name != "Deconstruct";

    private static string Text(FieldInfo field)
    {
        // A decimal is a constant to the compiler only.
        var constant = field.IsLiteral ? field.GetRawConstantValue() : field.GetCustomAttribute<DecimalConstantAttribute>()?.Value;
        var kind = constant is not null ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = constant is not null ? " = " + Literal(constant, field.FieldType) : "";
        return $"{Attributes(field.GetCustomAttributesData())}{(field.IsPublic ? "" : "protected ")}{kind}{TypeText.Of(field.FieldType, field.GetCustomAttributesData(), field)} {field.Name}{value}";
    }

    private static string Text(PropertyInfo property)
    {
        var accessors = new[] { ("get", property.GetMethod), (IsInit(property.SetMethod) ? "init" : "set", property.SetMethod) }
            .Where(each => each.Item2 is not null && IsExposed(each.Item2)).ToList();
        var isPublic = accessors.Exists(each => each.Item2!.IsPublic);
        var written = string.Concat(accessors.Select(each => $"{(isPublic && !each.Item2!.IsPublic ? "protected " : "")}{each.Item1}; "));
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(Text))}]" : property.Name;
        var isRequired = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Attributes(property.GetCustomAttributesData())}{Modifiers(accessors[0].Item2!)}{isRequired}{TypeText.Of(property.PropertyType, property.GetCustomAttributesData(), property)} {name} {{ {written}}}";
    }

    private static string Text(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        var parameters = $"({extension}{string.Join(", ", method.GetParameters().Select(Text))})";
        var attributes = Attributes(method.GetCustomAttributesData());
        if (method is not MethodInfo info)
            return $"{attributes}{(method.IsPublic ? "" : "protected ")}new{parameters}";
        var returned = info.ReturnParameter.GetCustomAttributesData();
        var result = (info.ReturnType.IsByRef ? "ref " : "") + TypeText.Of(info.ReturnType, returned, info);
        return $"{attributes}{Attributes(returned)}{Modifiers(info)}{result} {info.Name}{Arguments(info.GetGenericArguments(), info)}{parameters}{Constraints(info.GetGenericArguments())}";
    }

    private static string Text(ParameterInfo parameter)
    {
        var attributes = parameter.GetCustomAttributesData();
        var way = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? parameter.IsIn ? "in " : "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var otherwise = parameter.HasDefaultValue ? " = " + Literal(parameter.DefaultValue, parameter.ParameterType) : "";
        return $"{Attributes(attributes)}{way}{TypeText.Of(parameter.ParameterType, attributes, parameter.Member)} {parameter.Name}{otherwise}";
    }

    private static string Modifiers(MethodInfo method) =>
        (method.IsPublic ? "" : "protected ")
        + (method.IsStatic ? "static " : "")
        + (method.DeclaringType!.IsInterface && !method.IsStatic ? ""
            : method.IsAbstract ? "abstract "
            : method.GetBaseDefinition() != method ? method.IsFinal ? "sealed override " : "override "
            : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static bool IsInit(MethodInfo? setter) => setter?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static string Arguments(Type[] arguments, MemberInfo owner) => arguments.Length == 0 || (owner is Type { IsNested: true } nested && nested.DeclaringType!.GetGenericArguments().Length == arguments.Length) ? ""
        : $"<{string.Join(", ", arguments.Select(argument => Attributes(argument.GetCustomAttributesData()) + (argument.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => "",
        } + argument.Name))}>";

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Select(argument =>
    {
        var special = argument.GenericParameterAttributes;
        var flag = TypeText.FlagsOf(argument.GetCustomAttributesData()) is [var own, ..] ? own : TypeText.ContextOf(argument.DeclaringMethod ?? (MemberInfo?)argument.DeclaringType);
        var isStruct = special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> all =
        [
            .. isStruct ? ["struct"] : special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? [flag == 2 ? "class?" : "class"] : Array.Empty<string>(),
            .. argument.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)).Select(TypeText.Of),
            .. !isStruct && special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? ["new()"] : Array.Empty<string>(),
        ];
        if (all.Count == 0 && flag == 1)
            all.Add("notnull");
        return all.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", all)}";
    }));

    // The compiler marks the constructors of types with required members as obsolete for compilers that do not know these.
    private static string Attributes(ICollection<CustomAttributeData> attributes) => string.Concat(attributes
        .Where(attribute => attribute.AttributeType != typeof(ObsoleteAttribute) || attributes.All(other => other.AttributeType != typeof(CompilerFeatureRequiredAttribute)))
        .Where(attribute => attribute.AttributeType.Namespace is "System.Diagnostics.CodeAnalysis" or "System.Text.Json.Serialization"
            || attribute.AttributeType == typeof(ObsoleteAttribute) || attribute.AttributeType == typeof(FlagsAttribute))
        .Where(attribute => attribute.AttributeType.IsVisible)
        .Select(attribute =>
        {
            var arguments = attribute.ConstructorArguments.Select(Text).Concat(attribute.NamedArguments.Select(named => $"{named.MemberName} = {Text(named.TypedValue)}"));
            var name = attribute.AttributeType.Name;
            return $"[{name[..name.LastIndexOf("Attribute", StringComparison.Ordinal)]}({string.Join(", ", arguments)})] ".Replace("()]", "]", StringComparison.Ordinal);
        })
        .Order(StringComparer.Ordinal));

    private static string Text(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        Type type => $"typeof({TypeText.Of(type)})",
        IEnumerable<CustomAttributeTypedArgument> items => $"[{string.Join(", ", items.Select(Text))}]",
        var value => Literal(value, argument.ArgumentType),
    };

    private static string Literal(object? value, Type type)
    {
        type = type.IsByRef ? type.GetElementType()! : type;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
            string text => $"\"{text}\"",
            bool truth => truth ? "true" : "false",
            Enum named => $"{plain.Name}.{named}",
            _ when plain.IsEnum => $"{plain.Name}.{Enum.ToObject(plain, value)}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
    }
}
