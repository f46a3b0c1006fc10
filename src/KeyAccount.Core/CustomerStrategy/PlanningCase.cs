using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The plan of a relationship on its way through the three principles: prep, people, persistence.</summary>
/// <remarks>
/// <para>A case as a value: <see cref="Apply"/> answers an event with the next case, or with a refusal and its reason, by the rules of
/// <see cref="PlanningTransitions"/>. Prep is complete when enough areas of the customer's strategy are decoded, people when a reference
/// case is attached; persistence sets the days of review by tier, and a plan whose review is overdue is stale.</para>
/// <para>Immutable; equal when id, day and history are. The state follows from them, and a history that contains a refused event
/// makes no case.</para>
/// </remarks>
public sealed record PlanningCase
{
    /// <summary>A case from its history, which is replayed; what JSON reads back.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="openedOn">The day on which planning began.</param>
    /// <param name="history">The events so far, in order; null for none.</param>
    /// <exception cref="ArgumentException">The id is blank, or an event of the history is refused; the message names the first one and the
    /// reason.</exception>
    /// <exception cref="ArgumentNullException">An event is null.</exception>
    [JsonConstructor]
    public PlanningCase(string id, LocalDate openedOn, IReadOnlyList<PlanningEvent>? history = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Guard.Iso(openedOn);
        var events = ValueList.Of(history ?? [], nameof(history));
        var replayed = CaseHistory.Replay(new PlanningCase(openedOn, id), events, (before, happened) => before.Apply(happened));
        (Id, OpenedOn, History) = (id, openedOn, replayed.History);
        (Principle, Since, IsClosed, Cases) = (replayed.Principle, replayed.Since, replayed.IsClosed, replayed.Cases);
    }

    private PlanningCase(LocalDate openedOn, string id)
    {
        (Id, OpenedOn, History) = (id, openedOn, ValueList<PlanningEvent>.Empty);
        (Principle, Since) = (PlanningPrinciple.Prep, openedOn);
    }

    // The state after an accepted event.
    private PlanningCase(PlanningCase before, PlanningEvent happened, PlanningTransition transition)
    {
        (Id, OpenedOn) = (before.Id, before.OpenedOn);
        History = ValueList.Of([.. before.History, happened]);
        IsClosed = transition == PlanningTransition.Close;
        Cases = before.Cases + (transition == PlanningTransition.Attach ? 1 : 0);
        Principle = transition == PlanningTransition.Restart ? PlanningPrinciple.Prep
            : transition != PlanningTransition.Advance ? before.Principle
            : before.Principle == PlanningPrinciple.Prep ? PlanningPrinciple.People
            : PlanningPrinciple.Persistence;
        Since = transition is PlanningTransition.Attach or PlanningTransition.Close ? before.Since : happened.On;
    }

    /// <summary>The stable identifier.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Id { get; }

    /// <summary>The day on which planning began.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate OpenedOn { get; }

    /// <summary>Every accepted event, in order.</summary>
    public IReadOnlyList<PlanningEvent> History { get; }

    /// <summary>The principle that the plan follows now; the last one if planning has ended.</summary>
    [JsonIgnore]
    public PlanningPrinciple Principle { get; }

    /// <summary>The day on which the principle began, or on which the plan was last reviewed.</summary>
    [JsonIgnore]
    public LocalDate Since { get; }

    /// <summary>Whether planning has ended.</summary>
    [JsonIgnore]
    public bool IsClosed { get; }

    /// <summary>The number of reference cases attached.</summary>
    [JsonIgnore]
    public int Cases { get; }

    /// <summary>A new case.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="openedOn">The day on which planning begins.</param>
    /// <returns>The case, with the first thing to do.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    public static PlanningCase Open(string id, LocalDate openedOn) => new(id, openedOn, null);

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The case after it, or this case and the reason why the event is refused, with the rule of
    /// <see cref="PlanningTransitions"/> that decided.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public CaseResult<PlanningCase> Apply(PlanningEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var last = History.Count == 0 ? OpenedOn : History[^1].On;
        var hit = PlanningTransitions.Standard.Decide(new()
        {
            Kind = happened.Kind,
            IsInOrder = happened.On >= last,
            Principle = Principle,
            IsClosed = IsClosed,
            HasEnoughAreas = happened.Areas.Count >= StrategyDecoding.RequiredAreas,
            HasCase = Cases > 0,
            On = happened.On,
            LastOn = last,
            Areas = happened.Areas.Count,
        }).Hits[0];
        var isAccepted = hit.Advice != PlanningTransition.Refuse;
        return new(isAccepted ? new(this, happened, hit.Advice) : this, isAccepted, hit.RuleId, hit.Reason);
    }

    /// <summary>The day of the next review.</summary>
    /// <param name="tier">The tier of the account; null if not known.</param>
    /// <param name="rhythm">How often a plan is reviewed; null for <see cref="PlanningRhythm.Standard"/>.</param>
    /// <returns>The day; null while the plan is not carried out.</returns>
    public LocalDate? ReviewDueOn(AccountTier? tier, PlanningRhythm? rhythm = null)
    {
        if (IsClosed || Principle != PlanningPrinciple.Persistence)
            return null;
        var months = (rhythm ?? PlanningRhythm.Standard).MonthsOf(tier);
        return Since > LocalDate.MaxIsoValue.PlusMonths(-months) ? LocalDate.MaxIsoValue : Since.PlusMonths(months);
    }

    /// <summary>Whether the plan is stale: its review is overdue.</summary>
    /// <param name="asOf">The day on which that is judged.</param>
    /// <param name="tier">The tier of the account; null if not known.</param>
    /// <param name="rhythm">How often a plan is reviewed; null for <see cref="PlanningRhythm.Standard"/>.</param>
    /// <returns>True from the day after the review was due.</returns>
    public bool IsStaleOn(LocalDate asOf, AccountTier? tier, PlanningRhythm? rhythm = null) =>
        ReviewDueOn(tier, rhythm) < Guard.Iso(asOf);

    /// <summary>The next steps.</summary>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <param name="tier">The tier of the account; null if not known.</param>
    /// <param name="decoded">The areas of the customer's strategy that are decoded (<see cref="StrategyDecoding.Decoded"/>); null for
    /// none.</param>
    /// <param name="rhythm">How often a plan is reviewed; null for <see cref="PlanningRhythm.Standard"/>.</param>
    /// <returns>While the customer is to be understood, the areas that are not decoded; then a reference case, and the plan itself; then
    /// the review with its day. Nothing once planning has ended.</returns>
    public IReadOnlyList<CaseStep> NextSteps(
        LocalDate asOf, AccountTier? tier, IReadOnlyList<CustomerStrategyArea>? decoded = null, PlanningRhythm? rhythm = null)
    {
        Guard.Iso(asOf);
        if (IsClosed)
            return [];
        if (Principle == PlanningPrinciple.Persistence)
        {
            var due = ReviewDueOn(tier, rhythm)!.Value;
            return ValueList.Of([new CaseStep("review", Step("review"), due, due < asOf)]);
        }

        if (Principle == PlanningPrinciple.People)
            return ValueList.Of([Cases == 0 ? new CaseStep("attachCase", Step("attachCase")) : new CaseStep("adopt", Step("adopt"))]);
        decoded ??= [];
        return ValueList.Of(decoded.Count >= StrategyDecoding.RequiredAreas
            ? [new CaseStep("completePrep", Step("completePrep"))]
            : CustomerStrategyArea.InOrder.Except(decoded)
                .Select(area => new CaseStep($"decode.{area.Name}", Step("decode").With(area))));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the lists their length.</returns>
    public override string ToString() => Invariant($"PlanningCase {{ Id = {Id}, OpenedOn = {OpenedOn:R}, Principle = {Principle}, ")
        + Invariant($"IsClosed = {IsClosed}, Cases = {Cases}, History = {History.Count} }}");

    /// <summary>Whether two cases are equal.</summary>
    /// <param name="other">The other case.</param>
    /// <returns>True when id, day and history are.</returns>
    public bool Equals(PlanningCase? other) => other is not null && Id == other.Id && OpenedOn == other.OpenedOn
        && History.Equals(other.History);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, OpenedOn, History);

    private static Text Step(string key) => TextTable.Library[$"CustomerStrategy.PlanningTask.{key}"];
}
