using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The shift of the service from repair to prevention: the trend of its share of repair.</summary>
/// <param name="First">The share of repair in the first measured period, as a fraction.</param>
/// <param name="Last">The share of repair in the last measured period, as a fraction.</param>
/// <param name="ChangePerPeriod">The change of the share per period, as a fraction: the slope of the least-squares line. Below 0 the
/// service moves to prevention.</param>
/// <param name="Periods">The number of measured periods; at least two.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceShift(double First, double Last, double ChangePerPeriod, int Periods)
{
    /// <summary>The trend of the share of repair.</summary>
    /// <param name="mixes">The mixes, the oldest first, at equal distances; those without shares are left out and keep their
    /// place.</param>
    /// <returns>The change; null if fewer than two have shares.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A mix is null.</exception>
    public static ServiceShift? Of(IReadOnlyList<ServiceMix> mixes)
    {
        Guard.NoNull(mixes);
        var known = mixes.Select((mix, at) => (At: (double)at, Share: mix.RepairShare)).Where(each => each.Share is not null)
            .Select(each => (each.At, Share: each.Share!.Value)).ToArray();
        if (known.Length < 2)
            return null;
        var (meanAt, meanShare) = (known.Average(each => each.At), known.Average(each => each.Share));
        var slope = known.Sum(each => (each.At - meanAt) * (each.Share - meanShare))
            / known.Sum(each => (each.At - meanAt) * (each.At - meanAt));
        return new(known[0].Share, known[^1].Share, ScoreRounding.Round(slope), known.Length);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ServiceShift {{ First = {First}, Last = {Last}, ChangePerPeriod = {ChangePerPeriod}, Periods = {Periods} }}");
}
