using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>A value by which a person decides.</summary>
/// <remarks>Source: 《客户关系拓展与管理》 (关键决策依据).</remarks>
[JsonConverter(typeof(TermJsonConverter<CustomerValue>))]
public sealed class CustomerValue : Term<CustomerValue>
{
    /// <summary>Economic value (经济价值); value 1.</summary>
    public static readonly CustomerValue Economic = new(1);
    /// <summary>Time value (时间价值); value 2.</summary>
    public static readonly CustomerValue Time = new(2);
    /// <summary>Quality value (质量价值); value 3.</summary>
    public static readonly CustomerValue Quality = new(3);
    /// <summary>Advisory value (顾问价值); value 4.</summary>
    public static readonly CustomerValue Advisory = new(4);
    /// <summary>Value of the corporate image (企业形象价值); value 5.</summary>
    public static readonly CustomerValue CorporateImage = new(5);
    /// <summary>Political value (政治价值); value 6.</summary>
    public static readonly CustomerValue Political = new(6);
    /// <summary>Value of the relationship (关系价值); value 7.</summary>
    public static readonly CustomerValue Relationship = new(7);

    private CustomerValue(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
