using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a date in JSON as <c>2026-03-31</c>, the form NodaTime's own JSON package writes too.</summary>
/// <remarks>Stateless and safe to share. It stands on the dates of the values a user stores, because without a converter JSON would read each
/// date back as 0001-01-01 and say nothing. Anything but an ISO date is a <see cref="JsonException"/> that names it.</remarks>
public sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    /// <inheritdoc/>
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"A date is written as 2026-03-31, not as a {reader.TokenType}.");
        var text = reader.GetString()!;
        return LocalDatePattern.Iso.Parse(text) is { Success: true } parsed
            ? parsed.Value
            : throw new JsonException($"'{text}' is no date; one is written as 2026-03-31.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
