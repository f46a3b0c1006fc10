using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>A scored criterion of a tender other than the price.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TenderCriterion
{
    /// <summary>Creates a criterion.</summary>
    /// <param name="key">The key of the criterion; not blank.</param>
    /// <param name="points">The most points that the criterion gives; above 0.</param>
    /// <param name="effort">The effort to gain the missing points, in hours; above 0, null if it is not known.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public TenderCriterion(string key, double points, double? effort = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        Guard.FinitePositive(points);
        if (effort is { } hours)
            Guard.FinitePositive(hours, nameof(effort));
        (Key, Points, Effort) = (key, points, effort);
    }

    /// <summary>The key of the criterion.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Key { get; }

    /// <summary>The most points that the criterion gives.</summary>
    public double Points { get; }

    /// <summary>The effort to gain the missing points, in hours; null if it is not known.</summary>
    public double? Effort { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"TenderCriterion {{ Key = {Key}, Points = {Points}, Effort = {Effort} }}");
}
