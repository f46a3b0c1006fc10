using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>A step of the chain by which a relationship usually grows.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》 (客户与厂商关系发展的一般规律：认知-信任-交易-满意-忠诚).</remarks>
[JsonConverter(typeof(TermJsonConverter<LoyaltyStep>))]
public sealed class LoyaltyStep : OrderedTerm<LoyaltyStep>
{
    /// <summary>They know us (认知); value 1.</summary>
    public static readonly LoyaltyStep Awareness = new(1);
    /// <summary>They trust us (信任); value 2.</summary>
    public static readonly LoyaltyStep Trust = new(2);
    /// <summary>They buy from us (交易); value 3.</summary>
    public static readonly LoyaltyStep Transaction = new(3);
    /// <summary>They are satisfied (满意); value 4.</summary>
    public static readonly LoyaltyStep Satisfaction = new(4);
    /// <summary>They are loyal (忠诚); value 5.</summary>
    public static readonly LoyaltyStep Loyalty = new(5);

    private LoyaltyStep(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: loyalty = 5 is the end of the chain.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
