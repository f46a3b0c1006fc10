using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A position in a sales organisation.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》, the representative and the four roles that look after performance.</remarks>
[JsonConverter(typeof(TermJsonConverter<SalesPosition>))]
public sealed class SalesPosition : Term<SalesPosition>
{
    /// <summary>Wins and keeps accounts in person; value 1.</summary>
    public static readonly SalesPosition Representative = new(1);
    /// <summary>Leads representatives, week by week; value 2.</summary>
    public static readonly SalesPosition Manager = new(2);
    /// <summary>Leads managers and is responsible for the funnel; value 3.</summary>
    public static readonly SalesPosition Director = new(3);
    /// <summary>Is responsible for strategy, pay structure and forecast; value 4.</summary>
    public static readonly SalesPosition VicePresident = new(4);
    /// <summary>Maintains the rules, the calendar and the records; value 5.</summary>
    public static readonly SalesPosition HumanResources = new(5);

    private SalesPosition(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
