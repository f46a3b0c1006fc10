using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The range of points that a bidder may get for a criterion.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CriterionEstimate
{
    /// <summary>Creates an estimate.</summary>
    /// <param name="criterion">The key of the criterion; not blank.</param>
    /// <param name="low">The fewest points; at least 0, with at most two decimals.</param>
    /// <param name="high">The most points; not below <paramref name="low"/>, with at most two decimals.</param>
    /// <exception cref="ArgumentException"><paramref name="criterion"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public CriterionEstimate(string criterion, decimal low, decimal high)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(criterion);
        Guard.NotNegative(low);
        Guard.AtLeast(high, low);
        Check(low, nameof(low));
        Check(high, nameof(high));
        (Criterion, Low, High) = (criterion, low, high);

        static void Check(decimal value, string name)
        {
            if (value > 1_000_000 || decimal.Round(value, 2) != value)
            {
                throw new ArgumentOutOfRangeException(
                    name, value, "It must be at most 1,000,000 and have at most two decimals, such as 12.25.");
            }
        }
    }

    /// <summary>The key of the criterion.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string Criterion { get; }

    /// <summary>The fewest points.</summary>
    public decimal Low { get; }

    /// <summary>The most points.</summary>
    public decimal High { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"CriterionEstimate {{ Criterion = {Criterion}, Low = {Low}, High = {High} }}");
}
