using System.Globalization;
using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The plan of an account, from one review to the next: objectives, measures, actions with their state, and the phase of its
/// cycle. The plan does not copy the review; <see cref="Describe"/> combines the two.</summary>
/// <remarks>
/// <para><see cref="TakeUp"/> turns an action of a review into an action of the plan, under a stable id: the account
/// (<see cref="IdBeginOf"/>) and the kind of action, for a contract also its id, for a follow-up also the rule of its finding. While it is
/// open, it remains the same action with the same due day, however often reviews ask for it. Once it is done or dismissed, it is remembered
/// as long as reviews keep asking for it. If a review in between has not asked, the problem has come back, and a new action gets the id
/// with the next number appended.</para>
/// <para>Immutable; equal when every part is.</para>
/// </remarks>
public sealed record AccountPlan
{
    /// <summary>The account; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.AccountName)]
    public required string AccountId { get; init => field = Guard.NotBlank(value); }

    /// <summary>The name of the account; null to use the id.</summary>
    [Privacy(Privacy.AccountName)]
    public string? Name { get; init; }

    /// <summary>The date of the last review that was taken up; null if none was.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? ReviewedOn { get; init => field = Guard.Iso(value, nameof(ReviewedOn)); }

    /// <summary>The day of the next review of the plan; null if it is not set.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? NextReviewOn { get; init => field = Guard.Iso(value, nameof(NextReviewOn)); }

    /// <summary>The goals of the company or of the plan that objectives can serve; empty if any goal is allowed.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    [Privacy(Privacy.NotPersonal)]
    public IReadOnlyList<string> Goals { get; init => field = ValueList.Of(value ?? [], nameof(Goals)); } = ValueList<string>.Empty;

    /// <summary>The objectives of the plan.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<Objective> Objectives { get; init => field = ValueList.Of(value ?? [], nameof(Objectives)); } =
        ValueList<Objective>.Empty;

    /// <summary>The measures by which the objectives are to be reached.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PlanMeasure> Measures { get; init => field = ValueList.Of(value ?? [], nameof(Measures)); } =
        ValueList<PlanMeasure>.Empty;

    /// <summary>The actions: who does what by when, and with what progress.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PlanAction> Actions { get; init => field = ValueList.Of(value ?? [], nameof(Actions)); } =
        ValueList<PlanAction>.Empty;

    /// <summary>The reasons why findings need no action.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<FindingAnswer> Answers { get; init => field = ValueList.Of(value ?? [], nameof(Answers)); } =
        ValueList<FindingAnswer>.Empty;

    /// <summary>The notes that people add to sections.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PlanNote> Notes { get; init => field = ValueList.Of(value ?? [], nameof(Notes)); } = ValueList<PlanNote>.Empty;

    /// <summary>The phase of its cycle, with every version that was agreed; null if the cycle has not begun.</summary>
    public PlanCase? Case { get; init; }

    /// <summary>Creates a plan with the actions of a review.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    public static AccountPlan Begin(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new AccountPlan { AccountId = review.Id, Case = new(review.Id, review.AsOf) }.TakeUp(review);
    }

    /// <summary>Updates the plan after a review. What the review asks for becomes an action, unless the plan knows it already or answers it
    /// with a reason (<see cref="Answers"/>).</summary>
    /// <param name="review">The review of the account, not older than the last one taken up.</param>
    /// <returns>The plan. Taking up the same review again changes nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="review"/> is of another account, or older than the last one.</exception>
    public AccountPlan TakeUp(AccountReview review)
    {
        Refuse(review);
        var actions = Actions.ToList();
        var begin = IdBegin();
        var keys = KeysOf(begin, review);
        foreach (var asked in review.Asked)
        {
            var key = KeyOf(begin, asked, review);
            var (at, times) = PlaceOf(actions, key, keys);
            var known = at < 0 ? null : actions[at];
            if (known is null || !IsAskedAs(known, asked))
            {
                if (!IsAnswered(asked))
                    actions.Add(ActionOf(asked, review, key, NextId(actions, key, times)));
            }
            else
            {
                var first = known.Origin?.FirstAskedOn ?? review.AsOf;
                actions[at] = known with
                {
                    // What was done keeps the words in which it was asked.
                    Text = known.State.HasEnded ? known.Text : asked.Text,
                    AtStake = known.State.HasEnded ? known.AtStake : AtStakeOf(asked, review),
                    Origin = new(asked.Finding, asked.RuleId, first < review.AsOf ? first : review.AsOf, review.AsOf)
                    {
                        Number = NumberOf(known.Id, key),
                    },
                };
            }
        }

        return this with { Name = review.Name == review.Id ? null : review.Name, ReviewedOn = review.AsOf, Actions = actions };
    }

    /// <summary>Lists what the plan lacks before it can be agreed, in the light of a review.</summary>
    /// <param name="review">The review of the account.</param>
    /// <param name="models">The models, whose bands determine which findings have a high stake; null for the library's own.</param>
    /// <returns>The faults, check by check; empty if the plan is ready. A finding is answered by an action that addresses it, or by a
    /// reason (<see cref="Answers"/>).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="review"/> is of another account, or older than the last one.</exception>
    public IReadOnlyList<ReadinessFault> Readiness(AccountReview review, ReviewModels? models = null)
    {
        Refuse(review);
        var bands = (models?.Risk ?? AccountFindings.Risk).Bands;
        var answered = Actions.Select(action => action.Origin?.Finding).Concat(Answers.Select(answer => answer.Finding))
            .ToHashSet(StringComparer.Ordinal);
        return PlanReadiness.Check(
            Objectives, Actions, review.AsOf,
            [.. ActionOwner.InOrder.Select(role => role.Name)],
            [
                .. review.Findings
                    .Where(finding => !answered.Contains(finding.RuleId) && bands.Of(ShareOf(finding, review)) == RiskLevel.High)
                    .Select(finding => finding.RuleId),
            ],
            NextReviewOn,
            Goals.Count == 0 ? null : Goals);
    }

    /// <summary>Proposes objectives from the measures of the review: the relationship, our share of wallet, the purchases, the
    /// satisfaction. What cannot be computed is left open; <see cref="Smart"/> says what it is.</summary>
    /// <param name="review">The review of the account.</param>
    /// <param name="language">The language of the statements, as a BCP 47 tag.</param>
    /// <returns>Drafts with their baselines, without those already in the plan.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="review"/> is of another account, or older than the last one.</exception>
    public IReadOnlyList<Objective> ProposedObjectives(AccountReview review, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(language);
        Refuse(review);
        (string Id, double? Value, Text Statement, Text Metric, Text Unit)[] measured =
        [
            ("relationship", review.Relationship?.Score, Say("relationship"), Say("relationship.metric"), Say("points")),
            ("share", (double?)review.ShareOfWallet?.MainBusiness.Share * 100, Say("share"), Say("share.metric"), Say("percent")),
            ("purchases", (double?)review.AnnualPurchases, Say("purchases"), Say("purchases.metric"), Say("money")),
            ("satisfaction", review.Survey?.Facts.CustomerSatisfaction, Say("satisfaction"), Say("satisfaction.metric"), Say("points")),
        ];
        return
        [
            .. measured.Where(each => each.Value is { } value && double.IsFinite(value) && Objectives.All(known => known.Id != each.Id))
                .Select(each => new Objective(
                    each.Id, each.Statement.In(language), ObjectiveDirection.Raise, ScoreRounding.Round(each.Value!.Value))
                {
                    Metric = each.Metric.In(language), Unit = each.Unit.In(language),
                    DataSource = Say("source").In(language),
                    Owner = Person.IsOne(review.Owner) ? review.Owner : null,
                }),
        ];
    }

    /// <summary>Describes the plan for a person, in the ten sections of its template, each filled from the review and the plan.</summary>
    /// <param name="review">The review of the account.</param>
    /// <param name="reader">The reader; with the account file, the plan also shows what the account gets compared with what it is
    /// due.</param>
    /// <param name="file">The file of the plan, for the hours of its owners; null if they are not known.</param>
    /// <param name="history">The earlier history of the account; null if it is not known.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> or <paramref name="reader"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="review"/> is of another account, or older than the last one.</exception>
    public Document Describe(
        AccountReview review, TopicReader reader, PlanFile? file = null, AccountHistory? history = null)
    {
        Refuse(review);
        ArgumentNullException.ThrowIfNull(reader);
        return new AccountPlanDocument(this, review, reader, file, history).Whole();
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account, the last review, and the numbers of objectives and actions.</returns>
    public override string ToString() => Invariant(
        $"AccountPlan {{ AccountId = {AccountId}, ReviewedOn = {ReviewedOn:R}, Objectives = {Objectives.Count}, ")
        + Invariant($"Actions = {Actions.Count} }}");

    /// <summary>The beginning of the ids of an account's actions: its id, with a slash written as <c>%2F</c>, because a slash separates the
    /// parts of an id.</summary>
    /// <param name="accountId">The account; not blank.</param>
    /// <returns>The beginning, without a slash.</returns>
    /// <exception cref="ArgumentException"><paramref name="accountId"/> is blank.</exception>
    public static string IdBeginOf(string accountId) =>
        Guard.NotBlank(accountId, nameof(accountId)).Replace("/", "%2F", StringComparison.Ordinal);

    /// <summary>The part of the purchases that a finding puts at stake, in percent.</summary>
    internal static double ShareOf(Finding finding, AccountReview review) => ScoreRounding.Round(100 * (double)(
        review.AnnualPurchases > 0 && finding.AtStake is { } money ? Math.Clamp(money / review.AnnualPurchases.Value, 0, 1)
        : Math.Clamp(finding.Stake.Share, 0, 1)));

    /// <summary>Whether the last review taken up asks for an action, or no review ever has.</summary>
    internal bool IsStillAsked(PlanAction action) => action.Origin is null || action.Origin.LastAskedOn == ReviewedOn;

    /// <summary>The actions that a review asks for and the plan does not know, and the actions of the plan as the review sees
    /// them.</summary>
    internal (IReadOnlyList<ReviewAction> Proposed, IReadOnlyList<PlannedAction> Planned) Compared(AccountReview review)
    {
        Refuse(review);
        var proposed = new List<ReviewAction>();
        var known = new Dictionary<int, ReviewAction>();
        var begin = IdBegin();
        var keys = KeysOf(begin, review);
        foreach (var asked in review.Asked)
        {
            var (at, _) = PlaceOf(Actions, KeyOf(begin, asked, review), keys);
            if (at >= 0 && IsAskedAs(Actions[at], asked))
                known[at] = asked;
            else if (!IsAnswered(asked))
                proposed.Add(asked);
        }

        return (
            proposed,
            [
                .. PlannedAction.InOrder(Actions.Select((action, i) => new PlannedAction(
                        action, known.GetValueOrDefault(i), action.IsOverdue(review.AsOf))
                    {
                        IsReasonGone = !action.State.HasEnded && !known.ContainsKey(i) && action.Origin is { } origin
                            && review.Findings.All(finding => finding.RuleId != origin.Finding),
                    })
                    .Where(each => each.Asked is not null || !each.Action.State.HasEnded)),
            ]);
    }

    // An action that has ended is asked for again by the same rule and of the same thing, whatever its amounts; anything else is a new one.
    private bool IsAskedAs(PlanAction known, ReviewAction asked) => !known.State.HasEnded
        || (IsStillAsked(known) && (known.Origin is not { } origin
            || (origin.Rule == asked.RuleId && LettersOf(known.Text) == LettersOf(asked.Text))));

    private static string LettersOf(Text text) => string.Concat(text.En.Where(char.IsLetter));

    private bool IsAnswered(ReviewAction asked) => Answers.Any(answer => answer.Finding == asked.Finding);

    private static Text Say(string key) => TextTable.Library[$"Reviews.Plan.objective.{key}"];

    private static PlanAction ActionOf(ReviewAction asked, AccountReview review, string key, string id) => new()
    {
        Id = id,
        Text = asked.Text,
        Owner = asked.Owner == ActionOwner.KeyAccountManager && Person.IsOne(review.Owner) ? review.Owner! : asked.Owner.Name,
        DueOn = asked.DueOn,
        AtStake = AtStakeOf(asked, review),
        Origin = new(asked.Finding, asked.RuleId, review.AsOf, review.AsOf) { Number = NumberOf(id, key) },
    };

    private static decimal? AtStakeOf(ReviewAction asked, AccountReview review) =>
        review.Findings.FirstOrDefault(finding => finding.RuleId == asked.Finding)?.AtStake is { } money ? Math.Max(0, money) : null;

    // A/RenewContract is an action of account A, or the begin of one of an account of that name: without its stroke it cannot be both. Ids
    // that were given before stay.
    private string IdBegin() => Actions.Any(action => action.Origin is not null
        && action.Id.StartsWith($"{AccountId}/", StringComparison.Ordinal)) ? AccountId : IdBeginOf(AccountId);

    // An account has each kind of action once, but for follow-ups; another contract is another matter.
    private static string KeyOf(string begin, ReviewAction asked, AccountReview review) =>
        asked.Kind == ActionKind.FollowUp ? $"{begin}/{asked.Kind.Name}/{asked.Finding}"
        : review.Findings.FirstOrDefault(finding => finding.RuleId == asked.Finding) is { Subjects: [var contract] } finding
            && finding.Subject == FindingSubject.Contract ? $"{begin}/{asked.Kind.Name}/{contract}"
        : $"{begin}/{asked.Kind.Name}";

    private static HashSet<string> KeysOf(string begin, AccountReview review) =>
        review.Asked.Select(asked => KeyOf(begin, asked, review)).ToHashSet(StringComparer.Ordinal);

    // The last action under a key: the key itself, or with the largest number behind it.
    private static (int Place, int Times) PlaceOf(IReadOnlyList<PlanAction> actions, string key, HashSet<string> keys)
    {
        var (place, times) = (-1, 0);
        for (var i = 0; i < actions.Count; i++)
        {
            var (id, number) = (actions[i].Id, actions[i].Origin?.Number);
            var time = id == key ? number is null or 1 ? 1 : 0
                : EndOf(id, key.Length) is { } end && id.StartsWith(key, StringComparison.Ordinal)
                    && (number == end || (number is null && !keys.Contains(id))) ? end
                : 0;
            if (time > times)
                (place, times) = (i, time);
        }

        return (place, times);
    }

    // Another matter can have the id already, such as a contract FA.2 that of a contract FA which has come back.
    private static string NextId(IReadOnlyList<PlanAction> actions, string key, int times)
    {
        var number = times + 1;
        while (actions.Any(action => action.Id == IdOf(number)))
            number++;
        return IdOf(number);

        string IdOf(int times) => times == 1 ? key : Invariant($"{key}.{times}");
    }

    // What an id cannot show: whether the number it ends in is one of times, or part of the key.
    private static int? NumberOf(string id, string key) =>
        id != key ? EndOf(id, key.Length) : EndOf(id, id.LastIndexOf('.')) is null ? null : 1;

    // The number, above 1, that an id ends in behind a dot at a place.
    private static int? EndOf(string id, int dot) => dot >= 0 && dot + 1 < id.Length && id[dot] == '.'
        && int.TryParse(id.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 ? number : null;

    private void Refuse(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (review.Id != AccountId)
            throw new ArgumentException($"review is of '{review.Id}'; it must be of '{AccountId}'.", nameof(review));
        if (review.AsOf < ReviewedOn)
        {
            throw new ArgumentException(
                Invariant($"review is as of {review.AsOf:R}; the plan has taken up one as of {ReviewedOn:R}, and a later one is needed."),
                nameof(review));
        }
    }
}
