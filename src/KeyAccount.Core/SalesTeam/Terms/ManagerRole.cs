using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The four roles of a sales manager.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 names the roles; the share of time for each is a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ManagerRole>))]
public sealed class ManagerRole : Term<ManagerRole>
{
    /// <summary>Sets targets, follows the funnel and decides; value 1.</summary>
    public static readonly ManagerRole Leader = new(1);
    /// <summary>Gets other departments and leaders to help; value 2.</summary>
    public static readonly ManagerRole Coordinator = new(2);
    /// <summary>Coaches, trains and joins visits; value 3.</summary>
    public static readonly ManagerRole Developer = new(3);
    /// <summary>Looks after own accounts and tasks; value 4.</summary>
    public static readonly ManagerRole Worker = new(4);

    private ManagerRole(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
