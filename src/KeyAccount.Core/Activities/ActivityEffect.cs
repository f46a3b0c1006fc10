using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>The effect of an activity on deals.</summary>
/// <remarks>
/// <para>Uplift = rate at which the deals of those who came moved − rate of those who were invited and stayed away, with Newcombe's
/// interval. Expected anyway = those who came · the rate at which all guests' deals moved in as many days before it. LibraryDefault; who
/// stays away may differ from who comes in other ways too.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record ActivityEffect
{
    /// <summary>The number of people invited.</summary>
    public int Invited { get; init; }

    /// <summary>The number of people who came.</summary>
    public int Attended { get; init; }

    /// <summary>The number of people whose attendance is not known.</summary>
    public int Unknown { get; init; }

    /// <summary>Attendance by audience, in the order of the audiences.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<AudienceAttendance> Attendance { get; init => field = ValueList.Of(value ?? []); } =
        ValueList<AudienceAttendance>.Empty;

    /// <summary>The cost; null if not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The cost per guest who came; null if nobody came, or the cost is not known.</summary>
    public decimal? CostPerGuest { get; init; }

    /// <summary>The cost per lead; null if there is no lead, or the cost is not known.</summary>
    public decimal? CostPerLead { get; init; }

    /// <summary>The number of deals of guests who came that moved.</summary>
    public int Moves { get; init; }

    /// <summary>The cost per deal that moved; null if none moved, or the cost is not known.</summary>
    public decimal? CostPerMove { get; init; }

    /// <summary>The number of those moves to be expected without the activity, by the rate before it; null if no guest has a
    /// deal.</summary>
    public double? ExpectedAnyway { get; init; }

    /// <summary>The moves beyond those expected anyway; null if no guest has a deal.</summary>
    public double? ExtraMoves { get; init; }

    /// <summary>The uplift compared with those who stayed away; null if one of the two groups has no deals.</summary>
    public RateDifference? Uplift { get; init; }

    /// <summary>The effect of an activity.</summary>
    /// <param name="guests">The outcome of each guest; at most 10⁶ of them.</param>
    /// <param name="cost">The cost; 0 … 10¹⁵. Null if not known.</param>
    /// <param name="leads">The number of leads; 0 … 10⁶. Null if nobody has counted them.</param>
    /// <returns>The effect.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">An entry of the list is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ActivityEffect Of(IReadOnlyList<GuestOutcome> guests, decimal? cost = null, int? leads = null)
    {
        Guard.NoNull(guests);
        if (cost is { } spent)
        {
            Guard.NotNegative(spent, nameof(cost));
            Guard.AtMost(spent, 1e15m, nameof(cost));
        }

        if (leads is { } count)
            Guard.Between(count, 0, 1e6, nameof(leads));
        var came = guests.Where(guest => guest.Attended == true).ToArray();
        var dealsCame = came.Where(guest => guest.MovedAfter is not null).ToArray();
        var dealsAway = guests.Where(guest => guest.Attended == false && guest.MovedAfter is not null).ToArray();
        var before = guests.Where(guest => guest.MovedBefore is not null).ToArray();
        var moves = dealsCame.Count(guest => guest.MovedAfter == true);
        var anyway = before.Length == 0 || dealsCame.Length == 0 ? (double?)null
            : (double)before.Count(guest => guest.MovedBefore == true) / before.Length * dealsCame.Length;
        return new()
        {
            Invited = guests.Count,
            Attended = came.Length,
            Unknown = guests.Count(guest => guest.Attended is null),
            Attendance =
            [
                .. guests.Where(guest => guest.Attended is not null).GroupBy(guest => guest.Audience)
                    .OrderBy(group => group.Key?.Value ?? int.MaxValue).Select(group => new AudienceAttendance(
                        group.Key, new(0, 0, group.Count(guest => guest.Attended == true), group.Count()))),
            ],
            Cost = cost,
            CostPerGuest = came.Length > 0 ? cost / came.Length : null,
            CostPerLead = leads is > 0 and var found ? cost / found : null,
            Moves = moves,
            CostPerMove = moves > 0 ? cost / moves : null,
            ExpectedAnyway = anyway,
            ExtraMoves = moves - anyway,
            Uplift = dealsCame.Length > 0 && dealsAway.Length > 0
                ? new(moves, dealsCame.Length, dealsAway.Count(guest => guest.MovedAfter == true), dealsAway.Length) : null,
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Invited, attended, moves and uplift.</returns>
    public override string ToString() =>
        Invariant($"ActivityEffect {{ Invited = {Invited}, Attended = {Attended}, Moves = {Moves}, Uplift = {Uplift} }}");
}
