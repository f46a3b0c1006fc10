using System.Text.Json.Serialization;

namespace KeyAccount.Core.Negotiation;

/// <summary>The direction in which an issue is better for our side.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IssueDirection>))]
public enum IssueDirection
{
    /// <summary>More is better for us: the price for a seller.</summary>
    HigherIsBetter,

    /// <summary>Less is better for us: the days until we are paid.</summary>
    LowerIsBetter,
}
