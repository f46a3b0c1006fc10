using NodaTime;

namespace KeyAccount.Core.Needs;

/// <summary>The priority of a need: value of the gap · urgency · fit.</summary>
/// <remarks>
/// <para>Pure functions. Urgency by the days until the need is to be met: 1 up to 30 days and where the day is past, 0.8 up to 90, 0.6 up
/// to 180, 0.4 beyond, 0.5 where no day is known. A fit that is not known counts as 0.5. Provenance: <c>LibraryDefault</c>.</para>
/// <para>Valued needs come first, the highest priority first. Those without a value follow, by urgency and fit: they are counted, not
/// valued. Ties go by depth, as <see cref="NeedOrder"/> says, then by id.</para>
/// </remarks>
public static class NeedPriority
{
    /// <summary>The value of an unknown fit or urgency: the middle. Provenance: <c>LibraryDefault</c>.</summary>
    public const double Unknown = 0.5;

    /// <summary>The urgency by the number of days left; beyond the last step, <see cref="Later"/>. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    internal static readonly (int Days, double Urgency)[] Steps = [(30, 1), (90, 0.8), (180, 0.6)];

    /// <summary>The urgency of a need beyond the last step.</summary>
    internal const double Later = 0.4;

    /// <summary>The urgency of a need.</summary>
    /// <param name="neededBy">The day by which the need is to be met; null if it is not urgent.</param>
    /// <param name="asOf">The reference date.</param>
    /// <returns>0.4 … 1.</returns>
    public static double Urgency(LocalDate? neededBy, LocalDate asOf)
    {
        Guard.Iso(asOf);
        if (Guard.Iso(neededBy) is not { } day)
            return Unknown;
        var days = Period.DaysBetween(asOf, day);
        foreach (var (most, urgency) in Steps)
        {
            if (days <= most)
                return urgency;
        }

        return Later;
    }

    /// <summary>The open needs, in the order in which to answer them. Confidential needs are left out.</summary>
    /// <param name="needs">The needs.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="order">The order of needs of the same priority.</param>
    /// <returns>Their gaps, the first to answer first; a need whose gap is not known is open.</returns>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is not one of its names.</exception>
    public static IReadOnlyList<NeedGap> Rank(IReadOnlyList<Need> needs, LocalDate asOf, NeedOrder order = NeedOrder.Loyalty)
    {
        Guard.NoNull(needs);
        Guard.Iso(asOf);
        Guard.Defined(order);
        return
        [
            .. needs.Where(need => !need.IsConfidential && need.IsMet != true)
                .Select(need => (Need: need, Gap: GapOf(need, asOf), Weight: Urgency(need.NeededBy, asOf) * (need.Fit ?? Unknown)))
                .OrderByDescending(each => each.Gap.Priority is not null)
                .ThenByDescending(each => each.Gap.Priority)
                .ThenByDescending(each => each.Weight)
                .ThenBy(each => DepthRank(each.Need.Depth, order))
                .ThenBy(each => each.Need.Id, StringComparer.Ordinal)
                .Select(each => each.Gap),
        ];
    }

    /// <summary>The gap of a need.</summary>
    /// <param name="need">The need.</param>
    /// <param name="asOf">The reference date.</param>
    /// <returns>The gap with its value and priority.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="need"/> is null.</exception>
    public static NeedGap GapOf(Need need, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(need);
        var urgency = Urgency(need.NeededBy, asOf);
        var value = need.GapValue;
        return new()
        {
            NeedId = need.Id, Depth = need.Depth, Words = need.Words, Gap = need.Gap, Unit = need.Gap is null ? null : need.Today!.Unit,
            Value = value, IsCountedTwice = need.IsCountedTwice, Urgency = urgency,
            Priority = value * (decimal)urgency * (decimal)(need.Fit ?? Unknown),
        };
    }

    private static int DepthRank(NeedDepth? depth, NeedOrder order) =>
        depth is null ? int.MaxValue : order == NeedOrder.Tender ? depth.Value : -depth.Value;
}
