using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The log of a person's week (周工作日志): what was planned, what was done, and what is promised for the next week.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 asks for the log; its parts are a <c>LibraryDefault</c>. Immutable; equal when every part is.</remarks>
public sealed record WeeklyLog
{
    /// <summary>The person whose week it was; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.PersonName)]
    public required string Person { get; init => field = Guard.NotBlank(value); }

    /// <summary>A day of the week, such as its Monday.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar, or its week does not fit into that calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Week
    {
        get;
        init
        {
            Guard.Iso(value, nameof(Week));
            field = value.Year is > 1 and < 9999 ? value : throw new ArgumentException(
                Invariant($"Week is {value:R}; it must be a day of the years 2 to 9998."), nameof(Week));
        }
    }

    /// <summary>The Monday of the week.</summary>
    [JsonIgnore]
    public LocalDate Monday => Week.PlusDays(1 - (int)Week.DayOfWeek);

    /// <summary>The day on which the log was written; null if it is not known.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? WrittenOn { get; init => field = Guard.Iso(value, nameof(WrittenOn)); }

    /// <summary>The plans for the week.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PlannedVisit> Planned { get; init => field = ValueList.Of(value ?? [], nameof(Planned)); } =
        ValueList<PlannedVisit>.Empty;

    /// <summary>The activities of the week.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<LoggedActivity> Done { get; init => field = ValueList.Of(value ?? [], nameof(Done)); } =
        ValueList<LoggedActivity>.Empty;

    /// <summary>The promises for the next week.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PlannedVisit> NextWeek { get; init => field = ValueList.Of(value ?? [], nameof(NextWeek)); } =
        ValueList<PlannedVisit>.Empty;

    /// <summary>A manager's hours by role; empty for others.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<RoleHours> Roles { get; init => field = ValueList.Of(value ?? [], nameof(Roles)); } = ValueList<RoleHours>.Empty;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The person, the Monday, and the numbers of plans and activities.</returns>
    public override string ToString() => Invariant($"WeeklyLog {{ Person = {Person}, Week = {Week:R}, Planned = {Planned.Count}, ")
        + Invariant($"Done = {Done.Count} }}");
}
