using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Records;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of loyalty: whether the customer wants to stay.</summary>
internal sealed class LoyaltyTopic() : AccountTopic(ReviewTopic.Loyalty)
{
    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.Loyalty, (m, value) => m with { Loyalty = value }),
        ModelSlot.Of(m => m.LoyaltyTypes, (m, value) => m with { LoyaltyTypes = value }),
        ModelSlot.Of(m => m.LoyaltyStrategies, (m, value) => m with { LoyaltyStrategies = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        // A category stands once as a whole, and once for each unit.
        Portfolio.CheckIds(
            $"{path}.wallet",
            account.Wallet.Select(each => each is not { Unit: { } unit } || string.IsNullOrWhiteSpace(each.Category) ? each?.Category
                : $"{each.Category} of {unit}"),
            faults, "category");
        for (var i = 0; i < account.Wallet.Count; i++)
        {
            RefuseBlank(account.Wallet[i]?.Unit, "unit", "what is not of one unit");
            RefuseBlank(account.Wallet[i]?.Supplier, "supplier", "a category that no competitor is known to supply");
            if (account.Wallet[i] is { BlockedUntil: not null, Block: null })
            {
                faults.Add(new(
                    Invariant($"{path}.wallet[{i}].blockedUntil"), "there is no block; say what prevents us (block), or leave it out"));
            }

            void RefuseBlank(string? text, string member, string without)
            {
                if (text is not null && string.IsNullOrWhiteSpace(text))
                    faults.Add(new(Invariant($"{path}.wallet[{i}].{member}"), $"it is blank; leave it out for {without}"));
            }
        }
    }

    internal override IEnumerable<string?> Currencies(AccountFile account) => account.Wallet.Select(each => each?.Currency);

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted with
    {
        Wallet =
        [
            .. account.Wallet.Select((each, i) => each with
            {
                SpendWithUs = converter.Of(each.SpendWithUs, each.Currency, Invariant($"wallet[{i}].spendWithUs")),
                Wallet = converter.Of(each.Wallet, each.Currency, Invariant($"wallet[{i}].wallet")),
                Currency = null,
            }),
        ],
    };

    // An amount that is not known of one account is not known of the group.
    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        Wallet =
        [
            .. group.Members.Prepend(group.Head).SelectMany(account => account.Wallet)
                .GroupBy(each => (each.Category, each.Unit))
                .Select(category => new CategorySpend(
                    category.Key.Category,
                    Sum(category.Select(each => each.SpendWithUs)),
                    Sum(category.Select(each => each.Wallet)),
                    category.Any(each => each.IsMainBusiness))
                {
                    Unit = category.Key.Unit,
                    Supplier = category.Select(each => each.Supplier).FirstOrDefault(each => each is not null),
                    Block = category.FirstOrDefault(each => each.Block is not null)?.Block,
                    BlockedUntil = category.FirstOrDefault(each => each.Block is not null)?.BlockedUntil,
                }),
        ],
    };

    private static decimal? Sum(IEnumerable<decimal?> amounts) =>
        amounts.Aggregate((decimal?)0, (sum, amount) => sum + amount);

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var wallet = account.Wallet.Count == 0 ? null : ShareOfWallet.Of(account.WalletOn(review.AsOf));
        var share = account.Loyalty?.ShareOfWallet ?? wallet?.MainBusiness.Share;
        if (account.Loyalty is null && share is null)
            return wallet is null ? review : review with { ShareOfWallet = wallet };
        var facts = (account.Loyalty ?? new()) with { ShareOfWallet = share };
        var type = models.LoyaltyTypes.Decide(LoyaltyTypeFacts.From(facts));
        return review with
        {
            ShareOfWallet = wallet,
            Loyalty = models.Loyalty.Assess(facts),
            LoyaltyType = type,
            LoyaltyStrategies = models.LoyaltyStrategies.Decide(new()
            {
                Type = type.Advice,
                Satisfaction = account.SatisfactionOn(review.AsOf, models.SurveyLevels),
                PriceSensitivity = facts.PriceSensitivity,
                CompetitorAttitude = facts.CompetitorAttitude,
            }),
        };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) =>
        review.Loyalty is null && review.ShareOfWallet is null ? facts : facts with
        {
            Loyalty = review.Loyalty?.Band,
            LoyaltyType = review.LoyaltyType?.Advice,
            AdvisesPricing = review.LoyaltyStrategies?.Hits.Any(hit => hit.Advice == LoyaltyStrategy.Pricing) ?? false,
            WalletErrors = review.ShareOfWallet?.DataErrors.Count() ?? 0,
        };

    internal override bool IsKnown(AccountReview review) => review.Loyalty is { IsRated: true };

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "loyaltyNone", f => f.LoyaltyType == LoyaltyType.None || f.Loyalty == LoyaltyLevel.Low,
            new(Topic, 0.4m, kind: FindingKind.Risk),
            arguments: f => [AccountFindings.Named(f.Loyalty)])
        .Rule(
            "loyaltySpurious",
            f => f.LoyaltyType == LoyaltyType.Spurious && (f.Loyalty == null || f.Loyalty != LoyaltyLevel.Low),
            new(Topic, 0.3m, kind: FindingKind.Weakness),
            arguments: f => [f.LoyaltyType], provenance: AccountFindings.Watching)
        .Rule(
            "walletWrong", f => f.WalletErrors > 0, new(Topic, 0.01m, null, FindingKind.Contradiction, FindingSubject.SpendCategory),
            arguments: f => [f.WalletErrors], provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "loyalty.trade",
            f => f.Topic == ReviewTopic.Loyalty && f.Kind == FindingKind.Risk && f.Account.AdvisesPricing,
            new(ActionKind.OfferTrade, ActionOwner.SalesManager, 30),
            AccountActions.What("trade"))
        .Rule(
            "loyalty.win",
            f => f.Topic == ReviewTopic.Loyalty && f.Kind == FindingKind.Risk,
            new(ActionKind.WinPerson, ActionOwner.KeyAccountManager, 45),
            AccountActions.What("win"),
            arguments: AccountActions.NextStep)
        .Rule(
            "spurious.improve",
            f => f.Topic == ReviewTopic.Loyalty && f.Kind == FindingKind.Weakness,
            new(ActionKind.ImproveService, ActionOwner.ServiceManager, 30),
            AccountActions.What("improve"))
        .Rule(
            "spurious.raise",
            f => f.Topic == ReviewTopic.Loyalty && f.Kind == FindingKind.Weakness,
            new(ActionKind.RaiseBarrier, ActionOwner.TechnicalLead, 90),
            AccountActions.What("raise"),
            arguments: AccountActions.Lever)
        .Rule(
            "wallet.learn",
            f => f.Topic == ReviewTopic.Loyalty && f.Kind == FindingKind.Contradiction,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("correct"));

    internal override string? Summary(AccountReview review, TopicReader reader) => reader.Joined(
        reader.Points(review.Loyalty),
        review.LoyaltyType?.Advice?.DisplayName(reader.Language),
        review.ShareOfWallet?.MainBusiness.Reason.In(reader.Language));

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        ListItem[] advice =
        [
            .. review.LoyaltyType is { } type ? DecisionDocument.Items(type, reader.Language) : [],
            .. review.LoyaltyStrategies is { } strategies ? DecisionDocument.Items(strategies, reader.Language) : [],
        ];
        Block?[] blocks =
        [
            advice.Length > 0 ? new BulletList(advice) : null,
            reader.Told(reader.Models.Loyalty, review.Loyalty),
            review.ShareOfWallet?.Describe(reader.Language).ToSection(),
        ];
        if (blocks.OfType<Block>().ToArray() is { Length: > 0 } told)
            yield return new(reader.Text("loyalty"), told);
    }

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) => stake.Kind == FindingKind.Contradiction
        ? review.ShareOfWallet?.DataErrors.Select(error => error.Category).OfType<string>() ?? []
        : [];
}

public sealed partial class ReviewTopic
{
    /// <summary>Whether the customer wants to stay.</summary>
    public static readonly ReviewTopic Loyalty = new(9);
}

public sealed partial record ReviewModels
{
    /// <summary>The scorecard of loyalty.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<LoyaltyFacts, LoyaltyLevel> Loyalty { get; init => field = Guard.NotNull(value); } = CustomerLoyalty.Standard;

    /// <summary>The table that distinguishes loyalty from what only looks like it.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<LoyaltyTypeFacts, LoyaltyType> LoyaltyTypes { get; init => field = Guard.NotNull(value); } = CustomerLoyalty.Types;

    /// <summary>The table of what to build loyalty on.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<LoyaltyStrategyFacts, LoyaltyStrategy> LoyaltyStrategies { get; init => field = Guard.NotNull(value); } =
        CustomerLoyalty.Strategies;
}

public sealed partial record AccountFile
{
    /// <summary>The account's spend, with us and in total, by category, and by unit if known. An entry without a unit covers the whole
    /// category if it is large enough for the category's units; what they leave of it counts beside them.</summary>
    [JsonPropertyOrder(90)]
    public IReadOnlyList<CategorySpend> Wallet { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<CategorySpend>.Empty;

    /// <summary>The facts that show its loyalty. If the share of wallet is not given, it is taken from <see cref="Wallet"/>.</summary>
    [JsonPropertyOrder(91)]
    public LoyaltyFacts? Loyalty { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>Our share of its spend; null if no wallet is known.</summary>
    [JsonPropertyOrder(90)]
    public WalletShares? ShareOfWallet { get; init; }

    /// <summary>The loyalty of the account, with reasons; null if nothing is known about it.</summary>
    [JsonPropertyOrder(91)]
    public Assessment<LoyaltyLevel>? Loyalty { get; init; }

    /// <summary>Whether it is loyalty, or only looks like it; null if nothing is known about it.</summary>
    [JsonPropertyOrder(92)]
    public Decision<LoyaltyType>? LoyaltyType { get; init; }

    /// <summary>What to build its loyalty on; null if nothing is known about it.</summary>
    [JsonPropertyOrder(93)]
    public Decision<LoyaltyStrategy>? LoyaltyStrategies { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The loyalty level.</summary>
    public LoyaltyLevel? Loyalty { get; init; }

    /// <summary>Whether it is loyalty, or only looks like it.</summary>
    public LoyaltyType? LoyaltyType { get; init; }

    /// <summary>Whether the price is among the things to build its loyalty on.</summary>
    public bool AdvisesPricing { get; init; }

    /// <summary>The number of categories of its wallet with an error in the data.</summary>
    [FactRange(FactUnit.Count)]
    public int WalletErrors
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }
}

// Who stayed, over all accounts together.
public sealed partial record PortfolioReview
{
    /// <summary>The share of new buyers who still buy, by the quarter of their first purchase; null if no single purchases are
    /// known.</summary>
    [JsonPropertyOrder(2)]
    public CohortTable? Retention { get; init; }

    internal static void WriteRetention(Utf8JsonWriter json, CohortTable? retention)
    {
        if (retention is null)
            return;
        json.WritePropertyName("retention");
        JsonSerializer.Serialize(json, retention, ReviewJson.Default.CohortTable);
    }
}

public sealed partial class PortfolioReviewRun
{
    private const int MonthsPerQuarter = 3;

    /// <summary>The share of new buyers who still buy; null if no single purchases are known.</summary>
    public CohortTable? Retention { get; }

    private static CohortTable? RetentionOf(IReadOnlyList<AccountPurchase>? purchases, LocalDate asOf) =>
        purchases is null ? null : Cohorts.OfPurchases(purchases, Period.FromMonths(MonthsPerQuarter), asOf);
}
