using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A point on which strategic cooperation rests.</summary>
/// <remarks>《大客戶戰略客戶關係管理》 has four of them (与客户建立战略合作关系的四个要点) and names none: the points are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CooperationPoint>))]
public sealed class CooperationPoint : Term<CooperationPoint>
{
    /// <summary>The strategies fit (战略契合); value 1.</summary>
    public static readonly CooperationPoint StrategicFit = new(1);
    /// <summary>The leaders of both sides want it (高层共识); value 2.</summary>
    public static readonly CooperationPoint TopCommitment = new(2);
    /// <summary>Both invest and share the gain (共同投入与利益共享); value 3.</summary>
    public static readonly CooperationPoint SharedInvestment = new(3);
    /// <summary>Both steer it together (联合机制与全员参与); value 4.</summary>
    public static readonly CooperationPoint JointGovernance = new(4);

    private CooperationPoint(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
