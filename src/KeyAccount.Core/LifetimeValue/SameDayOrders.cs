using System.Text.Json.Serialization;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>What several purchases of an account on one day are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SameDayOrders>))]
public enum SameDayOrders
{
    /// <summary>One order with the sum of their amounts, as published.</summary>
    Merge,

    /// <summary>An order each. The models with random or regular intervals do not expect intervals of 0.</summary>
    CountEach,
}
