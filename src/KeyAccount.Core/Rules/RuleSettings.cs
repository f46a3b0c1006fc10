using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>One rule of a decision table as data.</summary>
/// <remarks>
/// <para>Immutable, with value equality. What is null stays as the rule of the same id has it; a new rule needs condition and
/// advice.</para>
/// <para>A cell of the condition is one of: <c>any</c>, as is a fact that is not named; <c>unknown</c>, for a fact that is not known;
/// <c>known</c>, for one that is, whatever it is; one or more values, such as <c>A, B</c>, <c>true</c> or <c>3, unknown</c>; a range of
/// numbers as DMN writes it: <c>[1..5]</c> with both
/// ends, <c>(1..5]</c> and <c>[1..5)</c> without one, <c>&gt;= 3</c>, <c>&gt; 3</c>, <c>&lt;= 3</c>, <c>&lt; 3</c>.
/// A value that holds a comma or reads like one of these stands in quotation marks, those within it doubled.</para>
/// </remarks>
public sealed record RuleSettings
{
    /// <summary>The stable identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>The condition: one row of cells by the names of facts, or several rows of which one must hold.</summary>
    /// <exception cref="ArgumentException">A row is null.</exception>
    public IReadOnlyList<IReadOnlyDictionary<string, string>>? When
    {
        get;
        init => field = value is null ? null : ValueList.Of(value.Select(row => (IReadOnlyDictionary<string, string>)(
            row is null ? throw new ArgumentException("When: a row is null.", nameof(value)) : ValueMap.Of(row))));
    }

    /// <summary>The advice, in JSON: <c>"Hold"</c> in quotation marks for a term (a text that is not JSON is taken as such), an object
    /// for advice of several parts, <c>null</c> if a rule advises nothing.</summary>
    /// <exception cref="ArgumentException">It is not valid Unicode.</exception>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(AdviceJsonConverter))]
    public string? Advice { get; init => field = Compact(value); }

    /// <summary>Why, for a person; <c>{0}</c>, <c>{1}</c> … stand for what the rule of the same id speaks of. A line ends with a line feed,
    /// whatever it ended with: a sheet keeps no other.</summary>
    [JsonConverter(typeof(PlainTextJsonConverter))]
    public Text? Reason { get; init => field = value?.WithLineFeeds(); }

    /// <summary>The rule as JSON.</summary>
    /// <returns>An indented object.</returns>
    public override string ToString() => JsonSerializer.Serialize(this, TableJson.Default.RuleSettings);

    // The same value is the same text. What is no JSON is taken as the text that it is, such as the name of a term.
    internal static string? Compact(string? json)
    {
        if (json is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json, CheckedJson.Tolerant);
            return RawJsonConverter.Compact(document.RootElement);
        }
        catch (JsonException)
        {
            return $"\"{JsonEncodedText.Encode(json)}\"";
        }
    }

    // In JSON null is advice too, that of nothing; what is left out stays.
    internal sealed class AdviceJsonConverter : JsonConverter<string>, IRawJson
    {
        public override bool HandleNull => true;

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RawJsonConverter.ReadFrom(ref reader);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            RawJsonConverter.WriteTo(writer, value);
    }
}
