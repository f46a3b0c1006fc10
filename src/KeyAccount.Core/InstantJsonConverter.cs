using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core;

/// <summary>Reads and writes an instant in JSON as <c>2026-03-31T08:00:00Z</c>.</summary>
/// <remarks>Stateless and safe to share. The values of the library carry it, so that they survive JSON without options; it writes what
/// NodaTime's own serializer writes.</remarks>
public sealed class InstantJsonConverter : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && InstantPattern.ExtendedIso.Parse(reader.GetString()!).TryGetValue(default, out var instant)
            ? instant
            : throw new JsonException("An instant is written as a text such as \"2026-03-31T08:00:00Z\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
