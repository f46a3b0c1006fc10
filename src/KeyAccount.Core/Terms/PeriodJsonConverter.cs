using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Terms;

/// <summary>Reads and writes a period in JSON as <c>P3M</c>, three months.</summary>
/// <remarks>Stateless and safe to share.</remarks>
public sealed class PeriodJsonConverter : PatternJsonConverter<Period>
{
    /// <summary>A converter.</summary>
    public PeriodJsonConverter()
        : base(PeriodPattern.Roundtrip, "period", "P3M")
    {
    }
}
