using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>How far a deal has come in the sales funnel, from the territory to the close.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (P0–P6). The stages and their names are the source's; what each means and when a deal leaves it are a
/// <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<FunnelStage>))]
public sealed class FunnelStage : OrderedTerm<FunnelStage>
{
    /// <summary>Territory: an account we could serve (地盘阶段); value 0.</summary>
    public static readonly FunnelStage P0 = new(0);
    /// <summary>Lead: somebody there may need something (销售线索阶段); value 1.</summary>
    public static readonly FunnelStage P1 = new(1);
    /// <summary>Opportunity: a need with a budget or project and a time (商机阶段); value 2.</summary>
    public static readonly FunnelStage P2 = new(2);
    /// <summary>First approval: the technical side accepts our solution (初步认可阶段); value 3.</summary>
    public static readonly FunnelStage P3 = new(3);
    /// <summary>Approval or bid: an offer or tender is in (认可/投标阶段); value 4.</summary>
    public static readonly FunnelStage P4 = new(4);
    /// <summary>Commercial: price and contract are negotiated (商务阶段); value 5.</summary>
    public static readonly FunnelStage P5 = new(5);
    /// <summary>Closed: contract and first payment (成交阶段); value 6.</summary>
    public static readonly FunnelStage P6 = new(6);

    private FunnelStage(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
