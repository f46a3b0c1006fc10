using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>The price limits for accounts of a tier.</summary>
/// <param name="Tier">The tier; null for accounts that are not graded.</param>
/// <param name="FloorMargin">The lowest pocket margin, as a fraction of the pocket price; below 1.</param>
/// <param name="Salesperson">The deepest discount the salesperson may grant alone, as a fraction of the list price; 0 … 1.</param>
/// <param name="SalesManager">The deepest discount the sales manager may grant; not below that of the salesperson, at most 1.</param>
/// <param name="SalesDirector">The deepest discount the sales director may grant; not below that of the sales manager, at most 1. Beyond
/// it, the general manager decides.</param>
/// <param name="Provenance">The source of the numbers; not written to JSON.</param>
/// <remarks>Immutable; equal when every part is. Checked by <see cref="PriceGuardrails"/>.</remarks>
public sealed record TierGuardrail(
    AccountTier? Tier,
    decimal FloorMargin,
    decimal Salesperson,
    decimal SalesManager,
    decimal SalesDirector,
    [property: JsonIgnore] Provenance? Provenance = null)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All numbers by name.</returns>
    public override string ToString() => Invariant(
        $"floor margin {FloorMargin}, salesperson {Salesperson}, sales manager {SalesManager}, sales director {SalesDirector}");
}
