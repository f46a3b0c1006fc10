using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes an instant in JSON as <c>2026-03-31T08:00:00Z</c>.</summary>
/// <remarks>Stateless and safe to share.</remarks>
public sealed class InstantJsonConverter : PatternJsonConverter<Instant>
{
    /// <summary>A converter.</summary>
    public InstantJsonConverter()
        : base(InstantPattern.ExtendedIso, "instant", "2026-03-31T08:00:00Z")
    {
    }
}
