using System.Text.Json.Serialization;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The dependence of an amount on the contract with us.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContractBinding>))]
public enum ContractBinding
{
    /// <summary>The amount does not depend on the contract.</summary>
    None,

    /// <summary>The amount counts in full up to the last day of the contract, and is 0 after it: a penalty, a yearly bonus.</summary>
    WhileInForce,

    /// <summary>The amount is per day left of the contract: a rebate that would have continued, a lease.</summary>
    PerDayLeft,
}
