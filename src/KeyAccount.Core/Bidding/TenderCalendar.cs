using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The days of a tender, against the duties of its regime.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TenderCalendar
{
    // What cannot be before what.
    private static readonly TenderDate[] Sequence =
    [
        TenderDate.FileIssued, TenderDate.Deadline, TenderDate.Opening, TenderDate.EvaluationReport, TenderDate.PublicityBegins,
        TenderDate.PublicityEnds, TenderDate.Notice, TenderDate.Contract,
    ];

    /// <summary>The calendar of a tender.</summary>
    /// <param name="regime">The rules it follows.</param>
    /// <param name="days">The days that are known, each once.</param>
    /// <param name="isMandatory">Whether the project must be tendered by law.</param>
    /// <exception cref="ArgumentNullException">An argument or a day is null.</exception>
    /// <exception cref="ArgumentException">A day is there twice, or before one that it follows.</exception>
    public TenderCalendar(TenderRegime regime, IReadOnlyList<TenderDay> days, bool isMandatory = true)
    {
        ArgumentNullException.ThrowIfNull(regime);
        var known = ValueList.Of(days);
        if (known.GroupBy(day => day.Date).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"days has {twice.Key} {twice.Count()} times; each day of a tender is stated once.", nameof(days));
        var inOrder = Sequence.Select(date => known.FirstOrDefault(day => day.Date == date)).OfType<TenderDay>().ToArray();
        for (var i = 1; i < inOrder.Length; i++)
        {
            var (before, after) = (inOrder[i - 1], inOrder[i]);
            if (after.On < before.On)
            {
                throw new ArgumentException(
                    $"days has {after.Date} on {Day(after.On)}, before {before.Date} on {Day(before.On)}; correct one of the two.",
                    nameof(days));
            }
        }

        (Regime, Days, IsMandatory) = (regime, known, isMandatory);
    }

    /// <summary>The rules it follows.</summary>
    public TenderRegime Regime { get; }

    /// <summary>The days that are known.</summary>
    public IReadOnlyList<TenderDay> Days { get; }

    /// <summary>Whether the project must be tendered by law.</summary>
    public bool IsMandatory { get; }

    /// <summary>The day of something.</summary>
    /// <param name="date">What happens.</param>
    /// <returns>The day; null where it is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="date"/> is null.</exception>
    public LocalDate? On(TenderDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return Days.FirstOrDefault(day => day.Date == date)?.On;
    }

    /// <summary>How each duty stands.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="duties">The duties; null for those of the regime.</param>
    /// <param name="isWorkingDay">Which days are working days; null for Monday to Friday. Public holidays need a calendar of yours.</param>
    /// <returns>The duties in their order. A duty that binds only mandatory projects is left out where the project is none.</returns>
    /// <exception cref="ArgumentException">A duty is null, the day is of another calendar than ISO, or ten years have fewer working days
    /// than a duty asks for.</exception>
    public IReadOnlyList<DutyCheck> Check(
        LocalDate asOf, IReadOnlyList<TenderDuty>? duties = null, Func<LocalDate, bool>? isWorkingDay = null)
    {
        Guard.Iso(asOf);
        var rules = duties ?? TenderDuties.Of(Regime);
        Guard.NoNull(rules);
        var works = isWorkingDay ?? (day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));
        return ValueList.Of(rules.Where(duty => IsMandatory || !duty.IsForMandatoryOnly).Select(duty =>
        {
            var on = On(duty.To);
            if (On(duty.From) is not { } from)
                return new DutyCheck { Duty = duty, On = on };
            var limit = duty.IsInWorkingDays ? PlusWorkingDays(from, duty.Days, works) : from.PlusDays(duty.Days);
            var state = on is { } day ? (duty.IsAtLeast ? day >= limit : day <= limit) ? DutyState.Kept : DutyState.Broken
                : !duty.IsAtLeast && asOf > limit ? DutyState.Overdue
                : DutyState.Due;
            return new() { Duty = duty, Limit = limit, On = on, State = state };
        }));
    }

    private static LocalDate PlusWorkingDays(LocalDate from, int days, Func<LocalDate, bool> isWorkingDay)
    {
        var day = from;
        for (var left = days; left > 0;)
        {
            day = day.PlusDays(1);
            if (isWorkingDay(day))
                left--;
            if (Period.DaysBetween(from, day) > 3_660 + (2 * days))
                throw new ArgumentException("isWorkingDay finds no working day for ten years; check it.", nameof(isWorkingDay));
        }

        return day;
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"TenderCalendar {{ Regime = {Regime}, Days = {Days}, IsMandatory = {IsMandatory} }}");
}
