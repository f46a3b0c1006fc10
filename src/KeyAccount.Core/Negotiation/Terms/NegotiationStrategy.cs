using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The three strategies of a negotiation on a large project.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (开局策略、中期策略、后期策略), which names them beside the three phases and says no more. The descriptions are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<NegotiationStrategy>))]
public sealed class NegotiationStrategy : Term<NegotiationStrategy>
{
    /// <summary>Set the frame: what is talked about, from which point, and in which tone; value 1.</summary>
    public static readonly NegotiationStrategy Opening = new(1);
    /// <summary>Keep the upper hand: give nothing without something in return; value 2.</summary>
    public static readonly NegotiationStrategy Middle = new(2);
    /// <summary>Bring it home: make it easy for the other side to say yes, and give little; value 3.</summary>
    public static readonly NegotiationStrategy Late = new(3);

    private NegotiationStrategy(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
