namespace KeyAccount.Core.Grading;

/// <summary>One judgement of a pairwise comparison, with the ratio that all judgements together imply.</summary>
/// <param name="First">The criterion that is compared.</param>
/// <param name="Second">The criterion it is compared with.</param>
/// <param name="Given">How many times as important the first was judged, 1/9 … 9.</param>
/// <param name="Implied">The ratio of the resulting weights.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PairwiseJudgement(string First, string Second, double Given, double Implied);
