using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>The degree of loyalty of a customer, by the loyalty scorecard.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 names the indicators of loyalty and no levels.</remarks>
[JsonConverter(typeof(TermJsonConverter<LoyaltyLevel>))]
public sealed class LoyaltyLevel : OrderedTerm<LoyaltyLevel>
{
    /// <summary>A rival with a fair offer can win it; value 1.</summary>
    public static readonly LoyaltyLevel Low = new(1);
    /// <summary>It stays while nothing goes wrong; value 2.</summary>
    public static readonly LoyaltyLevel Medium = new(2);
    /// <summary>It stays when something does go wrong; value 3.</summary>
    public static readonly LoyaltyLevel High = new(3);

    private LoyaltyLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
