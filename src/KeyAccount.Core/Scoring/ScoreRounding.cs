namespace KeyAccount.Core.Scoring;

/// <summary>Scores and coverages are rounded to six places before they are compared, so that .1 + .2 + .7 is 1 on every machine.</summary>
internal static class ScoreRounding
{
    public const double PerUnit = 1e6;

    /// <summary>Floor(x · 1e6 + 0.5) / 1e6, which a database can compute too.</summary>
    public static double Round(double value) => Math.Floor((value * PerUnit) + 0.5) / PerUnit;

    /// <summary>The smallest double that reaches the rounded minimum when rounded. A comparison with it needs no rounding.</summary>
    public static double SmallestReaching(double minimum)
    {
        var goal = Round(minimum);

        // Non-negative doubles are in the order of their bits.
        long below = -1, reaches = BitConverter.DoubleToInt64Bits(1);
        while (reaches - below > 1)
        {
            var middle = below + ((reaches - below) / 2);
            if (Round(BitConverter.Int64BitsToDouble(middle)) >= goal)
                reaches = middle;
            else
                below = middle;
        }

        return BitConverter.Int64BitsToDouble(reaches);
    }
}
