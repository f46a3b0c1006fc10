using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>A service that an account is due but does not use yet.</summary>
/// <param name="Type">The service.</param>
/// <param name="BarrierGain">The gain in barrier around the customer from the lever of the service, in points: its value to us. Null if not
/// known.</param>
/// <param name="Capacity">Whether we have the capacity to promise the service; null if that was not asked.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceProposal(ServiceType Type, double? BarrierGain, PromiseCheck? Capacity)
{
    /// <summary>The service.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ServiceType Type { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Type, nameof(Type));

    /// <summary>Whether the service may be offered: we have the capacity.</summary>
    [JsonIgnore]
    public bool IsOffered => Capacity is { IsGranted: true };

    /// <summary>The services to offer, the best first.</summary>
    /// <param name="due">The services that the account is due.</param>
    /// <param name="used">The services that the account uses.</param>
    /// <param name="gains">The gain in barrier of each lever; empty if not known.</param>
    /// <param name="capacities">Our capacity for each service; a service that is not listed is refused, because a promise needs
    /// capacity.</param>
    /// <returns>The services that prevent or add value, are due and not used: those we have the capacity for first, of these the one whose
    /// lever raises the barrier most, then in the order of the services.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">An entry of a list is null.</exception>
    public static IReadOnlyList<ServiceProposal> Rank(
        IReadOnlyList<ServiceType> due, IReadOnlyList<ServiceType> used, IReadOnlyList<LeverGain> gains,
        IReadOnlyList<ServiceCapacity> capacities)
    {
        Guard.NoNull(due);
        Guard.NoNull(used);
        Guard.NoNull(gains);
        Guard.NoNull(capacities);
        return
        [
            .. due.Where(type => type.Depth != ServiceDepth.FireFighting && !used.Contains(type)).Distinct()
                .Select(type => new ServiceProposal(
                    type, gains.FirstOrDefault(each => each.Lever == type.Lever)?.Gain,
                    ServicePromise.CapacityOf(type, capacities.FirstOrDefault(each => each.Type == type))))
                .OrderByDescending(proposal => proposal.IsOffered)
                .ThenByDescending(proposal => proposal.BarrierGain ?? 0)
                .ThenBy(proposal => proposal.Type.Value),
        ];
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServiceProposal {{ Type = {Type}, BarrierGain = {BarrierGain}, IsOffered = {IsOffered} }}");
}
