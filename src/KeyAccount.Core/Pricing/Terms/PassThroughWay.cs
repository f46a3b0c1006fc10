using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The way to deal with a rise of our cost.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<PassThroughWay>))]
public sealed class PassThroughWay : Term<PassThroughWay>
{
    /// <summary>By the price formula of the contract; value 1.</summary>
    public static readonly PassThroughWay Formula = new(1);
    /// <summary>In one step, announced with evidence of the rise; value 2.</summary>
    public static readonly PassThroughWay AtOnce = new(2);
    /// <summary>In several announced steps; value 3.</summary>
    public static readonly PassThroughWay InSteps = new(3);
    /// <summary>By a surcharge that ends when its cause ends; value 4.</summary>
    public static readonly PassThroughWay Surcharge = new(4);
    /// <summary>By our own savings; value 5.</summary>
    public static readonly PassThroughWay Savings = new(5);

    private PassThroughWay(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
