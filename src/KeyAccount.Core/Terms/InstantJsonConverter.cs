using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes an instant in JSON as <c>2026-03-31T08:00:00Z</c>. It also reads an instant with an offset, as other programs
/// write it.</summary>
/// <remarks>Stateless and safe to share.</remarks>
public sealed class InstantJsonConverter : PatternJsonConverter<Instant>
{
    /// <summary>A converter.</summary>
    public InstantJsonConverter()
        : base(InstantPattern.ExtendedIso, "instant", "2026-03-31T08:00:00Z")
    {
    }

    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && OffsetDateTimePattern.Rfc3339.Parse(reader.GetString()!) is { Success: true } stated
            ? stated.Value.ToInstant() : base.Read(ref reader, typeToConvert, options);
}
