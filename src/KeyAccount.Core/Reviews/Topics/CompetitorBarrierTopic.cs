using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of the barrier against competitors.</summary>
internal sealed class CompetitorBarrierTopic() : AccountTopic(ReviewTopic.CompetitorBarrier)
{
    internal override IReadOnlyList<ModelSlot> Slots { get; } =
        [ModelSlot.Of(m => m.CompetitorBarrier, (m, value) => m with { CompetitorBarrier = value })];

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) =>
        account.CompetitorBarrier is { } facts ? review with { CompetitorBarrier = models.CompetitorBarrier.Assess(facts) } : review;

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) =>
        review.CompetitorBarrier is { } barrier ? facts with { CompetitorBarrier = barrier.Band } : facts;

    internal override bool IsKnown(AccountReview review) => review.CompetitorBarrier is { IsRated: true };

    internal override bool CanTellRisk(AccountReview review) => false;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table.Rule(
        "competitorBarrierLow", f => f.CompetitorBarrier == BarrierLevel.Low,
        new(Topic, 0.2m, null, FindingKind.Weakness, FindingSubject.Competitor),
        arguments: f => [f.CompetitorBarrier], provenance: AccountFindings.Watching);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table.Rule(
        "competitor.keepOut",
        f => f.Topic == ReviewTopic.CompetitorBarrier && f.Kind == FindingKind.Weakness,
        new(ActionKind.KeepCompetitorOut, ActionOwner.TechnicalLead, 90),
        AccountActions.What("keepOut"));

    internal override string? Summary(AccountReview review, TopicReader reader) => reader.Points(review.CompetitorBarrier);

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (reader.Told(reader.Models.CompetitorBarrier, review.CompetitorBarrier) is { } told)
            yield return new(reader.Text("competitor"), told.Blocks);
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>The barrier against competitors: whether one can come in.</summary>
    public static readonly ReviewTopic CompetitorBarrier = new(8);
}

public sealed partial record ReviewModels
{
    /// <summary>The scorecard of the barrier against competitors.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<CompetitorBarrierFacts, BarrierLevel> CompetitorBarrier { get; init => field = Guard.NotNull(value); } =
        SwitchingCosts.CompetitorBarrier.Standard;
}

public sealed partial record AccountFile
{
    /// <summary>The facts about what keeps competitors out.</summary>
    [JsonPropertyOrder(80)]
    public CompetitorBarrierFacts? CompetitorBarrier { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>The height of the barrier against competitors; null if nothing is known about it.</summary>
    [JsonPropertyOrder(80)]
    public Assessment<BarrierLevel>? CompetitorBarrier { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The height of the barrier against competitors.</summary>
    public BarrierLevel? CompetitorBarrier { get; init; }
}
