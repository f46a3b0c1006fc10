using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>What can happen to a win-back case.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 names the four steps, not the events.</remarks>
[JsonConverter(typeof(TermJsonConverter<WinbackEventKind>))]
public sealed class WinbackEventKind : Term<WinbackEventKind>
{
    /// <summary>The cause is found, with evidence; value 1.</summary>
    public static readonly WinbackEventKind CauseFound = new(1);
    /// <summary>The strategy is set; value 2.</summary>
    public static readonly WinbackEventKind StrategySet = new(2);
    /// <summary>A tool is used; value 3.</summary>
    public static readonly WinbackEventKind ToolUsed = new(3);
    /// <summary>The day of the judgement is set; value 4.</summary>
    public static readonly WinbackEventKind EndSet = new(4);
    /// <summary>The effect is judged; value 5.</summary>
    public static readonly WinbackEventKind Judged = new(5);
    /// <summary>The case begins again; value 6.</summary>
    public static readonly WinbackEventKind Reopened = new(6);

    private WinbackEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
