using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>A step in winning a customer back.</summary>
/// <remarks>Source: 《大客户销售技巧（客户关系管理篇）》, four steps.</remarks>
[JsonConverter(typeof(TermJsonConverter<WinbackStep>))]
public sealed class WinbackStep : OrderedTerm<WinbackStep>
{
    /// <summary>Find out why the customer leaves; value 1.</summary>
    public static readonly WinbackStep FindCause = new(1);
    /// <summary>Decide what to do, by the tier of the account; value 2.</summary>
    public static readonly WinbackStep SetStrategy = new(2);
    /// <summary>Do it, with the tools of the strategy; value 3.</summary>
    public static readonly WinbackStep CarryOut = new(3);
    /// <summary>Judge the result; value 4.</summary>
    public static readonly WinbackStep JudgeEffect = new(4);

    private WinbackStep(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
