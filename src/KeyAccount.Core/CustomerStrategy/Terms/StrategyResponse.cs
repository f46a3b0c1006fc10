using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>Our response to a challenge of the customer.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<StrategyResponse>))]
public sealed class StrategyResponse : Term<StrategyResponse>
{
    /// <summary>Safe delivery and service; value 1.</summary>
    public static readonly StrategyResponse Delivery = new(1);
    /// <summary>Payment and finance; value 2.</summary>
    public static readonly StrategyResponse Finance = new(2);
    /// <summary>A joint project; value 3.</summary>
    public static readonly StrategyResponse JointProject = new(3);
    /// <summary>Lower total cost; value 4.</summary>
    public static readonly StrategyResponse CostReduction = new(4);
    /// <summary>Ask first; value 5.</summary>
    public static readonly StrategyResponse AskFirst = new(5);

    private StrategyResponse(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
