using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Reviews;

/// <summary>How far the relationship has come.</summary>
internal sealed class DevelopmentTopic() : AccountTopic(ReviewTopic.Development)
{
    public override IReadOnlyList<AccountColumn> Columns { get; } =
    [
        new("development.hasBought"),
        new("development.isPreferred"),
        new("development.isBroadlyConnected"),
        new("development.sharesPlans"),
        new("development.hasLongTermAgreement"),
        new("development.createsJointly"),
        new("lifecycle.hasBought", name: "hasEverBought"),
        new("lifecycle.buysRegularly"),
        new("lifecycle.isSatisfied"),
        new("lifecycle.isDeclining"),
    ];

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.Development, (m, value) => m with { Development = value }),
        ModelSlot.Of(m => m.Lifecycle, (m, value) => m with { Lifecycle = value }),
    ];

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) => review with
    {
        Development = account.Development is null ? null : Development.StandingOf(account.Development, models.Development),
        Lifecycle = account.Lifecycle is null ? null : RelationshipLifecycle.StandingOf(account.Lifecycle, models.Lifecycle),
    };

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) =>
        facts with { Stage = review.Development?.Stage, Period = review.Lifecycle?.Period };

    internal override bool IsKnown(AccountReview review) => review.Development?.Stage is not null || review.Lifecycle?.Period is not null;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table.Rule(
        "decline", f => f.Period == LifecyclePeriod.Decline, new(Topic, 0.4m, kind: FindingKind.Risk), arguments: f => [f.Period]);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table.Rule(
        "decline.recover",
        f => f.Topic == ReviewTopic.Development && f.Kind == FindingKind.Risk,
        new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 14),
        AccountActions.What("recover"));

    internal override string? Summary(AccountReview review, TopicReader reader) => reader.Joined(
        review.Development?.Stage?.DisplayName(reader.Language), review.Lifecycle?.Period?.DisplayName(reader.Language));

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        Document?[] told = [review.Development?.Describe(null, reader.Language), review.Lifecycle?.Describe(null, reader.Language)];
        if (told.OfType<Document>().Select(each => each.ToSection()).ToArray() is { Length: > 0 } sections)
            yield return new(reader.Text("stage"), sections);
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>How far the relationship has come.</summary>
    public static readonly ReviewTopic Development = new(6);
}

public sealed partial record ReviewModels
{
    /// <summary>How far an account has developed.</summary>
    public DecisionTable<DevelopmentFacts, DevelopmentStage> Development { get; init => field = Guard.NotNull(value); } =
        Core.Lifecycle.Development.Stages;

    /// <summary>In which period of its life the relationship is.</summary>
    public DecisionTable<LifecycleFacts, LifecyclePeriod> Lifecycle { get; init => field = Guard.NotNull(value); } =
        RelationshipLifecycle.Periods;
}

public sealed partial record AccountFile
{
    /// <summary>What its stage of development is told by.</summary>
    [JsonPropertyOrder(60)]
    public DevelopmentFacts? Development { get; init; }

    /// <summary>What its period of life is told by.</summary>
    [JsonPropertyOrder(61)]
    public LifecycleFacts? Lifecycle { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>How far the account has developed; null where nothing is known of it.</summary>
    [JsonPropertyOrder(60)]
    public StageStanding? Development { get; init; }

    /// <summary>In which period of its life the relationship is; null where nothing is known of it.</summary>
    [JsonPropertyOrder(61)]
    public PeriodStanding? Lifecycle { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>How far the account has developed.</summary>
    public DevelopmentStage? Stage { get; init; }

    /// <summary>In which period of its life the relationship is.</summary>
    public LifecyclePeriod? Period { get; init; }
}
