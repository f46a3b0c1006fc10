using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>How a negotiation is conducted.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (竞争型、合作型与双赢型谈判), which names the styles and says no more; the descriptions are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<NegotiationStyle>))]
public sealed class NegotiationStyle : Term<NegotiationStyle>
{
    /// <summary>What one side wins the other loses; value 1.</summary>
    public static readonly NegotiationStyle Competitive = new(1);
    /// <summary>Both look for what both can live with; value 2.</summary>
    public static readonly NegotiationStyle Cooperative = new(2);
    /// <summary>Both make the deal larger before they share it; value 3.</summary>
    public static readonly NegotiationStyle WinWin = new(3);

    private NegotiationStyle(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
