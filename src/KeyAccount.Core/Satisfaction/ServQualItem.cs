using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>One item of a questionnaire, asked twice: what is expected, and what is perceived.</summary>
/// <param name="Key">The stable identifier, unique in the questionnaire.</param>
/// <param name="Dimension">The dimension it belongs to.</param>
/// <param name="Statement">What the respondent reads; null where the library need not know it.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ServQualItem(string Key, ServiceDimension Dimension, Text? Statement = null);
