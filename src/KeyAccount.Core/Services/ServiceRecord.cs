using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The service record of an account: orders, contracts, stock, and our capacity.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceRecord
{
    /// <summary>The service orders, in any order.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<ServiceOrder> Orders { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceOrder>.Empty;

    /// <summary>The service contracts.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<ServiceContract> Contracts { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceContract>.Empty;

    /// <summary>The stock that we keep at the customer.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<ConsignmentStock> Stock { get; init => field = ValueList.Of(value ?? []); } = ValueList<ConsignmentStock>.Empty;

    /// <summary>Our capacity for each service to the account, each once.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<ServiceCapacity> Capacities { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<ServiceCapacity>.Empty;

    /// <summary>The requirements of the customer's equipment; null if not known.</summary>
    public ServiceSite? Site { get; init; }

    /// <summary>Whether the record is empty.</summary>
    [JsonIgnore]
    public bool IsEmpty => Orders.Count == 0 && Contracts.Count == 0 && Stock.Count == 0 && Capacities.Count == 0;

    // Without a capacity nobody has begun to ask what may be promised.
    internal bool StatesAbility => Capacities.Count > 0;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many entries each part has.</returns>
    public override string ToString() => Invariant(
        $"ServiceRecord {{ Orders = {Orders.Count}, Contracts = {Contracts.Count}, Stock = {Stock.Count}, ")
        + Invariant($"Capacities = {Capacities.Count} }}");
}
