using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>A new customer on its way through five steps and twelve key actions.</summary>
/// <remarks>
/// <para>A case as a value: <see cref="Apply"/> answers an event with the next case, or with a refusal and its reason, by the rules of
/// <see cref="ProspectTransitions"/>. Every action needs its evidence with a date, or is waived with a reason; a step is complete when all
/// of its actions are done or waived, in any order.</para>
/// <para>Immutable; equal when id, day and history are. The state follows from the history, and a history that contains a refused event
/// makes no case.</para>
/// </remarks>
public sealed record ProspectCase
{
    /// <summary>A case from its history, which is replayed; what JSON reads back.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="openedOn">The day on which the work began.</param>
    /// <param name="history">The events so far, in order; null for none.</param>
    /// <exception cref="ArgumentException">The id is blank, or an event of the history is refused; the message names the first one and the
    /// reason.</exception>
    /// <exception cref="ArgumentNullException">An event is null.</exception>
    [JsonConstructor]
    public ProspectCase(string id, LocalDate openedOn, IReadOnlyList<ProspectEvent>? history = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Guard.Iso(openedOn);
        var events = ValueList.Of(history ?? [], nameof(history));
        var replayed = CaseHistory.Replay(new ProspectCase(id, openedOn), events, (before, happened) => before.Apply(happened));
        (Id, OpenedOn, History) = (id, openedOn, replayed.History);
        (Answered, IsDropped, StepSince) = (replayed.Answered, replayed.IsDropped, replayed.StepSince);
    }

    private ProspectCase(string id, LocalDate openedOn)
    {
        (Id, OpenedOn, History) = (id, openedOn, ValueList<ProspectEvent>.Empty);
        (Answered, StepSince) = (ValueList<KeyAction>.Empty, openedOn);
    }

    // The state after an accepted event.
    private ProspectCase(ProspectCase before, ProspectEvent happened, ProspectTransition transition)
    {
        (Id, OpenedOn, History) = (before.Id, before.OpenedOn, ValueList.Of([.. before.History, happened]));
        IsDropped = transition == ProspectTransition.Drop;
        Answered = happened.Action is { } action ? ValueList.Of([.. before.Answered, action]) : before.Answered;
        StepSince = transition == ProspectTransition.Reopen || Step != before.Step ? happened.On : before.StepSince;
    }

    /// <summary>The stable identifier.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Id { get; }

    /// <summary>The day on which the work began.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate OpenedOn { get; }

    /// <summary>Every accepted event, in order.</summary>
    public IReadOnlyList<ProspectEvent> History { get; }

    /// <summary>The key actions that are done or waived, in the order in which that happened.</summary>
    [JsonIgnore]
    public IReadOnlyList<KeyAction> Answered { get; }

    /// <summary>Whether the prospect has been given up.</summary>
    [JsonIgnore]
    public bool IsDropped { get; }

    /// <summary>Whether the customer is won: the first order is delivered, and every action is done or waived.</summary>
    [JsonIgnore]
    public bool IsWon => Answered.Count == KeyAction.InOrder.Count;

    /// <summary>Whether there is still something to do.</summary>
    [JsonIgnore]
    public bool IsOpen => !IsWon && !IsDropped;

    /// <summary>The current step, or the step in which the prospect was given up; null once the customer is won.</summary>
    [JsonIgnore]
    public ProspectStep? Step => KeyAction.InOrder.FirstOrDefault(action => !Answered.Contains(action))?.Step;

    /// <summary>The day since which the prospect has been in that step; after a reopening, the day of the reopening.</summary>
    [JsonIgnore]
    public LocalDate StepSince { get; }

    /// <summary>The next key action: the first of the current step that is neither done nor waived; null once the case is closed.</summary>
    [JsonIgnore]
    public KeyAction? NextAction => !IsOpen ? null : KeyAction.InOrder.First(action => !Answered.Contains(action));

    /// <summary>A new case.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="openedOn">The day on which the work begins.</param>
    /// <returns>The case, with the first action to do.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    public static ProspectCase Open(string id, LocalDate openedOn) => new(id, openedOn, null);

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The case after it, or this case and the reason why the event is refused, with the rule of
    /// <see cref="ProspectTransitions"/> that decided.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public CaseResult<ProspectCase> Apply(ProspectEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var last = History.Count == 0 ? OpenedOn : History[^1].On;
        var hit = ProspectTransitions.Standard.Decide(new()
        {
            Kind = happened.Kind,
            IsInOrder = happened.On >= last,
            IsWon = IsWon,
            IsDropped = IsDropped,
            IsOfStep = happened.Action is null || happened.Action.Step == Step,
            IsAnswered = happened.Action is { } action && Answered.Contains(action),
            IsFirstOrder = happened.Action == KeyAction.DeliverAndFollow,
            On = happened.On,
            LastOn = last,
            Action = happened.Action,
            Step = Step,
        }).Hits[0];
        var isAccepted = hit.Advice != ProspectTransition.Refuse;
        return new(isAccepted ? new(this, happened, hit.Advice) : this, isAccepted, hit.RuleId, hit.Reason);
    }

    /// <summary>The next steps.</summary>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <param name="norms">The usual duration of each step; null for <see cref="ProspectNorms.Standard"/>.</param>
    /// <returns>The actions of the current step that are neither done nor waived, in order, due when the time of the step is over. Nothing
    /// once the case is closed.</returns>
    public IReadOnlyList<CaseStep> NextSteps(LocalDate asOf, ProspectNorms? norms = null)
    {
        Guard.Iso(asOf);
        if (!IsOpen)
            return [];
        var due = DueOn(norms ?? ProspectNorms.Standard);
        return ValueList.Of(
        [
            .. Step!.Actions.Where(action => !Answered.Contains(action))
                .Select(action => new CaseStep(
                    action.Name, TextTable.Library[$"Prospects.KeyAction.{action.Name}.Description"], due, due < asOf)),
        ]);
    }

    /// <summary>Whether the prospect has been in its step for longer than usual.</summary>
    /// <param name="asOf">The day on which that is judged.</param>
    /// <param name="norms">The usual duration of each step; null for <see cref="ProspectNorms.Standard"/>.</param>
    /// <returns>True if it is open and the days in the step are more than those of the norm.</returns>
    public bool IsStuckOn(LocalDate asOf, ProspectNorms? norms = null)
    {
        Guard.Iso(asOf);
        return IsOpen && DueOn(norms ?? ProspectNorms.Standard) < asOf;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the history its length.</returns>
    public override string ToString() =>
        Invariant($"ProspectCase {{ Id = {Id}, OpenedOn = {OpenedOn:R}, Step = {Step}, NextAction = {NextAction}, ")
        + Invariant($"IsDropped = {IsDropped}, History = {History.Count} }}");

    // The last whole day within the norm.
    private LocalDate DueOn(ProspectNorms norms) => StepSince.PlusDays((int)Math.Floor(norms.DaysOf(Step!)));
}
