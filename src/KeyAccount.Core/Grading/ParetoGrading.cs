using System.Collections;
using System.Globalization;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Grading;

/// <summary>A portfolio graded into A, B and C.</summary>
/// <typeparam name="TAccount">The caller's own account type.</typeparam>
/// <remarks>Immutable and safe to share between threads, as far as <typeparamref name="TAccount"/> is. Compared by reference.</remarks>
public sealed class ParetoGrading<TAccount>
{
    // As they were given, and the index of each in rank order.
    private readonly TAccount[] _accounts;
    private readonly decimal[] _revenues;
    private readonly int[] _order;

    // In rank order. The shares are doubles by their bits, in an array that the sort has left.
    private readonly int[] _ranks;
    private readonly long[] _cumulativeShares;

    private readonly (int Count, decimal Revenue)[] _tiers;
    private readonly int _scale;
    private readonly double _divisor;

    internal ParetoGrading(
        TAccount[] accounts,
        decimal[] revenues,
        int[] order,
        int[] ranks,
        long[] cumulativeShares,
        (int Count, decimal Revenue)[] tiers,
        Int128 total,
        int scale,
        double gini,
        ParetoCuts cuts,
        ParetoRule rule)
    {
        _accounts = accounts;
        _revenues = revenues;
        _order = order;
        _ranks = ranks;
        _cumulativeShares = cumulativeShares;
        _tiers = tiers;
        _scale = scale;
        _divisor = (double)total;
        Accounts = new Ranking(this);
        Total = ExactDecimal.FromInteger(total, scale);
        Gini = gini;
        Cuts = cuts;
        Rule = rule;
    }

    /// <summary>Every account once, in rank order; accounts of equal revenue in the order they were given.</summary>
    /// <remarks>A view: an element is made when it is asked for, so that a large portfolio is not kept twice.</remarks>
    public IReadOnlyList<ParetoAccount<TAccount>> Accounts { get; }

    /// <summary>The sum of all positive revenue, exact: the total to which the shares refer. 0 if no account has positive
    /// revenue.</summary>
    public decimal Total { get; }

    /// <summary>The concentration of the portfolio, 0 (all accounts bring the same) … 1, over all accounts; those without positive revenue
    /// count as bringing 0. 0 where the total is 0. Formula: <see cref="Pareto.Gini"/>.</summary>
    public double Gini { get; }

    /// <summary>The Herfindahl–Hirschman index of the positive revenue: 1/n (n accounts bring the same) … 1 (one brings everything); null
    /// where the total is 0. Formula: <see cref="Concentration.Herfindahl"/>.</summary>
    /// <remarks>Computed when it is asked for.</remarks>
    public double? Herfindahl => Total == 0 ? null : Concentration.Herfindahl(Positive());

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

    /// <summary>The grading for a person: the tiers, the Pareto curve with its cuts, and the largest accounts.</summary>
    /// <param name="name">The display name of an account.</param>
    /// <param name="largest">The number of largest accounts to name; 0 or more.</param>
    /// <param name="currency">The currency of its amounts, shown beside them; null for none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="language"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="largest"/> is negative.</exception>
    public Documents.Document Describe(
        Func<TAccount, string> name, int largest = 10, string? currency = null, string language = Terms.Language.English)
    {
        ArgumentNullException.ThrowIfNull(name);
        Guard.NotNegative(largest);
        return GradingDocuments.Of(this, name, language, largest, currency);
    }

    /// <summary>The concentration ratio (CR1, CR5): the share of the largest accounts in the total.</summary>
    /// <param name="count">The number of largest accounts; at least 0. If there are fewer, all of them.</param>
    /// <returns>0 … 1, as a fraction; null if the total is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public double? ShareOfLargest(int count)
    {
        Guard.AtLeast(count, 0);
        return Total == 0 ? null : Concentration.ShareOfLargest(Positive(), count);
    }

    private decimal[] Positive() => [.. _order.Select(index => _revenues[index]).TakeWhile(revenue => revenue > 0)];

    private (int Count, decimal Revenue) Of(AccountTier tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return _tiers[tier.Value - 1];
    }

    private ParetoAccount<TAccount> At(int index) => At(index, _accounts[_order[index]], _revenues[_order[index]]);

    private ParetoAccount<TAccount> At(int index, TAccount account, decimal revenue) => new(
        account,
        revenue,
        revenue > 0 ? (double)ExactDecimal.ToInteger(revenue, _scale) / _divisor : 0,
        BitConverter.Int64BitsToDouble(_cumulativeShares[index]),
        _ranks[index],
        index < _tiers[0].Count ? AccountTier.A : index < _tiers[0].Count + _tiers[1].Count ? AccountTier.B : AccountTier.C);

    private sealed class Ranking(ParetoGrading<TAccount> grading) : IReadOnlyList<ParetoAccount<TAccount>>
    {
        private const int AtATime = 64;

        public int Count => grading._order.Length;

        public ParetoAccount<TAccount> this[int index] => index >= 0 && index < Count
            ? grading.At(index)
            : throw new ArgumentOutOfRangeException(
                nameof(index), string.Create(CultureInfo.InvariantCulture, $"index is {index}; it must be at least 0 and below {Count}."));

        public IEnumerator<ParetoAccount<TAccount>> GetEnumerator()
        {
            // What lies all over the memory is fetched sooner if many are asked for one after the other.
            var accounts = new TAccount[Math.Min(AtATime, Count)];
            var revenues = new decimal[accounts.Length];
            for (var start = 0; start < Count; start += accounts.Length)
            {
                var size = Math.Min(accounts.Length, Count - start);
                for (var i = 0; i < size; i++)
                {
                    var account = grading._order[start + i];
                    (accounts[i], revenues[i]) = (grading._accounts[account], grading._revenues[account]);
                }

                for (var i = 0; i < size; i++)
                    yield return grading.At(start + i, accounts[i], revenues[i]);
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many accounts, the total and the Gini coefficient.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Accounts.Count} accounts: total {Total}, Gini {Gini:0.###}, {Rule}");
}
