namespace KeyAccount.Core.Pricing;

/// <summary>The price limits for accounts of a tier, or some of them.</summary>
/// <param name="FloorMargin">The lowest pocket margin, as a fraction of the pocket price; below 1. Null to keep it.</param>
/// <param name="Salesperson">The deepest discount the salesperson may grant alone, as a fraction of the list price; 0 … 1. Null to keep
/// it.</param>
/// <param name="SalesManager">The deepest discount the sales manager may grant. Null to keep it.</param>
/// <param name="SalesDirector">The deepest discount the sales director may grant. Null to keep it.</param>
/// <remarks>Immutable; equal when every part is. Checked by <see cref="PriceGuardrails"/>.</remarks>
public sealed record TierGuardrailSettings(
    decimal? FloorMargin = null, decimal? Salesperson = null, decimal? SalesManager = null, decimal? SalesDirector = null);
