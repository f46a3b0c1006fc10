using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The four parts of a closed loop of sales performance.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》, the four parts (闭环销售绩效管理的“四个”方面).</remarks>
[JsonConverter(typeof(TermJsonConverter<LoopPart>))]
public sealed class LoopPart : Term<LoopPart>
{
    /// <summary>Targets are agreed and signed before the period is well under way; value 1.</summary>
    public static readonly LoopPart TargetsSet = new(1);
    /// <summary>Every target has its result; value 2.</summary>
    public static readonly LoopPart ResultsAssessed = new(2);
    /// <summary>The results are discussed in a formal talk; value 3.</summary>
    public static readonly LoopPart FeedbackGiven = new(3);
    /// <summary>Pay, promotion and continued employment follow from the results; value 4.</summary>
    public static readonly LoopPart ConsequencesDrawn = new(4);

    private LoopPart(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
