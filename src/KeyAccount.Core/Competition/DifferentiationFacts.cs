using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Competition;

/// <summary>What the way of being different from a rival depends on.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record DifferentiationFacts
{
    /// <summary>From which relative gap we are clearly ahead: one rating point. Provenance: <c>LibraryDefault</c>.</summary>
    public const double AheadFrom = 1;

    /// <summary>Whether our product is clearly ahead.</summary>
    public bool? IsProductAhead { get; init; }

    /// <summary>Whether our service is not behind; it shows in the ability of the people.</summary>
    public bool? IsServiceLevel { get; init; }

    /// <summary>Whether we are not the smaller or lesser known firm.</summary>
    public bool? IsSizeLevel { get; init; }

    /// <summary>Whether payment, delivery and process are clearly ahead; it shows in collection.</summary>
    public bool? IsProcessAhead { get; init; }

    /// <summary>The role of whoever weighs most in the decision.</summary>
    public StakeholderRole? Decider { get; init; }

    /// <summary>The value that decides.</summary>
    public CustomerValue? Value { get; init; }

    /// <summary>How small a price difference makes the customer move.</summary>
    public PriceSensitivity? Sensitivity { get; init; }

    /// <summary>Our posture when the customer asks for a lower price.</summary>
    public PricePosture? Posture { get; init; }

    /// <summary>The same facts with what a profile shows. The profile carries the weights.</summary>
    /// <param name="profile">How we and the rival stand; null if nothing is rated.</param>
    /// <returns>The facts: ahead from a relative gap of 1, level from 0.</returns>
    public DifferentiationFacts With(BenchmarkProfile? profile) => this with
    {
        IsProductAhead = profile?.GapOn(BenchmarkDimension.ProductAndTechnology) is { } product ? product >= AheadFrom : null,
        IsServiceLevel = profile?.GapOn(BenchmarkDimension.Ability) is { } ability ? ability >= 0 : null,
        IsSizeLevel = profile?.GapOn(BenchmarkDimension.SizeAndReputation) is { } size ? size >= 0 : null,
        IsProcessAhead = profile?.GapOn(BenchmarkDimension.Collection) is { } process ? process >= AheadFrom : null,
    };
}
