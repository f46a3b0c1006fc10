using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Whether somebody is still on probation.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》, which designs pay for both phases.</remarks>
[JsonConverter(typeof(TermJsonConverter<EmploymentPhase>))]
public sealed class EmploymentPhase : Term<EmploymentPhase>
{
    /// <summary>The first months, in which what somebody does counts for more than what has come of it yet; value 1.</summary>
    public static readonly EmploymentPhase Probation = new(1);
    /// <summary>After the probation, results carry the pay; value 2.</summary>
    public static readonly EmploymentPhase Regular = new(2);

    private EmploymentPhase(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
