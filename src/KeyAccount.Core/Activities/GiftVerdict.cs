using System.Text.Json.Serialization;

namespace KeyAccount.Core.Activities;

/// <summary>Whether a gift may be given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GiftVerdict>))]
public enum GiftVerdict
{
    /// <summary>The gift may not be given.</summary>
    Refused,

    /// <summary>The gift may be given.</summary>
    Allowed,
}
