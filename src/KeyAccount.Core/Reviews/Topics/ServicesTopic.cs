using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Needs;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Services;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of services: our work for the account between orders, its cost and its effect, and what to offer next.</summary>
internal sealed class ServicesTopic() : AccountTopic(ReviewTopic.Services)
{
    private const decimal MostAmount = 1e12m;
    private const decimal MostRate = 1e9m;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("serviceOrders[].hours", "hours"),
        new("serviceOrders[].responseHours", "hours"),
        new("serviceOrders[].downtimeHours", "hours"),
        new("serviceOrders[].downtimeAvoidedHours", "hours"),
        new("serviceContracts[].terms.hoursPerYear", "hours a year"),
        new("serviceContracts[].terms.feePerHour", "currency an hour"),
        new("serviceContracts[].terms.bonus", "fraction a tenth of a point"),
        new("serviceContracts[].terms.malus", "fraction a tenth of a point"),
        new("serviceStock[].meanPerWeek", "units a week"),
        new("serviceStock[].deviationPerWeek", "units a week"),
        new("serviceStock[].leadWeeks", "weeks"),
        new("serviceStock[].reviewWeeks", "weeks"),
        new("serviceStock[].onHand", "units"),
        new("serviceStock[].onOrder", "units"),
        new("serviceCapacities[].hoursPerMonth", "hours a month"),
        new("serviceCapacities[].neededPerMonth", "hours a month"),
        new("serviceSite.operatingHoursPerYear", "hours a year"),
        new("serviceSite.downtimeCostPerHour", "currency an hour"),
    ];

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.ServicePackages, (m, value) => m with { ServicePackages = value }),
        ModelSlot.Of(m => m.ServiceMaturity, (m, value) => m with { ServiceMaturity = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        RefuseNull($"{path}.serviceOrders", account.ServiceOrders, faults);
        RefuseNull($"{path}.serviceCapacities", account.ServiceCapacities, faults);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < account.ServiceOrders.Count; i++)
        {
            if (account.ServiceOrders[i] is not { } order)
                continue;
            if (order.Id is { } id && Portfolio.FaultOf(id, ids) is { } fault)
                faults.Add(new(Invariant($"{path}.serviceOrders[{i}].id"), fault));
            if (order.Date > asOf)
            {
                faults.Add(new(
                    Invariant($"{path}.serviceOrders[{i}].date"),
                    Invariant($"it is {order.Date:R}; it must be {asOf:R} (the day of the facts) or earlier")));
            }
        }

        Portfolio.CheckIds($"{path}.serviceContracts", account.ServiceContracts.Select(each => each?.Id), faults);
        for (var i = 0; i < account.ServiceContracts.Count; i++)
        {
            Portfolio.Fits(
                Invariant($"{path}.serviceContracts[{i}].outcomes"), account.ServiceContracts[i]?.Outcomes.Count ?? 0, faults);
            foreach (var fault in account.ServiceContracts[i]?.Faults() ?? [])
            {
                faults.Add(fault.Split(" is ", 2) is [var member, var rest]
                    ? new(Invariant($"{path}.serviceContracts[{i}].{member}"), $"it is {rest}")
                    : new(Invariant($"{path}.serviceContracts[{i}]"), fault));
            }
        }

        Portfolio.CheckIds($"{path}.serviceStock", account.ServiceStock.Select(each => each?.Item), faults, "item");
        Portfolio.CheckIds(
            $"{path}.serviceCapacities", account.ServiceCapacities.Where(each => each is not null).Select(each => each.Type.Name), faults,
            "type");
    }

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted with
    {
        ServiceOrders =
        [
            .. account.ServiceOrders.Select((order, i) => order with
            {
                Cost = converter.Within(order.Cost, null, order.Date, Invariant($"serviceOrders[{i}].cost"), MostAmount),
                Price = converter.Within(order.Price, null, order.Date, Invariant($"serviceOrders[{i}].price"), MostAmount),
            }),
        ],

        // What a contract brings and what downtime costs is still to come.
        ServiceContracts =
        [
            .. account.ServiceContracts.Select((contract, i) => contract with
            {
                AnnualFee = converter.Within(
                    contract.AnnualFee, null, converter.AsOf, Invariant($"serviceContracts[{i}].annualFee"), MostAmount),
                AnnualCost = converter.Within(
                    contract.AnnualCost, null, converter.AsOf, Invariant($"serviceContracts[{i}].annualCost"), MostAmount),
                Terms = contract.Terms is not { } terms ? null : terms with
                {
                    FeePerHour = converter.Within(
                        terms.FeePerHour, null, converter.AsOf, Invariant($"serviceContracts[{i}].terms.feePerHour"), MostRate),
                },
            }),
        ],
        ServiceSite = account.ServiceSite is not { } site ? null : site with
        {
            DowntimeCostPerHour = converter.Within(
                site.DowntimeCostPerHour, null, converter.AsOf, "serviceSite.downtimeCostPerHour", MostRate),
        },
    };

    // What is done for a member is done for the group, and what we can do for its members adds up; the equipment is each member's own.
    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        ServiceOrders =
        [
            .. group.Head.ServiceOrders,
            .. group.Members.SelectMany(member => member.ServiceOrders.Select(
                order => order with { Id = AccountGroup.QualifyKnown(member, order.Id) })),
        ],
        ServiceContracts =
        [
            .. group.Head.ServiceContracts,
            .. group.Members.SelectMany(member => member.ServiceContracts.Select(
                contract => contract with { Id = AccountGroup.Qualify(member, contract.Id) })),
        ],
        ServiceStock =
        [
            .. group.Head.ServiceStock,
            .. group.Members.SelectMany(member => member.ServiceStock.Select(
                item => item with { Item = AccountGroup.Qualify(member, item.Item) })),
        ],
        ServiceCapacities =
        [
            .. group.Head.ServiceCapacities.Concat(group.Members.SelectMany(member => member.ServiceCapacities))
                .GroupBy(each => each.Type).OrderBy(same => same.Key.Value).Select(same => Sum([.. same])),
        ],
    };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        if (account.Services is not { IsEmpty: false } record)
            return review;
        var value = review.Value.Score is { } score ? AccountValue.Pyramid.Of(score) : null;
        return review with
        {
            Services = ServiceReview.Of(
                record,
                models.Service.Decide(new() { Tier = review.Tier.Tier, Value = value }).Advice,
                new() { Tier = review.Tier.Tier, Stage = review.Development?.Stage, Value = value },
                [.. review.Levers.Select(lever => new LeverGain(lever.Lever, lever.Gain))],
                review.AsOf, models.ServicePackages, models.ServiceMaturity),
        };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => review.Services is not { } services ? facts
        : facts with { RepairShare = services.RepairShare, ServiceToOffer = services.BestOffer?.Type };

    internal override bool IsKnown(AccountReview review) => review.Services is not null;

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table.Rule(
        "fireFighting", f => f.Tier == AccountTier.A && f.RepairShare > ServiceCatalogue.FireFightingAbove,
        new(Topic, 0.05m, null, FindingKind.Weakness),
        arguments: f => [100 * f.RepairShare],
        provenance: AccountFindings.Watching);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "fireFighting.offer",
            f => f.Topic == ReviewTopic.Services && f.Kind == FindingKind.Weakness && f.Account.ServiceToOffer != null,
            new(ActionKind.OfferService, ActionOwner.ServiceManager, 60),
            AccountActions.What("offerService"),
            arguments: f => [f.Account.ServiceToOffer, f.Account.ServiceToOffer?.Lever])
        .Rule(
            "fireFighting.capacity",
            f => f.Topic == ReviewTopic.Services && f.Kind == FindingKind.Weakness && f.Account.ServiceToOffer == null,
            new(ActionKind.OfferService, ActionOwner.ServiceManager, 60),
            AccountActions.What("findCapacity"));

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Services is not { } services ? null
        : reader.Joined(
        services.Maturity is { IsDecided: true } maturity ? maturity.Advice?.DisplayName(reader.Language) : null,
        services.RepairShare is { } repair ? reader.Text("repairShare", TopicReader.Number(100 * repair, "0")) : null,
        services.Contracts.Count == 0 ? null : reader.Text("serviceContracts", services.Contracts.Count));

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Services is { } services
            && ServiceDocuments.Of(services, reader.Currency, new(reader.Language)).ToArray() is { Length: > 0 } blocks)
        {
            yield return new(reader.Text("services"), blocks);
        }
    }

    private static void RefuseNull<T>(string path, IReadOnlyList<T> items, List<ModelFault> faults)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
                faults.Add(new(Invariant($"{path}[{i}]"), "it is null; it must be an object"));
        }
    }

    private static ServiceCapacity Sum(IReadOnlyList<ServiceCapacity> same) => same.Count == 1 ? same[0] : same[0] with
    {
        HoursPerMonth = Math.Min(100_000, same.Sum(each => each.HoursPerMonth)),
        NeededPerMonth = same.Any(each => each.NeededPerMonth is null) ? null
            : Math.Min(100_000, same.Sum(each => each.NeededPerMonth!.Value)),
    };
}

public sealed partial class ReviewTopic
{
    /// <summary>Our work for the account between orders.</summary>
    public static readonly ReviewTopic Services = new(37);
}

public sealed partial record ReviewModels
{
    /// <summary>The table of the services due to an account.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<ServicePackageFacts, ServicePackage> ServicePackages { get; init => field = Guard.NotNull(value); } =
        ServiceCatalogue.Standard;

    /// <summary>The table of the maturity of an account's service.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<ServiceMaturityFacts, ServiceMaturity> ServiceMaturity { get; init => field = Guard.NotNull(value); } =
        ServiceCatalogue.Maturity;
}

public sealed partial record AccountFile
{
    /// <summary>Our service orders for the account, in any order.</summary>
    [JsonPropertyOrder(370)]
    public IReadOnlyList<ServiceOrder> ServiceOrders { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<ServiceOrder>.Empty;

    /// <summary>The contracts under which we serve it.</summary>
    [JsonPropertyOrder(371)]
    public IReadOnlyList<ServiceContract> ServiceContracts { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<ServiceContract>.Empty;

    /// <summary>The stock that we keep there.</summary>
    [JsonPropertyOrder(372)]
    public IReadOnlyList<ConsignmentStock> ServiceStock { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<ConsignmentStock>.Empty;

    /// <summary>Our capacity for each service for the account, each service once.</summary>
    [JsonPropertyOrder(373)]
    public IReadOnlyList<ServiceCapacity> ServiceCapacities { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<ServiceCapacity>.Empty;

    /// <summary>The demands on its equipment; null if nothing is known about them.</summary>
    [JsonPropertyOrder(374)]
    public ServiceSite? ServiceSite { get; init; }

    [JsonIgnore]
    internal ServiceRecord Services => new()
    {
        Orders = ServiceOrders, Contracts = ServiceContracts, Stock = ServiceStock, Capacities = ServiceCapacities, Site = ServiceSite,
    };
}

public sealed partial record AccountReview
{
    /// <summary>Our work for the account between orders; null if nothing is known about it.</summary>
    [JsonPropertyOrder(370)]
    public ServiceReview? Services { get; init; }

    // An account that names no currency has all amounts in one.
    private const string OwnCurrency = "own";

    // What keeps the equipment from running as promised is a need that a service answers.
    internal Need? DowntimeNeed(AccountFile account) =>
        Services is not { ExcessDowntime: > 0 and var excess, Promise.Package.Availability: { } promised }
            || account.ServiceSite is not { OperatingHoursPerYear: { } operating }
            ? null
            : new()
            {
                Id = "downtime",
                Expectation = new() { Value = ScoreRounding.Round((1 - promised) * operating), Unit = "h" },
                Today = new() { Value = ScoreRounding.Round(((1 - promised) * operating) + excess), Unit = "h" },
                Direction = NeedDirection.Lower,
                Worth = account.ServiceSite.DowntimeCostPerHour is { } rate
                    ? [new() { PerUnit = rate, Currency = account.Currency ?? OwnCurrency }] : [],
            };
}

public sealed partial record ReviewFacts
{
    /// <summary>The share of repair in the service of the last twelve months, as a fraction; null if nothing was measured.</summary>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? RepairShare { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The next service to offer, for which we have the capacity; null if there is none.</summary>
    public ServiceType? ServiceToOffer { get; init; }
}
