using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>One item of a questionnaire, asked twice: for the expectation and for the perception.</summary>
/// <param name="Key">The stable identifier, unique in the questionnaire.</param>
/// <param name="Dimension">The dimension it belongs to.</param>
/// <param name="Statement">The statement that the respondent reads; null if the library need not know it.</param>
/// <param name="IsReversed">Whether the statement is negative, so that little agreement is good, as nine of the 22 items of 1988 were. Its
/// answers are given as on the paper and counted as scale points + 1 − x.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServQualItem(string Key, ServiceDimension Dimension, Text? Statement = null, bool IsReversed = false);
