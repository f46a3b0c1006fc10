using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core;

/// <summary>Reads and writes a month in JSON as <c>2026-03</c>.</summary>
/// <remarks>Stateless and safe to share.</remarks>
public sealed class YearMonthJsonConverter : JsonConverter<YearMonth>
{
    /// <inheritdoc/>
    public override YearMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && YearMonthPattern.Iso.Parse(reader.GetString()!).TryGetValue(default, out var month)
            ? month
            : throw new JsonException("A month is written as a text such as \"2026-03\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, YearMonth value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(YearMonthPattern.Iso.Format(value));
    }
}
