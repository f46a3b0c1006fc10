using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>How a rise of our cost is dealt with.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<PassThroughWay>))]
public sealed class PassThroughWay : Term<PassThroughWay>
{
    /// <summary>By the price formula of the contract; value 1.</summary>
    public static readonly PassThroughWay Formula = new(nameof(Formula), 1);

    /// <summary>In one step, announced with its proof; value 2.</summary>
    public static readonly PassThroughWay AtOnce = new(nameof(AtOnce), 2);

    /// <summary>In several announced steps; value 3.</summary>
    public static readonly PassThroughWay InSteps = new(nameof(InSteps), 3);

    /// <summary>By a surcharge that ends with its cause; value 4.</summary>
    public static readonly PassThroughWay Surcharge = new(nameof(Surcharge), 4);

    /// <summary>By savings of our own; value 5.</summary>
    public static readonly PassThroughWay Savings = new(nameof(Savings), 5);

    private PassThroughWay(string name, int value)
        : base(name, value)
    {
    }
}
