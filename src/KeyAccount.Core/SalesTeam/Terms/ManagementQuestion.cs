using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A question for a sales manager, with an answer.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 asks the questions; the answers are a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ManagementQuestion>))]
public sealed class ManagementQuestion : Term<ManagementQuestion>
{
    /// <summary>A manager's week: divided among the four roles, a third of it for developing people; compare it with the target shares;
    /// value 1.</summary>
    public static readonly ManagementQuestion WeekOfManager = new(1);
    /// <summary>An empty pipeline: plan backward from the target to the opportunities needed, give each week its share of new contacts, and
    /// open a second channel; value 2.</summary>
    public static readonly ManagementQuestion EmptyPipeline = new(2);
    /// <summary>A person far behind target: look at the process before the person: visits, stages, skills; agree on a short plan with
    /// weekly checks and a decision date; value 3.</summary>
    public static readonly ManagementQuestion FarBehind = new(3);
    /// <summary>Why training fails: nobody practises and nobody checks; good management makes the right thing happen every week; value
    /// 4.</summary>
    public static readonly ManagementQuestion WhyTrainingFails = new(4);

    private ManagementQuestion(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
