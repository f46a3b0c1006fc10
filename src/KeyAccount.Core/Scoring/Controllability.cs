using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>What we can do about a criterion.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Controllability>))]
public enum Controllability
{
    /// <summary>We decide it: credit days, visits, a price.</summary>
    Actionable,

    /// <summary>The customer decides it, and we can work on it: purchases, trust, commitment.</summary>
    Influenceable,

    /// <summary>Nobody here can change it: the growth of an industry, the standing of a customer. No path leads over it.</summary>
    Given,
}
