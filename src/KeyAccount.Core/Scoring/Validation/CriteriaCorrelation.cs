using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The correlation between two criteria. Two criteria that express the same thing count it twice.</summary>
/// <param name="First">The key of one criterion.</param>
/// <param name="Second">The key of the other criterion.</param>
/// <param name="Correlation">The rank correlation of their points, over the accounts for which both are known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CriteriaCorrelation(string First, string Second, RankCorrelation Correlation);
