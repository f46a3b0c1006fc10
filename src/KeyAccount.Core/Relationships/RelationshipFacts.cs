using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>The elements of a relationship: trust, interest and emotion. Everything may be unknown; unknown is null, never zero.</summary>
/// <remarks>Immutable, with value equality. The four parts of personal trust run from 1 to 10, as in
/// <see cref="TrustEquation"/>.</remarks>
public sealed record RelationshipFacts
{
    /// <summary>The trust of the customer's company in ours: brand, record of deliveries, promises kept.</summary>
    public FactorLevel? OrganisationalTrust { get; init; }

    /// <summary>Personal trust, credibility: whether our words are believed, 1 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(1, 10, FactUnit.Rating)]
    public double? Credibility
    {
        get;
        init => field = FactRange<RelationshipFacts>.Checked(value);
    }

    /// <summary>Personal trust, reliability: whether we do what we said, 1 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(1, 10, FactUnit.Rating)]
    public double? Reliability
    {
        get;
        init => field = FactRange<RelationshipFacts>.Checked(value);
    }

    /// <summary>Personal trust, intimacy: whether people can tell us confidential things, 1 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(1, 10, FactUnit.Rating)]
    public double? Intimacy
    {
        get;
        init => field = FactRange<RelationshipFacts>.Checked(value);
    }

    /// <summary>Personal trust, self-orientation: how far we think of ourselves first, 1 … 10; the higher, the less trust.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(1, 10, FactUnit.Rating)]
    public double? SelfOrientation
    {
        get;
        init => field = FactRange<RelationshipFacts>.Checked(value);
    }

    /// <summary>The mutual benefit of both sides.</summary>
    public FactorLevel? Interest { get; init; }

    /// <summary>How much people on both sides like to work with each other.</summary>
    public FactorLevel? Emotion { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() =>
        Invariant($"RelationshipFacts {{ OrganisationalTrust = {OrganisationalTrust}, ")
        + Invariant($"Credibility = {Credibility}, Reliability = {Reliability}, Intimacy = {Intimacy}, ")
        + Invariant($"SelfOrientation = {SelfOrientation}, Interest = {Interest}, Emotion = {Emotion} }}");
}
