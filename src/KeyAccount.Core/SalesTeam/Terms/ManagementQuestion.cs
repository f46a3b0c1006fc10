using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>What a sales manager has to think about, with an answer.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 asks the questions; the answers are a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ManagementQuestion>))]
public sealed class ManagementQuestion : Term<ManagementQuestion>
{
    /// <summary>Over the four roles, a third of it for developing people; what was spent is held against the target shares; value
    /// 1.</summary>
    public static readonly ManagementQuestion WeekOfManager = new(1);
    /// <summary>Plan backward from the target to the opportunities needed, give each week its share of new contacts, and open a second
    /// channel; value 2.</summary>
    public static readonly ManagementQuestion EmptyPipeline = new(2);
    /// <summary>Look at the process before the person: visits, stages, skills; agree on a short plan with weekly checks and a date on
    /// which to decide; value 3.</summary>
    public static readonly ManagementQuestion FarBehind = new(3);
    /// <summary>Nobody practises and nobody checks; good management makes the right thing happen every week; value 4.</summary>
    public static readonly ManagementQuestion WhyTrainingFails = new(4);

    private ManagementQuestion(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
