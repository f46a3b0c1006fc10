using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a month in JSON as <c>2026-03</c>.</summary>
/// <remarks>Stateless and safe to share.</remarks>
public sealed class YearMonthJsonConverter : PatternJsonConverter<YearMonth>
{
    /// <summary>A converter.</summary>
    public YearMonthJsonConverter()
        : base(YearMonthPattern.Iso, "month", "2026-03")
    {
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The month is not in the ISO calendar.</exception>
    public override void Write(Utf8JsonWriter writer, YearMonth value, JsonSerializerOptions options) =>
        base.Write(writer, Guard.Iso(value), options);
}
