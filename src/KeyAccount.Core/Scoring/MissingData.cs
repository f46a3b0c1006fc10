using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>The treatment of criteria whose values are not known.</summary>
/// <remarks>Unknown never means zero. Whatever the policy, the assessment reports the coverage and the range of possible scores.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<MissingData>))]
public enum MissingData
{
    /// <summary>The weight of missing criteria is shared among the others, in proportion to their weights.</summary>
    Renormalize,

    /// <summary>A missing criterion gets the lowest points of its scale.</summary>
    AssumeWorst,

    /// <summary>A missing criterion gets the middle between the lowest and the highest points of its scale.</summary>
    AssumeMidpoint,

    /// <summary>If anything is missing, the account is unrated.</summary>
    Refuse,
}
