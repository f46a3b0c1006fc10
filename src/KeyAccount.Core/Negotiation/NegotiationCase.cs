using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>A negotiation: its preparation and everything that has happened in it.</summary>
/// <remarks>
/// <para>A state machine as a value: preparation → opening → middle → closing → agreed or walked away, by the rules of
/// <see cref="NegotiationTables.Moves"/>. Its state is the <see cref="Phase"/>. An event gives a new value, or a refusal with its reason;
/// nothing is called back and nothing changes.</para>
/// <para>Immutable; equal when preparation and history are. The phase follows from the history: JSON holds the history, and reading it
/// replays it.</para>
/// </remarks>
public sealed record NegotiationCase
{
    private readonly Package? _ours;
    private readonly Package? _theirs;
    private readonly bool _hasBargained;

    /// <summary>A negotiation from its preparation and its history, which is replayed.</summary>
    /// <param name="preparation">The preparation.</param>
    /// <param name="history">What has happened, in order; null for nothing yet.</param>
    /// <exception cref="ArgumentNullException"><paramref name="preparation"/> is null.</exception>
    /// <exception cref="ArgumentException">An event is refused; the message names it and the reason. <see cref="Replay"/> returns the
    /// refusal as a result instead.</exception>
    [JsonConstructor]
    public NegotiationCase(NegotiationPreparation preparation, IReadOnlyList<NegotiationEvent>? history = null)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        (Preparation, History, Phase) = (preparation, ValueList.Of<NegotiationEvent>([]), NegotiationPhase.Preparation);
        if (history is null or { Count: 0 })
            return;
        var last = Replay(preparation, history);
        var reached = last.Case;
        if (!last.IsAccepted)
        {
            var index = reached.History.Count;
            throw new ArgumentException(Invariant($"history[{index}] is refused: {last.Reason.En}"), nameof(history));
        }

        (History, Phase) = (reached.History, reached.Phase);
        (_ours, _theirs, _hasBargained) = (reached._ours, reached._theirs, reached._hasBargained);
    }

    private NegotiationCase(NegotiationCase before, NegotiationEvent moved, NegotiationPhase phase)
    {
        var isOffer = moved.Move == NegotiationMove.Offer;
        Preparation = before.Preparation;
        History = ValueList.Of<NegotiationEvent>([.. before.History, moved]);
        Phase = phase;
        _ours = isOffer && moved.By == NegotiationParty.Us ? moved.Proposal : before._ours;
        _theirs = isOffer && moved.By == NegotiationParty.Them ? moved.Proposal : before._theirs;
        _hasBargained = before._hasBargained || (isOffer && before.Phase == NegotiationPhase.Middle);
    }

    /// <summary>The preparation.</summary>
    public NegotiationPreparation Preparation { get; }

    /// <summary>Everything that has happened, in order.</summary>
    public IReadOnlyList<NegotiationEvent> History { get; }

    /// <summary>The state: the phase of the negotiation.</summary>
    [JsonIgnore]
    public NegotiationPhase Phase { get; }

    /// <summary>Whether the negotiation has ended, with or without an agreement.</summary>
    [JsonIgnore]
    public bool HasEnded => Phase == NegotiationPhase.Agreed || Phase == NegotiationPhase.WalkedAway;

    /// <summary>The package that was agreed; null if none was.</summary>
    [JsonIgnore]
    public Package? Agreement => Phase == NegotiationPhase.Agreed ? AcceptedBy(History[^1].By) : null;

    /// <summary>Replays a history.</summary>
    /// <param name="preparation">The preparation.</param>
    /// <param name="history">What has happened, in order; at least one event.</param>
    /// <returns>The result of the last event; or that of the first event that is refused, with the negotiation before it.</returns>
    /// <exception cref="ArgumentNullException">An argument or an event is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="history"/> is empty.</exception>
    public static CaseResult<NegotiationCase> Replay(NegotiationPreparation preparation, IReadOnlyList<NegotiationEvent> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Count == 0)
            throw new ArgumentException("history is empty; it needs at least one event.", nameof(history));
        var result = new NegotiationCase(preparation).Apply(history[0]);
        for (var i = 1; i < history.Count && result.IsAccepted; i++)
            result = result.Case.Apply(history[i]);
        return result;
    }

    /// <summary>The last offer of a side.</summary>
    /// <param name="party">The side.</param>
    /// <returns>Its offer; null if it has made none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="party"/> is null.</exception>
    public Package? LastOfferOf(NegotiationParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return party == NegotiationParty.Us ? _ours : _theirs;
    }

    /// <summary>The offers of both sides on one issue, for <see cref="ConcessionRecord"/>.</summary>
    /// <param name="issue">The key of the issue.</param>
    /// <returns>Each offer that names the issue, in order.</returns>
    public IReadOnlyList<ConcessionOffer> OffersOn(string issue) =>
    [
        .. History.Where(each => each.Proposal?.Values.ContainsKey(issue) == true)
            .Select(each => new ConcessionOffer(each.At, each.By!, each.Proposal!.Values[issue], each.IsConditional)),
    ];

    /// <summary>Applies an event.</summary>
    /// <param name="next">What happens.</param>
    /// <returns>The negotiation after it, or this one and why the event is refused; with the rule of <see cref="NegotiationTables.Moves"/>
    /// that ruled on it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is null.</exception>
    public CaseResult<NegotiationCase> Apply(NegotiationEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var ruling = RulingOn(FactsOf(next.Move, next.By, next.Proposal) with
        {
            IsInOrder = History.Count == 0 || next.At >= History[^1].At,
            NamesIssues = next.Proposal is not { Values: var named }
                || (named.Count > 0 && named.Keys.All(key => Preparation.Issue(key) is not null)),
        });
        return ruling.Advice.Next is { } phase
            ? new(new(this, next, phase), true, ruling.RuleId, ruling.Reason)
            : new(this, false, ruling.RuleId, ruling.Reason);
    }

    /// <summary>What can happen next: the moves that <see cref="NegotiationTables.Moves"/> allows now to at least one side.</summary>
    /// <param name="asOf">The day that due dates are compared with. A negotiation sets no due dates: its steps are the same on every
    /// day.</param>
    /// <returns>One step for each such move, in the order of <see cref="NegotiationMove"/>, its key the name of the move; empty once the
    /// negotiation has ended. <see cref="Apply"/> still judges what an offer contains.</returns>
    public IReadOnlyList<CaseStep> NextSteps(LocalDate asOf)
    {
        Guard.Iso(asOf);
        return
        [
            .. NegotiationMove.InOrder.Where(IsPossible)
                .Select(move => new CaseStep(move.Name, TextTable.Library[$"Negotiation.NegotiationMove.{move.Name}"])),
        ];
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Phase and number of events.</returns>
    public override string ToString() => Invariant($"NegotiationCase {{ {Phase}, {History.Count} events }}");

    private static Hit<MoveRuling> RulingOn(NegotiationMoveFacts facts) => NegotiationTables.Moves.Decide(facts).Hits[0];

    private bool IsPossible(NegotiationMove move) =>
        NegotiationParty.InOrder.Any(party => RulingOn(FactsOf(move, party, proposal: null)).Advice.IsAllowed);

    // A move that has not been made yet has no faults of its own: it can be made in time, on prepared issues, within our reservation.
    private NegotiationMoveFacts FactsOf(NegotiationMove move, NegotiationParty? by, Package? proposal)
    {
        var accepted = move == NegotiationMove.Accept ? AcceptedBy(by) : null;
        var binding = accepted ?? (by == NegotiationParty.Us ? proposal : null);
        NegotiationIssue[] past = binding is null
            ? []
            :
            [
                .. Preparation.Issues.Where(issue =>
                    binding.Values.TryGetValue(issue.Key, out var value) && !issue.KeepsReservation(value)),
            ];
        return new()
        {
            Phase = Phase,
            Move = move,
            IsInOrder = true,
            IsPrepared = Preparation.Check().Hits.Any(hit => hit.Advice == PreparationStep.Begin),
            NamesIssues = true,
            KeepsReservation = past.Length == 0,
            BothHaveOffered = _ours is not null && _theirs is not null,
            HasBargained = _hasBargained,
            HasOffer = move != NegotiationMove.Accept || accepted is not null,
            SettlesAll = accepted is null || Preparation.Issues.All(issue => accepted.Values.ContainsKey(issue.Key)),
            PastReservation = string.Join(", ", past.Select(issue => issue.Key)),
        };
    }

    // Who accepts takes the other side's offer.
    private Package? AcceptedBy(NegotiationParty? party) => party == NegotiationParty.Us ? _theirs : _ours;

    /// <summary>The case for a person: the phase, what can follow, the offers on the table, the history and the preparation.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        NegotiationDocuments.Of(this, language);
}
