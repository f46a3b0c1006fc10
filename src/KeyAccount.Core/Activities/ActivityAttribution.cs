using NodaTime;

namespace KeyAccount.Core.Activities;

/// <summary>Attributes deal moves to activities: each move counts for one activity only.</summary>
/// <remarks>A move counts for the last activity to which a guest with that deal came, if that was at most <c>windowDays</c> before it; of
/// two on one day for the first by its id. LibraryDefault: the last touch; whatever is chosen, no move may count twice.</remarks>
public static class ActivityAttribution
{
    /// <summary>The outcomes of the guests of each activity.</summary>
    /// <param name="activities">The activities of an account, in any order; each id once.</param>
    /// <param name="moves">The moves of its deals.</param>
    /// <param name="windowDays">The number of days after an activity within which a move counts for it; 1 … 3,650.</param>
    /// <returns>For each activity, in the order given, one outcome for each guest. Of a deal with several guests, the move counts for the
    /// first of them who came; the others share no second one. Who stayed away is seen by the same days, without taking a move from an
    /// activity.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">An entry is null, or an id is duplicated.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="windowDays"/> is outside its range.</exception>
    public static IReadOnlyList<IReadOnlyList<GuestOutcome>> Of(
        IReadOnlyList<MarketActivity> activities, IReadOnlyList<DealMove> moves, int windowDays = ActivityTables.WindowDays)
    {
        Guard.NoNull(activities);
        Guard.NoNull(moves);
        Guard.Between(windowDays, 1, 3_650);
        if (activities.GroupBy(each => each.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { Key: var twice })
            throw new ArgumentException($"activities has the id '{twice}' twice; each must be unique.", nameof(activities));
        var credited = new HashSet<(string Activity, string Deal)>();
        foreach (var move in moves)
        {
            if (activities.Where(each => IsWithin(each.Date, move.On, windowDays)
                    && each.Guests.Any(guest => guest.Attended == true && guest.OpportunityId == move.OpportunityId))
                .OrderByDescending(each => each.Date).ThenBy(each => each.Id, StringComparer.Ordinal).FirstOrDefault() is { } last)
            {
                credited.Add((last.Id, move.OpportunityId));
            }
        }

        return
        [
            .. activities.Select(activity =>
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                return (IReadOnlyList<GuestOutcome>)[.. activity.Guests.Select(guest => Of(activity, guest, seen))];
            }),
        ];

        GuestOutcome Of(MarketActivity activity, ActivityGuest guest, HashSet<string> seen)
        {
            if (guest.OpportunityId is not { } deal)
                return new(guest.Audience, guest.Attended);
            var own = moves.Where(move => move.OpportunityId == deal).ToArray();
            var after = guest.Attended == true
                ? credited.Contains((activity.Id, deal)) && seen.Add(deal)
                : own.Any(move => IsWithin(activity.Date, move.On, windowDays));
            return new(
                guest.Audience, guest.Attended,
                own.Any(move => move.On < activity.Date && move.On >= activity.Date.PlusDays(-windowDays)), after);
        }
    }

    private static bool IsWithin(LocalDate activity, LocalDate move, int windowDays) =>
        move > activity && Period.DaysBetween(activity, move) <= windowDays;
}
