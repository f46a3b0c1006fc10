using System.Text.Json.Serialization;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of strategy: what the account wants, how well our strengths match it, and the state of the relationship
/// plan.</summary>
internal sealed class StrategyTopic() : AccountTopic(ReviewTopic.Strategy)
{
    // What a weight counts at most in a match.
    private const double MostCounted = 9;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("strategyNotes[].support[].strength", "strength 0 to 3"),
        new("challenges[].weight", "weight 1 to 5", "challengeWeight"),
        new("capabilities[].level", "level 0 to 3", "capabilityLevel"),
    ];

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.StrategyResponse, (m, value) => m with { StrategyResponse = value }),
        ModelSlot.Of(m => m.StrategyTargets, (m, value) => m with { StrategyTargets = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        Portfolio.CheckIds($"{path}.strategyNotes", account.StrategyNotes.Select(each => each?.Id), faults);
        Portfolio.CheckIds($"{path}.capabilities", account.Capabilities.Select(each => each?.Id), faults);
        for (var i = 0; i < account.StrategyNotes.Count; i++)
        {
            if (account.StrategyNotes[i] is not { } note)
                continue;
            var place = Invariant($"{path}.strategyNotes[{i}]");
            NotAfter(note.Date, $"{place}.date");
            if (Portfolio.Fits($"{place}.support", note.Support.Count, faults))
                Portfolio.CheckIds($"{place}.support", note.Support.Select(each => each?.Capability), faults, "capability");
        }

        // Each weight is a number, and their sum may be none.
        if (double.IsInfinity(account.StrategyNotes.Sum(note => note?.Weight ?? 1) * MostCounted))
            faults.Add(new($"{path}.strategyNotes", "their weights are too large to be added; give smaller ones"));
        if (account.StrategyNotes.Count > 0 && account.StrategyNotes.All(note => note?.Weight == 0))
        {
            faults.Add(new(
                $"{path}.strategyNotes", "every weight is 0; give at least one note a weight above 0, or leave the weights out"));
        }

        for (var i = 0; i < account.Challenges.Count; i++)
        {
            if (account.Challenges[i] is null)
                faults.Add(new(Invariant($"{path}.challenges[{i}]"), "it is null; it must be an object"));
            else
                NotAfter(account.Challenges[i].Date, Invariant($"{path}.challenges[{i}].date"));
        }

        if (account.StrategyPlan is not { } plan)
            return;
        if (!Portfolio.Fits($"{path}.strategyPlan.history", plan.History.Count, faults))
            return;

        faults.AddRange(plan.Faults(asOf).Select(fault => new ModelFault($"{path}.strategyPlan.{fault.Member}", fault.Message)));

        void NotAfter(LocalDate? day, string place)
        {
            if (day > asOf)
                faults.Add(new(place, Invariant($"it is {day:R}; it must be {asOf:R} (the day of the facts) or earlier")));
        }
    }

    // What a member wants, the group wants; what we are good at is ours, whoever notes it.
    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        StrategyNotes =
        [
            .. group.Head.StrategyNotes,
            .. group.Members.SelectMany(member => member.StrategyNotes.Select(each => each with
            {
                Id = AccountGroup.Qualify(member, each.Id),
            })),
        ],
        Challenges = [.. group.Head.Challenges, .. group.Members.SelectMany(member => member.Challenges)],
        Capabilities =
        [
            .. group.Head.Capabilities.Concat(group.Members.SelectMany(member => member.Capabilities))
                .DistinctBy(each => each.Id, StringComparer.Ordinal),
        ],
    };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) =>
        account.StrategyNotes.Count == 0 && account.Challenges.Count == 0 && account.StrategyPlan is null ? review : review with
        {
            Strategy = StrategyReview.Of(
                account.StrategyNotes, account.Challenges, account.Capabilities, account.StrategyPlan, account.Id, review.Tier.Tier,
                review.AsOf, models.StrategyResponse, scale: models.MatchScale),
        };

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => review.Strategy is not { } strategy ? facts
        : facts with
        {
            DecodedAreas = strategy.Decoded.Count,
            StrategicMatch = strategy.Match?.Score,
            StrategicGap = strategy.Match?.WhiteSpots is [var spot, ..] ? spot.Called : null,
            StrategyReviewDue = strategy is { IsStale: true, ReviewDueOn: { } due } ? LocalDatePattern.Iso.Format(due) : null,
        };

    internal override bool IsKnown(AccountReview review) => review.Strategy is { Decoded.Count: > 0 };

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "strategicGap", f => f.StrategicGap != null,
            new(Topic, 0.05m, null, FindingKind.Weakness),
            arguments: f => [f.StrategicGap],
            provenance: AccountFindings.Watching)
        .Rule(
            "planStale", f => f.StrategyReviewDue != null,
            new(Topic, 0.02m, null, FindingKind.Issue),
            arguments: f => [f.StrategyReviewDue],
            provenance: AccountFindings.Knowing)
        .Rule(
            "strategyUnknown", f => f.Tier == AccountTier.A && f.DecodedAreas < StrategyDecoding.RequiredAreas,
            new(Topic, 0.01m, null, FindingKind.Unknown),
            arguments: f => [f.DecodedAreas, CustomerStrategyArea.InOrder.Count],
            provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "strategicGap.close",
            f => f.Topic == ReviewTopic.Strategy && f.Kind == FindingKind.Weakness,
            new(ActionKind.CloseStrategicGap, ActionOwner.KeyAccountManager, 60),
            AccountActions.What("closeStrategicGap"),
            arguments: f => [f.Account.StrategicGap])
        .Rule(
            "planStale.review",
            f => f.Topic == ReviewTopic.Strategy && f.Kind == FindingKind.Issue,
            new(ActionKind.ReviewStrategyPlan, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("reviewStrategyPlan"))
        .Rule(
            "strategyUnknown.decode",
            f => f.Topic == ReviewTopic.Strategy && f.Kind == FindingKind.Unknown,
            new(ActionKind.DecodeStrategy, ActionOwner.KeyAccountManager, 60),
            AccountActions.What("decodeStrategy"));

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Strategy is not { } strategy ? null
        : reader.Joined(
            reader.Text("decodedInShort", strategy.Decoded.Count, CustomerStrategyArea.InOrder.Count),
            strategy.Match is { Score: { } score, Level: { } level }
                ? reader.Text("matchInShort", TopicReader.Number(score, "0"), level) : null,
            strategy.IsStale ? reader.Text("planStaleInShort") : strategy.Plan is { IsClosed: false } plan
                ? plan.Principle.DisplayName(reader.Language) : null);

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Strategy is not { } strategy)
            yield break;
        var writer = new DocumentWriter(reader.Language);
        yield return new(
            reader.Text("strategy"),
            [
                .. CustomerStrategyDocuments.Of(strategy, writer).OfType<Block>(),
                .. review.StrategyTarget is { IsDecided: true } target
                    ? (Block[])
                    [
                        writer.Section(
                            "CustomerStrategy.Describe.targets",
                            new BulletList(DecisionDocument.Items(target, reader.Language))),
                    ]
                    : [],
            ]);
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>What the account wants, and how well our strengths match it.</summary>
    public static readonly ReviewTopic Strategy = new(35);
}

public sealed partial record ReviewModels
{
    /// <summary>The table of what we bring to a challenge of the customer.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<StrategyResponseFacts, StrategyResponse> StrategyResponse { get; init => field = Guard.NotNull(value); } =
        StrategyResponses.Standard;

    /// <summary>The table of targets for the relationship if the strategic match is known.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<StrategyTargetFacts, OkeTarget> StrategyTargets { get; init => field = Guard.NotNull(value); } =
        Reviews.StrategyTargets.Standard;

    /// <summary>The scale of our strengths in the strategic match.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the scales.</exception>
    public MatchScale MatchScale
    {
        get;
        init
        {
            Guard.Defined(value, nameof(MatchScale));
            field = value;
        }
    }
}

public sealed partial record AccountFile
{
    /// <summary>What the account wants, area by area, and how strongly we support it.</summary>
    [JsonPropertyOrder(350)]
    public IReadOnlyList<StrategyNote> StrategyNotes { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<StrategyNote>.Empty;

    /// <summary>The challenges that the account faces.</summary>
    [JsonPropertyOrder(351)]
    public IReadOnlyList<ChallengeNote> Challenges { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<ChallengeNote>.Empty;

    /// <summary>Our capabilities, as far as they matter to the account.</summary>
    [JsonPropertyOrder(352)]
    public IReadOnlyList<OurCapability> Capabilities { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<OurCapability>.Empty;

    /// <summary>The plan of the relationship by the three principles; null if there is none.</summary>
    [JsonPropertyOrder(353)]
    public StrategyPlan? StrategyPlan { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>What the account wants, how well our strengths match it, and the state of the plan; null if nothing is known about
    /// it.</summary>
    [JsonPropertyOrder(350)]
    public StrategyReview? Strategy { get; init; }

    /// <summary>The target of the relationship by the strategic match, and why; null if no match is known, and then the next step of the
    /// library's targets applies.</summary>
    [JsonPropertyOrder(351)]
    public Decision<OkeTarget>? StrategyTarget { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The number of decoded areas of its strategy, of six.</summary>
    [FactRange(0, 6, FactUnit.Count)]
    public int DecodedAreas { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>How well our strengths match what the account wants, 0 … 100; null if too little is known.</summary>
    [FactRange(0, 100, FactUnit.Points)]
    public double? StrategicMatch { get; init => field = FactRange<ReviewFacts>.Checked(value); }

    /// <summary>The most important of its goals that none of our capabilities supports; null if there is none.</summary>
    public string? StrategicGap { get; init; }

    /// <summary>The day on which its plan should have been reviewed; null if no review is overdue.</summary>
    public string? StrategyReviewDue { get; init; }
}
