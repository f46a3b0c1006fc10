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
}
