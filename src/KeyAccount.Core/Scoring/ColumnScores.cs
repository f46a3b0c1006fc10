using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using KeyAccount.Core.Expressions;

namespace KeyAccount.Core.Scoring;

/// <summary>The arithmetic of a scorecard on columns: as many accounts at once as the CPU has lanes, without a branch that depends on a
/// value. It performs the same operations in the same order as <see cref="ScoreArithmetic"/>.</summary>
internal sealed class ColumnScores
{
    /// <summary>The number of accounts whose sums stay in the first cache while one criterion after the other is added.</summary>
    public const int BlockSize = 512;

    private readonly Column[] _columns;
    private readonly double _enough;
    private readonly bool _isShared;
    private readonly double[] _bands;
    private readonly double[] _limits;

    public ColumnScores(
        ScoreArithmetic arithmetic, IReadOnlyList<Interval> ranges, IEnumerable<double> bands, IEnumerable<int> capLimits)
    {
        // Refused whenever anything is missing: a sum that is NaN says just that.
        var isRefused = arithmetic.Policy == MissingData.Refuse;
        _columns = [.. arithmetic.Scales.Select((scale, i) =>
            new Column(scale, ranges[i], arithmetic.Weights[i], isRefused ? double.NaN : arithmetic.Assumed[i]))];
        _enough = arithmetic.Enough ?? double.NegativeInfinity;
        _isShared = arithmetic.Policy == MissingData.Renormalize;
        _bands = [.. bands.Skip(1)];
        _limits = [.. capLimits];
    }

    /// <summary>Scores a block of accounts.</summary>
    /// <param name="criteria">The column of each criterion.</param>
    /// <param name="caps">The column of each cap, if bands are wanted.</param>
    /// <param name="start">The row where the block begins.</param>
    /// <param name="scores">Receives the scores; at most <see cref="BlockSize"/>.</param>
    /// <param name="bands">Receives the indexes of the bands; as long as <paramref name="scores"/>, or empty.</param>
    /// <returns>False if a value of the block is not allowed in its column; the output is then not meaningful.</returns>
    public bool TryScore(
        ReadOnlySpan<ReadOnlyMemory<double>> criteria,
        ReadOnlySpan<ReadOnlyMemory<double>> caps,
        int start,
        Span<double> scores,
        Span<int> bands)
    {
        if (Vector512.IsHardwareAccelerated)
            return TryScore<Lanes512>(criteria, caps, start, scores, bands);
        if (Vector256.IsHardwareAccelerated)
            return TryScore<Lanes256>(criteria, caps, start, scores, bands);
        return Vector128.IsHardwareAccelerated
            ? TryScore<Lanes128>(criteria, caps, start, scores, bands)
            : TryScore<Lane>(criteria, caps, start, scores, bands);
    }

    private bool TryScore<TLanes>(
        ReadOnlySpan<ReadOnlyMemory<double>> criteria,
        ReadOnlySpan<ReadOnlyMemory<double>> caps,
        int start,
        Span<double> scores,
        Span<int> bands)
        where TLanes : struct, ILanes<TLanes>
    {
        var whole = scores.Length - (scores.Length % TLanes.Count);
        return Rows<TLanes>(criteria, caps, start, scores[..whole], bands.IsEmpty ? bands : bands[..whole])
            & Rows<Lane>(criteria, caps, start + whole, scores[whole..], bands.IsEmpty ? bands : bands[whole..]);
    }

    private bool Rows<TLanes>(
        ReadOnlySpan<ReadOnlyMemory<double>> criteria,
        ReadOnlySpan<ReadOnlyMemory<double>> caps,
        int start,
        Span<double> scores,
        Span<int> bands)
        where TLanes : struct, ILanes<TLanes>
    {
        if (scores.IsEmpty)
            return true;
        Span<double> knownWeights = stackalloc double[BlockSize];
        knownWeights[..scores.Length].Clear();
        scores.Clear();
        ref var sums = ref MemoryMarshal.GetReference(scores);
        ref var known = ref MemoryMarshal.GetReference(knownWeights);
        var isSound = true;
        for (var i = 0; i < _columns.Length; i++)
        {
            ref readonly var raw = ref MemoryMarshal.GetReference(criteria[i].Span.Slice(start, scores.Length));
            isSound &= _columns[i].Kind switch
            {
                ScaleKind.Linear => AddLines<TLanes>(_columns[i], in raw, ref sums, ref known, scores.Length),
                ScaleKind.Steps => AddSteps<TLanes>(_columns[i], in raw, ref sums, ref known, scores.Length),
                _ => AddLevels<TLanes>(_columns[i], in raw, ref sums, ref known, scores.Length),
            };
        }

        Finish<TLanes>(ref sums, ref known, scores.Length);
        return isSound & (bands.IsEmpty || Index<TLanes>(caps, start, scores, bands));
    }

    private static bool AddLines<TLanes>(Column column, ref readonly double values, ref double sums, ref double known, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        var pieces = column.Pieces;
        var (weight, assumed) = (TLanes.All(column.Weight), TLanes.All(column.Assumed));
        var (firstKnot, firstPoints, firstSlope) = (TLanes.All(pieces[0].From), TLanes.All(pieces[0].Points), TLanes.All(pieces[0].Slope));
        var lastKnot = TLanes.All(column.LastKnot);
        var largest = TLanes.All(0);
        var (low, high, unknown) = (TLanes.All(column.Range.Low), TLanes.All(column.Range.High), TLanes.All(double.NaN));
        for (var row = 0; row < count; row += TLanes.Count)
        {
            var raw = TLanes.Load(in values, row);
            Ahead(in values, row);
            largest = TLanes.Larger(TLanes.Abs(raw), largest);
            if (column.IsRanged)
                raw = TLanes.IfAtLeast(raw, low, TLanes.IfAtLeast(high, raw, raw, unknown), unknown);
            var clamped = TLanes.Smaller(TLanes.Larger(raw, firstKnot), lastKnot);
            var (from, points, slope) = (firstKnot, firstPoints, firstSlope);
            for (var i = 1; i < pieces.Length; i++)
            {
                var next = TLanes.All(pieces[i].From);
                points = TLanes.IfAtLeast(clamped, next, TLanes.All(pieces[i].Points), points);
                slope = TLanes.IfAtLeast(clamped, next, TLanes.All(pieces[i].Slope), slope);
                from = TLanes.IfAtLeast(clamped, next, next, from);
            }

            Add(raw, weight * (points + ((clamped - from) * slope)), weight, assumed, column.IsAssumed, ref sums, ref known, row);
        }

        return IsFinite(largest);
    }

    private static bool AddSteps<TLanes>(Column column, ref readonly double values, ref double sums, ref double known, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        var pieces = column.Pieces;
        var (weight, assumed, lowest) = (TLanes.All(column.Weight), TLanes.All(column.Assumed), TLanes.All(column.Weighted[0]));
        var largest = TLanes.All(0);
        var (low, high, unknown) = (TLanes.All(column.Range.Low), TLanes.All(column.Range.High), TLanes.All(double.NaN));
        for (var row = 0; row < count; row += TLanes.Count)
        {
            var raw = TLanes.Load(in values, row);
            Ahead(in values, row);
            largest = TLanes.Larger(TLanes.Abs(raw), largest);
            if (column.IsRanged)
                raw = TLanes.IfAtLeast(raw, low, TLanes.IfAtLeast(high, raw, raw, unknown), unknown);
            var weighted = lowest;
            for (var i = 1; i < pieces.Length; i++)
                weighted = TLanes.IfAtLeast(raw, TLanes.All(pieces[i].From), TLanes.All(column.Weighted[i]), weighted);
            Add(raw, weighted, weight, assumed, column.IsAssumed, ref sums, ref known, row);
        }

        return IsFinite(largest);
    }

    private static bool AddLevels<TLanes>(Column column, ref readonly double values, ref double sums, ref double known, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        var pieces = column.Pieces;
        var (weight, assumed, noLevel) = (TLanes.All(column.Weight), TLanes.All(column.Assumed), TLanes.All(-1));
        var (none, one, unknown) = (TLanes.All(0), TLanes.All(1), TLanes.All(double.NaN));
        var strangers = none;
        for (var row = 0; row < count; row += TLanes.Count)
        {
            var raw = TLanes.Load(in values, row);
            Ahead(in values, row);
            var weighted = noLevel;
            for (var i = 0; i < pieces.Length; i++)
                weighted = TLanes.IfSame(raw, TLanes.All(pieces[i].From), TLanes.All(column.Weighted[i]), weighted);
            strangers = TLanes.Larger(TLanes.IfSame(weighted, noLevel, TLanes.IfSame(raw, raw, one, none), none), strangers);

            // A level that means "not known" has NaN points.
            var isKnown = TLanes.IfAtLeast(weighted, none, one, unknown);
            Add(isKnown, weighted, weight, assumed, column.IsAssumed, ref sums, ref known, row);
        }

        return !TLanes.AnyAtLeast(strangers, one);
    }

    // The same row of the next block is fetched meanwhile: a block of a column is a page, and the hardware does not look beyond one. Behind
    // the last block there may be anything: an address that is only prefetched is never read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Ahead(ref readonly double values, int row)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(Unsafe.AsPointer(ref Unsafe.Add(ref Unsafe.AsRef(in values), row + BlockSize)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TLanes>(
        TLanes raw, TLanes weighted, TLanes weight, TLanes assumed, bool isAssumed, ref double sums, ref double known, int row)
        where TLanes : struct, ILanes<TLanes>
    {
        var sum = TLanes.Load(ref sums, row);
        sum = isAssumed ? sum + TLanes.IfSame(raw, raw, weighted, assumed) : TLanes.AddIfKnown(raw, sum, weighted);
        sum.Store(ref sums, row);
        TLanes.AddIfKnown(raw, TLanes.Load(ref known, row), weight).Store(ref known, row);
    }

    private static bool IsFinite<TLanes>(TLanes largest)
        where TLanes : struct, ILanes<TLanes> => !TLanes.AnyAtLeast(largest, TLanes.All(double.PositiveInfinity));

    private void Finish<TLanes>(ref double sums, ref double known, int count)
        where TLanes : struct, ILanes<TLanes>
    {
        var (enough, unrated) = (TLanes.All(_enough), TLanes.All(double.NaN));
        var (perUnit, half) = (TLanes.All(ScoreRounding.PerUnit), TLanes.All(0.5));
        for (var row = 0; row < count; row += TLanes.Count)
        {
            var (sum, weight) = (TLanes.Load(ref sums, row), TLanes.Load(ref known, row));
            if (_isShared)
                sum /= weight;
            var score = TLanes.PerUnit(TLanes.Floor((sum * perUnit) + half));
            TLanes.IfAtLeast(weight, enough, score, unrated).Store(ref sums, row);
        }
    }

    private bool Index<TLanes>(ReadOnlySpan<ReadOnlyMemory<double>> caps, int start, Span<double> scores, Span<int> bands)
        where TLanes : struct, ILanes<TLanes>
    {
        var (none, one, highest) = (TLanes.All(0), TLanes.All(1), TLanes.All(_bands.Length));
        var strangers = none;
        for (var row = 0; row < scores.Length; row += TLanes.Count)
        {
            var score = TLanes.Load(ref MemoryMarshal.GetReference(scores), row);
            var index = none;
            foreach (var from in _bands)
                index += TLanes.IfAtLeast(score, TLanes.All(from), one, none);
            for (var i = 0; i < caps.Length; i++)
            {
                var condition = TLanes.Load(in MemoryMarshal.GetReference(caps[i].Span), start + row);
                index = TLanes.Smaller(TLanes.IfSame(condition, one, TLanes.All(_limits[i]), highest), index);
                var isStranger = TLanes.IfSame(condition, condition, one, none);
                isStranger = TLanes.IfSame(condition, one, none, TLanes.IfSame(condition, none, none, isStranger));
                strangers = TLanes.Larger(isStranger, strangers);
            }

            TLanes.IfSame(score, score, index, TLanes.All(-1)).Store(ref MemoryMarshal.GetReference(bands), row);
        }

        return !TLanes.AnyAtLeast(strangers, one);
    }

    /// <summary>The information that a column needs about its criterion.</summary>
    private sealed class Column(Scale scale, Interval range, double weight, double assumed)
    {
        /// <summary>Values outside this range count as unknown.</summary>
        public Interval Range { get; } = range;

        public bool IsRanged { get; } = !range.IsAll;

        public ScaleKind Kind { get; } = scale.Kind;

        public double Weight { get; } = weight;

        public double Assumed { get; } = assumed;

        /// <summary>Whether a missing value contributes points.</summary>
        public bool IsAssumed { get; } = assumed != 0;

        public double LastKnot { get; } = scale.LastKnot;

        public (double From, double Points, double Slope)[] Pieces { get; } = scale.PiecesBetweenKnots();

        public double[] Weighted { get; } = [.. scale.PiecesBetweenKnots().Select(piece => weight * piece.Points)];
    }
}
