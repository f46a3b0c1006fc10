namespace KeyAccount.Core.Satisfaction;

/// <summary>An attribute with its quadrant.</summary>
/// <param name="Rating">The attribute.</param>
/// <param name="Quadrant">Its quadrant; null while importance or performance is not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AttributePlacement(AttributeRating Rating, PerformanceQuadrant? Quadrant);
