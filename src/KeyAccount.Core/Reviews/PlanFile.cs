using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The plans of a portfolio: the file that is kept from one review to the next.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PlanFile
{
    private const string Model = "plan";
    private const int Suggested = 5;

    /// <summary>The version of its file (<see cref="FileFormat.Plan"/>): always the current one.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; } = FileFormat.Plan.Version;

    /// <summary>The name of the plans; null if they have none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Name { get; init; }

    /// <summary>The monthly hours that people have for actions.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<OwnerCapacity> Capacities { get; init => field = ValueList.Of(value ?? [], nameof(Capacities)); } =
        ValueList<OwnerCapacity>.Empty;

    /// <summary>The monthly hours of everybody else; null if they are not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 744, FactUnit.Number, UsualMaximum = 200)]
    public double? HoursPerMonth { get; init => field = FactRange<PlanFile>.Checked(value); }

    /// <summary>The plans, at most one per account.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<AccountPlan> Plans { get; init => field = ValueList.Of(value ?? [], nameof(Plans)); } =
        ValueList<AccountPlan>.Empty;

    /// <summary>All actions, plan by plan.</summary>
    [JsonIgnore]
    public IEnumerable<PlanAction> Actions => Plans.SelectMany(plan => plan.Actions);

    /// <summary>Reads plans from JSON, in the format that <c>keyaccount schema plan</c> describes.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The plans, without faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a file of plans; the exception holds every fault with
    /// its path. No other exception is thrown, whatever the text.</exception>
    public static PlanFile FromJson(string json) =>
        Checked(CheckedJson.Read(json, ReviewJson.Default.PlanFile, Model, FileFormat.Plan.Upgraded));

    /// <summary>Reads plans from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The plans, without faults.</returns>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a file of plans; the exception holds every fault with
    /// its path. No other exception is thrown, whatever the bytes.</exception>
    public static PlanFile FromJson(ReadOnlyMemory<byte> json) =>
        Checked(CheckedJson.Read(json, ReviewJson.Default.PlanFile, Model, FileFormat.Plan.Upgraded));

    /// <summary>Writes the plans as JSON: the same bytes for the same plans.</summary>
    /// <returns>An indented object, with non-ASCII characters unescaped.</returns>
    public string ToJson() => ReviewJson.TextOf(this, ReviewJson.Default.PlanFile, isIndented: true);

    /// <summary>Looks up the plan of an account.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The plan; null if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accountId"/> is null.</exception>
    public AccountPlan? Find(string accountId)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        return Plans.FirstOrDefault(plan => plan.AccountId == accountId);
    }

    /// <summary>Returns the file with a plan in place of the account's existing one.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The file; the plan of an account that had none is added at the end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public PlanFile With(AccountPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Find(plan.AccountId) is null
            ? this with { Plans = [.. Plans, plan] }
            : this with { Plans = [.. Plans.Select(each => each.AccountId == plan.AccountId ? plan : each)] };
    }

    /// <summary>Updates the plans after reviews: each plan takes up the review of its account, and an account without a plan gets one if
    /// its review asks for something.</summary>
    /// <param name="reviews">The reviews.</param>
    /// <returns>The file; plans of accounts that are not reviewed stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reviews"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A review is older than the last one that its plan has taken up.</exception>
    public PlanFile TakeUp(IEnumerable<AccountReview> reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        var plans = Plans.ToList();
        var places = plans.Select((plan, i) => (plan.AccountId, i))
            .ToDictionary(each => each.AccountId, each => each.i, StringComparer.Ordinal);
        foreach (var review in reviews)
        {
            ArgumentNullException.ThrowIfNull(review, nameof(reviews));
            if (places.TryGetValue(review.Id, out var at))
                plans[at] = plans[at].TakeUp(review);
            else if (review.Asked.Any())
            {
                places.Add(review.Id, plans.Count);
                plans.Add(AccountPlan.Begin(review));
            }
        }

        return this with { Plans = plans };
    }

    /// <summary>Edits an action.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="change">Returns the edited action; it must not change the id or the revision.</param>
    /// <param name="revision">The revision on which the edit is based; null to edit the present action in any case.</param>
    /// <param name="today">The day of the edit. No state may be later, except the day of the last review that has asked for the action;
    /// null to skip this check.</param>
    /// <returns>The file after the edit; or this file, the present action, and the reason why the edit is refused: there is no such action,
    /// it has been edited since, its new state begins before the action was first asked for or after <paramref name="today"/>, or its new
    /// due day is before the action was first asked for.</returns>
    /// <exception cref="ArgumentNullException">An argument is null, or <paramref name="change"/> returns null.</exception>
    /// <exception cref="ArgumentException">The edited action that <paramref name="change"/> returns is invalid.</exception>
    public PlanEdit Edit(
        string actionId, Func<PlanAction, PlanAction> change, int? revision = null, LocalDate? today = null)
    {
        Guard.Iso(today);
        ArgumentNullException.ThrowIfNull(actionId);
        ArgumentNullException.ThrowIfNull(change);
        var plan = Plans.FirstOrDefault(each => each.Actions.Any(action => action.Id == actionId));
        if (plan is null)
        {
            string[] ids = [.. Actions.Select(action => action.Id)];
            string[] alike =
            [
                .. ids.Where(id => id.Contains(actionId, StringComparison.OrdinalIgnoreCase)
                        || actionId.StartsWith(id.Split('/')[0] + "/", StringComparison.Ordinal))
                    .Prepend(NearestName.Of(actionId, ids)).OfType<string>().Distinct(StringComparer.Ordinal).Take(Suggested),
            ];
            return new(this, IsAccepted: false, null, alike.Length == 0
                ? TextTable.Library["Reviews.Plan.unknownAction"].With(actionId)
                : TextTable.Library["Reviews.Plan.unknownActionAlike"].With(actionId, string.Join(", ", alike)));
        }

        var now = plan.Actions.First(action => action.Id == actionId);
        if (revision is { } expected && expected != now.Revision)
        {
            return new(this, IsAccepted: false, now, TextTable.Library["Reviews.Plan.editedSince"].With(
                actionId, expected, now.Revision, now.State.Status, Shown(now.State.On), now.Owner, Shown(now.DueOn),
                now.State.Note ?? "–", now.State.By ?? "–"));
        }

        var edited = change(now);
        ArgumentNullException.ThrowIfNull(edited, nameof(change));
        if (edited.State.On is { } on && on != now.State.On)
        {
            // A review of a later day is an account of that day.
            var (first, last) = (now.Origin?.FirstAskedOn, now.Origin is { } origin ? Later(today, origin.LastAskedOn) : today);
            if (on < first || on > last)
            {
                return new(this, IsAccepted: false, now, TextTable.Library[
                    on < first ? "Reviews.Plan.beforeAsked" : "Reviews.Plan.inFuture"].With(
                    actionId, edited.State.Status, Shown(on), Shown(on < first ? first : last), now.State.Status, Shown(now.State.On),
                    now.Revision));
            }
        }

        if (edited.DueOn != now.DueOn && edited.DueOn < now.Origin?.FirstAskedOn)
        {
            return new(this, IsAccepted: false, now, TextTable.Library["Reviews.Plan.dueBeforeAsked"].With(
                actionId, Shown(edited.DueOn), Shown(now.Origin.FirstAskedOn), Shown(now.DueOn), now.Revision));
        }

        var next = edited with { Id = now.Id, Revision = checked(now.Revision + 1) };
        return new(
            With(plan with { Actions = [.. plan.Actions.Select(action => action.Id == actionId ? next : action)] }),
            IsAccepted: true, next, TextTable.Library["Reviews.Plan.edited"].With(actionId, next.State.Status, next.Revision));
    }

    /// <summary>Describes the plans for a person: their progress, what is overdue, who has more to do than hours, and what the plans
    /// cost.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(LocalDate asOf, string language = Language.English)
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(language);
        return new PlanFileDocument(this, asOf, language).Whole();
    }

    /// <summary>Plans which open actions fit into the hours of their owners: first those with the most money at stake, then those that are
    /// due first.</summary>
    /// <param name="asOf">The day.</param>
    /// <returns>The capacity plan.</returns>
    public CapacityPlan Capacity(LocalDate asOf) => CapacityPlan.Of(
        [
            .. Actions.OrderByDescending(action => action.AtStake ?? -1).ThenBy(action => action.DueOn)
                .ThenBy(action => action.Id, StringComparer.Ordinal),
        ],
        Capacities, asOf, HoursPerMonth);

    /// <summary>Lists everything that is wrong with the file beyond the form of its parts.</summary>
    /// <returns>The faults with their paths; empty if there are none.</returns>
    public IReadOnlyList<ModelFault> FaultsOf()
    {
        var faults = new List<ModelFault>();
        CheckIds("capacities", Capacities.Select(each => each.Owner), "owner", faults);
        CheckIds("plans", Plans.Select(each => each.AccountId), "accountId", faults);
        var actions = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Plans.Count; i++)
        {
            var (plan, path) = (Plans[i], Invariant($"plans[{i}]"));
            var before = faults.Count;
            CheckIds($"{path}.objectives", plan.Objectives.Select(each => each.Id), "id", faults);
            CheckIds($"{path}.measures", plan.Measures.Select(each => each.Id), "id", faults);
            CheckIds($"{path}.answers", plan.Answers.Select(each => each.Finding), "finding", faults);
            for (var j = 0; j < plan.Objectives.Count; j++)
                CheckObjective(plan.Objectives[j], Invariant($"{path}.objectives[{j}]"), plan.Case, faults);
            for (var j = 0; j < plan.Measures.Count; j++)
            {
                CheckLink(
                    Invariant($"{path}.measures[{j}].objectiveId"), plan.Measures[j].ObjectiveId, plan.Objectives.Select(each => each.Id),
                    faults);
            }

            for (var j = 0; j < plan.Actions.Count; j++)
            {
                var action = plan.Actions[j];
                if (!actions.TryAdd(action.Id, plan.AccountId))
                {
                    var other = actions[action.Id];
                    faults.Add(new(
                        Invariant($"{path}.actions[{j}].id"),
                        $"it is '{action.Id}', which is duplicated"
                        + (other == plan.AccountId ? "" : $": accounts '{other}' and '{plan.AccountId}' have it")
                        + "; each action has an id of its own"));
                }

                if (action.MeasureId is { } measure)
                    CheckLink(Invariant($"{path}.actions[{j}].measureId"), measure, plan.Measures.Select(each => each.Id), faults);
            }

            foreach (var (name, count) in new[]
            {
                ("goals", plan.Goals.Count), ("objectives", plan.Objectives.Count), ("measures", plan.Measures.Count),
                ("actions", plan.Actions.Count), ("answers", plan.Answers.Count), ("notes", plan.Notes.Count),
            })
            {
                Portfolio.Fits($"{path}.{name}", count, faults);
            }

            for (var j = before; j < faults.Count; j++)
                faults[j] = faults[j] with { AccountId = plan.AccountId };
        }

        return faults;
    }

    /// <summary>Lists events in the file that cannot have happened yet: states of actions and events of cases that are dated after a day.
    /// For a plan that has taken up a later review, the day of that review counts.</summary>
    /// <param name="day">The last possible day of an event.</param>
    /// <returns>The faults with their paths; empty if there are none.</returns>
    /// <exception cref="ArgumentException"><paramref name="day"/> is not in the ISO calendar.</exception>
    public IReadOnlyList<ModelFault> FaultsOn(LocalDate day)
    {
        Guard.Iso(day);
        var faults = new List<ModelFault>();
        for (var i = 0; i < Plans.Count; i++)
        {
            var (plan, path) = (Plans[i], Invariant($"plans[{i}]"));
            var last = plan.ReviewedOn is { } reviewed ? LocalDate.Max(day, reviewed) : day;
            for (var j = 0; j < plan.Actions.Count; j++)
                Check(Invariant($"{path}.actions[{j}].state.on"), plan.Actions[j].State.On, last, plan);
            if (plan.Case is not { } course)
                continue;
            Check($"{path}.case.openedOn", course.OpenedOn, last, plan);
            for (var j = 0; j < course.History.Count; j++)
                Check(Invariant($"{path}.case.history[{j}].on"), course.History[j].On, last, plan);
        }

        return faults;

        void Check(string path, LocalDate? on, LocalDate last, AccountPlan plan)
        {
            if (on > last)
            {
                faults.Add(new(path, $"it is {Shown(on)}; it must be {Shown(last)} or earlier: a later day has not come yet")
                {
                    AccountId = plan.AccountId,
                });
            }
        }
    }

    /// <summary>Lists what is possible but unlikely: a next review before the last one, or an action that has cost more than its
    /// budget.</summary>
    /// <returns>The warnings with their paths; empty if there are none.</returns>
    public IReadOnlyList<FactWarning> Warnings()
    {
        var warnings = new List<FactWarning>();
        for (var i = 0; i < Plans.Count; i++)
        {
            var (plan, path) = (Plans[i], Invariant($"plans[{i}]"));
            if (plan.NextReviewOn < plan.ReviewedOn)
            {
                warnings.Add(FactWarning.Of(
                    $"{path}.nextReviewOn", "NextReviewPast", plan.AccountId, Shown(plan.NextReviewOn), Shown(plan.ReviewedOn)));
            }

            for (var j = 0; j < plan.Actions.Count; j++)
            {
                if (plan.Actions[j] is { Spent: { } spent, Budget: { } budget } action && spent > budget)
                    warnings.Add(FactWarning.Of(Invariant($"{path}.actions[{j}].spent"), "OverBudget", action.Id, spent, budget));
            }
        }

        return warnings;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The name and the number of plans.</returns>
    public override string ToString() => Invariant($"PlanFile {{ Name = {Name}, Plans = {Plans.Count} }}");

    private static string Shown(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "–";

    private static LocalDate? Later(LocalDate? day, LocalDate other) => day is { } known ? LocalDate.Max(known, other) : null;

    private static PlanFile Checked(PlanFile file) =>
        file.FaultsOf() is { Count: > 0 } faults ? throw new InvalidModelException(Model, faults) : file;

    private static void CheckIds(string path, IEnumerable<string> ids, string name, List<ModelFault> faults) =>
        Portfolio.CheckIds(path, ids, faults, name);

    private static void CheckObjective(Objective objective, string path, PlanCase? course, List<ModelFault> faults)
    {
        if (objective.TenthPercentile > objective.NinetiethPercentile)
        {
            faults.Add(new(
                $"{path}.tenthPercentile", Invariant($"it is {objective.TenthPercentile} and ninetiethPercentile is ")
                + Invariant($"{objective.NinetiethPercentile}; the tenth percentile cannot be above the ninetieth")));
        }

        if (course is { HasEnded: false } && objective.DueOn < course.OpenedOn)
        {
            faults.Add(new(
                $"{path}.dueOn",
                $"it is {Shown(objective.DueOn)}; it must be {Shown(course.OpenedOn)}, when the plan was begun, or later"));
        }
    }

    private static void CheckLink(string path, string id, IEnumerable<string> known, List<ModelFault> faults)
    {
        string[] all = [.. known];
        if (all.Contains(id, StringComparer.Ordinal))
            return;
        var there = all.Length == 0 ? "none" : string.Join(", ", all.Take(Suggested).Select(each => $"'{each}'"));
        faults.Add(new(path, $"it is '{id}'; the plan has no such id, only {there}"));
    }
}
