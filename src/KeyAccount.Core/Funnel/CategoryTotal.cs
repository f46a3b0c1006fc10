namespace KeyAccount.Core.Funnel;

/// <summary>The open deals of one forecast category within the period.</summary>
/// <param name="Category">The category; a deal that was pushed twice counts as pipeline at best.</param>
/// <param name="Deals">The number of deals.</param>
/// <param name="Amount">Their total amount if they are won.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CategoryTotal(ForecastCategory Category, long Deals, decimal Amount);
