using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The kind of thing that a customer can give us for a lower price.</summary>
/// <remarks>LibraryDefault: 《B2B 大客户开发与管理》 warns against winning orders by discounts; what to trade them for is our choice.</remarks>
[JsonConverter(typeof(TermJsonConverter<CounterConcessionKind>))]
public sealed class CounterConcessionKind : Term<CounterConcessionKind>
{
    /// <summary>More units; value 1.</summary>
    public static readonly CounterConcessionKind Volume = new(1);
    /// <summary>A longer contract; value 2.</summary>
    public static readonly CounterConcessionKind Term = new(2);
    /// <summary>Earlier payment; value 3.</summary>
    public static readonly CounterConcessionKind PaymentDays = new(3);
    /// <summary>Less work for us: a simpler version, fewer services, fewer deliveries; value 4.</summary>
    public static readonly CounterConcessionKind Scope = new(4);
    /// <summary>A binding forecast; value 5.</summary>
    public static readonly CounterConcessionKind Forecast = new(5);
    /// <summary>The customer acts as a reference; value 6.</summary>
    public static readonly CounterConcessionKind Reference = new(6);
    /// <summary>The customer buys only from us; value 7.</summary>
    public static readonly CounterConcessionKind Exclusivity = new(7);

    private CounterConcessionKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
