using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The state of a customer that may be leaving.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》 names sleeping (睡眠), lost (流失) and blacklisting customers (黑名单); how they are distinguished is a
/// <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CustomerState>))]
public sealed class CustomerState : Term<CustomerState>
{
    /// <summary>It buys at its usual intervals; value 1.</summary>
    public static readonly CustomerState Active = new(1);
    /// <summary>It is silent for longer than its usual intervals explain; value 2.</summary>
    public static readonly CustomerState Sleeping = new(2);
    /// <summary>It has gone; value 3.</summary>
    public static readonly CustomerState Lost = new(3);
    /// <summary>It has barred us; value 4.</summary>
    public static readonly CustomerState Blacklisted = new(4);

    private CustomerState(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
