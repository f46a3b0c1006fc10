using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>Our price posture: how we treat a customer who asks for a lower price.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 asks for prices by customer tier but names no postures.</remarks>
[JsonConverter(typeof(TermJsonConverter<PricePosture>))]
public sealed class PricePosture : Term<PricePosture>
{
    /// <summary>The price stays; value 1.</summary>
    public static readonly PricePosture Hold = new(1);
    /// <summary>The price moves only in exchange for something; value 2.</summary>
    public static readonly PricePosture Trade = new(2);
    /// <summary>We want to keep the customer: an early step, still in exchange for something; value 3.</summary>
    public static readonly PricePosture Defend = new(3);
    /// <summary>The price stays, and the customer may leave; value 4.</summary>
    public static readonly PricePosture LetGo = new(4);

    private PricePosture(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
