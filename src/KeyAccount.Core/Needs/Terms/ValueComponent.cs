using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A part of the total value to the customer (客户总价值).</summary>
/// <remarks>Literature: Kotler, Marketing Management.</remarks>
[JsonConverter(typeof(TermJsonConverter<ValueComponent>))]
public sealed class ValueComponent : Term<ValueComponent>
{
    /// <summary>The product (产品价值); value 1.</summary>
    public static readonly ValueComponent Product = new(1);
    /// <summary>The service around it (服务价值); value 2.</summary>
    public static readonly ValueComponent Service = new(2);
    /// <summary>The people who sell and serve it (人员价值); value 3.</summary>
    public static readonly ValueComponent Personnel = new(3);
    /// <summary>The image of the supplier (形象价值); value 4.</summary>
    public static readonly ValueComponent Image = new(4);

    private ValueComponent(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
