using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of the relationship's development.</summary>
internal sealed class DevelopmentTopic() : AccountTopic(ReviewTopic.Development)
{
    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("lifecycle.hasBought", name: "hasEverBought"),
    ];

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.Development, (m, value) => m with { Development = value }),
        ModelSlot.Of(m => m.Lifecycle, (m, value) => m with { Lifecycle = value }),
    ];

    // What the data show counts before what somebody states: the period rests on no stated half that they contradict.
    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var shown = Shown(review, account, models);
        var stated = account.Lifecycle ?? new();
        var facts = stated with
        {
            HasBought = shown.HasBought ?? stated.HasBought,
            BuysRegularly = shown.BuysRegularly ?? stated.BuysRegularly,
            IsSatisfied = shown.IsSatisfied ?? stated.IsSatisfied,
            IsDeclining = shown.IsDeclining ?? stated.IsDeclining,
        };
        return review with
        {
            Development = account.Development is null ? null : Development.StandingOf(account.Development, models.Development),
            Lifecycle = facts == new LifecycleFacts() ? null : RelationshipLifecycle.StandingOf(facts, models.Lifecycle),
            StatedLifecycle = account.Lifecycle,
            ShownLifecycle = shown == new LifecycleFacts() ? null : shown,
        };
    }

    private static LifecycleFacts Shown(AccountReview review, AccountFile account, ReviewModels models)
    {
        var satisfaction = account.SatisfactionOn(review.AsOf, models.SurveyLevels);
        var trend = review.Trend;
        return new()
        {
            HasBought = review.AnnualPurchases > 0 || trend?.MonthsSincePurchase is not null ? true : null,
            BuysRegularly = trend is { HasStopped: false, Change: not null, LongestPause: < AccountFindings.SilentMonths }
                ? true : null,
            IsSatisfied = satisfaction == SatisfactionLevel.High ? true : satisfaction == SatisfactionLevel.Low ? false : null,
            IsDeclining = IsDeclining(trend, EarlyWarningTopic.IsDeclining(review.EarlyWarning)),
        };
    }

    // Months say it, or signs do; nobody says no while one of both says yes.
    private static bool? IsDeclining(PurchaseTrend? trend, bool? bySigns) =>
        trend?.HasStopped == true || trend?.Change <= -AccountFindings.NotableFall || bySigns == true ? true
        : trend?.Change is not null || bySigns == false ? false : null;

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => facts with
    {
        Stage = review.Development?.Stage,
        Period = review.Lifecycle?.Period,
        StatedDeclining = review.StatedLifecycle?.IsDeclining,
        ShownDeclining = review.ShownLifecycle?.IsDeclining,
        StatedSatisfied = review.StatedLifecycle?.IsSatisfied,
        ShownSatisfied = review.ShownLifecycle?.IsSatisfied,
    };

    internal override bool IsKnown(AccountReview review) => review.Development?.Stage is not null || review.Lifecycle?.Period is not null;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            // Where the purchases show it, the trend tells it with its figures.
            "decline", f => f.Period == LifecyclePeriod.Decline && f.ShownDeclining == null, new(Topic, 0.4m, kind: FindingKind.Risk),
            arguments: f => [f.Period])
        .Rule(
            "declineNotShown", f => f.StatedDeclining == true && f.ShownDeclining == false,
            new(Topic, 0.02m, kind: FindingKind.Contradiction),
            provenance: AccountFindings.Knowing)
        .Rule(
            "declineNotStated", f => f.StatedDeclining == false && f.ShownDeclining == true,
            new(Topic, 0.02m, kind: FindingKind.Contradiction),
            provenance: AccountFindings.Knowing)
        .Rule(
            "satisfactionContradicted",
            f => (f.StatedSatisfied == true && f.ShownSatisfied == false) || (f.StatedSatisfied == false && f.ShownSatisfied == true),
            new(Topic, 0.02m, kind: FindingKind.Contradiction),
            arguments: f => [AccountFindings.Named(f.Satisfaction)],
            provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "decline.recover",
            f => f.Topic == ReviewTopic.Development && f.Kind == FindingKind.Risk && f.Account.DepartureCause == null,
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("recover"))
        .Rule(
            "decline.recoverFor",
            f => f.Topic == ReviewTopic.Development && f.Kind == FindingKind.Risk && f.Account.DepartureCause != null,
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("recoverFor"),
            arguments: AccountActions.Recovery)
        .Rule(
            "stated.check",
            f => f.Topic == ReviewTopic.Development && f.Kind == FindingKind.Contradiction,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("checkStated"));

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
    /// <summary>The development of the relationship.</summary>
    public static readonly ReviewTopic Development = new(6);
}

public sealed partial record ReviewModels
{
    /// <summary>The table of an account's development stage.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<DevelopmentFacts, DevelopmentStage> Development { get; init => field = Guard.NotNull(value); } =
        Core.Lifecycle.Development.Stages;

    /// <summary>The table of a relationship's life-cycle period.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<LifecycleFacts, LifecyclePeriod> Lifecycle { get; init => field = Guard.NotNull(value); } =
        RelationshipLifecycle.Periods;
}

public sealed partial record AccountFile
{
    /// <summary>The facts that show its stage of development.</summary>
    [JsonPropertyOrder(60)]
    public DevelopmentFacts? Development { get; init; }

    /// <summary>The stated facts about its life-cycle period. If purchases and satisfaction show the period, they count, and a difference
    /// is a finding.</summary>
    [JsonPropertyOrder(61)]
    public LifecycleFacts? Lifecycle { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>The development stage of the account; null if nothing is known about it.</summary>
    [JsonPropertyOrder(60)]
    public StageStanding? Development { get; init; }

    /// <summary>The life-cycle period of the relationship, as the data show it, otherwise as stated; null if nothing is known about
    /// it.</summary>
    [JsonPropertyOrder(61)]
    public PeriodStanding? Lifecycle { get; init; }

    /// <summary>The stated facts about the period; null if nothing is stated.</summary>
    [JsonPropertyOrder(61)]
    public LifecycleFacts? StatedLifecycle { get; init; }

    /// <summary>The period as purchases, warning signs and satisfaction show it; null if they show nothing.</summary>
    [JsonPropertyOrder(61)]
    public LifecycleFacts? ShownLifecycle { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The development stage of the account.</summary>
    public DevelopmentStage? Stage { get; init; }

    /// <summary>The life-cycle period of the relationship.</summary>
    public LifecyclePeriod? Period { get; init; }

    /// <summary>Whether somebody states that the relationship is declining.</summary>
    public bool? StatedDeclining { get; init; }

    /// <summary>Whether the data show that the relationship is declining: purchases have stopped, or have fallen by
    /// <see cref="AccountFindings.NotableFall"/>, or the early warning is at least at "watch" with two signs, one of them about
    /// buying.</summary>
    public bool? ShownDeclining { get; init; }

    /// <summary>Whether somebody states that the account is satisfied.</summary>
    public bool? StatedSatisfied { get; init; }

    /// <summary>Whether its satisfaction is rated high (true) or low (false); null in between.</summary>
    public bool? ShownSatisfied { get; init; }
}
