using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The promise to an account: its service standard, and the services that fulfil it.</summary>
/// <remarks>
/// <para>The response time, the engineer days and the depth stand in the standard (<c>DifferentiatedService</c>), the services, the
/// availability and the stock in the package (<see cref="ServiceCatalogue.Standard"/>). The standard rules: a service that goes deeper is
/// not promised.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record ServicePromise
{
    /// <summary>A promise.</summary>
    /// <param name="standard">The service standard of the account.</param>
    /// <param name="package">The services of the account.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    [JsonConstructor]
    public ServicePromise(ServiceStandard standard, ServicePackage package)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(package);
        (Standard, Package) = (standard, package);
    }

    /// <summary>The service standard of the account.</summary>
    public ServiceStandard Standard { get; }

    /// <summary>The services of the account.</summary>
    public ServicePackage Package { get; }

    /// <summary>The services that are promised: those of the package that go no deeper than the standard.</summary>
    [JsonIgnore]
    public IReadOnlyList<ServiceType> Types =>
        [.. Package.Types.Where(type => Standard.Depth is { } depth && depth.IsAtLeast(type.Depth))];

    /// <summary>Checks each promise against what we can do.</summary>
    /// <param name="capacities">Our capacity for each service, each once; a service that is not listed has no capacity.</param>
    /// <param name="responseHours">Our response time in working hours; not negative. Null if not known.</param>
    /// <param name="availability">The availability that we reach, as a fraction; 0 … 1. Null if not known.</param>
    /// <param name="stockDays">The number of days for which our stock at the customer lasts; not negative. Null if not known.</param>
    /// <returns>One result for each service, then for the response, the availability and the stock, each with its reason. Nothing of
    /// availability or stock where none is promised.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A capacity is null, or a service is duplicated.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public IReadOnlyList<PromiseCheck> Check(
        IReadOnlyList<ServiceCapacity> capacities, double? responseHours = null, double? availability = null, double? stockDays = null)
    {
        Guard.NoNull(capacities);
        if (capacities.GroupBy(each => each.Type).FirstOrDefault(group => group.Skip(1).Any()) is { Key: var twice })
            throw new ArgumentException($"capacities has {twice} twice; each service must be given once.", nameof(capacities));
        if (availability is { } reached)
            Guard.Between(reached, 0, 1, nameof(availability));
        var able = capacities.ToDictionary(each => each.Type);
        return
        [
            .. Types.Select(type => CapacityOf(type, able.GetValueOrDefault(type))),
            PromiseCheck.Of(new(PromiseKind.Response, null, Standard.ResponseHours, responseHours)),
            .. Package.Availability is { } promised
                ? [PromiseCheck.Of(new(PromiseKind.Availability, null, 100 * promised, 100 * availability))]
                : (PromiseCheck[])[],
            .. Package.StockDays > 0
                ? [PromiseCheck.Of(new(PromiseKind.Stock, null, Package.StockDays, stockDays))]
                : (PromiseCheck[])[],
        ];
    }

    internal static PromiseCheck CapacityOf(ServiceType type, ServiceCapacity? capacity) => PromiseCheck.Of(
        new(PromiseKind.Capacity, type, capacity?.NeededPerMonth ?? 0, capacity?.HoursPerMonth));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The depth and the services.</returns>
    public override string ToString() => Invariant(
        $"ServicePromise {{ Depth = {Standard?.Depth}, ResponseHours = {Standard?.ResponseHours}, Package = {Package} }}");
}
