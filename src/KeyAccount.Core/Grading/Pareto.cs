using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Grading;

/// <summary>Pareto (ABC) grading: which accounts bring most of the revenue, and how concentrated the portfolio is.</summary>
/// <remarks>
/// <para>Method: 《大客户销售技巧（客户关系管理篇）》, 《大客戶戰略客戶關係管理》 and 《开发大客户培训课件》; A is the head of the portfolio with 80 % of the revenue, B the next 15
/// %, C the last 5 %.</para>
/// <para>Exact: amounts become integers at a common scale, and cuts are compared with integers; nothing is rounded on the way to a tier.
/// Equal revenue has equal tier (the better one under <see cref="ParetoRule.Crossing"/> and <see cref="ParetoRule.HeadCount"/>, the worse
/// one under <see cref="ParetoRule.Inclusive"/>), so the result does not depend on the order of the accounts. Revenue that is zero or
/// negative is tier C and outside the sums. A portfolio without positive revenue is all C, with a total and a Gini of 0.</para>
/// <para>All members are pure functions and safe to call from any thread.</para>
/// </remarks>
/// <example>
/// <code>
/// var grading = Pareto.Grade([800m, 150m, 30m, 20m], revenue =&gt; revenue);
/// foreach (var account in grading.Accounts)
///     Console.WriteLine($"{account.Rank} {account.Account}: {account.Tier} ({account.Share:P1})");
/// </code>
/// </example>
public static class Pareto
{
    // Below this, sorting costs less than a summary does.
    private const int Few = 4_096;

    /// <summary>Grades a portfolio.</summary>
    /// <typeparam name="TAccount">The caller's own account type.</typeparam>
    /// <param name="accounts">The accounts; may be empty.</param>
    /// <param name="revenue">The revenue of an account, in one currency for all; called once per account.</param>
    /// <param name="cuts">Where A and B end; null for <see cref="ParetoCuts.DefaultFor"/> the rule.</param>
    /// <param name="rule">How the cuts are read.</param>
    /// <returns>Every account with its share, rank and tier, in rank order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> or <paramref name="revenue"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    /// <exception cref="OverflowException">The revenues cannot be added exactly in 128 bits, or their sum does not fit into a
    /// decimal.</exception>
    public static ParetoGrading<TAccount> Grade<TAccount>(
        IReadOnlyList<TAccount> accounts,
        Func<TAccount, decimal> revenue,
        ParetoCuts? cuts = null,
        ParetoRule rule = ParetoRule.Crossing)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(revenue);
        Guard.Defined(rule);
        cuts ??= ParetoCuts.DefaultFor(rule);

        // A copy: the ranking is independent of the caller's list.
        var given = accounts.ToArray();
        var revenues = new decimal[given.Length];
        for (var i = 0; i < revenues.Length; i++)
            revenues[i] = revenue(given[i]);

        // Portfolios whose amounts and their sum fit into 64 bits are the rule.
        if (ExactDecimal.TryToIntegers(revenues, out var amounts, out var scale))
        {
            Int128 sum = 0;
            foreach (var amount in amounts)
                sum += Math.Max(amount, 0);
            var room = new long[amounts.Length];
            var sorted = RadixSort.Descending(amounts, room);
            return sum <= long.MaxValue
                ? Grade(given, revenues, sorted, amounts, (long)sum, scale, room, cuts, rule)
                : Grade(given, revenues, sorted, Array.ConvertAll(amounts, amount => (Int128)amount), sum, scale, room, cuts, rule);
        }

        (var integers, var total, scale) = ExactDecimal.ToIntegers(revenues);
        var order = new int[revenues.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(
            order, (left, right) => integers[right].CompareTo(integers[left]) is var byAmount and not 0 ? byAmount : left.CompareTo(right));
        Int128[] ranked = [.. order.Select(index => integers[index])];
        return Grade(given, revenues, order, ranked, total, scale, new long[order.Length], cuts, rule);
    }

    /// <summary>Grades a portfolio of amounts in minor units (cents, fen): the tier of each, in the order given.</summary>
    /// <param name="minorUnits">The revenue of each account.</param>
    /// <param name="tierValues">Receives <c>AccountTier.Value</c> for each account: 1 = A, 2 = B, 3 = C; as long as
    /// <paramref name="minorUnits"/>.</param>
    /// <param name="cuts">Where A and B end; null for <see cref="ParetoCuts.DefaultFor"/> the rule.</param>
    /// <param name="rule">How the cuts are read.</param>
    /// <exception cref="ArgumentException"><paramref name="tierValues"/> has another length than <paramref name="minorUnits"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    public static void Grade(
        ReadOnlySpan<long> minorUnits, Span<byte> tierValues, ParetoCuts? cuts = null, ParetoRule rule = ParetoRule.Crossing)
    {
        CheckLengths(minorUnits.Length, tierValues.Length);
        Guard.Defined(rule);
        cuts ??= ParetoCuts.DefaultFor(rule);
        if (minorUnits.Length > Few)
        {
            var draft = ParetoSummary.Counted(minorUnits, squares: 0).Draft(minorUnits, tierValues, cuts, rule);
            draft.Complete(ParetoDraft.LimitsOf([draft]), tierValues);
            return;
        }

        Int128 total = 0;
        foreach (var amount in minorUnits)
            total += Math.Max(amount, 0);
        var descending = minorUnits.ToArray();
        RadixSort.Descending(descending);
        var limits = ParetoLimits.Of<long>(descending, total, cuts, rule);
        for (var i = 0; i < minorUnits.Length; i++)
            tierValues[i] = (byte)limits.ValueOf(minorUnits[i]);
    }

    /// <summary>The Gini coefficient: how unequally a total is spread, 0 (all equal) … (n − 1)/n (one has everything).</summary>
    /// <param name="values">The values in any order; finite and not negative.</param>
    /// <returns>Σ(2i − n − 1)·x₍ᵢ₎ / (n·Σx) with x ascending; 0 where there are no values or all are 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative, infinite or NaN; the message names it.</exception>
    /// <remarks>Not corrected for small samples. Source: Gini 1912, in the sorted form.</remarks>
    public static double Gini(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || values[i] < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(values),
                    string.Create(CultureInfo.InvariantCulture, $"values[{i}] is {values[i]}; it must be finite and at least 0."));
            }
        }

        var ascending = values.ToArray();
        Array.Sort(ascending);
        if (ascending is [] or [.., 0])
            return 0;

        // In units of the largest value the sum cannot overflow.
        var largest = ascending[^1];
        double weighted = 0, sum = 0;
        for (var i = 0; i < ascending.Length; i++)
        {
            var x = ascending[i] / largest;
            weighted += ((2.0 * (i + 1)) - ascending.Length - 1) * x;
            sum += x;
        }

        // Equal values may leave a rounding error just below zero.
        return Math.Max(0, weighted / (ascending.Length * sum));
    }

    internal static void CheckLengths(int accounts, int tierValues)
    {
        if (tierValues != accounts)
        {
            throw new ArgumentException(
                $"tierValues has room for {tierValues} accounts; it must have room for exactly {accounts}, one per element of minorUnits.",
                nameof(tierValues));
        }
    }

    // The integers in rank order, each with the index of its account; equal ones in the order of their indexes. The room is as long, and
    // becomes part of the result.
    private static ParetoGrading<TAccount> Grade<TAccount, T>(
        TAccount[] accounts, decimal[] revenues, int[] order, T[] descending, T total, int scale, long[] room, ParetoCuts cuts,
        ParetoRule rule)
        where T : struct, IBinaryInteger<T>
    {
        var whole = Int128.CreateChecked(total);
        var limits = ParetoLimits.Of<T>(descending, whole, cuts, rule);
        var cumulative = MemoryMarshal.Cast<long, double>(room.AsSpan());
        var ranks = new int[descending.Length];

        // How many accounts there are down to the end of a tier, and what they bring.
        Span<int> ends = stackalloc int[AccountTier.InOrder.Count];
        Span<Int128> sums = stackalloc Int128[ends.Length];
        var (tier, tierEnd) = (0, limits.A);
        var divisor = double.CreateChecked(total);
        var sum = T.Zero;
        for (int start = 0, end; start < descending.Length; start = end)
        {
            // One pass per run of equal revenue.
            var amount = descending[start];
            for (; tier < 2 && (amount <= T.Zero || Int128.CreateChecked(amount) < tierEnd); tier++)
                (ends[tier], sums[tier], tierEnd) = (start, Int128.CreateChecked(sum), limits.B);
            for (end = start + 1; end < descending.Length && descending[end] == amount; end++)
            {
            }

            if (amount > T.Zero)
                sum += amount * T.CreateChecked(end - start);
            var share = total > T.Zero ? double.CreateChecked(sum) / divisor : 0;
            for (var i = start; i < end; i++)
                (cumulative[i], ranks[i]) = (share, start + 1);
        }

        for (; tier < ends.Length; tier++)
            (ends[tier], sums[tier]) = (descending.Length, whole);
        var tiers = new (int Count, decimal Revenue)[ends.Length];
        for (var i = 0; i < tiers.Length; i++)
        {
            tiers[i] = (
                ends[i] - (i == 0 ? 0 : ends[i - 1]), ExactDecimal.FromInteger(sums[i] - (i == 0 ? 0 : sums[i - 1]), scale));
        }

        return new(
            accounts, revenues, order, ranks, room, tiers, whole, scale, Gini<T>(descending, whole), cuts, rule);
    }

    private static double Gini<T>(ReadOnlySpan<T> descending, Int128 total)
        where T : struct, IBinaryInteger<T>
    {
        if (total == 0)
            return 0;
        double weighted = 0;
        for (var i = descending.Length - 1; i >= 0; i--)
        {
            if (descending[i] > T.Zero)
                weighted += ((2.0 * (descending.Length - i)) - descending.Length - 1) * double.CreateChecked(descending[i]);
        }

        return Math.Max(0, weighted / (descending.Length * (double)total));
    }
}
