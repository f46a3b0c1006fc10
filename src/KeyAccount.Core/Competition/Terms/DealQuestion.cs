using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>One of the seven questions about a rival in a deal.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (需要大家思考的问题).</remarks>
[JsonConverter(typeof(TermJsonConverter<DealQuestion>))]
public sealed class DealQuestion : Term<DealQuestion>
{
    /// <summary>Who competes for the deal (正在拓展的大客户项目的竞争对手是谁); value 1.</summary>
    public static readonly DealQuestion Who = new(1);
    /// <summary>The name of its account manager (竞争对手的客户经理叫什么名字); value 2.</summary>
    public static readonly DealQuestion AccountManager = new(2);
    /// <summary>How often its account manager has visited (对手的客户经理拜访这个大客户多少次); value 3.</summary>
    public static readonly DealQuestion Visits = new(3);
    /// <summary>Which of its leaders have visited (对手的哪些领导拜访过这个大客户); value 4.</summary>
    public static readonly DealQuestion LeaderVisits = new(4);
    /// <summary>Which reference customers it has, and what they say (对手有哪些样板客户，客户评价如何); value 5.</summary>
    public static readonly DealQuestion References = new(5);
    /// <summary>In which segments it does well, with what market share (对手在哪些细分市场做得好，市场占有率); value 6.</summary>
    public static readonly DealQuestion Segments = new(6);
    /// <summary>What is good and bad about its product (竞争对手产品的优势和劣势是什么); value 7.</summary>
    public static readonly DealQuestion ProductProsAndCons = new(7);

    private DealQuestion(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
