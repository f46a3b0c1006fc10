using System.Text.Json.Serialization;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>When we move our price, seen from the competitor's move.</summary>
/// <remarks>Source for the question: S000 (涨价时和降价时，比对手行动早了好还是晚了好？).</remarks>
[JsonConverter(typeof(TermJsonConverter<MoveTiming>))]
public sealed class MoveTiming : Term<MoveTiming>
{
    /// <summary>Before the competitor; value 1.</summary>
    public static readonly MoveTiming Before = new(nameof(Before), 1);

    /// <summary>After the competitor; value 2.</summary>
    public static readonly MoveTiming After = new(nameof(After), 2);

    private MoveTiming(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What we do with a rise of our cost.</summary>
/// <remarks>Source for the question: S000 (我方成本上升要求涨价的应对策略); the three answers are a <c>LibraryDefault</c>. <see cref="CostPassThrough"/>
/// has their arithmetic.</remarks>
[JsonConverter(typeof(TermJsonConverter<CostResponse>))]
public sealed class CostResponse : Term<CostResponse>
{
    /// <summary>The price takes all of it; value 1.</summary>
    public static readonly CostResponse Raise = new(nameof(Raise), 1);

    /// <summary>The customer takes a part and we the rest; value 2.</summary>
    public static readonly CostResponse Share = new(nameof(Share), 2);

    /// <summary>We take all of it; value 3.</summary>
    public static readonly CostResponse Absorb = new(nameof(Absorb), 3);

    private CostResponse(string name, int value)
        : base(name, value)
    {
    }
}

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

/// <summary>What to do about a rise of our cost.</summary>
/// <param name="Response">Raise, share or absorb.</param>
/// <param name="How">In what way.</param>
/// <param name="Timing">Before or after the competitor.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CostRisePolicy(CostResponse Response, PassThroughWay How, MoveTiming Timing);

/// <summary>What the answer to a rise of our cost depends on. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record CostRiseFacts
{
    /// <summary>Whether the contract has a formula by which the price follows the cost.</summary>
    public bool? HasPriceFormula { get; init; }

    /// <summary>Whether the rise hits our rivals too: a raw material, and not a fault of our own.</summary>
    public bool? IsIndustryWide { get; init; }

    /// <summary>What part we play in the market.</summary>
    public MarketPosition? Position { get; init; }

    /// <summary>How high the barrier around the customer is.</summary>
    public BarrierLevel? Barrier { get; init; }
}
