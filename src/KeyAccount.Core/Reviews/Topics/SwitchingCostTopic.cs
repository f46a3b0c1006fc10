using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of switching cost: whether the customer can leave.</summary>
internal sealed class SwitchingCostTopic() : AccountTopic(ReviewTopic.SwitchingCost)
{
    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.SwitchingCost, (m, value) => m with { SwitchingCost = value }),
        ModelSlot.Of(m => m.SwitchingCostLevers, (m, value) => m with { SwitchingCostLevers = value }),
        ModelSlot.Of(m => m.BarrierPolicy, (m, value) => m with { BarrierPolicy = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        for (var i = 0; i < account.SwitchingCostAmounts.Count; i++)
        {
            if (account.SwitchingCostAmounts[i] is null)
                faults.Add(new(Invariant($"{path}.switchingCostAmounts[{i}]"), "it is null; it must be an object"));
        }
    }

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted with
    {
        SwitchingCostAmounts =
        [
            .. account.SwitchingCostAmounts.Select((each, i) => new SwitchingCostEntry(
                each.Part, converter.Of(each.Amount, null, Invariant($"switchingCostAmounts[{i}].amount")), each.Binding)),
        ],
    };

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var satisfaction = account.SatisfactionOn(review.AsOf, models.SurveyLevels);
        var barrier = account.SwitchingCost is null ? null : models.SwitchingCost.Assess(account.SwitchingCost);
        return review with
        {
            SwitchingCost = barrier,
            Levers = barrier is null ? [] : models.SwitchingCostLevers.Rank(account.SwitchingCost!, models.SwitchingCost),
            BarrierAdvice = barrier is null && satisfaction is null
                ? null
                : models.BarrierPolicy.Decide(
                    new() { Barrier = barrier?.Band, Satisfaction = satisfaction, Tier = review.Tier.Tier }),
            SwitchingCostInMoney = account.SwitchingCostAmounts.Count == 0 ? null : InMoney(account, review.AsOf),
        };
    }

    // An amount that depends on a contract is not known where no such contract is.
    private static SwitchingCostInMoney InMoney(AccountFile account, LocalDate asOf)
    {
        var contract = account.SupplyContractOn(asOf);
        return new(
            contract is not null ? account.SwitchingCostAmounts
                : [.. account.SwitchingCostAmounts.Select(each => each.Binding == ContractBinding.None ? each : new(each.Part, null))],
            asOf, contract);
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => facts with
    {
        Barrier = review.SwitchingCost?.Band,
        BarrierAdvice = review.BarrierAdvice?.Advice,
        BestLever = review.Levers is [{ Gain: > 0 } lever, ..] ? lever.Lever : null,
    };

    internal override bool IsKnown(AccountReview review) => review.SwitchingCost is { IsRated: true };

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table.Rule(
        "barrierLow", f => f.Barrier == BarrierLevel.Low, new(Topic, 0.2m, kind: FindingKind.Weakness),
        arguments: f => [f.Barrier], provenance: AccountFindings.Watching);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table.Rule(
        "barrier.raise",
        f => f.Topic == ReviewTopic.SwitchingCost && f.Kind == FindingKind.Weakness,
        new(ActionKind.RaiseBarrier, ActionOwner.TechnicalLead, 90),
        AccountActions.What("raise"),
        arguments: AccountActions.Lever);

    internal override string? Summary(AccountReview review, TopicReader reader) =>
        reader.Joined(reader.Points(review.SwitchingCost), review.BarrierAdvice?.Advice?.DisplayName(reader.Language));

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        Block?[] blocks =
        [
            review.BarrierAdvice is { IsDecided: true } advice ? new BulletList(DecisionDocument.Items(advice, reader.Language)) : null,
            Lever(review, reader) is { } lever ? new Paragraph(lever) : null,
            review.SwitchingCost is { } barrier && barrier.ModelId == reader.Models.SwitchingCost.Id
                ? SwitchingCost.Describe(barrier, reader.Models.SwitchingCost, reader.Language).ToSection()
                : null,
            review.SwitchingCostInMoney?.Describe(reader.Currency, reader.Language).ToSection(),
        ];
        if (blocks.OfType<Block>().ToArray() is { Length: > 0 } told)
            yield return new(reader.Text("barrier"), told);
    }

    private static string? Lever(AccountReview review, TopicReader reader)
    {
        if (review.BarrierAdvice?.Advice != BarrierAdvice.Invest || review.Levers is not [{ Gain: { } gain } best, ..])
            return null;
        var raised = reader.Models.SwitchingCostLevers.CostsRaisedBy(best.Lever).Select(cost => cost.DisplayName(reader.Language));
        return reader.Text("lever", best.Lever, TopicReader.Number(gain, "0.0"), reader.Listed(raised));
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>Whether the customer can leave.</summary>
    public static readonly ReviewTopic SwitchingCost = new(7);
}

public sealed partial record ReviewModels
{
    /// <summary>The scorecard of the cost of switching for the customer.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<SwitchingCostFacts, BarrierLevel> SwitchingCost { get; init => field = Guard.NotNull(value); } =
        SwitchingCosts.SwitchingCost.Standard;

    /// <summary>The facets of switching cost that each lever raises.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public SwitchingCostLevers SwitchingCostLevers { get; init => field = Guard.NotNull(value); } = SwitchingCostLevers.Standard;

    /// <summary>The table that decides whether to raise, keep or ease a barrier.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<BarrierPolicyFacts, BarrierAdvice> BarrierPolicy { get; init => field = Guard.NotNull(value); } =
        SwitchingCosts.BarrierPolicy.Standard;
}

public sealed partial record AccountFile
{
    /// <summary>The cost of switching for the account, by facet.</summary>
    [JsonPropertyOrder(70)]
    public SwitchingCostFacts? SwitchingCost { get; init; }

    /// <summary>The cost of switching for the account, in money.</summary>
    [JsonPropertyOrder(71)]
    public IReadOnlyList<SwitchingCostEntry> SwitchingCostAmounts { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<SwitchingCostEntry>.Empty;
}

public sealed partial record AccountReview
{
    /// <summary>The height of the barrier around the customer; null if nothing is known about it.</summary>
    [JsonPropertyOrder(70)]
    public Assessment<BarrierLevel>? SwitchingCost { get; init; }

    /// <summary>The levers of the barrier, the one that raises it most first.</summary>
    [JsonPropertyOrder(71)]
    public IReadOnlyList<LeverStanding> Levers { get; init => field = ValueList.Of(value ?? []); } = ValueList<LeverStanding>.Empty;

    /// <summary>Whether to raise the barrier, keep it, or relieve the customer; null if neither barrier nor satisfaction is
    /// known.</summary>
    [JsonPropertyOrder(72)]
    public Decision<BarrierAdvice>? BarrierAdvice { get; init; }

    /// <summary>The cost of switching in money; null if no amounts are known.</summary>
    [JsonPropertyOrder(73)]
    public SwitchingCostInMoney? SwitchingCostInMoney { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The height of the barrier around the customer.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>The advice of the barrier policy.</summary>
    public BarrierAdvice? BarrierAdvice { get; init; }

    /// <summary>The lever that raises the barrier the most.</summary>
    public SwitchingCostLever? BestLever { get; init; }
}
