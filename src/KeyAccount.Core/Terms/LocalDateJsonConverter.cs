using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a date in JSON as <c>2026-03-31</c>.</summary>
/// <remarks>Stateless and safe to share.</remarks>
public sealed class LocalDateJsonConverter : PatternJsonConverter<LocalDate>
{
    /// <summary>A converter.</summary>
    public LocalDateJsonConverter()
        : base(LocalDatePattern.Iso, "date", "2026-03-31")
    {
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        base.Write(writer, Guard.Iso(value), options);
}
