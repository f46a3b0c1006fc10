using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>The relationship with a person on its way through the four steps: trust, needs known, needs met, bond.</summary>
/// <remarks>
/// <para>A case as a value: <see cref="Apply"/> answers an event with the next case, or with a refusal and its reason, by
/// <see cref="RelationshipBuilding.Transitions"/>. A step is reached after the one before it; where a step is lost, those that build on it
/// are lost too. What is reached supports a level of the ladder (<see cref="Supports"/>).</para>
/// <para>Immutable; equal when the history is. The state follows from the history.</para>
/// </remarks>
public sealed record RelationshipCase
{
    /// <summary>A case from its history, which is replayed; what JSON reads back.</summary>
    /// <param name="history">The events so far, in order; empty for a person nobody knows yet.</param>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    /// <exception cref="ArgumentException">An event is null or refused; the message names the first one and the reason.</exception>
    [JsonConstructor]
    public RelationshipCase(IReadOnlyList<BuildingEvent> history)
    {
        var events = ValueList.Of(history);
        var replayed = CaseHistory.Replay(Empty, events, (before, happened) => before.Apply(happened));
        (History, Reached) = (events, replayed.Reached);
    }

    private RelationshipCase(ValueList<BuildingEvent> history, ValueList<BuildingEvent> reached) => (History, Reached) = (history, reached);

    /// <summary>The case of a person nobody knows yet.</summary>
    public static RelationshipCase Empty { get; } = new(ValueList<BuildingEvent>.Empty, ValueList<BuildingEvent>.Empty);

    /// <summary>Every accepted event, in order.</summary>
    public IReadOnlyList<BuildingEvent> History { get; }

    /// <summary>The latest evidence of each step that is reached, in the order of the steps.</summary>
    [JsonIgnore]
    public IReadOnlyList<BuildingEvent> Reached { get; }

    /// <summary>Which steps are reached.</summary>
    [JsonIgnore]
    public BuildingFacts State => new()
    {
        HasTrust = Reached?.Count > 0, AreNeedsKnown = Reached?.Count > 1, AreNeedsMet = Reached?.Count > 2, HasBond = Reached?.Count > 3,
    };

    /// <summary>The next step: the first without evidence; null when all four are reached.</summary>
    [JsonIgnore]
    public RelationshipStep? Next => RelationshipBuilding.Next.Decide(State).Advice;

    /// <summary>The level of the ladder that the steps support; null if none is reached.</summary>
    [JsonIgnore]
    public LadderLevel? Supports => RelationshipBuilding.Supports.Decide(State).Advice;

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The case after it, or this case and the reason why the event is refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public CaseResult<RelationshipCase> Apply(BuildingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var at = happened.Step.Value - 1;
        var hit = RelationshipBuilding.Transitions.Decide(new()
        {
            Kind = happened.Kind,
            IsInOrder = History.Count == 0 || happened.On >= History[^1].On,
            IsReached = at < Reached.Count,
            IsNext = at == Reached.Count,
            Step = happened.Step,
            Next = Next,
            On = happened.On,
            LastOn = History.Count == 0 ? happened.On : History[^1].On,
        }).Hits[0];
        if (hit.Advice == BuildingTransition.Refuse)
            return new(this, false, hit.RuleId, hit.Reason);
        BuildingEvent[] reached = hit.Advice switch
        {
            BuildingTransition.Reach => [.. Reached, happened],
            BuildingTransition.Confirm => [.. Reached.Take(at), happened, .. Reached.Skip(at + 1)],
            _ => [.. Reached.Take(at)],
        };
        return new(new(ValueList.Of<BuildingEvent>([.. History, happened]), ValueList.Of(reached)), true, hit.RuleId, hit.Reason);
    }

    /// <summary>The next steps.</summary>
    /// <returns>The next step, without a day; nothing when all four are reached.</returns>
    public IReadOnlyList<CaseStep> NextSteps() =>
        RelationshipBuilding.Next.Decide(State) is { Advice: { } next, Hits: [var hit, ..] } ? [new(next.Name, hit.Reason)] : [];

    /// <summary>The evidence as an entry of the ladder: the level that the steps support, on the day of the newest evidence.</summary>
    /// <returns>The entry; null if no step is reached.</returns>
    public LadderEntry? ToLadder() => Supports is { } level && Reached is [.., var last] ? new(level, last.On, last.Evidence) : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The steps that are reached, the next one, and the length of the history.</returns>
    public override string ToString() => Invariant(
        $"RelationshipCase {{ Reached = {Reached?.Count}, Next = {Next}, Supports = {Supports}, History = {History?.Count} }}");
}
