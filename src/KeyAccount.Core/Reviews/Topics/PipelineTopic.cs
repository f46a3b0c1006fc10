using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of open deals: expected purchases, the progress of the deals, and which are stuck.</summary>
internal sealed class PipelineTopic() : AccountTopic(ReviewTopic.Pipeline)
{
    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("opportunities[].nextStep.date", name: "nextStepDate"),
        new("opportunities[].nextStep.text", name: "nextStep"),
        new("opportunities[].outcome.date", name: "closedOn"),
        new("opportunities[].outcome.reason", name: "lossReason"),
    ];

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.StageGate, (m, value) => m with { StageGate = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        Portfolio.CheckIds($"{path}.opportunities", account.Opportunities.Select(each => each?.Id), faults);
        for (var i = 0; i < account.Opportunities.Count; i++)
        {
            var place = Invariant($"{path}.opportunities[{i}]");
            if (account.Opportunities[i] is not { } deal)
                continue;
            faults.AddRange(deal.Faults(asOf).Select(fault => Of($"{place}.", fault)));
            if (deal.AccountId is { } id && id != account.Id)
                faults.Add(new($"{place}.accountId", $"it is '{id}'; it must be left out, or be '{account.Id}', the account of the file"));
        }

        static ModelFault Of(string place, string fault) =>
            fault.Split(" is ", 2) is [var member, var rest] ? new(place + member, $"it is {rest}") : new(place, fault);
    }

    internal override IEnumerable<string?> Currencies(AccountFile account) => account.Opportunities.Select(each => each?.Currency);

    // An open deal is still to come.
    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted with
    {
        Opportunities =
        [
            .. account.Opportunities.Select((each, i) => each with
            {
                Amount = converter.Of(
                    each.Amount, each.Currency, each.Outcome?.Date ?? converter.AsOf, Invariant($"opportunities[{i}].amount")),
                Currency = null,
            }),
        ],
    };

    internal override AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled with
    {
        Opportunities =
        [
            .. group.Head.Opportunities,
            .. group.Members.SelectMany(member => member.Opportunities.Select(
                each => each with { Id = AccountGroup.Qualify(member, each.Id), AccountId = null })),
        ],
    };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models) => review with
    {
        Pipeline = PipelineReview.Of(
            account.Opportunities, review.AsOf, new() { AsOf = review.AsOf, StageGate = models.StageGate }),
    };

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => facts with
    {
        OpenPipeline = review.Pipeline?.OpenAmount,
        NextClose = review.Pipeline?.NextClose,
        StuckDeals = Count(review, DealNoticeKind.Stuck),
        DealsWithoutNextStep = Count(review, DealNoticeKind.NoNextStep),
        DealsAboveEvidence = Count(review, DealNoticeKind.ClaimedAboveEvidence),
    };

    internal override bool IsKnown(AccountReview review) => review.Pipeline is not null;

    internal override bool CanTellRisk(AccountReview review) => false;

    // What is not bought yet cannot be lost: the share is of what the account buys, and small.
    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "stuckDeal", f => f.StuckDeals > 0,
            new(Topic, 0.05m, null, FindingKind.Weakness, FindingSubject.Opportunity),
            arguments: f => [f.StuckDeals],
            provenance: AccountFindings.Watching)
        .Rule(
            "noNextStep", f => f.DealsWithoutNextStep > 0,
            new(Topic, 0.02m, null, FindingKind.Issue, FindingSubject.Opportunity),
            arguments: f => [f.DealsWithoutNextStep],
            provenance: AccountFindings.Watching)
        .Rule(
            "claimedAboveEvidence", f => f.DealsAboveEvidence > 0,
            new(Topic, 0.01m, null, FindingKind.Contradiction, FindingSubject.Opportunity),
            arguments: f => [f.DealsAboveEvidence],
            provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "stuckDeal.advance",
            f => f.Topic == ReviewTopic.Pipeline && f.Kind == FindingKind.Weakness,
            new(ActionKind.AdvanceDeal, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("advanceDeal"),
            arguments: f => [f.Account.StuckDeals])
        .Rule(
            "noNextStep.agree",
            f => f.Topic == ReviewTopic.Pipeline && f.Kind == FindingKind.Issue,
            new(ActionKind.AgreeNextStep, ActionOwner.KeyAccountManager, 7),
            AccountActions.What("agreeNextStep"),
            arguments: f => [f.Account.DealsWithoutNextStep])
        .Rule(
            "claimedAboveEvidence.show",
            f => f.Topic == ReviewTopic.Pipeline && f.Kind == FindingKind.Contradiction,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 14),
            AccountActions.What("showEvidence"),
            arguments: f => [f.Account.DealsAboveEvidence]);

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review)
    {
        DealNoticeKind? kind = stake.Kind == FindingKind.Weakness ? DealNoticeKind.Stuck
            : stake.Kind == FindingKind.Issue ? DealNoticeKind.NoNextStep
            : stake.Kind == FindingKind.Contradiction ? DealNoticeKind.ClaimedAboveEvidence
            : null;
        return review.Pipeline?.Notices.Where(notice => notice.Kind == kind).Select(notice => notice.OpportunityId) ?? [];
    }

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Pipeline is not { } pipeline ? null
        : reader.Joined(
            reader.Text("pipelineInShort", pipeline.OpenDeals, TopicReader.Number(pipeline.OpenAmount, "#,0")),
            pipeline.NextClose is { } next ? reader.Text("nextClose", LocalDatePattern.Iso.Format(next)) : null);

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Pipeline is { } pipeline)
        {
            yield return new(reader.Text("pipeline"),
            [
                new BulletList(
                [
                    new(reader.Text(
                        "pipelineAmounts",
                        pipeline.OpenDeals,
                        TopicReader.Number(pipeline.OpenAmount, "#,0"),
                        reader.Currency,
                        TopicReader.Number(pipeline.Expected, "#,0"))),
                    .. pipeline.Notices.Select(notice => new ListItem(reader.Text("deal", notice.OpportunityId, notice.Reason))),
                ]),
            ]);
        }
    }

    private static int Count(AccountReview review, DealNoticeKind kind) =>
        review.Pipeline?.Notices.Count(notice => notice.Kind == kind) ?? 0;
}

public sealed partial class ReviewTopic
{
    /// <summary>The expected purchases, and the deals that are stuck.</summary>
    public static readonly ReviewTopic Pipeline = new(13);
}

public sealed partial record ReviewModels
{
    /// <summary>The table of the evidence that supports each stage of the funnel.</summary>
    public DecisionTable<StageGateFacts, FunnelStage> StageGate { get; init; } = SalesFunnel.StageGate;
}

public sealed partial record AccountFile
{
    /// <summary>Its deals in the funnel, open and closed.</summary>
    [JsonPropertyOrder(130)]
    public IReadOnlyList<Opportunity> Opportunities { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<Opportunity>.Empty;
}

public sealed partial record AccountReview
{
    /// <summary>Its open deals; null if no deals are known.</summary>
    [JsonPropertyOrder(130)]
    public PipelineReview? Pipeline { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The total amount of its open deals if all are won; null if no deals are known.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? OpenPipeline { get; init; }

    /// <summary>The day on which the next deal is expected to close; null if none has such a day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? NextClose { get; init => field = Guard.Iso(value, nameof(NextClose)); }

    /// <summary>The number of deals that have been at their stage for too long.</summary>
    [FactRange(FactUnit.Count)]
    public int StuckDeals { get; init; }

    /// <summary>The number of deals without a next step on a future date.</summary>
    [FactRange(FactUnit.Count)]
    public int DealsWithoutNextStep { get; init; }

    /// <summary>The number of deals whose stated stage is beyond their evidence.</summary>
    [FactRange(FactUnit.Count)]
    public int DealsAboveEvidence { get; init; }
}
