using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>What we did for an account, agreed with it and keep in stock there, and what we can do.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceRecord
{
    /// <summary>What we did, in any order.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<ServiceOrder> Orders { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceOrder>.Empty;

    /// <summary>By which contracts we serve it.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<ServiceContract> Contracts { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceContract>.Empty;

    /// <summary>What we keep in stock there.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<ConsignmentStock> Stock { get; init => field = ValueList.Of(value ?? []); } = ValueList<ConsignmentStock>.Empty;

    /// <summary>What we can do of each service for it, each once.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public IReadOnlyList<ServiceCapacity> Capacities { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<ServiceCapacity>.Empty;

    /// <summary>What its equipment is to do; null if nothing is known of that.</summary>
    public ServiceSite? Site { get; init; }

    /// <summary>Whether there is nothing to tell.</summary>
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
