using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>An action for a weak focus of sales management.</summary>
/// <remarks>A LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ManagementAction>))]
public sealed class ManagementAction : Term<ManagementAction>
{
    /// <summary>Plan backward from the target, give each week a number of new opportunities, and open a second channel; value 1.</summary>
    public static readonly ManagementAction PlanOpportunities = new(1);
    /// <summary>Give every open deal a next step with a date, and go through the overdue ones each week; value 2.</summary>
    public static readonly ManagementAction DateNextSteps = new(2);
    /// <summary>Plan each visit with the move it should bring, and shift hours to A accounts; value 3.</summary>
    public static readonly ManagementAction PlanVisits = new(3);
    /// <summary>Compare the skills with the standard of the position, and train the widest gap first; value 4.</summary>
    public static readonly ManagementAction CloseSkillGaps = new(4);
    /// <summary>Check whether quotas follow potential and are within reach of half of the people, and remove cliffs from the plan; value
    /// 5.</summary>
    public static readonly ManagementAction RepairPay = new(5);
    /// <summary>Go through committed deals each week, and count a deal postponed twice as pipeline only; value 6.</summary>
    public static readonly ManagementAction ReviewForecast = new(6);

    private ManagementAction(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
