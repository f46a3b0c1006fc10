using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>A tool for winning a customer back.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 asks for a toolbox (客户挽留策略工具箱) and names no tool: LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<WinbackTool>))]
public sealed class WinbackTool : Term<WinbackTool>
{
    /// <summary>A leader apologises and promises; value 1.</summary>
    public static readonly WinbackTool LeaderVisit = new(1);
    /// <summary>An account of what went wrong and what was changed; value 2.</summary>
    public static readonly WinbackTool CorrectionReport = new(2);
    /// <summary>Compensation for the damage; value 3.</summary>
    public static readonly WinbackTool Compensation = new(3);
    /// <summary>A small order or a test; value 4.</summary>
    public static readonly WinbackTool Trial = new(4);
    /// <summary>A price for something in return; value 5.</summary>
    public static readonly WinbackTool ConditionalPrice = new(5);
    /// <summary>A dedicated team; value 6.</summary>
    public static readonly WinbackTool DedicatedTeam = new(6);
    /// <summary>Relations with the new key persons; value 7.</summary>
    public static readonly WinbackTool RebuildRelationship = new(7);
    /// <summary>Something better; value 8.</summary>
    public static readonly WinbackTool TechnicalImprovement = new(8);
    /// <summary>Another way in; value 9.</summary>
    public static readonly WinbackTool NewProject = new(9);

    private WinbackTool(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
