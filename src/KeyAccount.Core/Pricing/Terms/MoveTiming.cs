using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>When to move our price, relative to the competitor's move.</summary>
/// <remarks>Source of the question: 《大客户销售技巧（客户关系管理篇）》 (涨价时和降价时，比对手行动早了好还是晚了好？).</remarks>
[JsonConverter(typeof(TermJsonConverter<MoveTiming>))]
public sealed class MoveTiming : Term<MoveTiming>
{
    /// <summary>Before the competitor; value 1.</summary>
    public static readonly MoveTiming Before = new(1);
    /// <summary>After the competitor; value 2.</summary>
    public static readonly MoveTiming After = new(2);

    private MoveTiming(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
