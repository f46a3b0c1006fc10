using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>An account on the whale curve.</summary>
/// <typeparam name="TAccount">The caller's own account type.</typeparam>
/// <param name="Account">The account.</param>
/// <param name="Profit">The profit of the account; negative if it loses money.</param>
/// <param name="Rank">The rank by profit, starting at 1; accounts with equal profit share the best of their ranks.</param>
/// <param name="Cumulative">The total profit of all accounts up to this one, including those with equal profit.</param>
/// <param name="CumulativeShare">The cumulative profit as a fraction of the total; null if the total is not above 0.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public readonly record struct WhalePoint<TAccount>(
    TAccount Account, decimal Profit, int Rank, decimal Cumulative, double? CumulativeShare)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"WhalePoint {{ Account = {Account}, Profit = {Profit}, Rank = {Rank}, ")
        + Invariant($"Cumulative = {Cumulative}, CumulativeShare = {CumulativeShare} }}");
}
