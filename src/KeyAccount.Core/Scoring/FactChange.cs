namespace KeyAccount.Core.Scoring;

/// <summary>A change of one fact on a path.</summary>
/// <param name="Fact">The property of the facts, such as <c>AnnualPurchases</c>; for a nested property, its full path:
/// <c>Part.Height</c>.</param>
/// <param name="Criterion">The key of the criterion that stands for the fact: among those that read it and are not given, the one with the
/// highest weight.</param>
/// <param name="From">The present fact, in its own unit; for a term its <c>Value</c>.</param>
/// <param name="To">The fact after the change.</param>
/// <param name="RawFrom">The present raw value of that criterion, in its unit.</param>
/// <param name="RawTo">The raw value after the change.</param>
/// <param name="Share">The change of that criterion as a share of its whole scale, 0 or more. It makes changes in different units
/// comparable.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record FactChange(
    string Fact, string Criterion, double From, double To, double RawFrom, double RawTo, double Share);
