using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>The phase of an account plan in its cycle: plan, do, check, act.</summary>
/// <remarks>Source: 《客户关系拓展与管理》 names the four as 规划、实施、评估、调整, and 《大客戶戰略客戶關係管理》 as PDCA.</remarks>
[JsonConverter(typeof(TermJsonConverter<PlanPhase>))]
public sealed class PlanPhase : Term<PlanPhase>
{
    /// <summary>Objectives and measures are set; value 1.</summary>
    public static readonly PlanPhase Plan = new(1);
    /// <summary>The plan is carried out; value 2.</summary>
    public static readonly PlanPhase Do = new(2);
    /// <summary>The figures are compared with the objectives; value 3.</summary>
    public static readonly PlanPhase Check = new(3);
    /// <summary>The changes are decided; value 4.</summary>
    public static readonly PlanPhase Act = new(4);

    private PlanPhase(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
