using System.Text.Json.Serialization;

namespace KeyAccount.Core.Services;

/// <summary>Whether a service may be promised.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromiseVerdict>))]
public enum PromiseVerdict
{
    /// <summary>It may not: we cannot keep the promise, or nobody knows whether we can.</summary>
    Refused,

    /// <summary>It may.</summary>
    Granted,
}
