using System.Text.Json.Serialization;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The treatment of a negative amount among the purchases.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefundTreatment>))]
public enum RefundTreatment
{
    /// <summary>A refund is ignored: it is neither an order nor deducted from one.</summary>
    Ignore,

    /// <summary>A refund is deducted from the orders of the account up to its day, the latest first. An order with nothing left no longer
    /// counts as an order. Any excess over all orders is ignored.</summary>
    Deduct,
}
