using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a month in JSON as <c>2026-03</c>.</summary>
/// <remarks>Stateless and safe to share. Anything but an ISO month is a <see cref="JsonException"/> that names it.</remarks>
public sealed class YearMonthJsonConverter : JsonConverter<YearMonth>
{
    /// <inheritdoc/>
    public override YearMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"A month is written as 2026-03, not as a {reader.TokenType}.");
        var text = reader.GetString()!;
        return YearMonthPattern.Iso.Parse(text) is { Success: true } parsed
            ? parsed.Value
            : throw new JsonException($"'{text}' is no month; one is written as 2026-03.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, YearMonth value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(YearMonthPattern.Iso.Format(value));
    }
}
