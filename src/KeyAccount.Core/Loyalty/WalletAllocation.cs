using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>The Wallet Allocation Rule: the share of wallet to be expected from a supplier's rank in the customer's eyes.</summary>
/// <remarks>
/// <para>Share = (1 − rank/(N + 1))·(2/N) for a rank of 1 … N among the N suppliers the customer uses; suppliers of equal standing share
/// the mean of their ranks. Source: Keiningham et al., Harvard Business Review 10/2011.</para>
/// <para>Pure functions. Each share is one division of whole numbers, so it is the nearest double to the exact value; the shares over all
/// ranks sum to 1 within 1e-12 for up to a thousand suppliers and every pattern of ties.</para>
/// </remarks>
public static class WalletAllocation
{
    /// <summary>The share for a rank.</summary>
    /// <param name="rank">The rank, 1 … <paramref name="suppliers"/>; for suppliers of equal standing the mean of their ranks.</param>
    /// <param name="suppliers">The number of suppliers that the customer uses in the category; positive.</param>
    /// <returns>The share, above 0 and at most 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Share(double rank, int suppliers)
    {
        Guard.Above(suppliers, 0);
        Guard.Between(rank, 1, suppliers);

        // The published formula over one denominator.
        return 2 * (suppliers + 1 - rank) / ((double)suppliers * (suppliers + 1.0));
    }

    /// <summary>The ranks for ratings: 1 for the best; equal ratings share the mean of their ranks.</summary>
    /// <param name="ratings">How the customer rates each of its suppliers: satisfaction or preference, higher is better; each a number, at
    /// least one.</param>
    /// <returns>The rank of each, in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ratings"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no rating, or one is NaN.</exception>
    public static IReadOnlyList<double> Ranks(IReadOnlyList<double> ratings)
    {
        Check(ratings, nameof(ratings));
        var better = ratings.GroupBy(rating => rating).OrderByDescending(group => group.Key);
        var ranks = new Dictionary<double, double>();
        var taken = 0;
        foreach (var equals in better)
        {
            // Ranks taken + 1 … taken + count.
            var count = equals.Count();
            ranks[equals.Key] = taken + ((count + 1) / 2.0);
            taken += count;
        }

        return [.. ratings.Select(rating => ranks[rating])];
    }

    /// <summary>The shares for ratings.</summary>
    /// <param name="ratings">How the customer rates each of its suppliers; higher is better; each a number, at least one.</param>
    /// <returns>The share of each, in the order given; together 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ratings"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no rating, or one is NaN.</exception>
    public static IReadOnlyList<double> FromRatings(IReadOnlyList<double> ratings) =>
        [.. Ranks(ratings).Select(rank => Share(rank, ratings.Count))];

    /// <summary>The shares of all suppliers by their ranks.</summary>
    /// <param name="ranks">The rank of each supplier, lower is better, at least one. Only their order counts: ties may be
    /// written in any way (1 2 2 4, 1 2 2 3 or 1 2.5 2.5 4).</param>
    /// <returns>The share of each, in the order given; together 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ranks"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no rank, or one is NaN.</exception>
    public static IReadOnlyList<double> FromRanks(IReadOnlyList<double> ranks)
    {
        Check(ranks, nameof(ranks));
        return FromRatings([.. ranks.Select(rank => -rank)]);
    }

    private static void Check(IReadOnlyList<double> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count == 0)
            throw new ArgumentException($"{name} is empty; it must have at least one supplier.", name);
        for (var i = 0; i < values.Count; i++)
        {
            if (double.IsNaN(values[i]))
                throw new ArgumentException(Invariant($"{name}[{i}] is NaN; it must be a number."), name);
        }
    }
}
