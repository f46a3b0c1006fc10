using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>A lever of the lifetime profit of a customer.</summary>
/// <remarks>Source: Gupta, Lehmann &amp; Stuart 2004, Valuing Customers, Journal of Marketing Research 41(1):7–18.</remarks>
[JsonConverter(typeof(TermJsonConverter<LifetimeLever>))]
public sealed class LifetimeLever : Term<LifetimeLever>
{
    /// <summary>The yearly margin; value 1.</summary>
    public static readonly LifetimeLever Margin = new(1);
    /// <summary>The share of customers who stay for another year; value 2.</summary>
    public static readonly LifetimeLever Retention = new(2);
    /// <summary>The cost of winning the customer; value 3.</summary>
    public static readonly LifetimeLever AcquisitionCost = new(3);
    /// <summary>The cost of capital; value 4.</summary>
    public static readonly LifetimeLever DiscountRate = new(4);

    private LifetimeLever(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
