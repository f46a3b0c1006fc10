using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>The usual duration of winning a new customer, in total and by step.</summary>
/// <remarks>
/// <para>The whole takes 90 to 180 days (《开发大客户培训课件》: 周期); the default is the middle, 135. How it is split among the steps is a
/// <c>LibraryDefault</c>: 10, 20, 25, 30 and 15 %.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record ProspectNorms
{
    /// <summary>The shortest time that the source gives, in days. Source: 《开发大客户培训课件》.</summary>
    public const int ShortestDays = 90;

    /// <summary>The longest time that the source gives, in days. Source: 《开发大客户培训课件》.</summary>
    public const int LongestDays = 180;

    private const double Tolerance = 1e-9;

    /// <summary>The ready norms.</summary>
    public static ProspectNorms Standard { get; } = new(
        (ShortestDays + LongestDays) / 2, [0.10, 0.20, 0.25, 0.30, 0.15]);

    /// <summary>Norms.</summary>
    /// <param name="days">The total number of days; above 0, at most 3650.</param>
    /// <param name="shares">The share of each step, in the order of <see cref="ProspectStep"/>; not negative, together 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="ArgumentException">There are not as many shares as steps, or they do not sum to 1.</exception>
    [JsonConstructor]
    public ProspectNorms(double days, IReadOnlyList<double> shares)
    {
        Guard.FinitePositive(days);
        Guard.Between(days, 0, 3650);
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Count != ProspectStep.InOrder.Count)
        {
            throw new ArgumentException(
                Invariant($"shares has {shares.Count} entries; it must have one for each of the {ProspectStep.InOrder.Count} steps."),
                nameof(shares));
        }

        for (var i = 0; i < shares.Count; i++)
            Guard.Between(shares[i], 0, 1, Invariant($"shares[{i}]"));
        if (Math.Abs(shares.Sum() - 1) > Tolerance)
            throw new ArgumentException(Invariant($"shares sum to {shares.Sum()}; they must sum to 1."), nameof(shares));
        (Days, Shares) = (days, ValueList.Of(shares));
    }

    /// <summary>The total number of days.</summary>
    public double Days { get; }

    /// <summary>The share of each step, in the order of <see cref="ProspectStep"/>.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>The number of days for a step: its share of the total.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The days.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    public double DaysOf(ProspectStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Days * Shares[step.Value - 1];
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ProspectNorms {{ Days = {Days}, Shares = {Shares} }}");
}
