using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>An account plan in its cycle: plan, do, check, act, and again.</summary>
/// <remarks>
/// <para>A case as a value: <see cref="Apply"/> answers an event with the next case, or with a refusal and its reason, by the rules of
/// <see cref="PlanTransitions"/>. A check needs a figure for every objective; what is decided leads to the next version, and every version
/// is kept.</para>
/// <para>Immutable; equal when id, day and history are. The state follows from the history, and a history that contains a refused event
/// makes no case.</para>
/// </remarks>
public sealed record PlanCase
{
    /// <summary>The number of days after which an agreed version is checked: a quarter. Provenance: <c>LibraryDefault</c>.</summary>
    public const int CheckDays = 90;

    /// <summary>The number of days after a check within which its consequences are decided and the next version is begun. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int DecisionDays = 14;

    /// <summary>A plan from its history, which is replayed; what JSON reads back.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="openedOn">The day on which the plan was begun.</param>
    /// <param name="history">The events since, in order; null for none.</param>
    /// <exception cref="ArgumentException">The id is blank, or an event of the history is refused; the message names the first one and the
    /// reason.</exception>
    /// <exception cref="ArgumentNullException">An event is null.</exception>
    [JsonConstructor]
    public PlanCase(string id, LocalDate openedOn, IReadOnlyList<PlanEvent>? history = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Guard.Iso(openedOn);
        var events = ValueList.Of(history ?? [], nameof(history));
        var replayed = CaseHistory.Replay(
            new PlanCase(id, openedOn, ValueList<PlanEvent>.Empty, PlanPhase.Plan, hasEnded: false), events,
            (before, happened) => before.Apply(happened), MemberOf);
        (Id, OpenedOn, History, Phase, HasEnded) = (id, openedOn, events, replayed.Phase, replayed.HasEnded);
    }

    private PlanCase(string id, LocalDate openedOn, IReadOnlyList<PlanEvent> history, PlanPhase phase, bool hasEnded) =>
        (Id, OpenedOn, History, Phase, HasEnded) = (id, openedOn, history, phase, hasEnded);

    /// <summary>The stable identifier.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Id { get; }

    /// <summary>The day on which the plan was begun.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate OpenedOn { get; }

    /// <summary>Every accepted event, in order.</summary>
    public IReadOnlyList<PlanEvent> History { get; }

    /// <summary>The phase of the plan.</summary>
    [JsonIgnore]
    public PlanPhase Phase { get; }

    /// <summary>Whether the plan is closed.</summary>
    [JsonIgnore]
    public bool HasEnded { get; }

    /// <summary>Every agreed version, the oldest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<PlanVersion> Versions => [.. History.Select(each => each.Version).OfType<PlanVersion>()];

    /// <summary>The version that was agreed last; null if none has been.</summary>
    [JsonIgnore]
    public PlanVersion? Current => History.LastOrDefault(each => each.Version is not null)?.Version;

    /// <summary>The progress of each objective at the last check of the current version; empty if it was not checked yet.</summary>
    [JsonIgnore]
    public IReadOnlyList<ObjectiveProgress> Progress => History
        .LastOrDefault(each => each.Kind == PlanEventKind.Checked || each.Kind == PlanEventKind.Agreed) is { } check
        && Current is { } version
        ?
        [
            .. check.Figures.Select(figure => new ObjectiveProgress(
                figure.ObjectiveId, figure.Value,
                version.Objectives.First(each => each.Id == figure.ObjectiveId).Attainment(figure.Value))),
        ]
        : [];

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The case after it, or this case and the reason why the event is refused, with the rule that decided.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public CaseResult<PlanCase> Apply(PlanEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var last = History.Count == 0 ? OpenedOn : History[^1].On;
        string[] needed = [.. Current?.Objectives.Select(each => each.Id) ?? []];
        string[] given = [.. happened.Figures.Select(each => each.ObjectiveId)];
        string[] missing =
            [.. needed.Except(given, StringComparer.Ordinal), .. given.Except(needed, StringComparer.Ordinal)];
        var hit = PlanTransitions.Standard.Decide(new()
        {
            Kind = happened.Kind,
            Phase = Phase,
            IsInOrder = happened.On >= last,
            HasEnded = HasEnded,
            HasObjectives = happened.Version?.Objectives.Count > 0,
            AreFiguresComplete = missing.Length == 0,
            On = happened.On,
            LastOn = last,
            Missing = missing.Length == 0 ? null : string.Join(", ", missing),
        }).Hits[0];
        return hit.Advice == PlanTransition.Refuse
            ? new(this, IsAccepted: false, hit.RuleId, hit.Reason)
            : new(
                new(
                    Id, OpenedOn, ValueList.Of([.. History, happened]), After(happened.Kind),
                    hasEnded: hit.Advice == PlanTransition.End),
                IsAccepted: true, hit.RuleId, hit.Reason);
    }

    /// <summary>The next steps.</summary>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <returns>The next step with its day; nothing once the plan is closed.</returns>
    public IReadOnlyList<CaseStep> NextSteps(LocalDate asOf)
    {
        Guard.Iso(asOf);
        if (HasEnded)
            return [];
        var since = History.Count == 0 ? OpenedOn : History[^1].On;
        var days = Phase == PlanPhase.Do ? CheckDays : DecisionDays;
        var due = since > LocalDate.MaxIsoValue.PlusDays(-days) ? LocalDate.MaxIsoValue : since.PlusDays(days);
        return [new(Phase.Name, TextTable.Library[$"Planning.NextStep.{Phase.Name}"], due, due < asOf)];
    }

    /// <summary>The changes of each version from the one before.</summary>
    /// <returns>A list for the second version and each after it.</returns>
    public IReadOnlyList<IReadOnlyList<PlanChange>> Changes()
    {
        var versions = Versions;
        return [.. versions.Skip(1).Select((later, i) => versions[i].ChangesTo(later))];
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the history its length.</returns>
    public override string ToString() => Invariant(
        $"PlanCase {{ Id = {Id}, OpenedOn = {OpenedOn:R}, Phase = {Phase}, HasEnded = {HasEnded}, History = {History.Count} }}");

    // What of an event a rule of the transitions has refused.
    private static string MemberOf(string rule) => rule switch
    {
        "agree.noObjective" => "version.objectives",
        "check.noFigures" => "figures",
        _ => "kind",
    };

    private PlanPhase After(PlanEventKind kind) => kind == PlanEventKind.Agreed ? PlanPhase.Do
        : kind == PlanEventKind.Checked ? PlanPhase.Check
        : kind == PlanEventKind.Decided ? PlanPhase.Act
        : kind == PlanEventKind.Renewed ? PlanPhase.Plan
        : Phase;
}
