using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A cell of the matrix of tier and risk.</summary>
/// <param name="Tier">The tier under which the accounts are listed (<see cref="AccountReview.ListedTier"/>); null for accounts without
/// one.</param>
/// <param name="Risk">The risk level; null for accounts whose risk is not known.</param>
/// <param name="Accounts">The number of accounts.</param>
/// <param name="Purchases">The total yearly purchases, as far as they are known; returns beyond purchases count as 0.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RiskCell(AccountTier? Tier, RiskLevel? Risk, int Accounts, decimal Purchases)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"RiskCell {{ Tier = {Tier}, Risk = {Risk}, Accounts = {Accounts}, Purchases = {Purchases} }}");
}
