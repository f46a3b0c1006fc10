using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a NodaTime date or time in JSON as ISO text, in the same form as NodaTime's own JSON package.</summary>
/// <typeparam name="T">The type of date or time.</typeparam>
/// <remarks>Stateless and safe to share. The members of stored values carry the converter as an attribute: without it, JSON would silently
/// read each date back as 0001-01-01. Any other JSON throws a <see cref="JsonException"/> that names it.</remarks>
public abstract class PatternJsonConverter<T> : JsonConverter<T>
{
    private readonly IPattern<T> _pattern;
    private readonly string _kind;
    private readonly string _example;

    private protected PatternJsonConverter(IPattern<T> pattern, string kind, string example) =>
        (_pattern, _kind, _example) = (pattern, English.WithArticle(kind), example);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"The JSON of {_kind} is a text such as {_example}, not {English.Named(reader.TokenType)}.");
        var text = reader.GetString()!;
        return _pattern.Parse(text) is { Success: true } parsed
            ? parsed.Value
            : throw new JsonException($"'{text}' is not {_kind}; write it as in {_example}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(_pattern.Format(value));
    }
}
