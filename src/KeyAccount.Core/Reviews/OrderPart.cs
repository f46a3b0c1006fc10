using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A part of what an account orders: a category, a product, or a unit of the customer.</summary>
/// <param name="Name">The category, the product or the unit; null for what is not said to be of a product or a unit.</param>
/// <param name="Amount">What was ordered in the last twelve months.</param>
/// <param name="Share">Its part of all, as a fraction; null where all is not above 0.</param>
/// <param name="Change">By how much it has changed against the twelve months before, as a fraction; null where those had nothing of
/// it.</param>
/// <param name="Class">A, B or C by its place among the others (Pareto, 80 and 95 %); null where it is not above 0.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record OrderPart(string? Name, decimal Amount, decimal? Share, decimal? Change, AccountTier? Class)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"OrderPart {{ Name = {Name}, Amount = {Amount}, Share = {Share}, Change = {Change}, Class = {Class} }}");
}
