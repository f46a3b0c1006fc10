using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>One account as of a date: where it stands, why, and what would bring it further.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record AccountReview
{
    /// <summary>The account.</summary>
    [JsonRequired]
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    [JsonRequired]
    public required string Name { get; init; }

    /// <summary>The date of the facts.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init; }

    /// <summary>What it buys in a year; null where that is not known.</summary>
    public decimal? AnnualPurchases { get; init; }

    /// <summary>Its rank by those purchases, from 1; null where they are not known.</summary>
    public int? Rank { get; init; }

    /// <summary>Its tier by revenue among the accounts of the portfolio (Pareto); null where the purchases are not known.</summary>
    public AccountTier? RevenueTier { get; init; }

    /// <summary>Whether it buys more or less than before, and since when nothing; null where no purchases by month are known.</summary>
    public PurchaseTrend? Trend { get; init; }

    /// <summary>What it is worth, with reasons.</summary>
    public required Assessment<AccountTier> Value { get; init; }

    /// <summary>What a review over time makes of that band; null where there is no band and never was one.</summary>
    public required TierStep<AccountTier> Stability { get; init; }

    /// <summary>The tier that counts: an override in force, else the tier of <see cref="Stability"/>.</summary>
    public required EffectiveTier<AccountTier> Tier { get; init; }

    /// <summary>The next better band, where there is one.</summary>
    public AccountTier? NextBand { get; init; }

    /// <summary>What changes of its facts lead to <see cref="NextBand"/>, the cheapest first: each fact alone, or two or three together
    /// where none alone is enough; then what to learn, or the cap that stands in the way.</summary>
    public IReadOnlyList<FactPath> Paths { get; init => field = ValueList.Of(value ?? []); } = ValueList<FactPath>.Empty;

    /// <summary>Facts that are possible and unlikely, or that contradict each other.</summary>
    public IReadOnlyList<FactWarning> Warnings { get; init => field = ValueList.Of(value ?? []); } = ValueList<FactWarning>.Empty;

    /// <summary>The relationship in its three dimensions; null where nothing is known of any.</summary>
    public OkeProfile? Oke { get; init; }

    /// <summary>What the relationship is made of; null where nothing is known of it.</summary>
    public Assessment<RelationshipStrength>? Relationship { get; init; }

    /// <summary>Where each person stands, those with the most influence first.</summary>
    public IReadOnlyList<PersonReview> People { get; init => field = ValueList.Of(value ?? []); } = ValueList<PersonReview>.Empty;

    /// <summary>What the map of the people says; null where nobody is known.</summary>
    public StakeholderReview? Stakeholders { get; init; }

    /// <summary>How far the account has developed; null where nothing is known of it.</summary>
    public StageStanding? Development { get; init; }

    /// <summary>In which period of its life the relationship is; null where nothing is known of it.</summary>
    public PeriodStanding? Lifecycle { get; init; }

    /// <summary>How high the barrier around the customer is; null where nothing is known of it.</summary>
    public Assessment<BarrierLevel>? SwitchingCost { get; init; }

    /// <summary>How high the barrier against the competitor is; null where nothing is known of it.</summary>
    public Assessment<BarrierLevel>? CompetitorBarrier { get; init; }

    /// <summary>The levers of the barrier, the one that raises it most first.</summary>
    public IReadOnlyList<LeverStanding> Levers { get; init => field = ValueList.Of(value ?? []); } = ValueList<LeverStanding>.Empty;

    /// <summary>Whether to raise the barrier, keep it, or relieve the customer; null where neither barrier nor satisfaction is
    /// known.</summary>
    public Decision<BarrierAdvice>? BarrierAdvice { get; init; }

    /// <summary>What a change of supplier would cost in money; null where no amounts are known.</summary>
    public SwitchingCostInMoney? SwitchingCostInMoney { get; init; }

    /// <summary>Our share of what it spends; null where no wallet is known.</summary>
    public WalletShares? ShareOfWallet { get; init; }

    /// <summary>How loyal it is, with reasons; null where nothing is known of it.</summary>
    public Assessment<LoyaltyLevel>? Loyalty { get; init; }

    /// <summary>Whether that is loyalty, or something that looks like it; null where nothing is known of it.</summary>
    public Decision<LoyaltyType>? LoyaltyType { get; init; }

    /// <summary>What to build its loyalty on; null where nothing is known of it.</summary>
    public Decision<LoyaltyStrategy>? LoyaltyStrategies { get; init; }

    /// <summary>How satisfied it is; null where that is not known.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>Its complaints that are open, each with its deadlines, the oldest first.</summary>
    public IReadOnlyList<ComplaintReview> Complaints { get; init => field = ValueList.Of(value ?? []); } = ValueList<ComplaintReview>.Empty;

    /// <summary>The contract that binds it on that date, of several the one that ends last; null where there is none.</summary>
    public Contract? Contract { get; init; }

    /// <summary>How we stand towards a wish for a lower price, with the reason; null where tier, barrier and price sensitivity are all
    /// unknown.</summary>
    public Decision<PostureAdvice>? Posture { get; init; }

    /// <summary>Each quotation with its floor, approvals and advice.</summary>
    public IReadOnlyList<PriceReview> Quotes { get; init => field = ValueList.Of(value ?? []); } = ValueList<PriceReview>.Empty;

    /// <summary>How much of the account is at stake: the band of the largest part of its purchases that one finding puts at stake; null
    /// where nothing is known by which that could be told.</summary>
    [JsonInclude]
    public RiskLevel? Risk { get; internal set; }

    /// <summary>What there is to say, what puts most money at stake first.</summary>
    [JsonInclude]
    public IReadOnlyList<Finding> Findings { get; internal set => field = ValueList.Of(value ?? []); } = ValueList<Finding>.Empty;

    /// <summary>What to do, at most <see cref="AccountActions.Most"/>, in the order of the findings they answer.</summary>
    [JsonInclude]
    public IReadOnlyList<ReviewAction> Actions { get; internal set => field = ValueList.Of(value ?? []); } = ValueList<ReviewAction>.Empty;

    /// <summary>What findings ask for and the table of another room forbids.</summary>
    [JsonInclude]
    public IReadOnlyList<ForbiddenAction> Forbidden { get; internal set => field = ValueList.Of(value ?? []); } =
        ValueList<ForbiddenAction>.Empty;

    /// <summary>The money at stake: the largest of its findings, because they are shares of the same money; null where none is known in
    /// money.</summary>
    [JsonIgnore]
    public decimal? AtStake => Findings.Max(finding => finding.AtStake);

    /// <summary>The tier it stands under in a portfolio: the one that counts, and where none counts that by revenue.</summary>
    [JsonIgnore]
    public AccountTier? ListedTier => Tier.Tier ?? RevenueTier;

    /// <summary>What we do not know: the topics of <see cref="ReviewTopic.Covered"/> that are not known.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReviewTopic> Unknown => [.. ReviewTopic.Covered.Where(topic => !IsKnown(topic))];

    /// <summary>Whether enough is known of a topic for the room to judge it.</summary>
    /// <param name="topic">The topic.</param>
    /// <returns>True where the room has given an answer; of contracts and quotations, where there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="topic"/> is null.</exception>
    public bool IsKnown(ReviewTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic == ReviewTopic.Purchases ? AnnualPurchases is not null
            : topic == ReviewTopic.Trend ? Trend is { Change: not null } or { LongestPause: not null }
            : topic == ReviewTopic.AccountValue ? Value.IsRated
            : topic == ReviewTopic.Relationship ? Oke is { Score.IsRated: true }
            : topic == ReviewTopic.Stakeholders ? Stakeholders is { Support.Value: not null }
            : topic == ReviewTopic.Development ? Development?.Stage is not null || Lifecycle?.Period is not null
            : topic == ReviewTopic.SwitchingCost ? SwitchingCost is { IsRated: true }
            : topic == ReviewTopic.CompetitorBarrier ? CompetitorBarrier is { IsRated: true }
            : topic == ReviewTopic.Loyalty ? Loyalty is { IsRated: true }
            : topic == ReviewTopic.Satisfaction ? Satisfaction is not null
            : topic == ReviewTopic.Contract ? Contract is not null
            : Quotes.Count > 0;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Who is reviewed, as of when, and where the account stands; not the whole review.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
$"AccountReview {{ Id = {Id}, Name = {Name}, AsOf = {AsOf:R}, Tier = {ListedTier}, Risk = {Risk}, "
        + $"Findings = {Findings.Count}, Actions = {Actions.Count} }}");

    /// <summary>Writes the review as a JSON object.</summary>
    /// <param name="json">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonSerializer.Serialize(json, this, ReviewJson.Default.AccountReview);
    }
}
