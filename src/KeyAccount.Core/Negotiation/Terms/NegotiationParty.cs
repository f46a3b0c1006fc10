using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>A side of a negotiation.</summary>
/// <remarks>LibraryDefault: two sides, seen from ours.</remarks>
[JsonConverter(typeof(TermJsonConverter<NegotiationParty>))]
public sealed class NegotiationParty : Term<NegotiationParty>
{
    /// <summary>We, who prepare the negotiation; value 1.</summary>
    public static readonly NegotiationParty Us = new(1);
    /// <summary>The key account, or whoever sits opposite; value 2.</summary>
    public static readonly NegotiationParty Them = new(2);

    private NegotiationParty(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
