using System.Globalization;
using System.Numerics;
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

        var given = accounts as TAccount[] ?? [.. accounts];
        var revenues = new decimal[given.Length];
        for (var i = 0; i < revenues.Length; i++)
            revenues[i] = revenue(given[i]);
        var order = new int[revenues.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;

        // Portfolios whose amounts fit into 64 bits are the rule.
        if (ExactDecimal.TryToIntegers(revenues, out var amounts, out var scale))
        {
            Int128 sum = 0;
            foreach (var amount in amounts)
                sum += Math.Max(amount, 0);
            RadixSort.Descending(amounts, order);
            return Grade(given, revenues, amounts, order, sum, scale, cuts, rule);
        }

        (var integers, var total, scale) = ExactDecimal.ToIntegers(revenues);
        Array.Sort(
            order, (left, right) => integers[right].CompareTo(integers[left]) is var byAmount and not 0 ? byAmount : left.CompareTo(right));
        return Grade(given, revenues, Ranked(integers, order), order, total, scale, cuts, rule);
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
        RadixSort.Descending(descending, []);
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

    // The integers in rank order, each with the index of its account; equal ones in the order of their indexes.
    private static ParetoGrading<TAccount> Grade<TAccount, T>(
        TAccount[] accounts, decimal[] revenues, T[] descending, int[] order, Int128 total, int scale, ParetoCuts cuts, ParetoRule rule)
        where T : struct, IBinaryInteger<T>
    {
        var limits = ParetoLimits.Of<T>(descending, total, cuts, rule);
        var standings = new ParetoStanding[descending.Length];
        var counts = new int[AccountTier.InOrder.Count];
        var sums = new Int128[counts.Length];
        var divisor = (double)total;
        Int128 sum = 0;
        for (int start = 0, end; start < standings.Length; start = end)
        {
            // One pass per run of equal revenue.
            var revenue = descending[start];
            var amount = Int128.CreateChecked(revenue);
            end = start + 1;
            while (end < standings.Length && descending[end] == revenue)
                end++;

            var positive = amount > 0;
            var together = positive ? amount * (end - start) : 0;
            sum += together;
            var tier = limits.ValueOf(amount) - 1;
            counts[tier] += end - start;
            sums[tier] += together;
            standings.AsSpan(start, end - start).Fill(new(
                start + 1, positive ? (double)amount / divisor : 0, total > 0 ? (double)sum / divisor : 0));
        }

        return new(
            Ranked(accounts, order),
            Ranked(revenues, order),
            standings,
            [.. counts.Select((count, i) => (count, ExactDecimal.FromInteger(sums[i], scale)))],
            ExactDecimal.FromInteger(total, scale),
            Gini<T>(descending, total),
            cuts,
            rule);
    }

    private static T[] Ranked<T>(T[] given, int[] order)
    {
        var ranked = new T[order.Length];

        // An array asks each element for its type before it keeps it; a span does not touch it.
        Span<T> target = ranked;
        for (var i = 0; i < target.Length; i++)
            target[i] = given[order[i]];
        return ranked;
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
