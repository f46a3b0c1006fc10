using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The topic of satisfaction: whether the customer is satisfied, and what it complains about.</summary>
internal sealed class SatisfactionTopic() : AccountTopic(ReviewTopic.Satisfaction)
{
    internal override IReadOnlyList<AccountColumn> NamedColumns { get; } =
    [
        new("surveys[].ratings", "points"),
        new("surveys[].scalePoints", "points"),
        new("surveys[].recommendations", "points"),
        new("surveys[].responses[].influence", "weight"),
        new("surveys[].responses[].answers[].expectation", "points"),
        new("surveys[].responses[].answers[].perception", "points"),
    ];

    internal override IReadOnlyList<ModelSlot> Slots { get; } =
    [
        ModelSlot.Of(m => m.ComplaintDeadlines, (m, value) => m with { ComplaintDeadlines = value }),
        ModelSlot.Of(m => m.SurveyLevels, (m, value) => m with { SurveyLevels = value }),
        ModelSlot.Of(m => m.ServiceStrategies, (m, value) => m with { ServiceStrategies = value }),
    ];

    internal override void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults)
    {
        for (var i = 0; i < account.Surveys.Count; i++)
            CheckSurvey(Invariant($"{path}.surveys[{i}]"), account.Surveys[i], faults);
        Portfolio.CheckIds($"{path}.complaints", account.Complaints.Select(each => each?.Id), faults);
        for (var i = 0; i < account.Complaints.Count; i++)
        {
            if (account.Complaints[i] is not { } complaint)
                continue;
            var last = complaint.History.Count == 0 ? complaint.OpenedOn : complaint.History[^1].On;
            if (complaint.OpenedOn == default)
                faults.Add(new(Invariant($"{path}.complaints[{i}].openedOn"), "it is missing"));
            else if (last > asOf)
            {
                faults.Add(new(
                    Invariant($"{path}.complaints[{i}]"),
                    $"its last day is {LocalDatePattern.Iso.Format(last)}; it must not be after {LocalDatePattern.Iso.Format(asOf)}, the "
                    + "date of the facts"));
            }
        }
    }

    private static void CheckSurvey(string path, SatisfactionSurvey? survey, List<ModelFault> faults)
    {
        if (survey is null)
        {
            faults.Add(new(path, "it is null; it must be an object"));
            return;
        }

        foreach (var (name, count) in ((string, int)[])[
            ("ratings", survey.Ratings.Count), ("recommendations", survey.Recommendations.Count), ("responses", survey.Responses.Count)])
        {
            Portfolio.Fits($"{path}.{name}", count, faults);
        }

        faults.AddRange(survey.Faults().Select(fault => fault.Under(path)));
    }

    // What the customer has answered counts before what somebody states.
    internal override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var survey = account.SurveyOn(review.AsOf, models.SurveyLevels);
        return account.Satisfaction is null && survey is null && account.Complaints.Count == 0 ? review : review with
        {
            Satisfaction = survey?.Level.Advice ?? account.Satisfaction,
            StatedSatisfaction = survey is null ? null : account.Satisfaction,
            Survey = survey,
            Complaints = account.Complaints.Count == 0 ? [] : Open(account.Complaints, review, models),
        };
    }

    internal override ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => facts with
    {
        Satisfaction = review.Satisfaction,
        StatedSatisfaction = review.StatedSatisfaction,
        IsStatedSatisfactionShown = review is { StatedSatisfaction: { } stated, Survey.Level.Advice: { } shown } ? stated == shown : null,
        OpenComplaints = review.Complaints.Count,
        OverdueComplaints = review.Complaints.Count(each => each.IsOverdue),
    };

    internal override bool IsKnown(AccountReview review) => review.Satisfaction is not null;

    internal override bool CanTellRisk(AccountReview review) => IsKnown(review) || review.Complaints.Count > 0;

    internal override void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) => table
        .Rule(
            "complaintOverdue", f => f.OverdueComplaints > 0, new(Topic, 0.4m, null, FindingKind.Issue, FindingSubject.Complaint),
            arguments: f => [f.OverdueComplaints, f.OpenComplaints])
        .Rule(
            "complaintOpen", f => f.OpenComplaints > 0 && f.OverdueComplaints == 0,
            new(Topic, 0.1m, null, FindingKind.Risk, FindingSubject.Complaint),
            arguments: f => [f.OpenComplaints], provenance: AccountFindings.Watching)
        .Rule(
            "hostage", f => f.BarrierAdvice == BarrierAdvice.Relieve, new(Topic, 0.4m, kind: FindingKind.Risk),
            arguments: f => [f.Barrier, f.Satisfaction])
        .Rule(
            "dissatisfied",
            f => f.Satisfaction == SatisfactionLevel.Low && (f.BarrierAdvice == null || f.BarrierAdvice != BarrierAdvice.Relieve),
            new(Topic, 0.4m, kind: FindingKind.Issue),
            arguments: f => [f.Satisfaction, (object?)f.Barrier ?? TextTable.Library["Reviews.barrierNotKnown"]])
        .Rule(
            "satisfactionNotShown", f => f.IsStatedSatisfactionShown == false, new(Topic, 0.02m, kind: FindingKind.Contradiction),
            arguments: f => [f.StatedSatisfaction, f.Satisfaction], provenance: AccountFindings.Knowing)
        .Rule(
            "satisfactionUnknown", f => f.Satisfaction == null, new(Topic, 0.02m, kind: FindingKind.Unknown),
            provenance: AccountFindings.Knowing);

    internal override void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) => table
        .Rule(
            "overdue.settle",
            f => f.Topic == ReviewTopic.Satisfaction && f.Subject == FindingSubject.Complaint && f.Kind == FindingKind.Issue,
            new(ActionKind.SettleComplaint, ActionOwner.ServiceManager, 1),
            AccountActions.What("settle"),
            arguments: f => [f.Account.OpenComplaints])
        .Rule(
            "open.settle",
            f => f.Topic == ReviewTopic.Satisfaction && f.Subject == FindingSubject.Complaint && f.Kind == FindingKind.Risk,
            new(ActionKind.SettleComplaint, ActionOwner.ServiceManager, 7),
            AccountActions.What("settle"),
            arguments: f => [f.Account.OpenComplaints])
        .Rule(
            "hostage.improve",
            f => f.Topic == ReviewTopic.Satisfaction && f.Subject == FindingSubject.Account && f.Kind == FindingKind.Risk,
            new(ActionKind.ImproveService, ActionOwner.ServiceManager, 14),
            AccountActions.What("improve"))
        .Rule(
            "hostage.ease",
            f => f.Topic == ReviewTopic.Satisfaction && f.Subject == FindingSubject.Account && f.Kind == FindingKind.Risk,
            new(ActionKind.EaseBarrier, ActionOwner.KeyAccountManager, 60),
            AccountActions.What("ease"))
        .Rule(
            "dissatisfied.improve",
            f => f.Topic == ReviewTopic.Satisfaction && f.Subject == FindingSubject.Account && f.Kind == FindingKind.Issue,
            new(ActionKind.ImproveService, ActionOwner.ServiceManager, 14),
            AccountActions.What("improve"))
        .Rule(
            "dissatisfied.meet",
            f => f.Topic == ReviewTopic.Satisfaction && f.Subject == FindingSubject.Account
                && (f.Kind == FindingKind.Issue || f.Kind == FindingKind.Risk) && f.Account.Tier == AccountTier.A,
            new(ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, 14),
            AccountActions.What("meet"))
        .Rule(
            "satisfaction.check",
            f => f.Topic == ReviewTopic.Satisfaction && f.Kind == FindingKind.Contradiction,
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 30),
            AccountActions.What("checkStated"))
        .Rule(
            "satisfaction.ask",
            f => f.Topic == ReviewTopic.Satisfaction && f.Kind == FindingKind.Unknown,
            new(ActionKind.AskSatisfaction, ActionOwner.ServiceManager, 30),
            AccountActions.What("askSatisfaction"));

    internal override IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) => stake.Subject == FindingSubject.Complaint
        ? review.Complaints.Where(each => stake.Kind != FindingKind.Issue || each.IsOverdue).Select(each => each.Complaint.Id)
        : [];

    internal override string? Summary(AccountReview review, TopicReader reader) => reader.Joined(
        review.Satisfaction?.DisplayName(reader.Language),
        review.Survey is { } survey ? reader.Text("survey", LocalDatePattern.Iso.Format(survey.On)) : null,
        review.Complaints.Count > 0
            ? reader.Text("complaints", review.Complaints.Count, review.Complaints.Count(each => each.IsOverdue))
            : null);

    internal override IEnumerable<Section> Sections(AccountReview review, TopicReader reader)
    {
        if (review.Survey?.Facts.WidestShortfall is { } dimension
            && reader.Models.ServiceStrategies.Decide(new() { Shortfall = dimension }).Advice is { } strategy)
        {
            yield return new(reader.Text("serviceTitle"),
            [
                new Paragraph(reader.Text(
                    "service", dimension, strategy, strategy.Description(reader.Language))),
            ]);
        }

        if (review.Complaints.Count == 0
            || reader.Models.ComplaintDeadlines.Decide(new() { Tier = review.Tier.Tier }).Advice is not { } standard)
            yield break;
        yield return new(
            reader.Text("complaintsTitle"),
            [
                .. review.Complaints.Select(each =>
                    each.Complaint.Describe(review.AsOf, standard, reader.Language).ToSection(each.Complaint.Id)),
            ]);
    }

    private static IReadOnlyList<ComplaintReview> Open(IReadOnlyList<Complaint> complaints, AccountReview review, ReviewModels models)
    {
        var standard = models.ComplaintDeadlines.Decide(new() { Tier = review.Tier.Tier }).Advice ?? throw new ArgumentException(
            $"the table '{models.ComplaintDeadlines.Id}' has no deadlines for the tier {review.Tier.Tier?.Name ?? "unknown"}.");
        return
        [
            .. complaints.Where(each => !each.IsClosed)
                .OrderBy(each => each.OpenedOn)
                .ThenBy(each => each.Id, StringComparer.Ordinal)
                .Select(each => new ComplaintReview(each, ComplaintDeadlines.Of(each, standard, review.AsOf))),
        ];
    }
}

public sealed partial class ReviewTopic
{
    /// <summary>Whether the customer is satisfied.</summary>
    public static readonly ReviewTopic Satisfaction = new(10);
}

public sealed partial record ReviewModels
{
    /// <summary>The table of strategies to improve a service that a survey finds lacking.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<ServiceStrategyFacts, ServiceStrategy> ServiceStrategies { get; init => field = Guard.NotNull(value); } =
        Satisfaction.ServiceStrategies.Standard;

    /// <summary>The table of deadlines for complaints.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<ComplaintStandardFacts, ComplaintStandard> ComplaintDeadlines { get; init => field = Guard.NotNull(value); } =
        Satisfaction.ComplaintDeadlines.Standard;

    /// <summary>The table of satisfaction levels by survey answers.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<SurveyFacts, SatisfactionLevel> SurveyLevels { get; init => field = Guard.NotNull(value); } =
        SatisfactionSurveys.Levels;
}

public sealed partial record AccountFile
{
    /// <summary>The customer's satisfaction, as stated; null if it is not known.</summary>
    [JsonPropertyOrder(100)]
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>The customer's answers to satisfaction surveys, in any order. The latest one that still counts
    /// (<see cref="SatisfactionSurveys.On"/>) replaces <see cref="Satisfaction"/>; a difference is a finding.</summary>
    [JsonPropertyOrder(100)]
    public IReadOnlyList<SatisfactionSurvey> Surveys { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<SatisfactionSurvey>.Empty;

    internal SurveyReading? SurveyOn(LocalDate asOf, DecisionTable<SurveyFacts, SatisfactionLevel> levels) =>
        Surveys.Count == 0 || SatisfactionSurveys.On(Surveys, asOf, levels) is not { Level.IsDecided: true } reading ? null : reading;

    internal SatisfactionLevel? SatisfactionOn(LocalDate asOf, DecisionTable<SurveyFacts, SatisfactionLevel> levels) =>
        SurveyOn(asOf, levels)?.Level.Advice ?? Satisfaction;

    /// <summary>The customer's complaints, including closed ones, in any order.</summary>
    [JsonPropertyOrder(101)]
    public IReadOnlyList<Complaint> Complaints { get; init => field = ValueList.Unchecked(value ?? []); } = ValueList<Complaint>.Empty;
}

public sealed partial record AccountReview
{
    /// <summary>The customer's satisfaction by its answers, otherwise as stated; null if it is not known.</summary>
    [JsonPropertyOrder(100)]
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>The stated satisfaction beside a survey; null if none is stated, or if no survey counts.</summary>
    [JsonPropertyOrder(100)]
    public SatisfactionLevel? StatedSatisfaction { get; init; }

    /// <summary>The reading of its answers; null if no survey counts.</summary>
    [JsonPropertyOrder(100)]
    public SurveyReading? Survey { get; init; }

    /// <summary>Its open complaints, each with its deadlines, the oldest first.</summary>
    [JsonPropertyOrder(101)]
    public IReadOnlyList<ComplaintReview> Complaints { get; init => field = ValueList.Of(value ?? []); } = ValueList<ComplaintReview>.Empty;
}

public sealed partial record ReviewFacts
{
    /// <summary>The customer's satisfaction.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>The stated satisfaction beside a survey.</summary>
    public SatisfactionLevel? StatedSatisfaction { get; init; }

    /// <summary>Whether the survey confirms the stated satisfaction; null if either is not known.</summary>
    public bool? IsStatedSatisfactionShown { get; init; }

    /// <summary>The number of open complaints.</summary>
    [FactRange(FactUnit.Count)]
    public int OpenComplaints
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }

    /// <summary>The number of these with an overdue step.</summary>
    [FactRange(FactUnit.Count)]
    public int OverdueComplaints
    {
        get;
        init => field = FactRange<ReviewFacts>.Checked(value);
    }
}
