using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>The audience of an activity.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (目标人群), which asks for the size by audience and gives none.</remarks>
[JsonConverter(typeof(TermJsonConverter<Audience>))]
public sealed class Audience : Term<Audience>
{
    /// <summary>Chairmen and general managers (董事长、总经理); value 1.</summary>
    public static readonly Audience Leaders = new(1);
    /// <summary>Middle managers (中层管理者); value 2.</summary>
    public static readonly Audience MiddleManagers = new(2);
    /// <summary>First-line managers (基层管理者); value 3.</summary>
    public static readonly Audience FrontlineManagers = new(3);
    /// <summary>Staff (普通员工); value 4.</summary>
    public static readonly Audience Staff = new(4);

    private Audience(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
