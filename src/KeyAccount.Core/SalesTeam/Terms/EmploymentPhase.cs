using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The phase of employment: on probation, or after it.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》, which designs pay for both phases.</remarks>
[JsonConverter(typeof(TermJsonConverter<EmploymentPhase>))]
public sealed class EmploymentPhase : Term<EmploymentPhase>
{
    /// <summary>The first months, in which activity counts for more than results; value 1.</summary>
    public static readonly EmploymentPhase Probation = new(1);
    /// <summary>After probation, pay depends on results; value 2.</summary>
    public static readonly EmploymentPhase Regular = new(2);

    private EmploymentPhase(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
