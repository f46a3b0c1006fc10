#if !NET9_0_OR_GREATER
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
#endif
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core;

/// <summary>Reads a value from JSON and, if that fails, reports every fault with its place, not only the first one.</summary>
internal static class CheckedJson
{
    // Of the reader, where nobody says otherwise.
    private const int MostDepth = 64;

    // Stands for a required text that cannot be, while the rest of its object is looked at.
    private const string Filler = "-";

    // Beyond it each name would be compared with too many.
    private const int MostNames = 256;

    internal const string NoSuchProperty = "there is no such property";

    internal static readonly JsonDocumentOptions Tolerant =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a value.</summary>
    /// <param name="json">The text.</param>
    /// <param name="type">How the value is read.</param>
    /// <param name="model">The name in errors.</param>
    /// <param name="upgrade">Turns an older document into a current one; null if there are no versions.</param>
    public static T Read<T>(string json, JsonTypeInfo<T> type, string model, Func<JsonDocument, JsonDocument>? upgrade = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(() => JsonDocument.Parse(json.AsMemory(json.StartsWith('\uFEFF') ? 1 : 0), Tolerant), type, model, upgrade);
    }

    /// <inheritdoc cref="Read{T}(string, JsonTypeInfo{T}, string, Func{JsonDocument, JsonDocument})"/>
    public static T Read<T>(
        ReadOnlyMemory<byte> json, JsonTypeInfo<T> type, string model, Func<JsonDocument, JsonDocument>? upgrade = null)
        where T : class
    {
        if (!Utf8.IsValid(json.Span))
            throw new InvalidModelException(model, [new("$", "it is not UTF-8")]);
        var text = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        return (upgrade is null ? ReadStrictly(text.Span, type) : null)
            ?? Read(() => JsonDocument.Parse(text, Tolerant), type, model, upgrade, isTried: upgrade is null);
    }

    private static T Read<T>(
        Func<JsonDocument> parse, JsonTypeInfo<T> type, string model, Func<JsonDocument, JsonDocument>? upgrade, bool isTried = false)
        where T : class
    {
        JsonDocument document;
        try
        {
            document = parse();
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // ArgumentException: the string is not valid UTF-16.
            throw new InvalidModelException(model, [new("$", $"it is not valid JSON: {e.Message}")]);
        }

        using (document)
        {
            using var current = upgrade?.Invoke(document);
            var root = (current ?? document).RootElement;
#if NET9_0_OR_GREATER
            if (!isTried && ReadStrictly(JsonMarshal.GetRawUtf8Value(root), type) is { } sound)
                return sound;
#endif
            return Read(root, type, model);
        }
    }

    // What is sound is read once, by the serializer, which refuses unknown names; null where it may not be sound, or where that takes a
    // closer look. Then it is read again, slowly, which says everything that is wrong and where.
    private static T? ReadStrictly<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        if (type.Options.UnmappedMemberHandling != JsonUnmappedMemberHandling.Disallow)
            return null;
        try
        {
            return IsPlain(json) ? JsonSerializer.Deserialize(json, type) : null;
        }
        catch (Exception e) when (
            e is JsonException or ArgumentException or InvalidOperationException or FormatException or OverflowException
                or NotSupportedException)
        {
            return null;
        }
    }

    // What the serializer would take without a word: a name that is duplicated, a list with gaps, nothing where something must be, a number
    // beyond all numbers. Two names of the same hash are taken for one, and any null and any escape for suspicious: what is slow is right.
    private static bool IsPlain(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        Span<int> starts = stackalloc int[MostDepth];
        var names = new List<int>(128);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    starts[reader.CurrentDepth] = names.Count;
                    break;
                case JsonTokenType.EndObject:
                    CollectionsMarshal.SetCount(names, starts[reader.CurrentDepth]);
                    break;
                case JsonTokenType.PropertyName:
                    var hash = default(HashCode);
                    hash.AddBytes(reader.ValueSpan);
                    var name = hash.ToHashCode();
                    var siblings = CollectionsMarshal.AsSpan(names)[starts[reader.CurrentDepth - 1]..];
                    if (reader.ValueIsEscaped || siblings.Length == MostNames || siblings.Contains(name))
                        return false;
                    names.Add(name);
                    break;
                case JsonTokenType.Null:
                    return false;
                case JsonTokenType.Number when reader.ValueSpan.IndexOfAny((byte)'e', (byte)'E') >= 0 || reader.ValueSpan.Length > 300:
                    if (!reader.TryGetDouble(out var number) || !double.IsFinite(number))
                        return false;
                    break;
            }
        }

        return true;
    }

    private static T Read<T>(JsonElement element, JsonTypeInfo<T> type, string model)
        where T : class
    {
        // What is sound is read once; only what is not is looked at leaf by leaf, and only what its constructors refuse object by object.
        var faults = new List<ModelFault>();
        Check(element, type, "", faults, Depth.Names);
        var value = faults.Count == 0 ? Make(element, type, "", faults) as T : null;
        if (value is null && element.ValueKind != JsonValueKind.Null)
        {
            foreach (var depth in new[] { Depth.Leaves, Depth.Objects })
            {
                var placed = new List<ModelFault>();
                Check(element, type, "", placed, depth);
                if (placed.Count > 0)
                {
                    faults = placed;
                    break;
                }
            }
        }

        return value ?? throw new InvalidModelException(model, faults.Count > 0 ? faults : [new("$", "it is null; it must be an object")]);
    }

    /// <summary>Reads a part of a model from its JSON, with what is wrong under its path.</summary>
    public static object? ReadPart(string json, JsonTypeInfo type, string path, List<ModelFault> faults)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Tolerant);
        }
        catch (JsonException e)
        {
            faults.Add(new(path, $"it is not valid JSON: {e.Message}"));
            return null;
        }

        using (document)
        {
            foreach (var depth in new[] { Depth.Names, Depth.Leaves, Depth.Objects })
            {
                var placed = new List<ModelFault>();
                Check(document.RootElement, type, path, placed, depth);
                faults.AddRange(placed);
                if (placed.Count > 0)
                    return null;
            }

            return Make(document.RootElement, type, path, faults);
        }
    }

    private static void Check(JsonElement element, JsonTypeInfo type, string path, List<ModelFault> faults, Depth depth)
    {
        var before = faults.Count;
        var needed = type.Kind switch
        {
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => JsonValueKind.Object,
            JsonTypeInfoKind.Enumerable => JsonValueKind.Array,
            _ => JsonValueKind.Undefined,
        };
        if (element.ValueKind == JsonValueKind.Null && !type.Type.IsValueType)
            return;
        if (needed == JsonValueKind.Undefined)
        {
            if (IsBeyondDouble(element, type))
                faults.Add(new(path.Length > 0 ? path : "$", $"it is {Excerpt(element)}; it must be a finite number"));
            else if (depth != Depth.Names)
                _ = Make(element, type, path, faults);
        }
        else if (element.ValueKind != needed)
            faults.Add(new(path.Length > 0 ? path : "$", $"it is {English.Named(element.ValueKind)}; it must be {English.Named(needed)}"));
        else if (needed == JsonValueKind.Array)
            CheckItems(element, type, path, faults, depth);
        else
            CheckMembers(element, type, path, faults, depth);
        if (depth == Depth.Objects && needed == JsonValueKind.Object && faults.Count == before)
            _ = Make(element, type, path, faults);
    }

    private static void CheckItems(JsonElement element, JsonTypeInfo type, string path, List<ModelFault> faults, Depth depth)
    {
        var item = type.Options.GetTypeInfo(type.Type.IsArray ? type.Type.GetElementType()! : type.Type.GetGenericArguments()[0]);
        var i = 0;
        foreach (var each in element.EnumerateArray())
        {
            // No list of ours has gaps.
            var index = Invariant($"{path}[{i++}]");
            if (each.ValueKind == JsonValueKind.Null)
                faults.Add(NullAt(index, item));
            else
                Check(each, item, index, faults, depth);
        }
    }

    private static void CheckMembers(JsonElement element, JsonTypeInfo type, string path, List<ModelFault> faults, Depth depth)
    {
        var isDictionary = type.Kind == JsonTypeInfoKind.Dictionary;
        var values = isDictionary ? type.Options.GetTypeInfo(type.Type.GetGenericArguments()[1]) : null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            string name;
            try
            {
                name = member.Name;
            }
            catch (InvalidOperationException)
            {
                faults.Add(new(path.Length > 0 ? path : "$", "a property name in it is not valid text"));
                continue;
            }

            var index = PathOf(path, name, isDictionary);
            var known = isDictionary ? null : PropertyOf(type, name);
            if (!seen.Add(name))
                faults.Add(new(index, "it is duplicated"));
            else if (values is not null)
                Check(member.Value, values, index, faults, depth);
            else if (known is null)
                faults.Add(new(index, $"{NoSuchProperty}; it must be one of {NamesOf(type)}"));
            else if (member.Value.ValueKind == JsonValueKind.Null && !AllowsNull(known, type))
                faults.Add(NullAt(index, type.Options.GetTypeInfo(known.PropertyType)));
            else if (known.CustomConverter is not IRawJson
                && !(known.CustomConverter is PlainTextJsonConverter && member.Value.ValueKind == JsonValueKind.String))
            {
                Check(member.Value, type.Options.GetTypeInfo(known.PropertyType), index, faults, depth);
            }
        }

        foreach (var absent in isDictionary ? [] : type.Properties.Where(each => each.IsRequired && !seen.Contains(each.Name)))
            faults.Add(new(PathOf(path, absent.Name, isKey: false), "it is missing"));
    }

    private static ModelFault NullAt(string path, JsonTypeInfo type) => new(path, type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "it is null; it must be an object",
        JsonTypeInfoKind.Enumerable => "it is null; it must be a list",
        _ => $"it is null; it must be {Expected(type.Type) ?? English.WithArticle(type.Type.Name)}",
    });

    // A list or a map that need not be there may be null as well: nothing is in it.
    private static bool AllowsNull(JsonPropertyInfo property, JsonTypeInfo owner) =>
        property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : (!property.IsRequired
            && owner.Options.GetTypeInfo(property.PropertyType).Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)
        || IsAnnotatedNullable(property, owner.Type);

#if NET9_0_OR_GREATER
    private static bool IsAnnotatedNullable(JsonPropertyInfo property, Type owner) =>
        property.IsSetNullable || property.AssociatedParameter?.IsNullable == true;
#else
    private static readonly ConcurrentDictionary<(Type Owner, string Name), bool> Annotations = new();

    // The serializer of .NET 8 does not read the annotations. A trimmed program has lost them: there the constructors have the last word.
    private static bool IsAnnotatedNullable(JsonPropertyInfo property, Type owner) =>
        Annotations.GetOrAdd((owner, property.Name), key => FindAnnotation(key.Owner, key.Name));

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "What is not found is left to the constructors.")]
    private static bool FindAnnotation(Type owner, string name)
    {
        try
        {
            var property = owner.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            return property is null || new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
#endif

    // The parser turns a number that is too large into infinity. What allows the names of numbers that are not finite judges them itself.
    private static bool IsBeyondDouble(JsonElement element, JsonTypeInfo type) =>
        element.ValueKind == JsonValueKind.Number && (Nullable.GetUnderlyingType(type.Type) ?? type.Type) == typeof(double)
        && !type.Options.NumberHandling.HasFlag(JsonNumberHandling.AllowNamedFloatingPointLiterals)
        && !(element.TryGetDouble(out var value) && double.IsFinite(value));

    // Asked for every member of every account: a query would make a closure each time.
    private static JsonPropertyInfo? PropertyOf(JsonTypeInfo type, string name)
    {
        for (var i = 0; i < type.Properties.Count; i++)
        {
            if (type.Properties[i].Name == name && IsInFile(type.Properties[i]))
                return type.Properties[i];
        }

        return null;
    }

    private static string NamesOf(JsonTypeInfo type) => string.Join(", ", type.Properties.Where(IsInFile).Select(each => each.Name));

    // .NET 8 lists what is ignored too, which is neither written nor read.
    private static bool IsInFile(JsonPropertyInfo property) => property.Get is not null || property.Set is not null;

    internal static string PathOf(string path, string name, bool isKey) =>
        isKey || name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit) ? $"{path}[\"{name}\"]"
        : path.Length > 0 ? $"{path}.{name}"
        : name;

    private static object? Make(JsonElement element, JsonTypeInfo type, string path, List<ModelFault> faults)
    {
        try
        {
            return element.Deserialize(type);
        }
        catch (ArgumentException e) when (MemberOf(type, e) is not null)
        {
            AddMembers(element, type, path, e, faults);
            return null;
        }
        catch (Exception e) when (
            e is JsonException or ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The serializer's own messages name .NET types and not the file; those of our converters and constructors say what is allowed.
            var message = Expected(type.Type) is { } expected ? $"it is {Excerpt(element)}; it must be {expected}"
                : e is ArgumentNullException { ParamName: { } name } ? $"{name} is missing"
                : Guard.ReasonOf(e);
            faults.Add(new(path.Length > 0 ? path : "$", message));
            return null;
        }
        catch (NotSupportedException)
        {
            // What is only written, because it follows from the rest, is not read.
            return null;
        }
    }

    // The member that a check at the door names; null where it names none of the file.
    private static JsonPropertyInfo? MemberOf(JsonTypeInfo type, ArgumentException fault) =>
        fault is ArgumentNullException || fault.ParamName is not { } name || type.Kind != JsonTypeInfoKind.Object ? null
        : type.Properties.FirstOrDefault(each => IsInFile(each) && string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));

    // A member that cannot be ends the reading of its object: without it the next one shows. A text that must be there is replaced.
    private static void AddMembers(
        JsonElement element, JsonTypeInfo type, string path, ArgumentException first, List<ModelFault> faults)
    {
        var rest = JsonObject.Create(element);
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var fault = first; fault is not null;)
        {
            var member = MemberOf(type, fault)!;
            if (!told.Add(member.Name))
                return;
            if (rest?[member.Name] is not { } given)
            {
                faults.Add(new(path.Length > 0 ? path : "$", Guard.ReasonOf(fault)));
                return;
            }

            faults.Add(PlacedIn(PathOf(path, member.Name, isKey: false), fault));
            if (member.IsRequired && given.GetValueKind() == JsonValueKind.String)
                rest[member.Name] = Filler;
            else
                rest.Remove(member.Name);
            fault = null;
            try
            {
                _ = rest.Deserialize(type);
            }
            catch (ArgumentException next) when (MemberOf(type, next) is not null)
            {
                fault = next;
            }
            catch (Exception e) when (
                e is JsonException or ArgumentException or InvalidOperationException or FormatException or OverflowException)
            {
                // A required fact is missing now; what else is wrong shows once this one is right.
            }
        }
    }

    // A check at the door can name an item of its list, and a member of it: history[1].figures.
    private static ModelFault PlacedIn(string path, ArgumentException fault)
    {
        var message = Guard.ReasonOf(fault).TrimEnd('.');
        var begin = fault.ParamName!.Length;
        if (!message.StartsWith($"{fault.ParamName}[", StringComparison.Ordinal) || message.IndexOf(' ', begin) is not (> 0 and var end)
            || !message[begin..end].All(each => char.IsAsciiLetterOrDigit(each) || each is '[' or ']' or '.'))
        {
            return new(path, WithoutName(fault));
        }

        return new(path + message[begin..end], $"it {message[(end + 1)..]}");
    }

    // The path says which member it is.
    private static string WithoutName(ArgumentException fault)
    {
        if (fault is FactOutOfRangeException fact)
            return fact.Fault;
        var message = Guard.ReasonOf(fault).TrimEnd('.');
        return message.StartsWith($"{fault.ParamName} ", StringComparison.Ordinal)
            ? $"it {message[(fault.ParamName!.Length + 1)..]}" : message;
    }

    private static string? Expected(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(plain))}"
            : plain == typeof(string) ? "a text"
            : plain == typeof(bool) ? "true or false"
            : plain == typeof(int) || plain == typeof(long) ? "a whole number"
            : plain == typeof(double) || plain == typeof(decimal) ? "a number"
            : null;
    }

    private static string Excerpt(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return English.Named(element.ValueKind);
        var text = element.GetRawText();
        return text.Length <= 80 ? text : $"{text.AsSpan(0, 80)}…";
    }

    // How far a check goes.
    private enum Depth
    {
        Names,
        Leaves,
        Objects,
    }
}
