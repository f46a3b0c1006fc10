using System.Text.Json.Serialization;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The convention on when the first margin of a customer comes, and whether it can still be lost. Three conventions are in use.
/// Their results differ by up to 1/r, so say which one you mean.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MarginTiming>))]
public enum MarginTiming
{
    /// <summary>At the end of the first year, if the customer is still there: the margin of year t counts rᵗ/(1 + i)ᵗ.</summary>
    EndOfYearAtRisk,

    /// <summary>At the end of the first year, certain: the margin of year t counts rᵗ⁻¹/(1 + i)ᵗ.</summary>
    EndOfYearCertain,

    /// <summary>Now, certain: the margin of year t counts (r/(1 + i))ᵗ⁻¹.</summary>
    NowCertain,
}
