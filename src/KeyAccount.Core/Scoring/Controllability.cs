using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>Our influence on a criterion.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Controllability>))]
public enum Controllability
{
    /// <summary>We decide the value: credit days, visits, a price.</summary>
    Actionable,

    /// <summary>The customer decides the value, and we can work on it: purchases, trust, commitment.</summary>
    Influenceable,

    /// <summary>Nobody here can change the value: the growth of an industry, the standing of a customer. No path uses it.</summary>
    Given,
}
