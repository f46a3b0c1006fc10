using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The days of a tender, checked against its duties.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TenderCalendar
{
    // What cannot be before what.
    private static readonly TenderDate[] Sequence =
    [
        TenderDate.FileIssued, TenderDate.Deadline, TenderDate.Opening, TenderDate.EvaluationReport, TenderDate.PublicityBegins,
        TenderDate.PublicityEnds, TenderDate.Notice, TenderDate.Contract,
    ];

    // What no tender of ours lies outside of; arithmetic of days never leaves the calendar then.
    private static readonly LocalDate Earliest = new(1900, 1, 1);
    private static readonly LocalDate Latest = new(2999, 12, 31);

    /// <summary>Creates the calendar of a tender.</summary>
    /// <param name="regime">The rules that the tender follows; null if they are not known.</param>
    /// <param name="days">The known days, each once.</param>
    /// <param name="isMandatory">Whether the project must be tendered by law.</param>
    /// <param name="duties">The duties, which replace those of the regime; null to use those of the regime, of which there are none if the
    /// regime is not known.</param>
    /// <param name="working">The working days; null for Monday to Friday.</param>
    /// <exception cref="ArgumentNullException">A day or a duty is null.</exception>
    /// <exception cref="ArgumentException">A day is duplicated, lies before one that it follows, or is not from 1900 to 2999; or a duty is
    /// duplicated or counts from a day to that same day. The name of the parameter says which one.</exception>
    public TenderCalendar(
        TenderRegime? regime, IReadOnlyList<TenderDay> days, bool isMandatory = true, IReadOnlyList<TenderDuty>? duties = null,
        WorkingCalendar? working = null)
    {
        var known = ValueList.Of(days);
        CheckDays(known);
        Duties = ValueList.Of(duties ?? (regime is null ? [] : TenderDuties.Of(regime)), nameof(duties));
        CheckDuties(Duties);
        (Regime, Days, IsMandatory, Working) = (regime, known, isMandatory, working ?? WorkingCalendar.MondayToFriday);
        HasOwnDuties = regime is null ? Duties.Count > 0 : !Duties.SequenceEqual(TenderDuties.Of(regime));
    }

    /// <summary>The rules that the tender follows; null if they are not known.</summary>
    public TenderRegime? Regime { get; }

    /// <summary>The known days.</summary>
    public IReadOnlyList<TenderDay> Days { get; }

    /// <summary>Whether the project must be tendered by law.</summary>
    public bool IsMandatory { get; }

    /// <summary>The duties: those of the regime, or those that replace them.</summary>
    public IReadOnlyList<TenderDuty> Duties { get; }

    /// <summary>The working days.</summary>
    public WorkingCalendar Working { get; }

    /// <summary>Whether the duties are not those of the regime.</summary>
    [JsonIgnore]
    public bool HasOwnDuties { get; }

    /// <summary>Looks up the day of an event of the tender.</summary>
    /// <param name="date">The event.</param>
    /// <returns>The day; null if it is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="date"/> is null.</exception>
    public LocalDate? On(TenderDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return Days.FirstOrDefault(day => day.Date == date)?.On;
    }

    /// <summary>Checks every duty.</summary>
    /// <param name="asOf">The day.</param>
    /// <returns>The duties in their order, each with its state. A duty that binds only mandatory projects is left out if the project is not
    /// mandatory.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar, or ten years have fewer working days than a duty
    /// requires.</exception>
    public IReadOnlyList<DutyCheck> Check(LocalDate asOf)
    {
        Guard.Iso(asOf);
        return ValueList.Of(Duties.Where(duty => IsMandatory || !duty.IsForMandatoryOnly).Select(duty =>
        {
            var (from, on) = (On(duty.From), On(duty.To));
            if (from is null)
            {
                var latest = duty.IsAtLeast && on is { } fixedDay ? Plus(duty, fixedDay, -duty.Days) : (LocalDate?)null;
                return new DutyCheck
                {
                    Duty = duty, LatestFrom = latest, On = on, State = asOf <= latest ? DutyState.Due : DutyState.Unknown,
                };
            }

            var limit = Plus(duty, from.Value, duty.Days);
            var state = on is { } day ? (duty.IsAtLeast ? day >= limit : day <= limit) ? DutyState.Kept : DutyState.Broken
                : !duty.IsAtLeast && asOf > limit ? DutyState.Overdue
                : DutyState.Due;
            return new() { Duty = duty, Limit = limit, On = on, State = state };
        }));
    }

    /// <summary>Lists what we have to do, and by which day (<see cref="TenderDate.IsOurs"/>), from a day on.</summary>
    /// <param name="asOf">The day.</param>
    /// <returns>The deadline, and the last day of each of our duties that is not done, soonest first. Days that have passed are left
    /// out.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar, or ten years have fewer working days than a duty
    /// requires.</exception>
    public IReadOnlyList<TenderDay> Ahead(LocalDate asOf)
    {
        var days = Days.Where(day => day.Date.IsOurs).ToList();
        foreach (var check in Check(asOf).Where(check => check.State == DutyState.Due))
        {
            if (check is { LatestFrom: { } latest, Duty.From.IsOurs: true })
                days.Add(new(check.Duty.From, latest));
            else if (check is { Limit: { } limit, On: null, Duty: { IsAtLeast: false, To.IsOurs: true } })
                days.Add(new(check.Duty.To, limit));
        }

        return ValueList.Of(
            days.Where(day => day.On >= asOf).OrderBy(day => day.On).ThenBy(day => day.Date.Value).DistinctBy(day => day.Date));
    }

    private LocalDate Plus(TenderDuty duty, LocalDate from, int days) =>
        duty.IsInWorkingDays ? Working.Plus(from, days) : from.PlusDays(days);

    private static void CheckDays(IReadOnlyList<TenderDay> days)
    {
        var places = new Dictionary<TenderDate, int>();
        for (var i = 0; i < days.Count; i++)
        {
            var place = Invariant($"days[{i}]");
            if (!places.TryAdd(days[i].Date, i))
                throw new ArgumentException($"{days[i].Date} is duplicated; each day of a tender is stated once.", place);
            if (days[i].On < Earliest || days[i].On > Latest)
                throw new ArgumentException($"it is {Day(days[i].On)}; it must be from {Day(Earliest)} to {Day(Latest)}.", place);
        }

        var inOrder = Sequence.Select(date => days.FirstOrDefault(day => day.Date == date)).OfType<TenderDay>().ToArray();
        for (var i = 1; i < inOrder.Length; i++)
        {
            var (before, after) = (inOrder[i - 1], inOrder[i]);
            if (after.On < before.On)
            {
                throw new ArgumentException(
                    $"{after.Date} is on {Day(after.On)}, before {before.Date} on {Day(before.On)}; correct one of the two.",
                    Invariant($"days[{places[after.Date]}]"));
            }
        }
    }

    private static void CheckDuties(IReadOnlyList<TenderDuty> duties)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < duties.Count; i++)
        {
            var place = Invariant($"duties[{i}]");
            if (!keys.Add(duties[i].Key))
                throw new ArgumentException($"the key '{duties[i].Key}' is duplicated; keys are unique.", place);
            if (duties[i].From == duties[i].To)
                throw new ArgumentException($"it counts from {duties[i].From} to itself; name two days.", place);
        }
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"TenderCalendar {{ Regime = {Regime}, Days = {Days}, IsMandatory = {IsMandatory}, ")
        + Invariant($"Duties = {Duties.Count}, Working = {Working} }}");
}
