using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The response to a rise of our cost.</summary>
/// <remarks>Source of the question: 《大客户销售技巧（客户关系管理篇）》 (我方成本上升要求涨价的应对策略); the three answers are a <c>LibraryDefault</c>.
/// <see cref="CostPassThrough"/> has their arithmetic.</remarks>
[JsonConverter(typeof(TermJsonConverter<CostResponse>))]
public sealed class CostResponse : Term<CostResponse>
{
    /// <summary>The price passes on the whole rise; value 1.</summary>
    public static readonly CostResponse Raise = new(1);
    /// <summary>The customer bears a part, and we bear the rest; value 2.</summary>
    public static readonly CostResponse Share = new(2);
    /// <summary>We bear the whole rise; value 3.</summary>
    public static readonly CostResponse Absorb = new(3);

    private CostResponse(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
