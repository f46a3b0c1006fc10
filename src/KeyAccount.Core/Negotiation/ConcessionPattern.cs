using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>The pattern of concessions of one side.</summary>
/// <param name="Party">The side.</param>
/// <param name="Steps">The concession from each of its offers to the next, in the unit of the issue; negative if the side took something
/// back.</param>
/// <param name="Total">The sum of the steps; 0 for fewer than two offers.</param>
/// <param name="PerDay">The total by day, over the time from the first offer of either side to the last one; null while no time has
/// passed.</param>
/// <param name="Trend">How the steps develop; null for fewer than two.</param>
/// <param name="Gifts">The concessions that are known to have asked for nothing in return.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ConcessionPattern(
    NegotiationParty Party,
    IReadOnlyList<decimal> Steps,
    decimal Total,
    decimal? PerDay,
    ConcessionTrend? Trend,
    IReadOnlyList<decimal> Gifts)
{
    /// <summary>The concession from each of its offers to the next, in the unit of the issue; negative if the side took something
    /// back.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<decimal> Steps
    {
        get;
        init => field = ValueList.Of(value, nameof(Steps));
    } = ValueList.Of(Steps);

    /// <summary>The concessions that are known to have asked for nothing in return.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<decimal> Gifts
    {
        get;
        init => field = ValueList.Of(value, nameof(Gifts));
    } = ValueList.Of(Gifts);

    /// <summary>How often the side took back what it had offered.</summary>
    public int Retreats => Steps.Count(step => step < 0);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Side, steps and trend.</returns>
    public override string ToString() =>
        Invariant($"{Party}: {string.Join(", ", Steps.Select(step => Invariant($"{step}")))} ({Trend?.Name ?? "no trend"})");
}
