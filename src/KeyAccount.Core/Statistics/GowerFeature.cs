using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>A feature by which items are compared.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record GowerFeature
{
    /// <summary>A feature.</summary>
    /// <param name="key">The name; not blank.</param>
    /// <param name="isNominal">Whether its values are names, coded as numbers, which are equal or not. Otherwise they are numbers on a
    /// scale.</param>
    /// <param name="weight">The weight; finite, not negative.</param>
    /// <param name="range">The width of its scale: the distance at which two items have nothing in common. Null for the distance between
    /// the smallest and the largest value that is known.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is null or blank, or a nominal feature has a range.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> or <paramref name="range"/> is out of range.</exception>
    public GowerFeature(string key, bool isNominal = false, double weight = 1, double? range = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        Guard.FiniteNotNegative(weight);
        if (range is { } width)
        {
            Guard.FinitePositive(width, nameof(range));
            if (isNominal)
                throw new ArgumentException(Invariant($"range is {width}; it must be null for a nominal feature."), nameof(range));
        }

        (Key, IsNominal, Weight, Range) = (key, isNominal, weight, range);
    }

    /// <summary>The name.</summary>
    public string Key { get; }

    /// <summary>Whether its values are names, coded as numbers.</summary>
    public bool IsNominal { get; }

    /// <summary>The weight.</summary>
    public double Weight { get; }

    /// <summary>The width of its scale; null for the distance between the smallest and the largest value that is known.</summary>
    public double? Range { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"GowerFeature {{ Key = {Key}, IsNominal = {IsNominal}, Weight = {Weight}, Range = {Range} }}");
}
