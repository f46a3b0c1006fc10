using System.Text.Json;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a text in JSON: <c>{"en": …, "zh-Hans": …, "zh-Hant": …}</c>, with further languages by their tags.</summary>
/// <remarks>Stateless and safe to share. A <see cref="JsonException"/> says if one of the three languages is missing, a language is
/// duplicated or is not a BCP 47 tag, or a value is not a string. JSON <c>null</c> is a null reference.</remarks>
public sealed class TextJsonConverter : JsonConverter<Text>
{
    /// <inheritdoc/>
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A text is an object with {Languages}, not {English.Named(reader.TokenType)}.");
        var texts = new string?[Language.All.Count];
        Dictionary<string, string>? others = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var language = IndexOf(name);
            if (language < 0 && Language.FaultOf(name) is not null)
                throw new JsonException($"A text has no language '{name}'; it has {Languages}, and others by their tags, such as de.");
            if (language < 0 ? others?.ContainsKey(name) == true : texts[language] is not null)
                throw new JsonException($"The language {name} is duplicated in a text.");
            if (!reader.Read() || reader.TokenType != JsonTokenType.String)
                throw new JsonException($"The text in {name} is {English.Named(reader.TokenType)}; it must be a string.");
            if (language < 0)
                (others ??= new(StringComparer.OrdinalIgnoreCase))[name] = reader.GetString()!;
            else
                texts[language] = reader.GetString();
        }

        var missing = Language.All.Where((_, i) => texts[i] is null).ToArray();
        return missing.Length > 0 ? throw new JsonException($"A text needs {Languages}; missing: {string.Join(", ", missing)}.")
            : others is null ? new(texts[0]!, texts[1]!, texts[2]!)
            : new(texts[0]!, texts[1]!, texts[2]!, others);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">An argument other than the options is null.</exception>
    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString(Language.English, value.En);
        writer.WriteString(Language.SimplifiedChinese, value.ZhHans);
        writer.WriteString(Language.TraditionalChinese, value.ZhHant);
        foreach (var (tag, text) in value.Others.OrderBy(other => other.Key, StringComparer.Ordinal))
            writer.WriteString(tag, text);
        writer.WriteEndObject();
    }

    private static int IndexOf(string language) =>
        language switch { Language.English => 0, Language.SimplifiedChinese => 1, Language.TraditionalChinese => 2, _ => -1 };

    private static string Languages => string.Join(", ", Language.All);
}
