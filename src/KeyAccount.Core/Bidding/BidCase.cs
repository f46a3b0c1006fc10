using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A bid on its way through the phases of 《B2B 大客户开发与管理》.</summary>
/// <remarks>
/// <para>A case as a value: <see cref="Apply"/> answers an event either with the next case or with a refusal and its reason, by the rules
/// of <see cref="BidTables.Transitions"/>.</para>
/// <para>Immutable; two cases are equal if their id, day and history are. The state follows from the history. A history that contains a
/// refused event is not accepted.</para>
/// </remarks>
public sealed record BidCase
{
    private const int DebriefDays = 7;

    /// <summary>Creates a bid by replaying its history; JSON is read through this constructor.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="openedOn">The day we heard of the tender.</param>
    /// <param name="history">The events so far, in order; null for none yet.</param>
    /// <exception cref="ArgumentException">The id is blank, or an event of the history is refused; the message names the first one and the
    /// reason.</exception>
    /// <exception cref="ArgumentNullException">An event is null.</exception>
    [JsonConstructor]
    public BidCase(string id, LocalDate openedOn, IReadOnlyList<BidEvent>? history = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Guard.Iso(openedOn);
        var events = ValueList.Of(history ?? [], nameof(history));
        var replayed = CaseHistory.Replay(
            new BidCase(id, openedOn, ValueList<BidEvent>.Empty, BidPhase.BeforeIssue, null, hasEnded: false), events,
            (before, happened) => before.Apply(happened));
        (Id, OpenedOn, History, Phase, Result, HasEnded) =
            (id, openedOn, replayed.History, replayed.Phase, replayed.Result, replayed.HasEnded);
    }

    private BidCase(string id, LocalDate openedOn, IReadOnlyList<BidEvent> history, BidPhase phase, BidEventKind? result, bool hasEnded)
    {
        (Id, OpenedOn, History, Phase, Result, HasEnded) = (id, openedOn, history, phase, result, hasEnded);
    }

    /// <summary>The stable identifier.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Id { get; }

    /// <summary>The day we heard of the tender.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate OpenedOn { get; }

    /// <summary>Every accepted event, in order.</summary>
    public IReadOnlyList<BidEvent> History { get; }

    /// <summary>Where the bid stands.</summary>
    [JsonIgnore]
    public BidPhase Phase { get; }

    /// <summary>The result: won, lost, rejected, voided or withdrawn; null while the bid is open.</summary>
    [JsonIgnore]
    public BidEventKind? Result { get; }

    /// <summary>Whether nothing is left to do.</summary>
    [JsonIgnore]
    public bool HasEnded { get; }

    /// <summary>The risks of the present phase; after the decision, those of the result. Empty once the case has ended.</summary>
    [JsonIgnore]
    public IReadOnlyList<BidRisk> Risks => HasEnded ? []
        : [.. BidRisk.InOrder.Where(risk => risk.Phase == Phase && risk != (Result == BidEventKind.Won ? BidRisk.LossUnexplained : null)
            && risk != (Result == BidEventKind.Lost ? BidRisk.ContractDelayed : null))];

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The case after it, or this case and the reason why the event is refused, with the rule that decided.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public CaseResult<BidCase> Apply(BidEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var last = History.Count == 0 ? OpenedOn : History[^1].On;
        var hit = BidTables.Transitions.Decide(new()
        {
            Kind = happened.Kind,
            Phase = Phase,
            IsInOrder = happened.On >= last,
            HasEnded = HasEnded,
            IsWon = Result == BidEventKind.Won,
            On = happened.On,
            LastOn = last,
        }).Hits[0];
        return hit.Advice == BidTransition.Refuse
            ? new(this, IsAccepted: false, hit.RuleId, hit.Reason)
            : new(After(happened, hit.Advice == BidTransition.End), IsAccepted: true, hit.RuleId, hit.Reason);
    }

    /// <summary>Lists what to do next.</summary>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <param name="calendar">The days of the tender; null if none is known. Without them no step has a due date.</param>
    /// <returns>The next event with its due day. After a lost bid: the steps that answer the loss, the debrief within 7 days, and an
    /// objection by the first day on which a query or complaint is due. After a won bid: the contract. Empty once the case has
    /// ended.</returns>
    public IReadOnlyList<CaseStep> NextSteps(LocalDate asOf, TenderCalendar? calendar = null)
    {
        Guard.Iso(asOf);
        if (HasEnded)
            return [];
        if (Result == BidEventKind.Lost)
        {
            var lostOn = History[^1].On;
            var isLast = lostOn > LocalDate.MaxIsoValue.PlusDays(-DebriefDays);
            var debrief = isLast ? LocalDate.MaxIsoValue : lostOn.PlusDays(DebriefDays);
            return
            [
                .. LostBidStep.InOrder.Select(step => Step(
                    step.Name, TextTable.Library[$"Bidding.LostBidStep.{step.Name}.Description"],
                    step == LostBidStep.Debrief ? debrief : step == LostBidStep.LegalObjection ? ObjectBy(calendar, asOf) : null, asOf)),
            ];
        }

        return [Step(Phase.Name, TextTable.Library[$"Bidding.NextStep.{Phase.Name}"], DueOn(calendar, asOf), asOf)];
    }

    /// <summary>Describes the bid for a person: its state, what comes next, what may go wrong, and its history.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="calendar">The days of the tender; null if none is known.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(LocalDate asOf, TenderCalendar? calendar = null, string language = Language.English) =>
        BiddingDocuments.Of(this, asOf, calendar, language);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name; for the history, its length.</returns>
    public override string ToString() => Invariant($"BidCase {{ Id = {Id}, OpenedOn = {OpenedOn:R}, Phase = {Phase}, ")
        + Invariant($"Result = {Result}, HasEnded = {HasEnded}, History = {History.Count} }}");

    private static CaseStep Step(string key, Text text, LocalDate? due, LocalDate asOf) => new(key, text, due, due < asOf);

    private static LocalDate? ObjectBy(TenderCalendar? calendar, LocalDate asOf) => calendar?.Check(asOf)
        .Where(check => check is { Limit: not null, On: null, Duty.IsAtLeast: false }
            && (check.Duty.To == TenderDate.Query || check.Duty.To == TenderDate.Complaint))
        .Min(check => check.Limit);

    private LocalDate? DueOn(TenderCalendar? calendar, LocalDate asOf) => calendar is null ? null : Phase.Name switch
    {
        nameof(BidPhase.BeforeIssue) => calendar.On(TenderDate.FileIssued),
        nameof(BidPhase.Preparation) => calendar.On(TenderDate.Deadline),
        nameof(BidPhase.BeforeOpening) => calendar.On(TenderDate.Opening) ?? calendar.On(TenderDate.Deadline),
        nameof(BidPhase.Presentation) => calendar.On(TenderDate.PublicityBegins),
        nameof(BidPhase.Publicity) => calendar.On(TenderDate.PublicityEnds),
        _ => calendar.Check(asOf).FirstOrDefault(check => check.Duty is { IsAtLeast: false } duty && duty.To == TenderDate.Contract)?.Limit,
    };

    private BidCase After(BidEvent happened, bool hasEnded)
    {
        var kind = happened.Kind;
        var phase = kind == BidEventKind.FileIssued ? BidPhase.Preparation
            : kind == BidEventKind.Submitted ? BidPhase.BeforeOpening
            : kind == BidEventKind.Opened ? BidPhase.Presentation
            : kind == BidEventKind.Published ? BidPhase.Publicity
            : kind == BidEventKind.Won || kind == BidEventKind.Lost ? BidPhase.Afterwards
            : Phase;
        var isResult = kind == BidEventKind.Won || kind == BidEventKind.Lost || kind == BidEventKind.Rejected
            || kind == BidEventKind.Voided || kind == BidEventKind.Withdrawn;
        return new(Id, OpenedOn, ValueList.Of([.. History, happened]), phase, isResult ? kind : Result, hasEnded);
    }
}
