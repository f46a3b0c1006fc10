using System.Text.Json.Serialization;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>What becomes of a negative amount among the purchases.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefundTreatment>))]
public enum RefundTreatment
{
    /// <summary>It is left out: neither an order nor deducted from one.</summary>
    Ignore,

    /// <summary>It is deducted from the orders of the account up to its day, the latest first. An order of which nothing is left is no
    /// order. What is more than all of them is left out.</summary>
    Deduct,
}
