using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>What a negotiation is about.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (一般性、专门性与外交性谈判), which names the kinds and says no more; the descriptions are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<NegotiationKind>))]
public sealed class NegotiationKind : Term<NegotiationKind>
{
    /// <summary>Everyday business that the account team settles itself; value 1.</summary>
    public static readonly NegotiationKind General = new(1);
    /// <summary>A technical, legal or commercial field that needs its experts; value 2.</summary>
    public static readonly NegotiationKind Specialised = new(2);
    /// <summary>Between leaders or institutions, where rank and form count; value 3.</summary>
    public static readonly NegotiationKind Diplomatic = new(3);

    private NegotiationKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
