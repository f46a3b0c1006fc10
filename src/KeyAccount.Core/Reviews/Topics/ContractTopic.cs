using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of contracts: what is agreed, and until when.</summary>
internal sealed class ContractTopic() : AccountTopic(ReviewTopic.Contract)
{
    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("contracts[].units", "units"),
    ];

    internal override bool IsCovered => false;

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        Portfolio.CheckIds($"{path}.contracts", account.Contracts.Select(each => each?.Id), faults);
        foreach (var (contract, i) in account.Contracts.Select((contract, i) => (contract, i)))
        {
            if (contract?.Until < contract?.From)
            {
                faults.Add(new(
                    Invariant($"{path}.contracts[{i}].until"),
                    $"it is {LocalDatePattern.Iso.Format(contract.Until.Value)}; it must not be before from, "
                    + LocalDatePattern.Iso.Format(contract.From)));
            }
        }
    }

    internal override IEnumerable<string?> Currencies(AccountFile account) => account.Contracts.Select(each => each?.Currency);

    // What a contract is worth in a year is still to come.
    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted with
    {
        Contracts =
        [
            .. account.Contracts.Select((each, i) => each with
            {
                AnnualValue = converter.Of(each.AnnualValue, each.Currency, Invariant($"contracts[{i}].annualValue")), Currency = null,
            }),
        ],
    };

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        Contracts =
        [
            .. group.Head.Contracts,
            .. group.Members.SelectMany(
                member => member.Contracts.Select(each => each with { Id = AccountGroup.Qualify(member, each.Id) })),
        ],
    };

    // Of its own contracts and those of its groups it is bound by the one that ends last. A contract of a member does not bind the group.
    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var own = (account.Group?.Head ?? account).ContractOn(review.AsOf);
        if (account.Group?.Members.Sum(member => member.InForceOn(review.AsOf).Count()) is > 0 and var contracts)
            review = review with { MemberContracts = contracts };
        var ofGroup = account.GroupContracts.Where(each => each.Contract.IsInForceOn(review.AsOf))
            .OrderByDescending(each => each.Contract.Until ?? LocalDate.MaxIsoValue)
            .ThenBy(each => each.Group, StringComparer.Ordinal)
            .ThenBy(each => each.Contract.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        var isBoundByOwn = ofGroup is null
            || (own is not null && (own.Until ?? LocalDate.MaxIsoValue) >= (ofGroup.Contract.Until ?? LocalDate.MaxIsoValue));
        return isBoundByOwn
            ? own is null ? review : review with { Contract = own }
            : review with { Contract = ofGroup!.Contract, ContractGroup = ofGroup.Group };
    }

    // The end of a contract of the group is found and acted upon once, at the group.
    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review)
    {
        var own = review.ContractGroup is null ? review.Contract : null;
        return facts with
        {
            ContractEnd = own?.Until,
            ContractDaysLeft = own?.Until is { } until ? NodaTime.Period.DaysBetween(review.AsOf, until) : null,
            ContractValue = own?.AnnualValue ?? review.AnnualPurchases,
        };
    }

    internal override bool IsKnown(AccountReview review) => review.Contract is not null;

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "contractOpen", f => f.ContractDaysLeft <= AccountFindings.OpenContractDays && f.Barrier == BarrierLevel.Low,
            new(Topic, 0.6m, StakeBasis.ContractValue, FindingKind.Risk, FindingSubject.Contract),
            arguments: f => [f.ContractDaysLeft, f.Barrier])
        .Rule(
            "contractEnds", f => f.ContractDaysLeft <= AccountFindings.ContractDays && (f.Barrier == null || f.Barrier != BarrierLevel.Low),
            new(Topic, 0.2m, StakeBasis.ContractValue, FindingKind.Weakness, FindingSubject.Contract),
            arguments: f => [f.ContractDaysLeft, AccountFindings.Named(f.Barrier)],
            provenance: AccountFindings.Watching);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "contractOpen.renew",
            f => f.Topic == ReviewTopic.Contract && f.Kind == FindingKind.Risk,
            new(ActionKind.RenewContract, ActionOwner.SalesManager, 30),
            AccountActions.What("renew"),
            arguments: f => [f.Account.ContractDaysLeft])
        .Rule(
            "contractOpen.raise",
            f => f.Topic == ReviewTopic.Contract && f.Kind == FindingKind.Risk,
            new(ActionKind.RaiseBarrier, ActionOwner.TechnicalLead, 60),
            AccountActions.What("raise"),
            arguments: AccountActions.Lever)
        .Rule(
            "contractEnds.renew",
            f => f.Topic == ReviewTopic.Contract && f.Kind == FindingKind.Weakness,
            new(ActionKind.RenewContract, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("renew"),
            arguments: f => [f.Account.ContractDaysLeft]);

    internal override string? Summary(AccountReview review, TopicReader reader)
    {
        var members = review.MemberContracts is { } count ? reader.Text("ofMembers", count) : null;
        return review.Contract is not { } contract ? members : reader.Joined(
            contract.Id,
            contract.Until is { } until ? reader.Text("until", LocalDatePattern.Iso.Format(until)) : null,
            review.ContractGroup is { } group ? reader.Text("ofGroup", group) : null,
            members);
    }

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) =>
        stake.Subject == FindingSubject.Contract && review.Contract is { } contract ? [contract.Id] : [];
}

public sealed partial class ReviewTopic
{
    /// <summary>What is agreed, and until when.</summary>
    public static readonly ReviewTopic Contract = new(11);
}

public sealed partial class StakeBasis
{
    /// <summary>The yearly value of the contract, or the account's purchases if that is not known
    /// (<see cref="ReviewFacts.ContractValue"/>); value 3.</summary>
    public static readonly StakeBasis ContractValue = new(3, f => f.ContractValue);
}

public sealed partial record AccountFile
{
    /// <summary>Its contracts with us.</summary>
    [JsonPropertyOrder(110)]
    public IReadOnlyList<Contract> Contracts { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Contract>.Empty;

    /// <summary>Finds the contract that binds the account on a date: among those in force with an end and a number of units, the one that
    /// ends last.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The contract; null if there is none.</returns>
    public SupplyContract? SupplyContractOn(LocalDate asOf) => InForceOn(Guard.Iso(asOf))
        .Where(each => each is { Units: > 0, Until: not null } && each.From <= each.Until)
        .OrderByDescending(each => each.Until)
        .ThenBy(each => each.Id, StringComparer.Ordinal)
        .Select(each => new SupplyContract(each.From, each.Until!.Value, each.Units!.Value))
        .FirstOrDefault();

    /// <summary>Finds the contract that binds the account on a date, whatever its content: among those in force, one without an end first,
    /// otherwise the one that ends last.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The contract; null if none is in force.</returns>
    public Contract? ContractOn(LocalDate asOf) => InForceOn(Guard.Iso(asOf))
        .OrderByDescending(each => each.Until ?? LocalDate.MaxIsoValue)
        .ThenBy(each => each.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    internal IEnumerable<Contract> InForceOn(LocalDate asOf) => Contracts.Where(each => each?.IsInForceOn(asOf) == true);
}

public sealed partial record AccountReview
{
    /// <summary>The contract that binds the account on that date, the one that ends last if there are several; null if there is
    /// none.</summary>
    [JsonPropertyOrder(110)]
    public Contract? Contract { get; init; }

    /// <summary>The id of the group that has the contract; null if it is the account's own, or if there is none.</summary>
    [JsonPropertyOrder(111)]
    public string? ContractGroup { get; init; }

    /// <summary>The number of members' contracts in force; null if there are none, or if the account is not a group.</summary>
    [JsonPropertyOrder(112)]
    public int? MemberContracts { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The last day on which one of its own contracts binds the account; null if none does, or if one has no end.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? ContractEnd { get; init => field = Guard.Iso(value, nameof(ContractEnd)); }

    /// <summary>The number of days until then.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Days, Unbounded = "a contract that is over has ended days ago")]
    public int? ContractDaysLeft { get; init; }

    /// <summary>The yearly value of that contract; the account's purchases if that is not known.</summary>
    [FactRange(
        double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money,
        Unbounded = "it stands for the purchases where it is not known")]
    public decimal? ContractValue { get; init; }
}
