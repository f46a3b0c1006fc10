namespace KeyAccount.Core.Satisfaction;

/// <summary>The quadrant of an attribute.</summary>
/// <param name="Rating">The attribute.</param>
/// <param name="Quadrant">Its quadrant; null while importance or performance is not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AttributePlacement(AttributeRating Rating, PerformanceQuadrant? Quadrant);
