using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>A way to build a barrier against the competitor.</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》 (为对手建立壁垒的方式：技术壁垒与商务壁垒).</remarks>
[JsonConverter(typeof(TermJsonConverter<CompetitorBarrierKind>))]
public sealed class CompetitorBarrierKind : Term<CompetitorBarrierKind>
{
    /// <summary>The competitor cannot make or prove what is needed; value 1.</summary>
    public static readonly CompetitorBarrierKind Technical = new(1);
    /// <summary>The competitor cannot or must not sell it; value 2.</summary>
    public static readonly CompetitorBarrierKind Commercial = new(2);

    private CompetitorBarrierKind(int value, [CallerMemberName] string name = "") : base(name, value) { }

    internal string Key => CostFacet.KeyOf(Name);
}
