using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What is known about one account as of a date. Everything but its id may be unknown.</summary>
/// <remarks>Immutable; equal when every part is. Amounts are in the currency of its portfolio.</remarks>
public sealed record AccountFile
{
    /// <summary>The stable identifier of the account, unique in the portfolio; not blank.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it; null or blank where that is its id.</summary>
    public string? Name { get; init; }

    internal string? KnownName => string.IsNullOrWhiteSpace(Name) ? null : Name;

    /// <summary>The date of the facts; null where it is that of the portfolio.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? AsOf { get; init; }

    /// <summary>The kind of industry it is in.</summary>
    public CustomerIndustry? Industry { get; init; }

    /// <summary>How far the cooperation has come.</summary>
    public CooperationStage? CooperationStage { get; init; }

    /// <summary>How it decides.</summary>
    public DecisionMode? DecisionMode { get; init; }

    /// <summary>What its value is judged by. Where the annual purchases are not known they are taken from
    /// <see cref="Purchases"/>.</summary>
    public AccountValueFacts? Value { get; init; }

    /// <summary>What it bought from us, month by month, in any order; a month that is left out between the first and the last is one
    /// without purchases.</summary>
    public IReadOnlyList<MonthlyPurchases> Purchases { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<MonthlyPurchases>.Empty;

    /// <summary>What can be observed between the companies.</summary>
    public OrganisationFacts? Organisation { get; init; }

    /// <summary>The elements of the climate.</summary>
    public ExtensiveFacts? Extensive { get; init; }

    /// <summary>What the relationship is made of: trust, interest, emotion.</summary>
    public RelationshipFacts? Relationship { get; init; }

    /// <summary>What a change of supplier would cost it, by facet.</summary>
    public SwitchingCostFacts? SwitchingCost { get; init; }

    /// <summary>The same in money.</summary>
    public IReadOnlyList<SwitchingCostEntry> SwitchingCostAmounts { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<SwitchingCostEntry>.Empty;

    /// <summary>What keeps the competitor out.</summary>
    public CompetitorBarrierFacts? CompetitorBarrier { get; init; }

    /// <summary>What it spends, with us and in all, by category.</summary>
    public IReadOnlyList<CategorySpend> Wallet { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<CategorySpend>.Empty;

    /// <summary>What its loyalty shows in. Where the share of wallet is not given it is taken from <see cref="Wallet"/>.</summary>
    public LoyaltyFacts? Loyalty { get; init; }

    /// <summary>How satisfied it is; null where that is not known.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>What it has complained about, closed cases too, in any order.</summary>
    public IReadOnlyList<Complaint> Complaints { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Complaint>.Empty;

    /// <summary>The people we deal with.</summary>
    public IReadOnlyList<Contact> Contacts { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Contact>.Empty;

    /// <summary>What binds and divides the people there.</summary>
    public IReadOnlyList<Tie> Ties { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Tie>.Empty;

    /// <summary>What its stage of development is told by.</summary>
    public DevelopmentFacts? Development { get; init; }

    /// <summary>What its period of life is told by.</summary>
    public LifecycleFacts? Lifecycle { get; init; }

    /// <summary>Who else supplies it.</summary>
    public IReadOnlyList<Competitor> Competitors { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Competitor>.Empty;

    /// <summary>Its contracts with us.</summary>
    public IReadOnlyList<Contract> Contracts { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Contract>.Empty;

    /// <summary>What we have offered it, or are about to. Tier, barrier and price sensitivity that a quotation leaves out are those of the
    /// review.</summary>
    public IReadOnlyList<Quotation> Quotes { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Quotation>.Empty;

    /// <summary>Its tier as the last review left it; null before the first.</summary>
    public TierState<AccountTier>? TierState { get; init; }

    /// <summary>Tiers that people have set, past ones too.</summary>
    public IReadOnlyList<TierOverride<AccountTier>> TierOverrides { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<TierOverride<AccountTier>>.Empty;

    /// <summary>What it bought in the last twelve months that were over on a date.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The sum; null where no purchases are known at all.</returns>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public decimal? PurchasesInYearTo(LocalDate asOf)
    {
        if (Purchases.Count == 0)
            return null;
        var next = asOf.PlusDays(1).ToYearMonth();
        var first = next.OnDayOfMonth(1).PlusMonths(-12).ToYearMonth();
        return Purchases.Where(each => each.Month >= first && each.Month < next).Sum(each => each.Amount);
    }

    /// <summary>The contract that binds it on a date: of those in force with an end and a number of units, the one that ends
    /// last.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The contract; null where there is none.</returns>
    public SupplyContract? SupplyContractOn(LocalDate asOf) => Contracts
        .Where(each => each is { Units: > 0, Until: not null } && each.From <= asOf && asOf <= each.Until && each.From <= each.Until)
        .OrderByDescending(each => each.Until)
        .ThenBy(each => each.Id, StringComparer.Ordinal)
        .Select(each => new SupplyContract(each.From, each.Until!.Value, each.Units!.Value))
        .FirstOrDefault();

    /// <summary>The contract that binds it on a date, whatever it is about: of those in force the one that ends last, one without an end
    /// before all.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The contract; null where none is in force.</returns>
    public Contract? ContractOn(LocalDate asOf) => Contracts
        .Where(each => each.From <= asOf && !(each.Until < asOf))
        .OrderByDescending(each => each.Until ?? LocalDate.MaxIsoValue)
        .ThenBy(each => each.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The map of its people; a level that is not confirmed counts as not known.</summary>
    /// <param name="asOf">The date.</param>
    /// <param name="models">What the levels of the ladder mean; null for the library's own.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Evidence of a person is dated after <paramref name="asOf"/>.</exception>
    /// <exception cref="InvalidModelException">The people or their ties have faults; it holds all of them.</exception>
    public StakeholderMap MapAsOf(LocalDate asOf, StakeholderModels? models = null) =>
        new([.. Contacts.Select(contact => contact.AsOf(asOf))], Ties, models ?? new ReviewModels().Stakeholders, DecisionMode);

    /// <summary>The facts of its value, with the annual purchases from <see cref="Purchases"/> where they are not given.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public AccountValueFacts ValueAsOf(LocalDate asOf)
    {
        var facts = Value ?? new();
        return facts.AnnualPurchases is null ? facts with { AnnualPurchases = PurchasesInYearTo(asOf) } : facts;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Whose facts these are, as of when.</returns>
    public override string ToString() => Invariant(
        $"AccountFile {{ Id = {Id}, Name = {Name}, AsOf = {AsOf:R} }}");
}
