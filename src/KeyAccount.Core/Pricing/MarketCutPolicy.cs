using System.Text.Json.Serialization;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>What we do when the market cuts its prices.</summary>
/// <remarks>LibraryDefault: S000 asks when to move, and names no answers.</remarks>
[JsonConverter(typeof(TermJsonConverter<CutResponse>))]
public sealed class CutResponse : Term<CutResponse>
{
    /// <summary>Our price stays; value 1.</summary>
    public static readonly CutResponse Hold = new(nameof(Hold), 1);

    /// <summary>Our price goes along; value 2.</summary>
    public static readonly CutResponse Match = new(nameof(Match), 2);

    /// <summary>Another offer instead of another price: a leaner version, a larger scope; value 3.</summary>
    public static readonly CutResponse Differentiate = new(nameof(Differentiate), 3);

    private CutResponse(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What to do when the market cuts its prices.</summary>
/// <param name="Response">Hold, match or differentiate.</param>
/// <param name="Timing">Before or after the competitor.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record MarketCutPolicy(CutResponse Response, MoveTiming Timing);

/// <summary>What the answer to falling prices depends on. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record MarketCutFacts
{
    /// <summary>Whether the fall will last, because costs fell for all; false for a rival's raid.</summary>
    public bool? IsLasting { get; init; }

    /// <summary>How high the barrier around the customer is.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>How much the customer's decision depends on the price.</summary>
    public PriceSensitivity? Sensitivity { get; init; }
}
