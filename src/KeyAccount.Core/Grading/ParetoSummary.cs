using System.Numerics;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Grading;

/// <summary>What one part of a portfolio contributes to the cuts of the whole: so that a portfolio that is split over files, machines or
/// threads is graded exactly as the whole, in two passes over each part.</summary>
/// <remarks>
/// <para>First pass: <see cref="Of"/> for each part, then <see cref="Merge"/>. Second pass: <see cref="Draft"/> for each part, which grades
/// all accounts but those whose revenue is as large as a cut within 0.4 %; then <see cref="ParetoDraft.LimitsOf"/> and
/// <see cref="ParetoDraft.Complete"/> settle these without the data.</para>
/// <para>Revenue is counted and added by size, in 14,336 ranges of which none is wider than 1/256 of the revenue in it: about 340 KB,
/// however large the part. Sums of integers do not depend on their order. Immutable and safe to share between threads; compared by
/// reference.</para>
/// </remarks>
public sealed class ParetoSummary
{
    // A range is the position of the highest bit and the eight bits below it; up to 2⁹ every amount is a range of its own.
    private const int Bits = 8;
    private const int Ranges = (63 - Bits + 1) << Bits;

    private readonly long[] _counts;
    private readonly Int128[] _sums;

    private ParetoSummary(long[] counts, Int128[] sums, long count, Int128 total)
    {
        _counts = counts;
        _sums = sums;
        Count = count;
        Total = total;
    }

    /// <summary>The number of accounts, those without positive revenue included.</summary>
    public long Count { get; }

    /// <summary>The sum of all positive revenue in minor units, exact.</summary>
    public Int128 Total { get; }

    /// <summary>Sums up a part: the first pass.</summary>
    /// <param name="minorUnits">The revenue of each of its accounts in minor units (cents, fen).</param>
    /// <returns>The summary.</returns>
    public static ParetoSummary Of(ReadOnlySpan<long> minorUnits)
    {
        var (counts, sums) = (new long[Ranges], new Int128[Ranges]);
        foreach (var amount in minorUnits)
        {
            // What is not positive is counted in the first range, whose amount is 0.
            var positive = Math.Max(amount, 0);
            var range = RangeOf(positive);
            counts[range]++;
            sums[range] += positive;
        }

        Int128 total = 0;
        foreach (var sum in sums)
            total += sum;
        return new(counts, sums, minorUnits.Length, total);
    }

    /// <summary>The summary of several parts together, in any order.</summary>
    /// <param name="parts">Their summaries; may be empty.</param>
    /// <returns>What <see cref="Of"/> would give for all accounts of all parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is null.</exception>
    public static ParetoSummary Merge(IEnumerable<ParetoSummary> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var (counts, sums) = (new long[Ranges], new Int128[Ranges]);
        long count = 0;
        Int128 total = 0;
        foreach (var part in parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
            for (var i = 0; i < Ranges; i++)
            {
                counts[i] += part._counts[i];
                sums[i] = checked(sums[i] + part._sums[i]);
            }

            count += part.Count;
            total = checked(total + part.Total);
        }

        return new(counts, sums, count, total);
    }

    /// <summary>Grades a part of the portfolio that this is the summary of: the second pass.</summary>
    /// <param name="minorUnits">The revenue of each of its accounts, as in the first pass.</param>
    /// <param name="tierValues">Receives <c>AccountTier.Value</c> for each account, 0 for one that is still open; as long as
    /// <paramref name="minorUnits"/>.</param>
    /// <param name="cuts">Where A and B end; null for <see cref="ParetoCuts.DefaultFor"/> the rule. The same for all parts.</param>
    /// <param name="rule">How the cuts are read. The same for all parts.</param>
    /// <returns>The accounts that are open.</returns>
    /// <exception cref="ArgumentException"><paramref name="tierValues"/> has another length than <paramref name="minorUnits"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    public ParetoDraft Draft(
        ReadOnlySpan<long> minorUnits, Span<byte> tierValues, ParetoCuts? cuts = null, ParetoRule rule = ParetoRule.Crossing)
    {
        Pareto.CheckLengths(minorUnits.Length, tierValues.Length);
        Guard.Defined(rule);
        cuts ??= ParetoCuts.DefaultFor(rule);
        var a = CutOf(ParetoGoal.Of(cuts.A, Total, Count, rule));
        var b = CutOf(ParetoGoal.Of(cuts.B, Total, Count, rule));

        var (indexes, amounts) = (new List<int>(), new List<long>());
        for (var i = 0; i < minorUnits.Length; i++)
        {
            var amount = minorUnits[i];
            tierValues[i] = (byte)(3 - (amount > a.Last ? 1 : 0) - (amount > b.Last ? 1 : 0));
            if (a.Holds(amount) | b.Holds(amount))
            {
                tierValues[i] = 0;
                indexes.Add(i);
                amounts.Add(amount);
            }
        }

        return new(this, a, b, [.. indexes], [.. amounts]);
    }

    // The range in which a goal is reached, from the largest account down, and what is above it.
    private ParetoCut CutOf(ParetoGoal goal)
    {
        Int128 revenue = 0;
        long count = 0;
        for (var range = Ranges - 1; range > 0; range--)
        {
            if (_counts[range] > 0 && goal.IsReachedBy(revenue + _sums[range], count + _counts[range]))
            {
                var (first, last) = AmountsOf(range);
                return new(goal, first, last, revenue, count);
            }

            revenue += _sums[range];
            count += _counts[range];
        }

        // Nowhere: every positive amount is within.
        return new(goal, 1, 0, revenue, count);
    }

    private static int RangeOf(long amount)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)amount) - Bits);
        return (shift << Bits) + (int)(amount >> shift);
    }

    private static (long First, long Last) AmountsOf(int range)
    {
        var shift = Math.Max(0, (range >> Bits) - 1);
        var first = (long)(range - (shift << Bits)) << shift;
        return (first, first + ((1L << shift) - 1));
    }
}

/// <summary>Where a goal is reached: in which range of amounts, and what all larger accounts bring.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="First">The lowest amount of the range.</param>
/// <param name="Last">The highest; below <paramref name="First"/> where the goal is not reached.</param>
/// <param name="Revenue">What the accounts above the range bring.</param>
/// <param name="Count">How many they are.</param>
internal readonly record struct ParetoCut(ParetoGoal Goal, long First, long Last, Int128 Revenue, long Count)
{
    public bool Holds(long amount) => amount >= First & amount <= Last;

    /// <summary>The lowest amount of the tier.</summary>
    /// <param name="open">All amounts of the portfolio in this range, and perhaps others.</param>
    public Int128 Limit(IEnumerable<long> open)
    {
        var within = open.Where(Holds).ToArray();
        RadixSort.Descending(within, []);
        return Goal.LimitIn<long>(within, Revenue, Count);
    }
}
