using System.Text.Json.Serialization;

namespace KeyAccount.Core.Terms;

/// <summary>The end of an ordered term that is the best.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TermDirection>))]
public enum TermDirection
{
    /// <summary>The value with the lowest number is the best: tier A = 1, relationship CR1 = 1.</summary>
    LowestIsBest,

    /// <summary>The value with the highest number is the best: vendor = 1 … strategic partner = 4.</summary>
    HighestIsBest,
}
