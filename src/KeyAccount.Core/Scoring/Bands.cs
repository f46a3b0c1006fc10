using System.Globalization;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>The meaning of a score: bands of scores, each from its lower bound (inclusive) to that of the next band.</summary>
/// <typeparam name="TBand">The type of a band: a term such as a tier, or any class with equality.</typeparam>
/// <remarks>Immutable and safe to share between threads. Compared by reference.</remarks>
public sealed class Bands<TBand>
    where TBand : class
{
    private readonly double[] _from;

    /// <summary>Creates bands from their lower bounds.</summary>
    /// <param name="bands">Each band once with its lower bound, in any order; bounds 0 … 100, all different, the lowest 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/> is null.</exception>
    /// <exception cref="ArgumentException">The bands are not valid; the message names every fault.</exception>
    public Bands(params (double From, TBand Band)[] bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        var faults = FaultsOf(bands);
        if (faults.Count > 0)
        {
            throw new ArgumentException(
                $"The bands are not valid: {string.Join("; ", faults.Select(fault => fault.Message))}.", nameof(bands));
        }

        InOrder = [.. bands.OrderBy(band => band.From)];
        _from = [.. InOrder.Select(band => band.From)];
    }

    /// <summary>The bands with their lower bounds, the lowest first.</summary>
    public IReadOnlyList<(double From, TBand Band)> InOrder { get; }

    /// <summary>Finds the band of a score.</summary>
    /// <param name="score">The score; 0 … 100.</param>
    /// <returns>The band with the highest lower bound that the score reaches.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is NaN or outside 0 … 100.</exception>
    public TBand Of(double score) => score is >= 0 and <= 100
        ? InOrder[IndexOf(score)].Band
        : throw new ArgumentOutOfRangeException(
            nameof(score), string.Create(CultureInfo.InvariantCulture, $"score is {score}; it must be between 0 and 100."));

    /// <summary>Finds the index of a band, 0 for the lowest.</summary>
    /// <param name="band">One of the bands.</param>
    /// <returns>The index in <see cref="InOrder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="band"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="band"/> is not one of the bands.</exception>
    public int IndexOf(TBand band)
    {
        ArgumentNullException.ThrowIfNull(band);
        for (var i = 0; i < InOrder.Count; i++)
        {
            if (InOrder[i].Band.Equals(band))
                return i;
        }

        throw new ArgumentException(
            $"band is {band}; it must be one of {string.Join(", ", InOrder.Select(each => each.Band))}.", nameof(band));
    }

    /// <summary>Finds the band above another one, which is the next to reach.</summary>
    /// <param name="band">One of the bands; null for an unrated account.</param>
    /// <returns>The next band, or the lowest band for null; null if <paramref name="band"/> is the highest.</returns>
    /// <exception cref="ArgumentException"><paramref name="band"/> is not one of the bands.</exception>
    public TBand? Above(TBand? band) =>
        InOrder.Select(each => each.Band).ElementAtOrDefault(band is null ? 0 : IndexOf(band) + 1);

    /// <summary>Finds the index of the band of a score that is known to be in range.</summary>
    internal int IndexOf(double score)
    {
        var i = _from.Length - 1;
        while (i > 0 && score < _from[i])
            i--;
        return i;
    }

    /// <summary>Lists everything that is wrong with the bands.</summary>
    internal static List<ModelFault> FaultsOf(IReadOnlyList<(double From, TBand Band)> bands)
    {
        var faults = new List<ModelFault>();
        void Add(string message, string path = "bands") => faults.Add(new(path, message));
        if (bands.Count == 0)
            Add("it is empty; give at least one");
        for (var i = 0; i < bands.Count; i++)
        {
            var (from, band) = bands[i];
            if (band is null)
                Add(Invariant($"band {i} is null"));
            else if (bands.Take(i).Any(each => band.Equals(each.Band)))
                Add($"{band} is duplicated");
            if (from is not (>= 0 and <= 100))
                Add(Invariant($"{from} is not between 0 and 100"), $"bands[\"{band}\"]");
            else if (bands.Take(i).Any(each => each.From == from))
                Add(Invariant($"two bands begin at {from}"));
        }

        if (bands.Count > 0 && bands.Min(band => band.From) > 0)
            Add(Invariant($"the lowest begins at {bands.Min(band => band.From)}; it must begin at 0"));
        return faults;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Each band with its lower bound.</returns>
    public override string ToString() => string.Join(", ", InOrder.Select(each => Invariant($"{each.Band} {each.From}")));
}
