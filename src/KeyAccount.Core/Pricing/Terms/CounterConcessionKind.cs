using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>What a customer can give us for a lower price.</summary>
/// <remarks>LibraryDefault: 《B2B 大客户开发与管理》 warns of discounts as the way to win an order; what they are to be traded for is ours.</remarks>
[JsonConverter(typeof(TermJsonConverter<CounterConcessionKind>))]
public sealed class CounterConcessionKind : Term<CounterConcessionKind>
{
    /// <summary>More units; value 1.</summary>
    public static readonly CounterConcessionKind Volume = new(1);
    /// <summary>A longer contract; value 2.</summary>
    public static readonly CounterConcessionKind Term = new(2);
    /// <summary>Earlier payment; value 3.</summary>
    public static readonly CounterConcessionKind PaymentDays = new(3);
    /// <summary>Less for us to do: a simpler version, fewer services, fewer deliveries; value 4.</summary>
    public static readonly CounterConcessionKind Scope = new(4);
    /// <summary>A binding forecast; value 5.</summary>
    public static readonly CounterConcessionKind Forecast = new(5);
    /// <summary>The customer speaks for us; value 6.</summary>
    public static readonly CounterConcessionKind Reference = new(6);
    /// <summary>It buys from us alone; value 7.</summary>
    public static readonly CounterConcessionKind Exclusivity = new(7);

    private CounterConcessionKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
