using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>One account as of a date: where it stands, why, and what would bring it further.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. What a topic judges stands with the
/// topic; here stands what follows from all of them.</remarks>
public sealed partial record AccountReview
{
    /// <summary>The account.</summary>
    [JsonRequired]
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    [JsonRequired]
    public required string Name { get; init; }

    /// <summary>Who of us answers for it; null where nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>The id of the account it belongs to; null where it belongs to none.</summary>
    public string? Parent { get; init; }

    /// <summary>The id of the account at the head of its whole group, also for that account itself; null where it is in no group.</summary>
    public string? GroupId { get; init; }

    /// <summary>What the group is together that it heads, with its members; null where nothing belongs to the account. Everything else
    /// here is the account's own, but for <see cref="Actions"/>: those of a head include what the group as a whole asks for.</summary>
    public GroupFigures? Group { get; init; }

    /// <summary>The date of the facts.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>By what amounts were converted to the currency of the portfolio; null where all are in it.</summary>
    public CurrencyConversion? Conversion { get; init; }

    /// <summary>What topics of your own have judged, in the order in which they were added
    /// (<see cref="AccountTopic{TPart,TJudgement}.JudgementOf"/>).</summary>
    [JsonPropertyOrder(1000)]
    [JsonConverter(typeof(TopicValuesJsonConverter))]
    public IReadOnlyList<TopicValue> Topics { get; init => field = ValueList.Of(value ?? []); } = ValueList<TopicValue>.Empty;

    /// <summary>Facts that are possible and unlikely, or that contradict each other.</summary>
    [JsonPropertyOrder(999)]
    public IReadOnlyList<FactWarning> Warnings { get; init => field = ValueList.Of(value ?? []); } = ValueList<FactWarning>.Empty;

    /// <summary>How much of the account is at stake: the band of the largest part of its purchases that one finding puts at stake; null
    /// where nothing is known by which that could be told.</summary>
    [JsonPropertyOrder(1001)]
    public RiskLevel? Risk { get; init; }

    /// <summary>What there is to say, what puts most money at stake first.</summary>
    [JsonPropertyOrder(1002)]
    public IReadOnlyList<Finding> Findings { get; init => field = ValueList.Of(value ?? []); } = ValueList<Finding>.Empty;

    /// <summary>What to do, at most <see cref="AccountActions.Most"/>, in the order of the findings they answer. An action stands at the
    /// account whose facts ask for it, and what only a group as a whole asks for at its head (<see cref="GroupReview"/>).</summary>
    [JsonPropertyOrder(1003)]
    public IReadOnlyList<ReviewAction> Actions { get; init => field = ValueList.Of(value ?? []); } = ValueList<ReviewAction>.Empty;

    /// <summary>What findings ask for and the table of another room forbids.</summary>
    [JsonPropertyOrder(1004)]
    public IReadOnlyList<ForbiddenAction> Forbidden { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<ForbiddenAction>.Empty;

    /// <summary>What the plan of the account knows and what is not proposed again: what is still to be done, overdue first, and what is
    /// done or dismissed while the review still asks for it. Null where the account was reviewed without plans
    /// (<see cref="WithPlan"/>).</summary>
    [JsonPropertyOrder(1005)]
    public IReadOnlyList<PlannedAction>? Planned { get; init => field = value is null ? null : ValueList.Of(value); }

    /// <summary>Which findings need no action, and why, by the plan of the account. Null where it was reviewed without plans.</summary>
    [JsonPropertyOrder(1006)]
    public IReadOnlyList<FindingAnswer>? Answers { get; init => field = value is null ? null : ValueList.Of(value); }

    /// <summary>What it is in two words each, with the rule and its evidence (<see cref="ReviewModels.PortraitTags"/>).</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    [JsonPropertyOrder(1007)]
    public IReadOnlyList<PortraitTag> Tags { get; init => field = ValueList.Of(value ?? []); } = ValueList<PortraitTag>.Empty;

    /// <summary>Who the customer is, on one page (<see cref="PortfolioReviewRun.PortraitOf(AccountReview)"/>); null where nobody has asked
    /// for it.</summary>
    [JsonPropertyOrder(1008)]
    public Portrait? Portrait { get; init; }

    /// <summary>The money at stake: the largest of its findings, because they are shares of the same money; null where none is known in
    /// money. What can be won is not at stake.</summary>
    [JsonIgnore]
    public decimal? AtStake => Findings.Where(finding => finding.IsAtStake).Max(finding => finding.AtStake);

    /// <summary>What is beside the money at stake: the first finding that puts something at stake, else the first one.</summary>
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

    /// <summary>The tier it stands under in a portfolio: the one that counts, and where none counts that by revenue.</summary>
    [JsonIgnore]
    public AccountTier? ListedTier => Tier.Tier ?? RevenueTier;

    /// <summary>What every account can be asked: the topics of <see cref="ReviewTopic.Covered"/>, and those of your own with which it was
    /// reviewed.</summary>
    [JsonIgnore]
    public IEnumerable<ReviewTopic> Covered => ReviewTopic.Covered.Concat(Topics.Select(value => value.Topic));

    /// <summary>What we do not know: the topics of <see cref="Covered"/> that are not known.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReviewTopic> Unknown => [.. Covered.Where(topic => !IsKnown(topic))];

    /// <summary>The review with the plan of the account: what the plan knows is open, overdue, done or dismissed
    /// (<see cref="Planned"/>), and not proposed again; what a person has answered with a reason (<see cref="AccountPlan.Answers"/>) is not
    /// proposed either.</summary>
    /// <param name="plan">The plan; null where the account has none.</param>
    /// <returns>The review; what it asks for and the plan does not know stays in <see cref="Actions"/>.</returns>
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

    /// <summary>Whether enough is known of a topic for the room to judge it.</summary>
    /// <param name="topic">The topic.</param>
    /// <returns>True where the room has given an answer; of contracts and quotations, where there is one; of a topic of your own, where it
    /// has judged.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="topic"/> is null.</exception>
    public bool IsKnown(ReviewTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return AccountTopic.Of(topic) is { } ready ? ready.IsKnown(this) : IsJudged(topic);
    }

    /// <summary>The account for a person: where it stands topic by topic, what is at stake, what to do, and what is not known.</summary>
    /// <param name="reader">For whom: in which language, in which currency, by which models.</param>
    /// <param name="detail">How much: in full with the reasons of every topic and the facts behind every finding.</param>
    /// <param name="earlier">An earlier review to compare it with; null for none.</param>
    /// <param name="accounts">How many accounts the portfolio has, to stand beside the rank; null where that is not known.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    public Document Describe(TopicReader reader, Detail detail = Detail.Full, ReviewSnapshot? earlier = null, int? accounts = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Guard.Defined(detail);
        return new AccountDocument(this, reader, detail).Of(earlier, accounts);
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Who is reviewed, as of when, and where the account stands; not the whole review.</returns>
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
