using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The review of the service to an account: promises, mix, profit, effects, and what to offer next.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ServiceReview
{
    /// <summary>The number of quarters shown for the mix over time: two years. Provenance: <c>LibraryDefault</c>.</summary>
    public const int Quarters = 8;

    /// <summary>The promise to the account; null if no standard is known.</summary>
    public ServicePromise? Promise { get; init; }

    /// <summary>The reason why the account is due these services; null if no rule gives one.</summary>
    public Decision<ServicePackage>? Package { get; init; }

    /// <summary>The mix of the last twelve months; null if there was no service.</summary>
    public ServiceMix? Mix { get; init; }

    /// <summary>The mix by quarter, the oldest first; empty if there was no service.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ServiceMix> MixByQuarter { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceMix>.Empty;

    /// <summary>Whether the service moves from repair to prevention; null if fewer than two quarters had service.</summary>
    public ServiceShift? Shift { get; init; }

    /// <summary>The maturity of the service; null if nothing was measured.</summary>
    public Decision<ServiceMaturity>? Maturity { get; init; }

    /// <summary>The profit of the last twelve months by service, then of all together; empty if there was no service.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ServiceProfit> Profit { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceProfit>.Empty;

    /// <summary>The availability of the last twelve months; null if not known, or nothing failed.</summary>
    public EquipmentAvailability? Availability { get; init; }

    /// <summary>The hours of downtime of the last twelve months beyond what the promised availability allows; 0 if there were none. Null if
    /// not known.</summary>
    public double? ExcessDowntime { get; init; }

    /// <summary>The cost of those hours to the customer; null if not known.</summary>
    public decimal? ExcessDowntimeCost { get; init; }

    /// <summary>Whether each promise can be kept.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PromiseCheck> Checks { get; init => field = ValueList.Of(value ?? []); } = ValueList<PromiseCheck>.Empty;

    /// <summary>The services to offer next, the best first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ServiceProposal> Proposals { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceProposal>.Empty;

    /// <summary>The contracts in force.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ServiceContract> Contracts { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceContract>.Empty;

    /// <summary>Our stock at the customer.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ConsignmentStock> Stock { get; init => field = ValueList.Of(value ?? []); } = ValueList<ConsignmentStock>.Empty;

    /// <summary>The share of repair in the last twelve months, as a fraction; null if nothing was measured.</summary>
    [JsonIgnore]
    public double? RepairShare => Mix?.RepairShare;

    /// <summary>The best service that may be offered; null if there is none.</summary>
    [JsonIgnore]
    public ServiceProposal? BestOffer => Proposals.FirstOrDefault(proposal => proposal.IsOffered);

    /// <summary>Reviews the service for an account.</summary>
    /// <param name="account">The service record of the account.</param>
    /// <param name="standard">The service standard of the account; null if none is known.</param>
    /// <param name="facts">The facts that decide the services of the account.</param>
    /// <param name="gains">The gain in barrier of each lever; empty if not known.</param>
    /// <param name="asOf">The reference date; later orders are left out.</param>
    /// <param name="packages">The table of services due; null for <see cref="ServiceCatalogue.Standard"/>.</param>
    /// <param name="maturity">The table of maturity; null for <see cref="ServiceCatalogue.Maturity"/>.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException">An argument other than the standard and the tables is null.</exception>
    /// <exception cref="ArgumentException">An entry of a list is null, a service has two capacities, or the date is of another calendar
    /// than ISO.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is too early for two years before it.</exception>
    /// <exception cref="OverflowException">The day is so late that its quarter leaves the calendar.</exception>
    public static ServiceReview Of(
        ServiceRecord account, ServiceStandard? standard, ServicePackageFacts facts, IReadOnlyList<LeverGain> gains, LocalDate asOf,
        DecisionTable<ServicePackageFacts, ServicePackage>? packages = null,
        DecisionTable<ServiceMaturityFacts, ServiceMaturity>? maturity = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(gains);
        Guard.Iso(asOf);
        var package = (packages ?? ServiceCatalogue.Standard).Decide(facts);
        var promise = standard is { } known && package.Advice is { } due ? new ServicePromise(known, due) : null;
        var until = asOf.PlusDays(1);
        var orders = account.Orders.Where(order => order.Date <= asOf).ToArray();
        var year = orders.Where(order => order.Date >= until.PlusMonths(-12)).ToArray();
        var contracts = account.Contracts.Where(contract => contract.IsInForceOn(asOf)).ToArray();
        var mix = year.Length == 0 ? null : ServiceMix.Of(year, until.PlusMonths(-12), asOf);
        var quarters = orders.Any(order => order.Date >= until.PlusMonths(-3 * Quarters))
            ? ServiceMix.ByQuarter(orders, asOf, Quarters, mix?.Measure) : [];
        var downtime = year.Any(order => order.DowntimeHours is not null) ? year.Sum(order => order.DowntimeHours ?? 0) : (double?)null;
        var excess = account.Site?.OperatingHoursPerYear is { } operating && promise?.Package.Availability is { } promised
            && downtime is { } still ? ScoreRounding.Round(Math.Max(0, still - ((1 - promised) * operating))) : (double?)null;
        ServiceType[] used = [.. orders.Where(order => order.Date >= until.PlusMonths(-3 * Quarters)).Select(order => order.Type)
            .Concat(contracts.Select(contract => contract.Type)).Concat(account.Stock.Count > 0 ? [ServiceType.Vmi] : []).Distinct()];
        return new()
        {
            Promise = promise,
            Package = package.IsDecided ? package : null,
            Mix = mix,
            MixByQuarter = quarters,
            Shift = ServiceShift.Of(quarters),
            Maturity = mix is { RepairShare: not null } && (maturity ?? ServiceCatalogue.Maturity).Decide(
                new() { RepairShare = mix.RepairShare, ValueAddingShare = mix.ValueAddingShare }) is { IsDecided: true } decided
                ? decided : null,
            Profit = year.Length == 0 ? [] : ServiceProfit.Of(year, account.Site?.DowntimeCostPerHour),
            Availability = AvailabilityOf(year, account.Site?.OperatingHoursPerYear, downtime),
            ExcessDowntime = excess,
            ExcessDowntimeCost = excess is { } hours && account.Site?.DowntimeCostPerHour is { } rate ? (decimal)hours * rate : null,
            Checks = promise is null || !account.StatesAbility ? [] : promise.Check(
                account.Capacities, ResponseOf(year), ReachedOf(account.Site?.OperatingHoursPerYear, downtime), StockOf(account.Stock)),
            Proposals = promise is null ? [] : ServiceProposal.Rank(promise.Types, used, gains, account.Capacities),
            Contracts = contracts,
            Stock = account.Stock,
        };
    }

    // The slowest answer counts: who waits longest was promised the same.
    private static double? ResponseOf(IReadOnlyList<ServiceOrder> orders) => orders.Max(order => order.ResponseHours);

    private static double? StockOf(IReadOnlyList<ConsignmentStock> stock) =>
        stock.Count == 0 || stock.Any(item => item.DaysOnHand is null) ? null : stock.Min(item => item.DaysOnHand);

    private static double? ReachedOf(double? operating, double? downtime) =>
        operating is { } hours && downtime is { } still && still <= hours
        ? ScoreRounding.Round((hours - still) / hours) : null;

    private static EquipmentAvailability? AvailabilityOf(IReadOnlyList<ServiceOrder> orders, double? operating, double? downtime)
    {
        var failures = orders.Count(order => order.Type == ServiceType.Repair && order.DowntimeHours > 0);
        return failures > 0 && operating is { } hours && downtime is { } still && still < hours
            ? EquipmentAvailability.Observed(hours, still, failures) : null;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The share of repair, the maturity and the best offer.</returns>
    public override string ToString() =>
        Invariant($"ServiceReview {{ RepairShare = {RepairShare}, Maturity = {Maturity?.Advice}, BestOffer = {BestOffer?.Type} }}");
}
