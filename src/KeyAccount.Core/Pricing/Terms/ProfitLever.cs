using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>Something that can be improved to raise a profit.</summary>
[JsonConverter(typeof(TermJsonConverter<ProfitLever>))]
public sealed class ProfitLever : Term<ProfitLever>
{
    /// <summary>A higher price; value 1.</summary>
    public static readonly ProfitLever Price = new(1);
    /// <summary>A lower variable cost; value 2.</summary>
    public static readonly ProfitLever VariableCost = new(2);
    /// <summary>More units; value 3.</summary>
    public static readonly ProfitLever Volume = new(3);
    /// <summary>A lower fixed cost; value 4.</summary>
    public static readonly ProfitLever FixedCost = new(4);

    private ProfitLever(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
