using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>An action of an account plan: what, by whom, by when, with what, and how far it is.</summary>
/// <remarks>It has one owner and a date; without them it is not an action. Immutable; equal when every part is.</remarks>
public sealed record PlanAction
{
    /// <summary>The stable identifier; not blank.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init => field = Guard.NotBlank(value); }

    /// <summary>What to do, in a sentence. In JSON a string, or an object with a text for each language.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    [JsonConverter(typeof(PlainTextJsonConverter))]
    [Privacy(Privacy.PersonalNote)]
    public required Text Text { get; init => field = Guard.NotNull(value); }

    /// <summary>The one person who answers for it: a name, or the role where nobody is named yet.</summary>
    /// <exception cref="ArgumentException">It is blank, or names more than one person.</exception>
    [Privacy(Privacy.PersonName)]
    public required string Owner { get; init => field = Person.Checked(value); }

    /// <summary>By when.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate DueOn { get; init => field = Guard.Iso(value, nameof(DueOn)); }

    /// <summary>How far it is.</summary>
    public ActionState State { get; init => field = value ?? new(ActionStatus.Open); } = new(ActionStatus.Open);

    /// <summary>How often it has been edited. An edit names the revision it was made of, and is refused where that is no longer the
    /// current one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [FactRange(0, int.MaxValue, FactUnit.Count)]
    public int Revision { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>The measure it belongs to; null for none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? MeasureId { get; init; }

    /// <summary>What it mainly takes; null where that is not said.</summary>
    public ResourceKind? Resource { get; init; }

    /// <summary>The hours of its owner that it takes; null where they are not estimated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 100_000, FactUnit.Number, UsualMaximum = 400)]
    public double? Hours { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>Its budget; null where it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public decimal? Budget { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>What it has cost so far; null where that is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1e12, FactUnit.Money)]
    public decimal? Spent { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>The money at stake in the finding it answers; null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? AtStake { get; init => field = FactRange<PlanAction>.Checked(value); }

    /// <summary>Which review asked for it; null where a person added it.</summary>
    public ActionOrigin? Origin { get; init; }

    /// <summary>Whether it is not done, and its day has passed.</summary>
    /// <param name="asOf">The day.</param>
    /// <returns>True where it is overdue.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is a date of another calendar than ISO.</exception>
    public bool IsOverdue(LocalDate asOf)
    {
        Guard.Iso(asOf);
        return !State.HasEnded && DueOn < asOf;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Id, owner, date and state.</returns>
    public override string ToString() => Invariant(
        $"PlanAction {{ Id = {Id}, Owner = {Owner}, DueOn = {DueOn:R}, State = {State}, Revision = {Revision} }}");
}
