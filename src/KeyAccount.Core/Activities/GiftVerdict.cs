using System.Text.Json.Serialization;

namespace KeyAccount.Core.Activities;

/// <summary>Whether a gift may be given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GiftVerdict>))]
public enum GiftVerdict
{
    /// <summary>It may not.</summary>
    Refused,

    /// <summary>It may.</summary>
    Allowed,
}
