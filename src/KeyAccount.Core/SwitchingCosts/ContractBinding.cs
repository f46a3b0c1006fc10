using System.Text.Json.Serialization;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>How an amount depends on the contract with us.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContractBinding>))]
public enum ContractBinding
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It counts in full up to the last day of the contract, and is nothing after it: a penalty, a yearly bonus.</summary>
    WhileInForce,

    /// <summary>It is an amount for each day that is left of the contract: a rebate that would have gone on, a lease.</summary>
    PerDayLeft,
}
