using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>How satisfied a customer is: what it perceives against what it expects (《大客户销售技巧（客户关系管理篇）》: 满意度 = 客户感知 PS − 客户预期 ES), in three
/// levels.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 measures satisfaction and names no levels.</remarks>
[JsonConverter(typeof(TermJsonConverter<SatisfactionLevel>))]
public sealed class SatisfactionLevel : OrderedTerm<SatisfactionLevel>
{
    /// <summary>Perceives clearly less than it expects; value 1.</summary>
    public static readonly SatisfactionLevel Low = new(1);
    /// <summary>Perceives about what it expects; value 2.</summary>
    public static readonly SatisfactionLevel Medium = new(2);
    /// <summary>Perceives more than it expects; value 3.</summary>
    public static readonly SatisfactionLevel High = new(3);

    private SatisfactionLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
