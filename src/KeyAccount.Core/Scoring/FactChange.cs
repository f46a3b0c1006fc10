namespace KeyAccount.Core.Scoring;

/// <summary>One fact that a path changes.</summary>
/// <param name="Fact">The property of the facts, such as <c>AnnualPurchases</c>; of a part, with the way to it: <c>Part.Height</c>.</param>
/// <param name="Criterion">The key of the criterion that speaks of it: of those that read it and are not given, the one that weighs
/// most.</param>
/// <param name="From">The fact now, in its own unit; of a term its <c>Value</c>.</param>
/// <param name="To">The fact after the change.</param>
/// <param name="RawFrom">What that criterion measures now, in its unit.</param>
/// <param name="RawTo">What it measures after the change.</param>
/// <param name="Share">The change of that criterion as a share of its whole scale, 0 or more: what changes of different units are compared
/// by.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record FactChange(
    string Fact, string Criterion, double From, double To, double RawFrom, double RawTo, double Share);
