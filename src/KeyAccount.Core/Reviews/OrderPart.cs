using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A part of an account's orders: a category, a product, or a unit of the customer.</summary>
/// <param name="Name">The category, the product or the unit; null for order lines without a product or a unit.</param>
/// <param name="Amount">The amount ordered in the last twelve months.</param>
/// <param name="Share">The share of the total, as a fraction; null if the total is not above 0.</param>
/// <param name="Change">The change from the twelve months before, as a fraction; null if there were no such orders then.</param>
/// <param name="Class">The class A, B or C among the parts (Pareto, 80 and 95 %); null if the amount is not above 0.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record OrderPart(string? Name, decimal Amount, decimal? Share, decimal? Change, AccountTier? Class)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"OrderPart {{ Name = {Name}, Amount = {Amount}, Share = {Share}, Change = {Change}, Class = {Class} }}");
}
