using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Ten strengths that managers trained in multinationals often bring.</summary>
/// <remarks>《B2B 大客户开发与管理》 says that there are ten (跨国公司职业经理人的“十大优势”) but does not name them. The number comes from the source; the items
/// are a LibraryDefault, about habits and not about people.</remarks>
[JsonConverter(typeof(TermJsonConverter<InternationalManagerStrength>))]
public sealed class InternationalManagerStrength : Term<InternationalManagerStrength>
{
    /// <summary>Plans the year, the quarter and the week; value 1.</summary>
    public static readonly InternationalManagerStrength PlansAhead = new(1);
    /// <summary>Works by a process that others can follow; value 2.</summary>
    public static readonly InternationalManagerStrength UsesProcess = new(2);
    /// <summary>Asks for the figure before the opinion; value 3.</summary>
    public static readonly InternationalManagerStrength DecidesByData = new(3);
    /// <summary>Puts agreements in writing; value 4.</summary>
    public static readonly InternationalManagerStrength WritesDown = new(4);
    /// <summary>Reads and answers logs every week; value 5.</summary>
    public static readonly InternationalManagerStrength KeepsWeeklyLog = new(5);
    /// <summary>Spends time on developing people; value 6.</summary>
    public static readonly InternationalManagerStrength CoachesPeople = new(6);
    /// <summary>Gets support without rank; value 7.</summary>
    public static readonly InternationalManagerStrength WorksAcross = new(7);
    /// <summary>Says early what will not happen; value 8.</summary>
    public static readonly InternationalManagerStrength ForecastsHonestly = new(8);
    /// <summary>Puts compliance before the deal; value 9.</summary>
    public static readonly InternationalManagerStrength KeepsRules = new(9);
    /// <summary>Says what was good and what was not, with examples; value 10.</summary>
    public static readonly InternationalManagerStrength GivesFeedback = new(10);

    private InternationalManagerStrength(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
