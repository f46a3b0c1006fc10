using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Statistics;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The measures of weekly logs: whether plans were carried out and promises kept, and whether visits moved something.</summary>
/// <remarks>Each share covers only what is known, and has a confidence interval. Immutable; equal when every part is.</remarks>
public sealed record LogMeasures
{
    /// <summary>The number of days after which an entry counts as written late: 2. Provenance: <c>LibraryDefault</c>.</summary>
    public const int LateAfterDays = 2;

    /// <summary>The number of logs.</summary>
    public required int Logs { get; init; }

    /// <summary>The share of the plans that were carried out in their week.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required RateEstimate PlanKept { get; init => field = Guard.NotNull(value); }

    /// <summary>The share of the promises for the next week that were kept in it; only if there is a log of that week.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required RateEstimate PromisesKept { get; init => field = Guard.NotNull(value); }

    /// <summary>The share of the visits with a result that moved a stage, a relationship or a need.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required RateEstimate Effective { get; init => field = Guard.NotNull(value); }

    /// <summary>The share of the activities with customers whose result was written down.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required RateEstimate WithResult { get; init => field = Guard.NotNull(value); }

    /// <summary>The share of the entries written more than two days after their day.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required RateEstimate Late { get; init => field = Guard.NotNull(value); }

    /// <summary>The total time, in hours.</summary>
    public required double Hours { get; init; }

    /// <summary>The hours with customers, in hours.</summary>
    public required double SellingHours { get; init; }

    /// <summary>The hours with customers by the tier of the account, in hours, in the order of the tiers.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required IReadOnlyList<double> HoursByTier { get; init => field = ValueList.Of(value, nameof(HoursByTier)); }

    /// <summary>A manager's time over the four roles.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<RoleShare> Roles { get; init => field = ValueList.Of(value, nameof(Roles)); }

    /// <summary>The hours with customers / all hours, as a fraction; null if no hours are known, or hardly any.</summary>
    [JsonIgnore]
    public double? SellingShare => SellingHours / Hours is var share && double.IsFinite(share) ? share : null;

    /// <summary>The hours on A accounts / those on accounts with a tier, as a fraction; null if there are none.</summary>
    [JsonIgnore]
    public double? TopTierShare => HoursByTier.Sum() is var all and > 0 ? HoursByTier[0] / all : null;

    /// <summary>Calculates the measures of logs.</summary>
    /// <param name="logs">The logs of one person or of many, in any order; a week may have more than one.</param>
    /// <param name="tiers">The tiers of accounts by their ids; null if none is known.</param>
    /// <param name="asOf">The day as of which logs are judged. A plan or promise for a week that is not over is neither kept nor broken.
    /// Null to judge every week.</param>
    /// <returns>The measures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="logs"/> or a log is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is not of the ISO calendar.</exception>
    public static LogMeasures Of(
        IReadOnlyList<WeeklyLog> logs, IReadOnlyDictionary<string, AccountTier>? tiers = null, LocalDate? asOf = null)
    {
        Guard.NoNull(logs);
        _ = Guard.Iso(asOf);
        bool IsOver(LocalDate monday) => asOf is not { } day || monday.PlusDays(6) <= day;
        var done = logs.SelectMany(log => log.Done.Select(entry => (Log: log, Entry: entry))).ToArray();
        var visits = done.Where(each => each.Entry.Kind.IsSelling && each.Entry.Result is not null).ToArray();
        var written = done.Select(each => (each.Entry.On, Written: each.Entry.WrittenOn ?? each.Log.WrittenOn))
            .Where(each => each.On is not null && each.Written is not null).ToArray();
        var weeks = logs.GroupBy(log => (log.Person, log.Monday)).ToDictionary(week => week.Key, week => week.ToArray());
        var (planned, kept) = Held(weeks.Where(week => IsOver(week.Key.Monday)).Select(week => (
            week.Value.SelectMany(log => log.Planned), week.Value.SelectMany(log => log.Done))));
        var (promised, promisesKept) = Held(weeks
            .Where(week => week.Key.Monday.PlusDays(7) is var next && IsOver(next) && weeks.ContainsKey((week.Key.Person, next)))
            .Select(week => (
                week.Value.SelectMany(log => log.NextWeek),
                weeks[(week.Key.Person, week.Key.Monday.PlusDays(7))].SelectMany(log => log.Done))));
        var byTier = new double[AccountTier.InOrder.Count];
        foreach (var (_, entry) in done.Where(each => each.Entry.Kind.IsSelling))
        {
            if (entry.Account is { } account && tiers?.TryGetValue(account, out var tier) == true && tier is not null)
                byTier[tier.Value - 1] += entry.Hours ?? 0;
        }

        return new()
        {
            Logs = logs.Count,
            PlanKept = Rate(kept, planned),
            PromisesKept = Rate(promisesKept, promised),
            Effective = Rate(visits.Count(each => each.Entry.Result != LogResult.Nothing), visits.Length),
            WithResult = Rate(visits.Length, done.Count(each => each.Entry.Kind.IsSelling)),
            Late = Rate(written.Count(each => IsLate(each.On!.Value, each.Written!.Value)), written.Length),
            Hours = done.Sum(each => each.Entry.Hours ?? 0),
            SellingHours = done.Where(each => each.Entry.Kind.IsSelling).Sum(each => each.Entry.Hours ?? 0),
            HoursByTier = byTier,
            Roles = ManagerTime.Of([.. logs.SelectMany(log => log.Roles)]),
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Logs, hours and shares by name.</returns>
    public override string ToString() => Invariant($"LogMeasures {{ Logs = {Logs}, Hours = {Hours}, SellingHours = {SellingHours}, ")
        + Invariant($"PlanKept = {PlanKept.Counted}, PromisesKept = {PromisesKept.Counted}, Effective = {Effective.Counted}, ")
        + Invariant($"WithResult = {WithResult.Counted}, Late = {Late.Counted} }}");

    internal static bool IsLate(LocalDate on, LocalDate written) => Period.DaysBetween(on, written) > LateAfterDays;

    private static RateEstimate Rate(int successes, int trials) => new(0, 0, successes, trials);

    // An account that is planned twice is kept twice only where there was twice something to do with it.
    private static (int Planned, int Kept) Held(IEnumerable<(IEnumerable<PlannedVisit> Planned, IEnumerable<LoggedActivity> Done)> weeks)
    {
        var (planned, kept) = (0, 0);
        foreach (var (wanted, done) in weeks)
        {
            var left = done.Where(entry => entry.Account is not null && entry.Kind.IsSelling)
                .GroupBy(entry => entry.Account!.Trim(), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(account => account.Key, account => account.Count(), StringComparer.OrdinalIgnoreCase);
            foreach (var visit in wanted)
            {
                planned++;
                if (left.TryGetValue(visit.Account.Trim(), out var count) && count > 0)
                    (left[visit.Account.Trim()], kept) = (count - 1, kept + 1);
            }
        }

        return (planned, kept);
    }
}
