using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Competition;

/// <summary>The facts that decide how to differentiate from a rival.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record DifferentiationFacts
{
    /// <summary>The relative gap from which we are clearly ahead: one rating point. Provenance: <c>LibraryDefault</c>.</summary>
    public const double AheadFrom = 1;

    /// <summary>Whether our product is clearly ahead.</summary>
    public bool? IsProductAhead { get; init; }

    /// <summary>Whether our service is at least on a par; shown by the ability of the people.</summary>
    public bool? IsServiceLevel { get; init; }

    /// <summary>Whether we are at least as large and as well known.</summary>
    public bool? IsSizeLevel { get; init; }

    /// <summary>Whether payment, delivery and process are clearly ahead; shown by collection.</summary>
    public bool? IsProcessAhead { get; init; }

    /// <summary>The role of the person with the most weight in the decision.</summary>
    public StakeholderRole? Decider { get; init; }

    /// <summary>The value by which the customer decides.</summary>
    public CustomerValue? Value { get; init; }

    /// <summary>The customer's sensitivity to price.</summary>
    public PriceSensitivity? Sensitivity { get; init; }

    /// <summary>Our posture when the customer asks for a lower price.</summary>
    public PricePosture? Posture { get; init; }

    /// <summary>The same facts, completed with what a profile shows. The profile carries the weights.</summary>
    /// <param name="profile">The benchmark of us and the rival; null if nothing is rated.</param>
    /// <returns>The facts: ahead from a relative gap of 1, level from 0.</returns>
    public DifferentiationFacts With(BenchmarkProfile? profile) => this with
    {
        IsProductAhead = profile?.GapOn(BenchmarkDimension.ProductAndTechnology) is { } product ? product >= AheadFrom : null,
        IsServiceLevel = profile?.GapOn(BenchmarkDimension.Ability) is { } ability ? ability >= 0 : null,
        IsSizeLevel = profile?.GapOn(BenchmarkDimension.SizeAndReputation) is { } size ? size >= 0 : null,
        IsProcessAhead = profile?.GapOn(BenchmarkDimension.Collection) is { } process ? process >= AheadFrom : null,
    };
}
