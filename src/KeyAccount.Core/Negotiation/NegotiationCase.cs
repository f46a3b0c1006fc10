using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>A negotiation: its preparation and everything that has happened in it.</summary>
/// <remarks>
/// <para>A state machine as a value: preparation → opening → middle → closing → agreed or walked away, by the rules of
/// <see cref="NegotiationModels.Moves"/>. Nothing calls back, nothing changes: a move gives a new value, or a refusal with its
/// reason.</para>
/// <para>Immutable; equal when preparation and history are. The phase follows from the history, so JSON holds the history and reading it
/// back replays it.</para>
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
    /// <exception cref="ArgumentException">An event is not allowed where it stands; the message names it and the reason. To be told by a
    /// result, use <see cref="Replay"/>.</exception>
    [JsonConstructor]
    public NegotiationCase(NegotiationPreparation preparation, IReadOnlyList<NegotiationEvent>? history = null)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        (Preparation, History, Phase) = (preparation, [], NegotiationPhase.Preparation);
        if (history is null or { Count: 0 })
            return;
        var last = Replay(preparation, history);
        if (!last.IsAllowed)
        {
            var index = last.Case.History.Count;
            throw new ArgumentException(Invariant($"history[{index}] ({history[index]}) is refused: {last.Ruling.Reason.En}"), nameof(history));
        }

        (History, Phase, _ours, _theirs, _hasBargained) = (last.Case.History, last.Case.Phase, last.Case._ours, last.Case._theirs, last.Case._hasBargained);
    }

    private NegotiationCase(NegotiationCase before, NegotiationEvent moved, NegotiationPhase phase)
    {
        var isOffer = moved.Move == NegotiationMove.Offer;
        Preparation = before.Preparation;
        History = [.. before.History, moved];
        Phase = phase;
        _ours = isOffer && moved.By == NegotiationParty.Us ? moved.Proposal : before._ours;
        _theirs = isOffer && moved.By == NegotiationParty.Them ? moved.Proposal : before._theirs;
        _hasBargained = before._hasBargained || (isOffer && before.Phase == NegotiationPhase.Middle);
    }

    /// <summary>The preparation.</summary>
    public NegotiationPreparation Preparation { get; }

    /// <summary>Everything that has happened, in order.</summary>
    public IReadOnlyList<NegotiationEvent> History { get; }

    /// <summary>Where the negotiation stands.</summary>
    [JsonIgnore]
    public NegotiationPhase Phase { get; }

    /// <summary>Whether it has ended, in an agreement or without.</summary>
    [JsonIgnore]
    public bool HasEnded => Phase == NegotiationPhase.Agreed || Phase == NegotiationPhase.WalkedAway;

    /// <summary>What was agreed; null where nothing was.</summary>
    [JsonIgnore]
    public Package? Agreement => Phase == NegotiationPhase.Agreed ? Accepted(History[^1].By) : null;

    /// <summary>Replays a history.</summary>
    /// <param name="preparation">The preparation.</param>
    /// <param name="history">What has happened, in order; at least one event.</param>
    /// <returns>The last step: the negotiation as it is now, or as it was before the first event that is refused, with the
    /// reason.</returns>
    /// <exception cref="ArgumentNullException">An argument or an event is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="history"/> is empty.</exception>
    public static NegotiationStep Replay(NegotiationPreparation preparation, IReadOnlyList<NegotiationEvent> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Count == 0)
            throw new ArgumentException("history is empty; it needs at least one event.", nameof(history));
        var step = new NegotiationCase(preparation).Apply(history[0]);
        for (var i = 1; i < history.Count && step.IsAllowed; i++)
            step = step.Case.Apply(history[i]);
        return step;
    }

    /// <summary>The last offer of a side.</summary>
    /// <param name="party">The side.</param>
    /// <returns>Its offer; null where it has made none.</returns>
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

    /// <summary>Makes a move.</summary>
    /// <param name="next">What happens.</param>
    /// <returns>The negotiation after it, or this one with the reason why it is refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is null.</exception>
    public NegotiationStep Apply(NegotiationEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var ruling = NegotiationModels.Moves.Decide(FactsOf(next)).Hits[0];
        return new(ruling.Advice.Next is { } phase ? new(this, next, phase) : this, ruling);
    }

    /// <summary>Whether preparation and history are equal.</summary>
    /// <param name="other">The other negotiation.</param>
    /// <returns>True when the two are the same.</returns>
    public bool Equals(NegotiationCase? other) =>
        other is not null && Preparation == other.Preparation && History.SequenceEqual(other.History);

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Preparation, History.Count, History.Count > 0 ? History[^1] : null);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Phase and number of events.</returns>
    public override string ToString() => Invariant($"NegotiationCase {{ {Phase}, {History.Count} events }}");

    private NegotiationMoveFacts FactsOf(NegotiationEvent next)
    {
        var accepted = next.Move == NegotiationMove.Accept ? Accepted(next.By) : null;
        var binding = accepted ?? (next.By == NegotiationParty.Us ? next.Proposal : null);
        NegotiationIssue[] past = binding is null
            ? []
            : [.. Preparation.Issues.Where(issue => binding.Values.TryGetValue(issue.Key, out var value) && !issue.KeepsReservation(value))];
        return new()
        {
            Phase = Phase,
            Move = next.Move,
            IsInOrder = History.Count == 0 || next.At >= History[^1].At,
            IsPrepared = Preparation.Check().Hits.Any(hit => hit.Advice == PreparationStep.Begin),
            NamesIssues = next.Proposal is not { Values: var named } || (named.Count > 0 && named.Keys.All(key => Preparation.Issue(key) is not null)),
            KeepsReservation = past.Length == 0,
            BothHaveOffered = _ours is not null && _theirs is not null,
            HasBargained = _hasBargained,
            HasOffer = next.Move != NegotiationMove.Accept || accepted is not null,
            SettlesAll = accepted is null || Preparation.Issues.All(issue => accepted.Values.ContainsKey(issue.Key)),
            PastReservation = string.Join(", ", past.Select(issue => issue.Key)),
        };
    }

    // Who accepts takes the other side's offer.
    private Package? Accepted(NegotiationParty? by) => by == NegotiationParty.Us ? _theirs : _ours;
}
