using System.Text.Json.Serialization;

namespace KeyAccount.Core.Services;

/// <summary>The measure of a service mix.</summary>
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
