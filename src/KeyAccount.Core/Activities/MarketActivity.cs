using System.Text.Json.Serialization;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>A market activity, planned or past, as far as it concerns one account.</summary>
/// <remarks>
/// <para>The tasks and their days stand in <see cref="ActivityTask"/>; which are done stands here. What moved after it follows from the
/// history of the deals, and is not stated here.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record MarketActivity
{
    /// <summary>The id of the activity in the account; unique there, and not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init; }

    /// <summary>The name; null or blank if the id serves as the name.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Name { get; init; }

    /// <summary>The kind of the activity; null for goodwill, or if not stated.</summary>
    public ActivityType? Type { get; init; }

    /// <summary>The way in which it builds goodwill between the organisations; null for a market activity.</summary>
    public GoodwillActivity? Goodwill { get; init; }

    /// <summary>The purpose; null if not stated.</summary>
    public ActivityPurpose? Purpose { get; init; }

    /// <summary>How many of the customer's people the activity reaches; null if not stated.</summary>
    public ActivityReach? Reach { get; init; }

    /// <summary>The day, or the first of several days.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The cost of the part that concerns this account, item by item.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<BudgetItem> Budget { get; init => field = ValueList.Of(value ?? []); } = ValueList<BudgetItem>.Empty;

    /// <summary>The people of the account who were invited, each once.</summary>
    /// <exception cref="ArgumentException">A guest is null.</exception>
    public IReadOnlyList<ActivityGuest> Guests { get; init => field = ValueList.Of(value ?? []); } = ValueList<ActivityGuest>.Empty;

    /// <summary>The number of leads; 0 … 10⁶. Null if nobody has counted them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e6, FactUnit.Count)]
    public int? Leads { get; init => field = FactRange<MarketActivity>.Checked(value); }

    /// <summary>The value of the gift to each guest; 0 … 10⁹. Null if there are no gifts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1e9, FactUnit.Money)]
    public decimal? GiftPerHead { get; init => field = FactRange<MarketActivity>.Checked(value); }

    /// <summary>The tasks that are done, each once.</summary>
    /// <exception cref="ArgumentException">A task is null.</exception>
    public IReadOnlyList<ActivityTask> Done { get; init => field = ValueList.Of(value ?? []); } = ValueList<ActivityTask>.Empty;

    /// <summary>The rule of <c>oke.activities</c> whose suggestion the activity carries out; null if there is none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? SuggestedBy { get; init; }

    [JsonIgnore]
    internal string Called => string.IsNullOrWhiteSpace(Name) ? Id : Name;

    /// <summary>The total cost; null if no cost is known.</summary>
    [JsonIgnore]
    public decimal? Cost => Budget.Count == 0 ? null : Budget.Sum(item => item.Amount);

    /// <summary>The open tasks, scheduled backwards and forwards from the day.</summary>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <returns>Each task that is not done, by its day, with whether it is overdue.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is not in the ISO calendar.</exception>
    /// <exception cref="OverflowException">A day leaves the calendar.</exception>
    public IReadOnlyList<CaseStep> NextSteps(LocalDate asOf)
    {
        Guard.Iso(asOf);
        return
        [
            .. ActivityTask.InOrder.Where(task => !Done.Contains(task)).OrderBy(task => task.Days).ThenBy(task => task.Value)
                .Select(task => (task, Due: Date.PlusDays(task.Days)))
                .Select(each => new CaseStep(
                    each.task.Name, TextTable.Library[$"Activities.ActivityTask.{each.task.Name}"], each.Due, each.Due < asOf)),
        ];
    }

    /// <summary>The faults of the activity on a day: a duplicate guest or task, or guests who attended a future activity.</summary>
    /// <param name="asOf">The reference date.</param>
    /// <returns>Each fault with its place and the value; empty if nothing is wrong.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is not in the ISO calendar.</exception>
    public IReadOnlyList<string> Faults(LocalDate asOf)
    {
        Guard.Iso(asOf);
        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Guests.Count; i++)
        {
            if (!seen.Add(Guests[i].Contact))
                faults.Add(Invariant($"guests[{i}].contact is {Guests[i].Contact}, which is duplicated; each guest is listed once"));
            if (Guests[i].Attended is { } came && Date > asOf)
            {
                faults.Add(Invariant(
                    $"guests[{i}].attended is {(came ? "true" : "false")}; it must be left out before the activity, which is on {Date:R}"));
            }
        }

        for (var i = 0; i < Done.Count; i++)
        {
            if (Done.Take(i).Contains(Done[i]))
                faults.Add(Invariant($"done[{i}] is {Done[i]}, which is duplicated; each task is listed once"));
        }

        return faults;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>What it is and when.</returns>
    public override string ToString() => Invariant(
        $"MarketActivity {{ Id = {Id}, Name = {Name}, Type = {Type}, Purpose = {Purpose}, Date = {Date:R}, Guests = {Guests.Count} }}");
}
