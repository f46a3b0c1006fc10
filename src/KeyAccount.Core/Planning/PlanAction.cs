using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>An action of an account plan: what is done, by whom, by when, with which resources, and its state.</summary>
/// <remarks>It has one owner and a date; without them it is not an action. Immutable, with value equality.</remarks>
public sealed record PlanAction
{
    /// <summary>The stable identifier; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>What to do, in a sentence. In JSON a string, or an object with a text for each language.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    [JsonConverter(typeof(PlainTextJsonConverter))]
    [Privacy(Privacy.PersonalNote)]
    public required Text Text { get; init => field = Guard.NotNull(value); }

    /// <summary>The person who is responsible: a name, or the role if nobody is named yet.</summary>
    /// <exception cref="ArgumentException">The value is blank, or names more than one person.</exception>
    [Privacy(Privacy.PersonName)]
    public required string Owner { get; init => field = Person.Checked(value); }

    /// <summary>The due date.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate DueOn { get; init => field = Guard.Iso(value, nameof(DueOn)); }

    /// <summary>The state.</summary>
    public ActionState State { get; init => field = value ?? new(ActionStatus.Open); } = new(ActionStatus.Open);

    /// <summary>The number of edits. An edit names the revision on which it is based, and is refused if that is no longer the current
    /// one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(0, int.MaxValue, FactUnit.Count)]
    public int Revision { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>The measure to which the action belongs; null for none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? MeasureId { get; init; }

    /// <summary>The main kind of resource; null if not stated.</summary>
    public ResourceKind? Resource { get; init; }

    /// <summary>The hours of its owner that the action takes; null if they are not estimated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 100_000, FactUnit.Number, UsualMaximum = 400)]
    public double? Hours { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>The budget; null if it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public decimal? Budget { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>The cost so far; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public decimal? Spent { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>The money at stake in the finding that the action answers; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? AtStake { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>The review that asked for the action; null if a person added it.</summary>
    public ActionOrigin? Origin { get; init; }

    /// <summary>Whether the action is overdue: it is not done, and its date has passed.</summary>
    /// <param name="asOf">The day.</param>
    /// <returns>True if it is overdue.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is not in the ISO calendar.</exception>
    public bool IsOverdue(LocalDate asOf)
    {
        Guard.Iso(asOf);
        return !State.HasEnded && DueOn < asOf;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, owner, date and state.</returns>
    public override string ToString() => Invariant(
        $"PlanAction {{ Id = {Id}, Owner = {Owner}, DueOn = {DueOn:R}, State = {State}, Revision = {Revision} }}");
}
