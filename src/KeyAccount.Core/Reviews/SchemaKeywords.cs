using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The JSON Schema keywords for what a serializer cannot see in a value: the names of a term and their meaning, dates as text, the
/// range and the unit of a fact, and whether it is personal. It is the single source of schemas: the tool, OpenAPI documents and assistants
/// read it.</summary>
/// <remarks>Keywords of JSON Schema 2020-12, with four of our own: <c>x-enum-descriptions</c>, the meaning of each name of <c>enum</c>;
/// <c>x-unit</c>, a <see cref="FactUnit"/>; <c>x-personal</c> and <c>x-confidential</c> as in <see cref="PrivacyAttribute"/>. It also works
/// for terms and facts of your own.</remarks>
public static class SchemaKeywords
{
    private const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}";

    // What the serializer cannot see, because a converter stands before it; terms tell their names themselves.
    private static readonly Dictionary<Type, Func<JsonObject>> ByType = new()
    {
        [typeof(LocalDate)] = () => new() { ["type"] = "string", ["format"] = "date" },
        [typeof(Instant)] = () => new() { ["type"] = "string", ["format"] = "date-time" },
        [typeof(YearMonth)] = () => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])$" },
        [typeof(Period)] = () => new()
        {
            ["type"] = "string", ["pattern"] = "^P([0-9]+[YMWD])+$", ["description"] = "A period: P3M is three months.",
        },
        [typeof(DateInterval)] = Interval,
        [typeof(IReadOnlyList<LocalDate>)] = () => ListOf(new() { ["type"] = "string", ["format"] = "date" }),
        [typeof(IReadOnlyList<DateInterval>)] = () => ListOf(Interval()),
        [typeof(Text)] = TextForm,
        [typeof(ReviewTopic)] = () => new()
        {
            ["type"] = "string",
            ["description"] =
                $"A topic of the review: {string.Join(", ", ReviewTopic.Ready.Select(topic => topic.Name))}, or one of your own.",
        },
        [typeof(IReadOnlyList<TopicValue>)] = () => new() { ["type"] = "object" },
        [typeof(StakeholderModels)] = () => new()
        {
            ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" },
            ["description"] = "The versions of the models, by their ids.",
        },
    };

    // What a property writes in another form than its type.
    private static readonly Dictionary<Type, Func<JsonObject>> ByConverter = new()
    {
        [typeof(PlainTextJsonConverter)] = () => new()
        {
            ["type"] = new JsonArray("string", "object"),
            ["description"] = "A text, or an object with a text in each language: en, zh-Hans, zh-Hant.",
        },
        [typeof(RawJsonConverter)] = () => new() { ["description"] = "Any JSON, whose form another program decides." },
        [typeof(RuleSettings.AdviceJsonConverter)] = () => new()
        {
            ["type"] = new JsonArray("string", "number", "boolean", "object", "array", "null"),
            ["description"] = "What it advises: the name of a term, or an object.",
        },
    };

    private static readonly Dictionary<Type, FileFormat> Files = new()
    {
        [typeof(Portfolio)] = FileFormat.Portfolio, [typeof(PortfolioReview)] = FileFormat.Review,
        [typeof(PlanFile)] = FileFormat.Plan, [typeof(TeamFile)] = FileFormat.Team,
    };

    /// <summary>Returns the keywords of a value.</summary>
    /// <param name="type">The JSON contract of the value.</param>
    /// <param name="property">The property that holds the value; null for none.</param>
    /// <param name="language">The language of the descriptions of terms, as a BCP 47 tag; all others are English.</param>
    /// <returns>Keywords to add to those of the serializer, or to replace them if they contain a <c>type</c>; empty if there is nothing to
    /// add. You may change the object.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> or <paramref name="language"/> is null.</exception>
    public static JsonObject Of(JsonTypeInfo type, JsonPropertyInfo? property = null, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(language);
        var keywords = FormOf(type, property, language) ?? [];
        if (property is { Name: FileFormat.VersionName } && (property.AttributeProvider as MemberInfo)?.DeclaringType is { } owner
            && Files.TryGetValue(owner, out var file))
            AddVersion(keywords, file);
        if (Attribute<FactRangeAttribute>(property) is { } range)
            AddRange(keywords, range);
        if (Attribute<PrivacyAttribute>(property) is { IsPersonal: true } privacy)
        {
            keywords["x-personal"] = true;
            if (privacy.Privacy == Privacy.Confidential)
                keywords["x-confidential"] = true;
        }

        return keywords;
    }

    /// <summary>Whether only its keywords tell the form of a value: a term, a date, a text in several languages.</summary>
    /// <param name="type">The JSON contract of the value.</param>
    /// <returns>Whether this is the case.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public static bool IsForm(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return LeafOf(type, Language.English) is not null;
    }

    private static JsonObject? FormOf(JsonTypeInfo type, JsonPropertyInfo? property, string language)
    {
        if (property?.CustomConverter is { } converter && ByConverter.TryGetValue(converter.GetType(), out var form))
            return form();
        if (LeafOf(type, language) is { } leaf)
            return leaf;
        return type is { Kind: JsonTypeInfoKind.Enumerable } && ElementOf(type.Type) is { } element
            && LeafOf(type.Options.GetTypeInfo(element), language) is { } item
                ? new() { ["items"] = item } : null;
    }

    private static JsonObject? LeafOf(JsonTypeInfo type, string language)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (ByType.TryGetValue(plain, out var leaf))
            return leaf();
        return type.Options.GetTypeInfo(plain).Converter is INamedValues named ? NamesOf(named, language) : null;
    }

    private static JsonObject NamesOf(INamedValues named, string language)
    {
        var names = new JsonObject
        {
            ["type"] = "string", ["enum"] = new JsonArray([.. named.Names.Select(name => (JsonNode)name)]),
        };
        var descriptions = named.Descriptions(language);
        if (descriptions.Any(each => each.Length > 0))
            names["x-enum-descriptions"] = new JsonArray([.. descriptions.Select(each => (JsonNode)each)]);
        return names;
    }

    private static Type? ElementOf(Type list) =>
        list.IsArray ? list.GetElementType() : list.IsGenericType ? list.GetGenericArguments()[0] : null;

    private static JsonObject Interval() => new()
    {
        ["type"] = "string", ["pattern"] = $"{Date}/{Date[1..]}$",
        ["description"] = "The first and the last day: 2026-01-01/2026-03-31.",
    };

    private static JsonObject ListOf(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject TextForm() => new()
    {
        ["type"] = "object",
        ["description"] = "A text in each language.",
        ["properties"] = new JsonObject(Language.All.Select(
            tag => KeyValuePair.Create(tag, (JsonNode?)new JsonObject { ["type"] = "string" }))),
        ["required"] = new JsonArray([.. Language.All.Select(tag => (JsonNode)tag)]),
        ["additionalProperties"] = new JsonObject { ["type"] = "string" },
    };

    private static T? Attribute<T>(JsonPropertyInfo? property)
        where T : Attribute =>
        property?.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true) is [T attribute, ..] ? attribute : null;

    // Who leaves it out means the first version, and who writes a file today the last one.
    private static void AddVersion(JsonObject keywords, FileFormat file)
    {
        keywords["minimum"] = 1;
        keywords["maximum"] = file.Version;
        keywords["default"] = file.Version;
        keywords["description"] = Invariant($"The version of the file: {file.Version} today.");
    }

    // What the property says of its fact, in the words of JSON Schema.
    private static void AddRange(JsonObject keywords, FactRangeAttribute range)
    {
        if (!double.IsInfinity(range.Minimum))
            keywords[range.IsMinimumExcluded ? "exclusiveMinimum" : "minimum"] = range.Minimum;
        if (!double.IsInfinity(range.Maximum))
            keywords["maximum"] = range.Maximum;
        var unit = range.Unit switch
        {
            FactUnit.Fraction => "A fraction: 0.35 is 35 per cent.",
            FactUnit.Points => "Points.",
            FactUnit.Money => "An amount of money; in the currency of the portfolio unless another one is stated.",
            FactUnit.Days => "Days.",
            FactUnit.Months => "Months.",
            FactUnit.Count => "A count.",
            FactUnit.TimesPerYear => "Times a year.",
            FactUnit.Rank => "A rank; 1 is the best.",
            FactUnit.Rating => "A rating.",
            _ => "A number.",
        };
        var (low, high) = (range.UsualMinimum > range.Minimum, range.UsualMaximum < range.Maximum);
        var usual = low && high ? Invariant($" Usually between {range.UsualMinimum} and {range.UsualMaximum}.")
            : low ? Invariant($" Usually at least {range.UsualMinimum}.")
            : high ? Invariant($" Usually at most {range.UsualMaximum}.")
            : "";
        var part = range.NotBelow is { } name ? $" At least {JsonNamingPolicy.CamelCase.ConvertName(name)}, which is part of it." : "";
        keywords["description"] = unit + usual + part;
        keywords["x-unit"] = range.Unit.ToString();
    }
}
