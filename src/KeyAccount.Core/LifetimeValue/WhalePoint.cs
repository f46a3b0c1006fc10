using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>An account on the whale curve.</summary>
/// <typeparam name="TAccount">The caller's own account type.</typeparam>
/// <param name="Account">The account.</param>
/// <param name="Profit">Its profit; negative where it loses money.</param>
/// <param name="Rank">Its place by profit, from 1 on; accounts of equal profit share the first of their places.</param>
/// <param name="Cumulative">The profit of all accounts up to it, those of equal profit included.</param>
/// <param name="CumulativeShare">The same as a fraction of the total; null where the total is not above 0.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public readonly record struct WhalePoint<TAccount>(
    TAccount Account, decimal Profit, int Rank, decimal Cumulative, double? CumulativeShare)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"WhalePoint {{ Account = {Account}, Profit = {Profit}, Rank = {Rank}, ")
        + Invariant($"Cumulative = {Cumulative}, CumulativeShare = {CumulativeShare} }}");
}
