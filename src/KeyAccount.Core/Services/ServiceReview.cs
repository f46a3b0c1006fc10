using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>What an account is promised, what we do for it, what that costs and moves, and what to offer next.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ServiceReview
{
    /// <summary>How many quarters the mix over time shows: two years. Provenance: <c>LibraryDefault</c>.</summary>
    public const int Quarters = 8;

    /// <summary>What the account is promised; null where no standard is known.</summary>
    public ServicePromise? Promise { get; init; }

    /// <summary>Why the account is due these services; null where no rule says so.</summary>
    public Decision<ServicePackage>? Package { get; init; }

    /// <summary>The mix of the last twelve months; null where there was no service.</summary>
    public ServiceMix? Mix { get; init; }

    /// <summary>The mix by quarter, the oldest first; empty where there was no service.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ServiceMix> MixByQuarter { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceMix>.Empty;

    /// <summary>Whether the service moves from repair to prevention; null where fewer than two quarters had service.</summary>
    public ServiceShift? Shift { get; init; }

    /// <summary>How mature the service is; null where nothing was measured.</summary>
    public Decision<ServiceMaturity>? Maturity { get; init; }

    /// <summary>The profit of the last twelve months by service, then of all together; empty where there was no service.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ServiceProfit> Profit { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceProfit>.Empty;

    /// <summary>The availability of the last twelve months; null where it is not known, or nothing failed.</summary>
    public EquipmentAvailability? Availability { get; init; }

    /// <summary>The hours of downtime of the last twelve months beyond what the promised availability allows; 0 where there were none. Null
    /// where that is not known.</summary>
    public double? ExcessDowntime { get; init; }

    /// <summary>What those hours cost the customer; null where that is not known.</summary>
    public decimal? ExcessDowntimeCost { get; init; }

    /// <summary>Whether each promise can be kept.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PromiseCheck> Checks { get; init => field = ValueList.Of(value ?? []); } = ValueList<PromiseCheck>.Empty;

    /// <summary>What to offer next, the best first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ServiceProposal> Proposals { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceProposal>.Empty;

    /// <summary>The contracts in force.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ServiceContract> Contracts { get; init => field = ValueList.Of(value ?? []); } = ValueList<ServiceContract>.Empty;

    /// <summary>Our stock at the customer.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<ConsignmentStock> Stock { get; init => field = ValueList.Of(value ?? []); } = ValueList<ConsignmentStock>.Empty;

    /// <summary>The share of repair in the last twelve months, as a fraction; null where nothing was measured.</summary>
    [JsonIgnore]
    public double? RepairShare => Mix?.RepairShare;

    /// <summary>The best service that may be offered; null where there is none.</summary>
    [JsonIgnore]
    public ServiceProposal? BestOffer => Proposals.FirstOrDefault(proposal => proposal.IsOffered);

    /// <summary>Reviews the service for an account.</summary>
    /// <param name="account">What was done, agreed and stocked, and what we can do.</param>
    /// <param name="standard">The service standard of the account; null where none is known.</param>
    /// <param name="facts">What the services of the account depend on.</param>
    /// <param name="gains">By how much each lever raises the barrier; empty where nothing is known of it.</param>
    /// <param name="asOf">The day of the question; later orders are left out.</param>
    /// <param name="packages">Which services an account is due; null for <see cref="ServiceCatalogue.Standard"/>.</param>
    /// <param name="maturity">How mature a service is; null for <see cref="ServiceCatalogue.Maturity"/>.</param>
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
        ArgumentNullException.ThrowIfNull(facts);
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

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The share of repair, the maturity and the best offer.</returns>
    public override string ToString() =>
        Invariant($"ServiceReview {{ RepairShare = {RepairShare}, Maturity = {Maturity?.Advice}, BestOffer = {BestOffer?.Type} }}");
}
