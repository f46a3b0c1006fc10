using System.Text.Json.Serialization;

namespace KeyAccount.Core.Pricing;

/// <summary>To which units the price of a break applies.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VolumeDiscountKind>))]
public enum VolumeDiscountKind
{
    /// <summary>To all units of the order: the total may fall at a break.</summary>
    AllUnits,

    /// <summary>To the units from the break on: the total never falls.</summary>
    Incremental,
}
