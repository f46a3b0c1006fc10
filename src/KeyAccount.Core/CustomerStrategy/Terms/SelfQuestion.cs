using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>What we ask ourselves when we plan a relationship.</summary>
/// <remarks>Source: 《客户关系拓展与管理》 (客户关系的自我思考).</remarks>
[JsonConverter(typeof(TermJsonConverter<SelfQuestion>))]
public sealed class SelfQuestion : Term<SelfQuestion>
{
    /// <summary>Our market (市场); value 1.</summary>
    public static readonly SelfQuestion Market = new(1);
    /// <summary>Our sales (销售); value 2.</summary>
    public static readonly SelfQuestion Sales = new(2);
    /// <summary>Our competition (竞争); value 3.</summary>
    public static readonly SelfQuestion Competition = new(3);
    /// <summary>Profit comes first (赢利为中心); value 4.</summary>
    public static readonly SelfQuestion Profit = new(4);

    private SelfQuestion(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
