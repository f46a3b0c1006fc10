using System.Text.Json.Serialization;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Services;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of strategic cooperation: how ready the account is, who depends on whom, and what both sides gain.</summary>
internal sealed class CooperationTopic() : AccountTopic(ReviewTopic.Cooperation)
{
    private const decimal MostAmount = 1e15m;
    private const int MonthsOfYear = 12;

    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("cooperation.startedOn", name: "cooperationStartedOn"),
        new("cooperation.meetings[].kind", name: "meetingKind"),
        new("cooperation.meetings[].on", name: "meetingOn"),
        new("cooperation.meetings[].note", name: "meetingNote"),
        new("cooperation.jointInvestment", "currency a year"),
    ];

    internal override bool IsCovered => false;

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
        [ModelSlot.Of(m => m.Cooperation, (m, value) => m with { Cooperation = value })];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        if (account.Cooperation is not { } record)
            return;
        if (record.StartedOn is { } started && started > asOf)
        {
            faults.Add(new(
                $"{path}.cooperation.startedOn", Invariant($"it is {started:R}; it must be {asOf:R} (the day of the facts) or earlier")));
        }

        if (!Portfolio.Fits($"{path}.cooperation.meetings", record.Meetings.Count, faults))
            return;

        for (var i = 0; i < record.Meetings.Count; i++)
        {
            if (record.Meetings[i] is not { } meeting)
                faults.Add(new(Invariant($"{path}.cooperation.meetings[{i}]"), "it is null; it must be an object"));
            else if (meeting.On > asOf)
            {
                faults.Add(new(
                    Invariant($"{path}.cooperation.meetings[{i}].on"),
                    Invariant($"it is {meeting.On:R}; it must be {asOf:R} (the day of the facts) or earlier")));
            }
        }
    }

    internal override AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter)
    {
        return account.Cooperation is not { } record ? converted : converted with
        {
            Cooperation = record with
            {
                JointInvestment = converter.Of(record.JointInvestment, null, "cooperation.jointInvestment"),
                Gain = record.Gain is not { } gain ? null : gain with
                {
                    ValueCreated = Of(gain.ValueCreated, "valueCreated"),
                    OurInvestment = Of(gain.OurInvestment, "ourInvestment"),
                    TheirInvestment = Of(gain.TheirInvestment, "theirInvestment"),
                    OurAlternative = Of(gain.OurAlternative, "ourAlternative"),
                    TheirAlternative = Of(gain.TheirAlternative, "theirAlternative"),
                },
            },
        };

        // What a cooperation is worth is still to come.
        decimal? Of(decimal? amount, string name) =>
            converter.Within(amount, null, converter.AsOf, $"cooperation.gain.{name}", MostAmount);
    }

    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var facts = FactsOf(review, account);
        var balance = BalanceOf(review, account);
        facts = facts with { Dependence = balance?.Kind };
        if (account.Cooperation is null && models.Cooperation.BandOf(facts) is null)
            return review;
        var cooperation = CooperationReview.Of(facts, account.Cooperation, balance, review.AsOf, models.Cooperation);
        return review with
        {
            Cooperation = account.Cooperation?.Gain is
                { NetGain: { } net, OurAlternative: { } ours, TheirAlternative: { } theirs }
                && NashBargaining.Split(net, ours, theirs) is { } split
                    ? cooperation with { OurGain = split.Ours, TheirGain = split.Theirs } : cooperation,
        };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => review.Cooperation is not { } cooperation ? facts
        : facts with { StrategicReadiness = cooperation.Readiness.Band, WeakestPoint = cooperation.Weakest };

    internal override bool IsKnown(AccountReview review) => review.Cooperation is { Readiness.IsRated: true };

    internal override bool CanTellRisk(AccountReview review) => false;

    // Whether it is time is asked of the most valuable accounts that are one stage below the strategic one.
    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "readyForStrategy",
            f => f.Tier == AccountTier.A && f.Stage == DevelopmentStage.Advanced
                && (f.StrategicReadiness == CooperationReadiness.Ready || f.StrategicReadiness == CooperationReadiness.Running),
            new(Topic, 0.1m, null, FindingKind.Opportunity),
            provenance: Provided)
        .Rule(
            "notReady",
            f => f.Tier == AccountTier.A && f.Stage == DevelopmentStage.Advanced
                && (f.StrategicReadiness == CooperationReadiness.NotYet || f.StrategicReadiness == CooperationReadiness.Preparing),
            new(Topic, 0.02m, null, FindingKind.Weakness),
            arguments: f => [f.StrategicReadiness, AccountFindings.Named(f.WeakestPoint)],
            provenance: AccountFindings.Watching);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "ready.propose",
            f => f.Topic == ReviewTopic.Cooperation && f.Kind == FindingKind.Opportunity,
            new(ActionKind.ProposeCooperation, ActionOwner.ExecutiveSponsor, 60),
            AccountActions.What("proposeCooperation"))
        .Rule(
            "notReady.prepare",
            f => f.Topic == ReviewTopic.Cooperation && f.Kind == FindingKind.Weakness,
            new(ActionKind.PrepareCooperation, ActionOwner.KeyAccountManager, 90),
            AccountActions.What("prepareCooperation"),
            arguments: f => [AccountFindings.Named(f.Account.WeakestPoint)]);

    internal override string? Summary(AccountReview review, TopicReader reader) => review.Cooperation is not { } cooperation ? null
        : reader.Joined(
            reader.Points(cooperation.Readiness),
            cooperation.Weakest is { } weakest ? reader.Text("weakestPoint", weakest) : null,
            cooperation.Dependence?.Kind.DisplayName(reader.Language));

    // Where nobody has noted anything of it, the line says all there is.
    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Cooperation is not { } cooperation
            || (reader.Account is { Cooperation: null } && review.Development?.Stage?.IsAtLeast(DevelopmentStage.Advanced) != true))
            yield break;
        yield return new(
            reader.Text("cooperation"),
            [
                .. CustomerStrategyDocuments.Of(cooperation, reader.Currency, new(reader.Language)).OfType<Block>(),
                .. reader.Told(reader.Models.Cooperation, cooperation.Readiness) is { } told ? (Block[])[told] : [],
            ]);
    }

    private static Provenance Provided { get; } = Provenance.LibraryDefault("a tenth more is bought where both sides create together");

    private static CooperationFacts FactsOf(AccountReview review, AccountFile account)
    {
        var (record, organisation) = (account.Cooperation, account.Organisation);
        var leaders = (record?.Meetings ?? []).Where(each => each.Kind == GovernanceMeeting.LeadersMeeting).ToArray();
        var departments = review.Snowball?.Points is [.., var last] ? (int?)last.Departments : null;
        return new()
        {
            StrategicMatch = review.Strategy?.Match?.Score,

            // Meetings with their days count before a number that somebody states.
            TopLevelMeetingsPerYear = leaders.Length > 0
                ? leaders.Count(each => each.On > review.AsOf.PlusMonths(-MonthsOfYear)) : organisation?.TopLevelMeetingsPerYear,
            HaveLeadersMet = leaders.Length > 0 || organisation?.TopLevelMeetingsPerYear > 0 ? true
                : organisation?.TopLevelMeetingsPerYear is 0 ? false : null,
            Contract = organisation?.Contract,
            Trust = account.Relationship?.OrganisationalTrust,
            JointProjects = organisation?.JointProjects,
            JointInvestmentShare = record?.JointInvestment is { } invested && review.AnnualPurchases is > 0 and var bought
                ? (double)(Math.Min(invested, bought * 1000) / bought) : null,
            IsInvolvedEarly = account.ServiceContracts.Any(each =>
                each.Type == ServiceType.Evi && each.From <= review.AsOf && !(each.Until < review.AsOf)) ? true : record?.IsInvolvedEarly,
            HasSteeringCommittee = record?.HasSteeringCommittee,
            SharesKpis = record?.SharesKpis,
            ConnectedDepartments = departments ?? record?.ConnectedDepartments,
            CreatesJointly = account.Development?.CreatesJointly,
        };
    }

    private static DependenceBalance? BalanceOf(AccountReview review, AccountFile account) =>
        (account.Organisation?.ShareOfWallet ?? (double?)review.ShareOfWallet?.MainBusiness.Share) is { } share
        && account.Cooperation?.ShareOfOurRevenue is { } revenue
            ? new(Math.Clamp(share, 0, 1), revenue) : null;
}

public sealed partial class ReviewTopic
{
    /// <summary>The readiness of the account for strategic cooperation.</summary>
    public static readonly ReviewTopic Cooperation = new(36);
}

public sealed partial record ReviewModels
{
    /// <summary>The scorecard of an account's readiness for strategic cooperation.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Scorecard<CooperationFacts, CooperationReadiness> Cooperation { get; init => field = Guard.NotNull(value); } =
        StrategicCooperation.Readiness;
}

public sealed partial record AccountFile
{
    /// <summary>What both sides do together beyond buying and selling; null if nothing is known about it.</summary>
    [JsonPropertyOrder(360)]
    public CooperationRecord? Cooperation { get; init; }
}

public sealed partial record AccountReview
{
    /// <summary>The readiness for strategic cooperation; null if too little is known.</summary>
    [JsonPropertyOrder(360)]
    public CooperationReview? Cooperation { get; init; }
}

public sealed partial record ReviewFacts
{
    /// <summary>The readiness for strategic cooperation.</summary>
    public CooperationReadiness? StrategicReadiness { get; init; }

    /// <summary>The weakest of the four points behind that readiness.</summary>
    public CooperationPoint? WeakestPoint { get; init; }
}
