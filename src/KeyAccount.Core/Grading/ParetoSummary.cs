using System.Numerics;
using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Grading;

/// <summary>The contribution of one part of a portfolio to the cuts of the whole. A portfolio that is split over files, machines or threads
/// is graded exactly like the whole, in two passes over each part.</summary>
/// <remarks>
/// <para>First pass: <see cref="Of"/> for each part, then <see cref="Merge"/>. Second pass: <see cref="Draft"/> for each part, which grades
/// all accounts but those whose revenue is as large as a cut within 0.4 %; then <see cref="ParetoDraft.LimitsOf"/> and
/// <see cref="ParetoDraft.Complete"/> settle these without the data.</para>
/// <para>Revenue is counted and added by size, in 14,336 ranges of which none is wider than 1/256 of the revenue in it: about 340 KB,
/// however large the part. Sums of integers do not depend on their order. <see cref="ToBytes"/> and JSON carry a summary to another process
/// or machine.</para>
/// <para>A value: immutable, safe to share between threads, and equal when every range is.</para>
/// </remarks>
[JsonConverter(typeof(ParetoSummaryJsonConverter))]
public sealed class ParetoSummary : IEquatable<ParetoSummary>
{
    private const byte Tag = (byte)'S';

    // A range is the position of the highest bit and the eight bits below it; up to 2⁹ every amount is a range of its own.
    private const int Bits = 8;
    private const int Ranges = (63 - Bits + 1) << Bits;

    private readonly long[] _counts;
    private readonly Int128[] _sums;
    private readonly BigInteger _squares;

    private ParetoSummary(long[] counts, Int128[] sums, long count, Int128 total, BigInteger squares)
    {
        _counts = counts;
        _sums = sums;
        Count = count;
        Total = total;
        _squares = squares;
    }

    /// <summary>The number of accounts, those without positive revenue included.</summary>
    public long Count { get; }

    /// <summary>The sum of all positive revenue in minor units, exact.</summary>
    public Int128 Total { get; }

    /// <summary>The Herfindahl–Hirschman index of the positive revenue, as that of the whole portfolio: 1/n (n accounts bring the same) … 1
    /// (one brings everything); null if the total is 0. Formula: <see cref="Concentration.Herfindahl"/>.</summary>
    public double? Herfindahl =>
        Total == 0 ? null : (double)_squares / (double)((BigInteger)Total * Total);

    /// <summary>Sums up a part: the first pass.</summary>
    /// <param name="minorUnits">The revenue of each of its accounts in minor units (cents, fen).</param>
    /// <returns>The summary.</returns>
    public static ParetoSummary Of(ReadOnlySpan<long> minorUnits)
    {
        // The squares fill 128 bits; what goes over is counted.
        UInt128 squares = 0;
        ulong carried = 0;
        foreach (var amount in minorUnits)
        {
            if (amount <= 0)
                continue;
            var high = Math.BigMul((ulong)amount, (ulong)amount, out var low);
            var square = new UInt128(high, low);
            squares += square;
            if (squares < square)
                carried++;
        }

        return Counted(minorUnits, ((BigInteger)carried << 128) + squares);
    }

    /// <summary>As the public form, for whom the concentration does not matter.</summary>
    internal static ParetoSummary Counted(ReadOnlySpan<long> minorUnits, BigInteger squares)
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
        return new(counts, sums, minorUnits.Length, total, squares);
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
        BigInteger squares = 0;
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
            squares += part._squares;
        }

        return new(counts, sums, count, total, squares);
    }

    /// <summary>Reads what <see cref="ToBytes"/> has written.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>A summary equal to the one that was written.</returns>
    /// <exception cref="FormatException">The bytes are not a summary: cut off, changed, or of a version that this library does not read;
    /// the message says which.</exception>
    public static ParetoSummary FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ParetoReader(bytes, Tag, "Pareto summary");
        var (counts, sums) = (new long[Ranges], new Int128[Ranges]);
        Int128 count = 0, total = 0;
        var used = reader.ReadCount(Ranges);
        for (int i = 0, range = -1; i < used; i++)
        {
            range += 1 + reader.ReadCount(Ranges);
            if (range >= Ranges)
                throw reader.Fault("a range does not exist");
            counts[range] = reader.ReadLong();
            if (counts[range] == 0)
                throw reader.Fault("a range without accounts is named");

            // The sum is written as what it is above the smallest that it can be.
            var (first, last) = AmountsOf(range);
            var above = reader.ReadNumber();
            if (above > (UInt128)counts[range] * (ulong)(last - first))
                throw reader.Fault("the revenue of a range is not that of its accounts");
            sums[range] = ((Int128)counts[range] * first) + (Int128)above;
            count += counts[range];
            total += sums[range];
        }

        var squares = ((BigInteger)reader.ReadNumber() << 128) + reader.ReadNumber();
        reader.End();
        if (squares > (BigInteger)total * total || (squares == 0 && total > 0))
            throw reader.Fault("its squares are not those of its accounts");
        return count <= long.MaxValue ? new(counts, sums, (long)count, total, squares) : throw reader.Fault("it counts too many accounts");
    }

    /// <summary>The summary in a compact form, for another process or machine: with a version and a checksum, some bytes for each range
    /// that has accounts.</summary>
    /// <returns>The bytes; the same for equal summaries, on every machine.</returns>
    public byte[] ToBytes()
    {
        var writer = new ParetoWriter(Tag);
        writer.Write(_counts.LongCount(count => count > 0));
        for (int range = 0, before = -1; range < Ranges; range++)
        {
            if (_counts[range] == 0)
                continue;
            writer.Write(range - before - 1);
            writer.Write(_counts[range]);
            writer.Write(_sums[range] - ((Int128)_counts[range] * AmountsOf(range).First));
            before = range;
        }

        writer.Write((UInt128)(_squares >> 128));
        writer.Write((UInt128)(_squares & UInt128.MaxValue));
        return writer.ToBytes();
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
                return new(goal, first, last, revenue, count, _counts[range], _sums[range]);
            }

            revenue += _sums[range];
            count += _counts[range];
        }

        // Nowhere: every positive amount is within.
        return new(goal, 1, 0, revenue, count, 0, 0);
    }

    /// <inheritdoc/>
    public bool Equals(ParetoSummary? other) => ReferenceEquals(this, other)
        || (other is not null && Count == other.Count && Total == other.Total && _squares == other._squares
            && _counts.AsSpan().SequenceEqual(other._counts) && _sums.AsSpan().SequenceEqual(other._sums));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParetoSummary);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Total);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many accounts and how much revenue it sums up.</returns>
    public override string ToString() => Invariant($"ParetoSummary {{ Count = {Count}, Total = {Total} }}");

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
/// <param name="Within">How many accounts of the whole portfolio are in the range.</param>
/// <param name="RevenueWithin">What they bring.</param>
internal readonly record struct ParetoCut(
    ParetoGoal Goal, long First, long Last, Int128 Revenue, long Count, long Within, Int128 RevenueWithin)
{
    public static ParetoCut Read(ref ParetoReader reader) => new(
        ParetoGoal.Read(ref reader),
        reader.ReadLong(),
        reader.ReadLong(),
        reader.ReadInt128(),
        reader.ReadLong(),
        reader.ReadLong(),
        reader.ReadInt128());

    public void Write(ParetoWriter writer)
    {
        Goal.Write(writer);
        writer.Write(First);
        writer.Write(Last);
        writer.Write(Revenue);
        writer.Write(Count);
        writer.Write(Within);
        writer.Write(RevenueWithin);
    }

    public bool Holds(long amount) => amount >= First & amount <= Last;

    /// <summary>The lowest amount of the tier.</summary>
    /// <param name="open">All amounts of the portfolio in this range, and perhaps others.</param>
    /// <exception cref="ArgumentException">They are not all amounts of the range.</exception>
    public Int128 Limit(IEnumerable<long> open)
    {
        var within = open.Where(Holds).ToArray();
        var revenue = within.Aggregate((Int128)0, (sum, amount) => sum + amount);
        if (within.Length != Within || revenue != RevenueWithin)
        {
            throw new ArgumentException(
                Invariant($"parts hold {within.Length} open accounts with {revenue} from {First} to {Last}, and the portfolio has ")
                + Invariant($"{Within} with {RevenueWithin}; give the drafts of all parts, each once."),
                "parts");
        }

        RadixSort.Descending(within);
        return Goal.LimitIn<long>(within, Revenue, Count);
    }
}
