namespace KeyAccount.Core.Scoring;

/// <summary>Finds the nearest raw value with enough points.</summary>
internal static class ScaleReach
{
    /// <summary>Finds the nearest value on the grid raw + n · step (every double if there is no step) with at least the needed
    /// points.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="raw">The present raw value, which has fewer points.</param>
    /// <param name="needed">The points needed.</param>
    /// <param name="step">The step; null for none.</param>
    /// <returns>The value, the larger one if two are equally near; null if no value has the points.</returns>
    public static double? Nearest(Scale scale, double raw, double needed, double? step)
    {
        if (scale.Kind == ScaleKind.Levels)
        {
            return scale.Knots.Where(knot => knot.Points >= needed)
                .OrderBy(knot => Math.Abs(knot.Raw - raw)).ThenByDescending(knot => knot.Raw)
                .Select(knot => (double?)knot.Raw).FirstOrDefault();
        }

        var grid = new Grid(raw, step);
        var (up, down) = (Up(scale, grid, needed), Down(scale, grid, needed));
        return up is null || (down is not null && grid.IsNearer(down.Value, up.Value)) ? grid.At(down) : grid.At(up);
    }

    private static long? Up(Scale scale, Grid grid, double needed)
    {
        for (var piece = 0; piece < scale.Pieces.Count; piece++)
        {
            // The last piece is flat: its first value says all.
            var first = Math.Max(grid.Here + 1, grid.FirstFrom(scale.Pieces[piece]));
            var last = piece + 1 < scale.Pieces.Count ? grid.FirstFrom(scale.Pieces[piece + 1]) - 1 : first;
            if (Find(scale, grid, needed, first, last) is { } found)
                return found;
        }

        return null;
    }

    private static long? Down(Scale scale, Grid grid, double needed)
    {
        for (var piece = scale.Pieces.Count - 1; piece >= 0; piece--)
        {
            var first = piece + 1 < scale.Pieces.Count
                ? Math.Min(grid.Here - 1, grid.FirstFrom(scale.Pieces[piece + 1]) - 1)
                : grid.Here - 1;
            var last = piece == 0 ? first : grid.FirstFrom(scale.Pieces[piece]);
            if (Find(scale, grid, needed, first, last) is { } found)
                return found;
        }

        return null;
    }

    // The value nearest to first, on the way to last, with enough points. Within a piece points rise or fall all the way, so halving finds
    // it.
    private static long? Find(Scale scale, Grid grid, double needed, long first, long last)
    {
        // Seen from where the search began, last must not lie behind first.
        if (first > grid.Here ? last < first : last > first)
            return null;
        if (IsEnough(first))
            return first;
        if (!IsEnough(last))
            return null;
        var (no, yes) = (first, last);
        while (Math.Abs(yes - no) > 1)
        {
            var middle = no + ((yes - no) / 2);
            if (IsEnough(middle))
                yes = middle;
            else
                no = middle;
        }

        return yes;

        bool IsEnough(long index) => scale.TryPoints(grid.At(index), out var points) && points >= needed;
    }

    /// <summary>The values that can be advised, numbered in ascending order.</summary>
    private readonly struct Grid(double raw, double? step)
    {
        // Far enough for any advice, and far from overflow.
        private const long Most = 1L << 52;

        public long Here => step is null ? OrderOf(raw) : 0;

        public double? At(long? index) => index is { } there ? At(there) : null;

        /// <summary>Whether one value is nearer than another: in steps, or in the raw value if there are no steps.</summary>
        public bool IsNearer(long one, long other) => step is null
            ? Math.Abs(At(one) - raw) < Math.Abs(At(other) - raw)
            : Math.Abs(one - Here) < Math.Abs(other - Here);

        public double At(long index) => step is { } grain ? raw + (index * grain) : DoubleAt(index);

        /// <summary>The first index at or above a value.</summary>
        public long FirstFrom(double value)
        {
            if (step is not { } grain)
                return OrderOf(value);
            if (double.IsNegativeInfinity(value))
                return -Most;
            var index = (long)Math.Clamp(Math.Ceiling((value - raw) / grain), -Most, Most);
            while (index > -Most && At(index - 1) >= value)
                index--;
            while (index < Most && At(index) < value)
                index++;
            return index;
        }

        // All doubles in one ascending row: the bits of the negative ones run the other way.
        private static long OrderOf(double value)
        {
            var bits = BitConverter.DoubleToInt64Bits(value);
            return bits >= 0 ? bits : long.MinValue - bits;
        }

        private static double DoubleAt(long order) => BitConverter.Int64BitsToDouble(order >= 0 ? order : long.MinValue - order);
    }
}
