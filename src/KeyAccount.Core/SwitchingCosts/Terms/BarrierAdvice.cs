using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The advice about the barrier around a customer.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 and 《大客戶戰略客戶關係管理》 ask to raise barriers; when to leave them, and when to ease them, is
/// ours.</remarks>
[JsonConverter(typeof(TermJsonConverter<BarrierAdvice>))]
public sealed class BarrierAdvice : Term<BarrierAdvice>
{
    /// <summary>Raise it; value 1.</summary>
    public static readonly BarrierAdvice Invest = new(1);
    /// <summary>Leave it as it is; value 2.</summary>
    public static readonly BarrierAdvice Maintain = new(2);
    /// <summary>Ease it: it holds a customer that wants to leave; value 3.</summary>
    public static readonly BarrierAdvice Relieve = new(3);

    private BarrierAdvice(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
