using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A focus of sales management; there are six.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》, the six focuses of sales management (六大销售重点管理).</remarks>
[JsonConverter(typeof(TermJsonConverter<ManagementFocus>))]
public sealed class ManagementFocus : Term<ManagementFocus>
{
    /// <summary>Enough new opportunities come in, from more than one channel, and the reserve covers the target; value 1.</summary>
    public static readonly ManagementFocus OpportunityCreation = new(1);
    /// <summary>Key actions are done on time, and deals move forward with dated next steps; value 2.</summary>
    public static readonly ManagementFocus SalesProcess = new(2);
    /// <summary>Visits move something, and the hours go to the accounts that matter; value 3.</summary>
    public static readonly ManagementFocus Effectiveness = new(3);
    /// <summary>People have the skills that their positions require, and new people soon win deals; value 4.</summary>
    public static readonly ManagementFocus PeopleCapability = new(4);
    /// <summary>Quotas are within reach, pay follows results, and good people stay; value 5.</summary>
    public static readonly ManagementFocus PeopleIncentives = new(5);
    /// <summary>Forecasts are reliable, commitments are kept, and close dates do not slip; value 6.</summary>
    public static readonly ManagementFocus Predictability = new(6);

    private ManagementFocus(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
