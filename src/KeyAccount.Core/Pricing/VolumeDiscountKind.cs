using System.Text.Json.Serialization;

namespace KeyAccount.Core.Pricing;

/// <summary>The units to which the price of a break applies.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VolumeDiscountKind>))]
public enum VolumeDiscountKind
{
    /// <summary>All units of the order; the total may fall at a break.</summary>
    AllUnits,

    /// <summary>The units from the break on; the total never falls.</summary>
    Incremental,
}
