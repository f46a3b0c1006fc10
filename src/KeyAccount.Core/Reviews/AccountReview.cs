using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>The review of one account as of a date: its state, the reasons, and what would improve it.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. Each topic adds its own judgements;
/// the properties here follow from all of them.</remarks>
public sealed partial record AccountReview
{
    /// <summary>The account.</summary>
    [JsonRequired]
    public required string Id { get; init; }

    /// <summary>The name of the account.</summary>
    [JsonRequired]
    public required string Name { get; init; }

    /// <summary>The person on our side who is responsible for the account; null if nobody is.</summary>
    public string? Owner { get; init; }

    /// <summary>The id of the account it belongs to; null if it belongs to none.</summary>
    public string? Parent { get; init; }

    /// <summary>The id of the account at the head of the whole group, also for the head itself; null if it is in no group.</summary>
    public string? GroupId { get; init; }

    /// <summary>The combined figures of the group that this account heads, members included; null if no account belongs to it. Everything
    /// else here is the account's own, except <see cref="Actions"/>: those of a head include the actions for the group as a
    /// whole.</summary>
    public GroupFigures? Group { get; init; }

    /// <summary>The date of the facts.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The rates by which amounts were converted to the currency of the portfolio; null if all are in it.</summary>
    public CurrencyConversion? Conversion { get; init; }

    /// <summary>The judgements of topics of your own, in the order in which they were added
    /// (<see cref="AccountTopic{TPart,TJudgement}.JudgementOf"/>).</summary>
    [JsonPropertyOrder(1000)]
    [JsonConverter(typeof(TopicValuesJsonConverter))]
    public IReadOnlyList<TopicValue> Topics { get; init => field = ValueList.Of(value ?? []); } = ValueList<TopicValue>.Empty;

    /// <summary>Facts that are possible but unlikely, or that contradict each other.</summary>
    [JsonPropertyOrder(999)]
    public IReadOnlyList<FactWarning> Warnings { get; init => field = ValueList.Of(value ?? []); } = ValueList<FactWarning>.Empty;

    /// <summary>The risk level of the account: the band of the largest part of its purchases that a single finding puts at stake; null if
    /// too little is known.</summary>
    [JsonPropertyOrder(1001)]
    public RiskLevel? Risk { get; init; }

    /// <summary>The findings, the one with the most money at stake first.</summary>
    [JsonPropertyOrder(1002)]
    public IReadOnlyList<Finding> Findings { get; init => field = ValueList.Of(value ?? []); } = ValueList<Finding>.Empty;

    /// <summary>The actions, at most <see cref="AccountActions.Most"/>, in the order of the findings they answer. An action is listed at
    /// the account whose facts call for it. An action that only the group as a whole calls for is listed at its head
    /// (<see cref="GroupReview"/>).</summary>
    [JsonPropertyOrder(1003)]
    public IReadOnlyList<ReviewAction> Actions { get; init => field = ValueList.Of(value ?? []); } = ValueList<ReviewAction>.Empty;

    /// <summary>The actions that findings ask for but the table of another room forbids.</summary>
    [JsonPropertyOrder(1004)]
    public IReadOnlyList<ForbiddenAction> Forbidden { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<ForbiddenAction>.Empty;

    /// <summary>The actions in the plan of the account, which are not proposed again: first the open ones, starting with the overdue; then
    /// those done or dismissed that the review still asks for. Null if the account was reviewed without plans
    /// (<see cref="WithPlan"/>).</summary>
    [JsonPropertyOrder(1005)]
    public IReadOnlyList<PlannedAction>? Planned { get; init => field = value is null ? null : ValueList.Of(value); }

    /// <summary>The findings that need no action according to the plan, with the reasons. Null if the account was reviewed without
    /// plans.</summary>
    [JsonPropertyOrder(1006)]
    public IReadOnlyList<FindingAnswer>? Answers { get; init => field = value is null ? null : ValueList.Of(value); }

    /// <summary>The tags that characterise the account in a few words, each with its rule and its evidence
    /// (<see cref="ReviewModels.PortraitTags"/>).</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    [JsonPropertyOrder(1007)]
    public IReadOnlyList<PortraitTag> Tags { get; init => field = ValueList.Of(value ?? []); } = ValueList<PortraitTag>.Empty;

    /// <summary>The portrait of the customer on one page (<see cref="PortfolioReviewRun.PortraitOf(AccountReview)"/>); null if nobody has
    /// asked for it.</summary>
    [JsonPropertyOrder(1008)]
    public Portrait? Portrait { get; init; }

    /// <summary>The money at stake: that of the largest finding, because all are shares of the same money; null if none is known in money.
    /// Opportunities are not at stake.</summary>
    [JsonIgnore]
    public decimal? AtStake => Findings.Where(finding => finding.IsAtStake).Max(finding => finding.AtStake);

    /// <summary>The finding to show beside the money at stake: the first one that puts something at stake, otherwise the first
    /// one.</summary>
    [JsonIgnore]
    public Finding? TopFinding => Findings.FirstOrDefault(finding => finding.IsAtStake) ?? (Findings.Count > 0 ? Findings[0] : null);

    // In a list, a head stands for its group.
    internal RiskLevel? ListedRisk => Group is null ? Risk : Group.Risk;

    internal decimal? ListedAtStake => Group is null ? AtStake : Group.AtStake;

    internal decimal? ListedPurchases => Group is null ? AnnualPurchases : Group.AnnualPurchases;

    internal Finding? ListedTopFinding => ListedFindings.FirstOrDefault(finding => finding.IsAtStake)
        ?? (ListedFindings is [var first, ..] ? first : null);

    internal IReadOnlyList<Finding> ListedFindings => Group is null ? Findings : Group.Findings;

    // What the facts ask for, whether a plan knows it or not.
    internal IEnumerable<ReviewAction> Asked => Planned is null ? Actions
        : Planned.Select(each => each.Asked).OfType<ReviewAction>().Concat(Actions);

    // What is to be done, what is due first first; without plans in the order of the findings.
    internal IEnumerable<NextAction> Next
    {
        get
        {
            var proposed = Actions.Select(action => new NextAction(action.Text, action.DueOn, action.Owner.Name, null));
            return Planned is null ? proposed
                : Planned.Where(each => !each.Action.State.HasEnded)
                    .Select(each => new NextAction(each.Action.Text, each.Action.DueOn, each.Action.Owner, each))
                    .Concat(proposed).OrderBy(each => each.DueOn);
        }
    }

    /// <summary>The tier under which the account is listed in a portfolio: the tier that counts, otherwise the tier by revenue.</summary>
    [JsonIgnore]
    public AccountTier? ListedTier => Tier.Tier ?? RevenueTier;

    /// <summary>The topics that apply to every account: those of <see cref="ReviewTopic.Covered"/>, and those of your own with which it was
    /// reviewed.</summary>
    [JsonIgnore]
    public IEnumerable<ReviewTopic> Covered => ReviewTopic.Covered.Concat(Topics.Select(value => value.Topic));

    /// <summary>The unknown topics: those of <see cref="Covered"/> that are not known.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReviewTopic> Unknown => [.. Covered.Where(topic => !IsKnown(topic))];

    /// <summary>Combines the review with the plan of the account. Actions of the plan are open, overdue, done or dismissed
    /// (<see cref="Planned"/>), and are not proposed again. Findings that a person has answered with a reason
    /// (<see cref="AccountPlan.Answers"/>) call for no action either.</summary>
    /// <param name="plan">The plan; null if the account has none.</param>
    /// <returns>The review; actions that the plan does not know remain in <see cref="Actions"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="plan"/> is of another account, or has taken up a later review.</exception>
    public AccountReview WithPlan(AccountPlan? plan)
    {
        if (plan is null)
            return this with { Actions = [.. Asked], Planned = [], Answers = [] };
        var (proposed, planned) = plan.Compared(this);
        return this with
        {
            Actions = proposed, Planned = planned,
            Answers = [.. plan.Answers.Where(answer => Findings.Any(finding => finding.RuleId == answer.Finding))],
        };
    }

    /// <summary>Whether enough is known about a topic for its room to judge it.</summary>
    /// <param name="topic">The topic.</param>
    /// <returns>True if the room has given an answer; for contracts and quotations, if there is one; for a topic of your own, if it has
    /// judged.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="topic"/> is null.</exception>
    public bool IsKnown(ReviewTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return AccountTopic.Of(topic) is { } ready ? ready.IsKnown(this) : IsJudged(topic);
    }

    /// <summary>Describes the account for a person: its state topic by topic, what is at stake, what to do, and what is not
    /// known.</summary>
    /// <param name="reader">The reader: the language, the currency and the models.</param>
    /// <param name="detail">The level of detail; in full, with the reasons of every topic and the facts behind every finding.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <param name="accounts">The number of accounts in the portfolio, shown beside the rank; null if it is not known.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    public Document Describe(TopicReader reader, Detail detail = Detail.Full, ReviewSnapshot? earlier = null, int? accounts = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Guard.Defined(detail);
        return new AccountDocument(this, reader, detail).Of(earlier, accounts);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account, the date and its state; not the whole review.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
$"AccountReview {{ Id = {Id}, Name = {Name}, AsOf = {AsOf:R}, Tier = {ListedTier}, Risk = {Risk}, "
        + $"Findings = {Findings.Count}, Actions = {Actions.Count} }}");

    /// <summary>Writes the review as a JSON object.</summary>
    /// <param name="json">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonSerializer.Serialize(json, this, ReviewJson.Default.AccountReview);
    }

    private bool IsJudged(ReviewTopic topic) => Topics.Any(value => value.Topic == topic && value.Json is not null);
}
