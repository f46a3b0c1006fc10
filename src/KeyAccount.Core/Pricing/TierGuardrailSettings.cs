namespace KeyAccount.Core.Pricing;

/// <summary>How far prices may go for accounts of a tier, or a part of it.</summary>
/// <param name="FloorMargin">The least pocket margin, as a fraction of the pocket price; below 1. Null where it stays.</param>
/// <param name="Salesperson">The deepest discount the salesperson may grant alone, as a fraction of the list price; 0 … 1. Null where it
/// stays.</param>
/// <param name="SalesManager">The deepest the sales manager may grant. Null where it stays.</param>
/// <param name="SalesDirector">The deepest the sales director may grant. Null where it stays.</param>
/// <remarks>Immutable; equal when every part is. Checked by <see cref="PriceGuardrails"/>.</remarks>
public sealed record TierGuardrailSettings(
    decimal? FloorMargin = null, decimal? Salesperson = null, decimal? SalesManager = null, decimal? SalesDirector = null);
