using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A role of the team around a key account (虚拟化组织).</summary>
/// <remarks>《大客戶戰略客戶關係管理》 asks for a virtual organisation that creates value and names no role; these six
/// are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<VirtualTeamRole>))]
public sealed class VirtualTeamRole : Term<VirtualTeamRole>
{
    /// <summary>Leads the team and answers for the account (客户经理); value 1.</summary>
    public static readonly VirtualTeamRole AccountManager = new(1);
    /// <summary>Turns needs into a solution (解决方案); value 2.</summary>
    public static readonly VirtualTeamRole Solution = new(2);
    /// <summary>Delivers it (交付); value 3.</summary>
    public static readonly VirtualTeamRole Delivery = new(3);
    /// <summary>Keeps it running (服务); value 4.</summary>
    public static readonly VirtualTeamRole Service = new(4);
    /// <summary>Price, contract and payment (商务); value 5.</summary>
    public static readonly VirtualTeamRole Commercial = new(5);
    /// <summary>An executive who opens doors (高层赞助人); value 6.</summary>
    public static readonly VirtualTeamRole Sponsor = new(6);

    private VirtualTeamRole(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
