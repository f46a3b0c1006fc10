using System.Text.Json.Serialization;
using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>One account as of a date: where it stands, why, and what would bring it further.</summary>
/// <remarks>A value: immutable, and the same after a round trip through JSON; compared by reference, because it holds lists.</remarks>
public sealed class AccountReview
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

    /// <summary>Its place by those purchases, from 1; null where they are not known.</summary>
    public int? Rank { get; init; }

    /// <summary>Its tier by revenue among the accounts of the portfolio (Pareto); null where the purchases are not known.</summary>
    public AccountTier? RevenueTier { get; init; }

    /// <summary>What it is worth, with reasons.</summary>
    public required Assessment<AccountTier> Value { get; init; }

    /// <summary>What a review over time makes of that band; null where there is no band and never was one.</summary>
    public required TierStep<AccountTier> Stability { get; init; }

    /// <summary>The tier that counts: an override in force, else the tier of <see cref="Stability"/>.</summary>
    public required EffectiveTier<AccountTier> Tier { get; init; }

    /// <summary>The next better band, where there is one.</summary>
    public AccountTier? NextBand { get; init; }

    /// <summary>What each criterion alone can do towards <see cref="NextBand"/>, the shortest way first.</summary>
    public IReadOnlyList<Improvement> Paths { get; init => field = [.. value ?? []]; } = [];

    /// <summary>The relationship in its three dimensions; null where nothing is known of any.</summary>
    public OkeProfile? Oke { get; init; }

    /// <summary>What the relationship is made of; null where nothing is known of it.</summary>
    public Assessment<RelationshipStrength>? Relationship { get; init; }

    /// <summary>Where each person stands, those with the most influence first.</summary>
    public IReadOnlyList<PersonReview> People { get; init => field = [.. value ?? []]; } = [];

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
    public IReadOnlyList<LeverStanding> Levers { get; init => field = [.. value ?? []]; } = [];

    /// <summary>Whether to raise the barrier, keep it, or relieve the customer; null where neither barrier nor satisfaction is known.</summary>
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

    /// <summary>Each quotation with its floor, approvals and advice.</summary>
    public IReadOnlyList<PriceReview> Quotes { get; init => field = [.. value ?? []]; } = [];

    /// <summary>Writes the review as a JSON object.</summary>
    /// <param name="json">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonSerializer.Serialize(json, this, CoreJson.Default.AccountReview);
    }
}
