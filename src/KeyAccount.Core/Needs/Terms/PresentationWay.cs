using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A way of presenting value (价值呈现).</summary>
/// <remarks>《大客戶戰略客戶關係管理》 announces five strategies and names none; these five are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<PresentationWay>))]
public sealed class PresentationWay : Term<PresentationWay>
{
    /// <summary>Calculate the value with the customer (数据呈现); value 1.</summary>
    public static readonly PresentationWay Figures = new(1);
    /// <summary>Let another customer speak (案例呈现); value 2.</summary>
    public static readonly PresentationWay Reference = new(2);
    /// <summary>Let the customer try it or see it at work (体验呈现); value 3.</summary>
    public static readonly PresentationWay Experience = new(3);
    /// <summary>Compare it with the alternative (对比呈现); value 4.</summary>
    public static readonly PresentationWay Comparison = new(4);
    /// <summary>Promise the result (承诺呈现); value 5.</summary>
    public static readonly PresentationWay Guarantee = new(5);

    private PresentationWay(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
