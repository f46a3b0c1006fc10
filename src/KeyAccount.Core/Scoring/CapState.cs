using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>The effect of a cap on a band.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CapState>))]
public enum CapState
{
    /// <summary>The condition holds, and the score alone would have given a higher band.</summary>
    Applied,

    /// <summary>The condition does not hold, or the score alone does not give a higher band.</summary>
    NotNeeded,

    /// <summary>It is not known whether the condition holds, or there is no band to limit; the band stays as it is.</summary>
    NotEvaluated,
}
