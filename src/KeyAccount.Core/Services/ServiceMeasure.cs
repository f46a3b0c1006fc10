using System.Text.Json.Serialization;

namespace KeyAccount.Core.Services;

/// <summary>By what the mix of services is measured.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServiceMeasure>))]
public enum ServiceMeasure
{
    /// <summary>By working hours.</summary>
    Hours,

    /// <summary>By what the service costs us.</summary>
    Cost,

    /// <summary>By the number of service orders.</summary>
    Orders,
}
