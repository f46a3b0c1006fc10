using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Negotiation;

/// <summary>An event of a negotiation, with its instant.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record NegotiationEvent
{
    /// <summary>An event from its parts; what JSON reads back. The static methods make each kind.</summary>
    /// <param name="move">What happened.</param>
    /// <param name="at">The instant.</param>
    /// <param name="by">The side that acted; for an offer, an acceptance or a walk-away only.</param>
    /// <param name="proposal">The proposal; for an offer only.</param>
    /// <param name="isConditional">Whether the offer asks for something in return; null if it is unknown, and for all other
    /// moves.</param>
    /// <exception cref="ArgumentNullException"><paramref name="move"/> is null.</exception>
    /// <exception cref="ArgumentException">A part is missing, or one is given that does not belong to the move.</exception>
    [JsonConstructor]
    public NegotiationEvent(
        NegotiationMove move, Instant at, NegotiationParty? by = null, Package? proposal = null, bool? isConditional = null)
    {
        ArgumentNullException.ThrowIfNull(move);
        var isOffer = move == NegotiationMove.Offer;
        Check(by, isOffer || move == NegotiationMove.Accept || move == NegotiationMove.WalkAway, move, nameof(by));
        Check(proposal, isOffer, move, nameof(proposal));
        if (!isOffer)
            Check(isConditional, false, move, nameof(isConditional));
        (Move, At, By, Proposal, IsConditional) = (move, at, by, proposal, isConditional);
    }

    /// <summary>The kind of the event.</summary>
    public NegotiationMove Move { get; }

    /// <summary>The instant.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant At { get; }

    /// <summary>The side that acted; null if the event has no particular side.</summary>
    public NegotiationParty? By { get; }

    /// <summary>The proposal; null for all other moves.</summary>
    public Package? Proposal { get; }

    /// <summary>Whether the offer asks for something in return; null if it is unknown.</summary>
    public bool? IsConditional { get; }

    /// <summary>The talks begin.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The event.</returns>
    public static NegotiationEvent Open(Instant at) => new(NegotiationMove.Open, at);

    /// <summary>A side makes an offer.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="by">The side.</param>
    /// <param name="proposal">The proposal; it may settle some of the issues only.</param>
    /// <param name="isConditional">Whether it asks for something in return; null if it is unknown.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">Side or proposal is null.</exception>
    public static NegotiationEvent Offer(Instant at, NegotiationParty by, Package proposal, bool? isConditional = null) =>
        new(NegotiationMove.Offer, at, by, proposal, isConditional);

    /// <summary>Bargaining begins.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The event.</returns>
    public static NegotiationEvent Bargain(Instant at) => new(NegotiationMove.Bargain, at);

    /// <summary>The closing begins.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The event.</returns>
    public static NegotiationEvent Close(Instant at) => new(NegotiationMove.Close, at);

    /// <summary>The closing has failed and bargaining goes on.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The event.</returns>
    public static NegotiationEvent Reopen(Instant at) => new(NegotiationMove.Reopen, at);

    /// <summary>A side accepts the other's last offer.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="by">Which side accepts.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The side is null.</exception>
    public static NegotiationEvent Accept(Instant at, NegotiationParty by) => new(NegotiationMove.Accept, at, by);

    /// <summary>A side walks away.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="by">The side.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The side is null.</exception>
    public static NegotiationEvent WalkAway(Instant at, NegotiationParty by) => new(NegotiationMove.WalkAway, at, by);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Time, side, move and what was offered.</returns>
    public override string ToString() =>
        $"{InstantPattern.ExtendedIso.Format(At)} {Move}{(By is null ? "" : $" by {By}")}{(Proposal is null ? "" : $": {Proposal}")}";

    private static void Check(object? part, bool isNeeded, NegotiationMove move, string name)
    {
        if (part is null == isNeeded)
        {
            throw new ArgumentException(
                isNeeded ? $"{name} is missing; the move {move} needs it." : $"{name} is given; the move {move} takes none.", name);
        }
    }
}
