using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>What to look at around a relationship before planning it.</summary>
/// <remarks>Source: 《客户关系拓展与管理》 (客户关系的宏观环境思考).</remarks>
[JsonConverter(typeof(TermJsonConverter<MacroQuestion>))]
public sealed class MacroQuestion : Term<MacroQuestion>
{
    /// <summary>Its strategy and its challenges (战略和挑战); value 1.</summary>
    public static readonly MacroQuestion StrategyAndChallenges = new(1);
    /// <summary>How it decides (决策模式); value 2.</summary>
    public static readonly MacroQuestion DecisionMode = new(2);
    /// <summary>Who decides (决策链); value 3.</summary>
    public static readonly MacroQuestion DecisionChain = new(3);

    private MacroQuestion(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
