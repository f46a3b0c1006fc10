using System.Text.Json.Serialization;

namespace KeyAccount.Core.Services;

/// <summary>Whether a service may be promised.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromiseVerdict>))]
public enum PromiseVerdict
{
    /// <summary>The service may not be promised: we cannot keep the promise, or it is not known whether we can.</summary>
    Refused,

    /// <summary>The service may be promised.</summary>
    Granted,
}
