using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>One cell of the matrix of tier and risk.</summary>
/// <param name="Tier">The tier they are listed under (<see cref="AccountReview.ListedTier"/>); null for accounts without one.</param>
/// <param name="Risk">How much is at stake; null for accounts of which that is not known.</param>
/// <param name="Accounts">How many accounts.</param>
/// <param name="Purchases">What they buy in a year, as far as known; returns beyond purchases count as 0.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RiskCell(AccountTier? Tier, RiskLevel? Risk, int Accounts, decimal Purchases)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"RiskCell {{ Tier = {Tier}, Risk = {Risk}, Accounts = {Accounts}, Purchases = {Purchases} }}");
}
