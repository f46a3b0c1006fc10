namespace KeyAccount.Core.Grading;

/// <summary>A portfolio graded into A, B and C.</summary>
/// <typeparam name="TAccount">The caller's own account type.</typeparam>
/// <remarks>Immutable and safe to share between threads, as far as <typeparamref name="TAccount"/> is. Compared by reference.</remarks>
public sealed class ParetoGrading<TAccount>
{
    private readonly (int Count, decimal Revenue)[] _tiers;

    internal ParetoGrading(
        IReadOnlyList<ParetoAccount<TAccount>> accounts,
        (int Count, decimal Revenue)[] tiers,
        decimal total,
        double gini,
        ParetoCuts cuts,
        ParetoRule rule)
    {
        Accounts = accounts;
        _tiers = tiers;
        Total = total;
        Gini = gini;
        Cuts = cuts;
        Rule = rule;
    }

    /// <summary>Every account once, in rank order; accounts of equal revenue in the order they were given.</summary>
    public IReadOnlyList<ParetoAccount<TAccount>> Accounts { get; }

    /// <summary>The sum of all positive revenue, exact: what the shares are shares of. 0 where no account has any.</summary>
    public decimal Total { get; }

    /// <summary>The concentration of the portfolio, 0 (all accounts bring the same) … 1, over all accounts; those without positive revenue
    /// count as bringing 0. 0 where the total is 0. Formula: <see cref="Pareto.Gini"/>.</summary>
    public double Gini { get; }

    /// <summary>The cuts that were used.</summary>
    public ParetoCuts Cuts { get; }

    /// <summary>The rule that was used.</summary>
    public ParetoRule Rule { get; }

    /// <summary>The number of accounts in a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <returns>0 or more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tier"/> is null.</exception>
    public int CountOf(AccountTier tier) => Of(tier).Count;

    /// <summary>The sum of the positive revenue of a tier, exact; the three tiers sum to <see cref="Total"/>.</summary>
    /// <param name="tier">The tier.</param>
    /// <returns>0 or more, in the caller's currency.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tier"/> is null.</exception>
    public decimal RevenueOf(AccountTier tier) => Of(tier).Revenue;

    private (int Count, decimal Revenue) Of(AccountTier tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return _tiers[tier.Value - 1];
    }
}
