using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>A move in a negotiation.</summary>
/// <remarks>LibraryDefault: the method names the phases and not the steps between them.</remarks>
[JsonConverter(typeof(TermJsonConverter<NegotiationMove>))]
public sealed class NegotiationMove : Term<NegotiationMove>
{
    /// <summary>The preparation is done and the talks begin; value 1.</summary>
    public static readonly NegotiationMove Open = new(1);
    /// <summary>One side puts an offer on the table; value 2.</summary>
    public static readonly NegotiationMove Offer = new(2);
    /// <summary>Both have stated where they begin; concessions follow; value 3.</summary>
    public static readonly NegotiationMove Bargain = new(3);
    /// <summary>The last differences are taken up; value 4.</summary>
    public static readonly NegotiationMove Close = new(4);
    /// <summary>The closing has failed, and concessions are exchanged again; value 5.</summary>
    public static readonly NegotiationMove Reopen = new(5);
    /// <summary>One side accepts the other's last offer; value 6.</summary>
    public static readonly NegotiationMove Accept = new(6);
    /// <summary>One side ends the talks without an agreement; value 7.</summary>
    public static readonly NegotiationMove WalkAway = new(7);

    private NegotiationMove(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
