using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The calendar of working days: Monday to Friday without public holidays, plus the days off that are worked instead.</summary>
/// <remarks>Public holidays change every year, so the user supplies them. Immutable; two calendars are equal if both lists are.</remarks>
public sealed record WorkingCalendar
{
    /// <summary>Creates a calendar.</summary>
    /// <param name="holidays">The public holidays; null for none. A holiday on a weekend has no effect.</param>
    /// <param name="workingDays">The days off that are worked instead (调休); null for none.</param>
    /// <exception cref="ArgumentException">A day is duplicated, appears in both lists, or is not in the ISO calendar.</exception>
    public WorkingCalendar(IReadOnlyList<LocalDate>? holidays = null, IReadOnlyList<LocalDate>? workingDays = null)
    {
        (Holidays, WorkingDays) = (ValueList.Of(holidays ?? []), ValueList.Of(workingDays ?? []));
        var seen = new HashSet<LocalDate>();
        Check(Holidays, nameof(holidays), seen, "is duplicated; state it once");
        Check(WorkingDays, nameof(workingDays), seen, "is already among the holidays or the working days; state it once");

        static void Check(IReadOnlyList<LocalDate> days, string list, HashSet<LocalDate> seen, string fault)
        {
            for (var i = 0; i < days.Count; i++)
            {
                Guard.Iso(days[i], Invariant($"{list}[{i}]"));
                if (!seen.Add(days[i]))
                    throw new ArgumentException($"{LocalDatePattern.Iso.Format(days[i])} {fault}.", Invariant($"{list}[{i}]"));
            }
        }
    }

    /// <summary>Monday to Friday, without any public holiday.</summary>
    public static WorkingCalendar MondayToFriday { get; } = new();

    /// <summary>The public holidays.</summary>
    [JsonConverter(typeof(LocalDateListJsonConverter))]
    public IReadOnlyList<LocalDate> Holidays { get; }

    /// <summary>The days off that are worked instead.</summary>
    [JsonConverter(typeof(LocalDateListJsonConverter))]
    public IReadOnlyList<LocalDate> WorkingDays { get; }

    /// <summary>Whether a day is a working day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether the day is worked instead, or is a Monday to Friday and not a public holiday.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public bool IsWorkingDay(LocalDate day)
    {
        Guard.Iso(day);
        return WorkingDays.Contains(day)
            || (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !Holidays.Contains(day));
    }

    /// <summary>Finds the day that is a number of working days after a day, or before it.</summary>
    /// <param name="from">The day, which is not counted itself.</param>
    /// <param name="days">The number of working days; negative to count backwards.</param>
    /// <returns>The day; <paramref name="from"/> if the number is 0.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar, or ten years hold fewer working days.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is outside ±3,650, or the calendar ends before.</exception>
    public LocalDate Plus(LocalDate from, int days)
    {
        Guard.Iso(from);
        Guard.Between(days, -TenderDuty.MostDays, TenderDuty.MostDays);
        var (holidays, workingDays) = (Holidays.ToHashSet(), WorkingDays.ToHashSet());
        var (step, day) = (Math.Sign(days), from);
        for (var left = Math.Abs(days); left > 0;)
        {
            if (day == LocalDate.MaxIsoValue || day == LocalDate.MinIsoValue)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(from), from, "It must leave room for the working days before the calendar begins or ends.");
            }

            day = day.PlusDays(step);
            if (workingDays.Contains(day)
                || (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !holidays.Contains(day)))
            {
                left--;
            }


            if (Math.Abs(Period.DaysBetween(from, day)) > TenderDuty.MostDays + (2 * Math.Abs(days)))
            {
                throw new ArgumentException(
                    "holidays leave too few working days for ten years; correct the list.", nameof(days));
            }
        }

        return day;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of days in each list.</returns>
    public override string ToString() =>
        Invariant($"WorkingCalendar {{ Holidays = {Holidays.Count}, WorkingDays = {WorkingDays.Count} }}");
}
