using System.Text.Json.Serialization;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>How several purchases of an account on one day count.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SameDayOrders>))]
public enum SameDayOrders
{
    /// <summary>As one order with the sum of the amounts, as published.</summary>
    Merge,

    /// <summary>As an order each. The models with random or regular intervals do not expect intervals of 0.</summary>
    CountEach,
}
