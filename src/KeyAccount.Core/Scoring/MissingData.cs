using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>What a scorecard does with criteria whose value is not known.</summary>
/// <remarks>Not known is never zero. Whatever the policy, the assessment reports the coverage and the range the score could fall
/// in.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<MissingData>))]
public enum MissingData
{
    /// <summary>The weight of what is missing is shared over all remaining criteria, in proportion to their weights.</summary>
    Renormalize,

    /// <summary>What is missing has the lowest points its scale can give.</summary>
    AssumeWorst,

    /// <summary>What is missing has the middle between the lowest and the highest points its scale can give.</summary>
    AssumeMidpoint,

    /// <summary>With anything missing the account is unrated.</summary>
    Refuse,
}
