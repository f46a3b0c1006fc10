namespace KeyAccount.Core.Reports.Drawings;

/// <summary>From numbers to places on a drawing.</summary>
internal readonly record struct LinearScale(double Low, double High, double From, double To)
{
    // Halved, because the distance of two numbers may not fit a number.
    public double At(double value) => High > Low ? From + (((value / 2) - (Low / 2)) / ((High / 2) - (Low / 2)) * (To - From)) : From;

    /// <summary>Round numbers within the scale, a handful.</summary>
    public IReadOnlyList<double> Ticks(int about)
    {
        var range = High - Low;
        if (!(range > 0) || !double.IsFinite(range))
            return [Low];
        var rough = range / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        var first = Math.Ceiling(Low / step);
        var ticks = new List<double>();
        for (var i = 0; i <= 2 * about && (first + i) * step <= High + (step * 1e-9); i++)
            ticks.Add((first + i) * step);
        return ticks;
    }

    /// <summary>As many places as tell the ticks apart.</summary>
    public static int DecimalsOf(IReadOnlyList<double> ticks) => ticks.Count < 2 ? 0
        : Math.Clamp((int)Math.Ceiling(-Math.Log10(ticks[1] - ticks[0]) - 1e-9), 0, 9);
}
