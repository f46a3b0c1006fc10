using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>What a cap did to a band.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CapState>))]
public enum CapState
{
    /// <summary>The condition holds, and the score alone would have given a higher band.</summary>
    Applied,

    /// <summary>The condition does not hold, or the score gives no higher band anyway.</summary>
    NotNeeded,

    /// <summary>It is not known whether the condition holds, or there is no band to limit; the band stays as it is.</summary>
    NotEvaluated,
}
