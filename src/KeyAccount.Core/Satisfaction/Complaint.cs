using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A complaint on its way through the six steps of 《大客户销售技巧（客户关系管理篇）》.</summary>
/// <remarks>
/// <para>A case as a value: <see cref="Apply"/> answers an event with the next complaint, or with a refusal and its reason, by the rules of
/// <see cref="ComplaintTransitions"/>. A step is done when each of its tasks is done, or waived with a reason that stays in the history;
/// only then does the next step begin. The case is closed only after the follow-up, and only if the customer is not dissatisfied; otherwise
/// it is reopened and begins again with the first step: first the mood, then the matter.</para>
/// <para>Immutable; equal when id, tier, day and history are. The state follows from the history: the same events always lead to the same
/// complaint, and a history that contains a refused event makes none.</para>
/// </remarks>
public sealed record Complaint
{
    /// <summary>A complaint from its history, which is replayed; what JSON reads back.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="tier">The tier of the account; null while it is not graded.</param>
    /// <param name="openedOn">The day of the complaint.</param>
    /// <param name="history">The events since, in order.</param>
    /// <exception cref="ArgumentException">The id is blank, or an event of the history is refused; the message names the first one and the
    /// reason.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> or an event is null.</exception>
    [JsonConstructor]
    public Complaint(string id, AccountTier? tier, LocalDate openedOn, IReadOnlyList<ComplaintEvent> history)
    {
        Guard.Iso(openedOn);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(history);
        var replayed = CaseHistory.Replay(new Complaint(id, tier, openedOn), history, (before, happened) => before.Apply(happened));
        (Id, Tier, OpenedOn, History) = (id, tier, openedOn, replayed.History);
        (BegunOn, Settled, Satisfaction, IsClosed) = (replayed.BegunOn, replayed.Settled, replayed.Satisfaction, replayed.IsClosed);
    }

    private Complaint(string id, AccountTier? tier, LocalDate openedOn)
    {
        (Id, Tier, OpenedOn, History) = (id, tier, openedOn, ValueList.Of<ComplaintEvent>([]));
        (BegunOn, Settled) = (openedOn, ValueList.Of<ComplaintEvent>([]));
    }

    // The state after an accepted event.
    private Complaint(Complaint before, ComplaintEvent happened, ComplaintTransition transition)
    {
        (Id, Tier, OpenedOn, History) = (before.Id, before.Tier, before.OpenedOn, ValueList.Of([.. before.History, happened]));
        var isReopened = transition == ComplaintTransition.Reopen;
        BegunOn = isReopened ? happened.On : before.BegunOn;
        Settled = isReopened ? ValueList.Of<ComplaintEvent>([])
            : transition == ComplaintTransition.Settle ? ValueList.Of([.. before.Settled, happened])
            : before.Settled;
        Satisfaction = isReopened ? null : happened.Satisfaction ?? before.Satisfaction;
        IsClosed = transition == ComplaintTransition.Close;
    }

    /// <summary>The stable identifier.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Id { get; }

    /// <summary>The tier of the account when the customer complained; null if it was not graded.</summary>
    public AccountTier? Tier { get; }

    /// <summary>The day of the complaint.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate OpenedOn { get; }

    /// <summary>Every accepted event, in order.</summary>
    public IReadOnlyList<ComplaintEvent> History { get; }

    /// <summary>The day on which the steps began: <see cref="OpenedOn"/>, or the day of the last reopening.</summary>
    [JsonIgnore]
    public LocalDate BegunOn { get; }

    /// <summary>The satisfaction that the customer stated at the follow-up; null while it has not been asked.</summary>
    [JsonIgnore]
    public SatisfactionLevel? Satisfaction { get; }

    /// <summary>Whether the case is closed.</summary>
    [JsonIgnore]
    public bool IsClosed { get; }

    /// <summary>The current step: the first that is not done; null when all six are done.</summary>
    [JsonIgnore]
    public ComplaintStep? Step => ComplaintStep.InOrder.FirstOrDefault(step => !IsDone(step));

    /// <summary>The tasks that the current step still needs; empty when all six steps are done.</summary>
    [JsonIgnore]
    public IEnumerable<ComplaintTask> ToDo => Step?.Tasks.Where(task => !IsSettled(task)) ?? [];

    /// <summary>The open wishes of the customer: those with a task that is neither done nor waived. Empty when all six steps are
    /// done.</summary>
    [JsonIgnore]
    public IReadOnlyList<AngryCustomerWish> OpenWishes =>
        [.. AngryCustomerWish.InOrder.Where(wish => !wish.Tasks.All(IsSettled))];

    /// <summary>The current step of expectation management: the first of the four with a task that is neither done nor waived; null if
    /// there is none.</summary>
    [JsonIgnore]
    public ExpectationStep? ExpectationStep => ExpectationStep.InOrder.FirstOrDefault(step => !step.Tasks.All(IsSettled));

    // The tasks done or waived since the steps began.
    private ValueList<ComplaintEvent> Settled { get; }

    /// <summary>A new complaint.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="tier">The tier of the account; null while it is not graded.</param>
    /// <param name="openedOn">The day of the complaint.</param>
    /// <returns>The complaint, with the first step to do.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    public static Complaint Open(string id, AccountTier? tier, LocalDate openedOn)
    {
        Guard.Iso(openedOn);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new(id, tier, openedOn);
    }

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The complaint after it, or this complaint and the reason why the event is refused, with the rule of
    /// <see cref="ComplaintTransitions"/> that decided.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public CaseResult<Complaint> Apply(ComplaintEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var hit = ComplaintTransitions.Standard.Decide(FactsOf(happened)).Hits[0];
        var isAccepted = hit.Advice != ComplaintTransition.Refuse;
        return new(isAccepted ? new(this, happened, hit.Advice) : this, isAccepted, hit.RuleId, hit.Reason);
    }

    /// <summary>What to do next, by the deadlines of <see cref="ComplaintDeadlines.Standard"/> for <see cref="Tier"/>.</summary>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <returns>The tasks that the current step still needs, in their order, each due on the deadline of the step. When all six steps are
    /// done, closing the case, or reopening it if the customer is dissatisfied, without a deadline. Nothing once the case is
    /// closed.</returns>
    public IReadOnlyList<CaseStep> NextSteps(LocalDate asOf) =>
        NextSteps(asOf, ComplaintDeadlines.Standard.Decide(new() { Tier = Tier }).Advice!);

    /// <summary>What to do next, by deadlines of your own: of a table of yours, or of today's tier.</summary>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <param name="standard">The deadlines by which the complaint is handled.</param>
    /// <returns>As for <see cref="NextSteps(LocalDate)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="standard"/> is null.</exception>
    /// <exception cref="ArgumentException">A period of the standard runs backwards or has parts of a day.</exception>
    public IReadOnlyList<CaseStep> NextSteps(LocalDate asOf, ComplaintStandard standard)
    {
        Guard.Iso(asOf);
        var deadlines = ComplaintDeadlines.Of(this, standard, asOf);
        if (IsClosed)
            return [];
        if (Step is { } current)
        {
            var deadline = deadlines.First(each => each.Step == current);
            return [.. ToDo.Select(task => new CaseStep(task.Name, task.Label, deadline.DueOn, deadline.IsOverdue))];
        }

        return Satisfaction == SatisfactionLevel.Low
            ? [new(ComplaintEventKind.Reopened.Name, TextTable.Library["Satisfaction.Complaint.Reopen"])]
            : [new(ComplaintEventKind.Closed.Name, TextTable.Library["Satisfaction.Complaint.Close"])];
    }

    /// <summary>Whether a step is done in the present round of steps.</summary>
    /// <param name="step">The step.</param>
    /// <returns>True when every task of it is done or waived.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    public bool IsDone(ComplaintStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Tasks.All(IsSettled);
    }

    /// <summary>The day on which a step was done.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The day of its last task; null while it is not done.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    public LocalDate? DoneOn(ComplaintStep step) => IsDone(step) ? Settled.Last(settled => settled.Task!.Step == step).On : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the history its length.</returns>
    public override string ToString() =>
        Invariant($"Complaint {{ Id = {Id}, Tier = {Tier}, OpenedOn = {OpenedOn:R}, Step = {Step}, ")
        + Invariant($"IsClosed = {IsClosed}, History = {History.Count} }}");

    private bool IsSettled(ComplaintTask task) => Settled.Any(settled => settled.Task == task);

    private ComplaintTransitionFacts FactsOf(ComplaintEvent happened)
    {
        var last = History.Count == 0 ? OpenedOn : History[^1].On;
        return new()
        {
            Kind = happened.Kind,
            IsInOrder = happened.On >= last,
            IsClosed = IsClosed,
            AreAllStepsDone = Step is null,
            Satisfaction = Satisfaction,
            IsTaskSettled = happened.Task is { } task && IsSettled(task),
            IsTaskOfCurrentStep = happened.Task is { Step: var step } && step == Step,
            IsTaskWaivable = happened.Task is { IsWaivable: true },
            Task = happened.Task,
            Step = Step,
            NextTask = ToDo.FirstOrDefault(),
            On = happened.On,
            LastOn = last,
        };
    }

    /// <summary>The complaint for a person: its step, what is due, and its history.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="standard">The deadlines of the steps; those of the tier if none are given.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(
        LocalDate asOf, ComplaintStandard? standard = null, string language = Terms.Language.English) =>
        SatisfactionDocuments.Of(
            this, asOf, standard ?? ComplaintDeadlines.Standard.Decide(new() { Tier = Tier }).Advice!, language);
}
