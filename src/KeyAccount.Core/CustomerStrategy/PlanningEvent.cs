using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>Something that happened to the plan of a relationship.</summary>
/// <remarks>Immutable, with value equality. Made by its static methods.</remarks>
public sealed record PlanningEvent
{
    /// <summary>An event from its parts; what JSON reads back.</summary>
    /// <param name="kind">The kind of the event.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">The note: the case, the result of a review, the reason; not blank.</param>
    /// <param name="referenceCase">The kind of reference case; given with, and only with,
    /// <see cref="PlanningEventKind.CaseAttached"/>.</param>
    /// <param name="areas">The areas of the customer's strategy that are decoded; null or empty for every kind but
    /// <see cref="PlanningEventKind.PrepCompleted"/>. Repeated ones count once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> or an area is null.</exception>
    /// <exception cref="ArgumentException">A part is missing, or does not go with the kind.</exception>
    [JsonConstructor]
    public PlanningEvent(
        PlanningEventKind kind, LocalDate on, string note, ReferenceCase? referenceCase, IReadOnlyList<CustomerStrategyArea>? areas)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Guard.Iso(on);
        if (kind == PlanningEventKind.CaseAttached != referenceCase is not null)
        {
            throw new ArgumentException(
                $"referenceCase is {referenceCase?.Name ?? "null"}; it must "
                + $"{(kind == PlanningEventKind.CaseAttached ? "be given" : "be null")} for {kind}.",
                nameof(referenceCase));
        }

        if (kind != PlanningEventKind.PrepCompleted && areas is { Count: > 0 })
            throw new ArgumentException($"areas has {areas.Count} entries; it must be empty for {kind}.", nameof(areas));
        if (string.IsNullOrWhiteSpace(note))
            throw new ArgumentException($"note is blank; {kind} needs a note.", nameof(note));
        (Kind, On, Note, ReferenceCase) = (kind, on, note, referenceCase);
        Areas = ValueList.Of(ValueList.Of(areas ?? [], nameof(areas)).Distinct().OrderBy(area => area.Value));
    }

    /// <summary>The kind of the event.</summary>
    public PlanningEventKind Kind { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; }

    /// <summary>The note.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string Note { get; }

    /// <summary>The kind of reference case; null for the other kinds.</summary>
    public ReferenceCase? ReferenceCase { get; }

    /// <summary>The areas of the customer's strategy that are decoded, in order; empty for every kind but
    /// <see cref="PlanningEventKind.PrepCompleted"/>.</summary>
    public IReadOnlyList<CustomerStrategyArea> Areas { get; }

    /// <summary>A reference case is attached.</summary>
    /// <param name="referenceCase">Whose case, and how it ended.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">What it teaches; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="referenceCase"/> is null, or <paramref name="note"/> null or
    /// blank.</exception>
    public static PlanningEvent CaseAttached(ReferenceCase referenceCase, LocalDate on, string note) =>
        new(PlanningEventKind.CaseAttached, on, note, referenceCase, null);

    /// <summary>The customer is understood.</summary>
    /// <param name="on">The day.</param>
    /// <param name="areas">The areas of its strategy that are decoded.</param>
    /// <param name="note">What it comes to; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="note"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException">An area is null.</exception>
    public static PlanningEvent PrepCompleted(LocalDate on, IReadOnlyList<CustomerStrategyArea> areas, string note) =>
        new(PlanningEventKind.PrepCompleted, on, note, null, areas);

    /// <summary>The plan is adopted.</summary>
    /// <param name="on">The day.</param>
    /// <param name="note">What it aims at; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="note"/> is null or blank.</exception>
    public static PlanningEvent Adopted(LocalDate on, string note) => new(PlanningEventKind.Adopted, on, note, null, null);

    /// <summary>The plan was reviewed and stays.</summary>
    /// <param name="on">The day.</param>
    /// <param name="note">Why; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="note"/> is null or blank.</exception>
    public static PlanningEvent Reviewed(LocalDate on, string note) => new(PlanningEventKind.Reviewed, on, note, null, null);

    /// <summary>The plan was reviewed and changed.</summary>
    /// <param name="on">The day.</param>
    /// <param name="note">What has changed; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="note"/> is null or blank.</exception>
    public static PlanningEvent Adjusted(LocalDate on, string note) => new(PlanningEventKind.Adjusted, on, note, null, null);

    /// <summary>Planning begins again.</summary>
    /// <param name="on">The day.</param>
    /// <param name="reason">The reason; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or blank.</exception>
    public static PlanningEvent Restarted(LocalDate on, string reason) => new(PlanningEventKind.Restarted, on, reason, null, null);

    /// <summary>Planning ends.</summary>
    /// <param name="on">The day.</param>
    /// <param name="reason">The reason; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or blank.</exception>
    public static PlanningEvent Closed(LocalDate on, string reason) => new(PlanningEventKind.Closed, on, reason, null, null);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PlanningEvent {{ Kind = {Kind}, On = {On:R}, ReferenceCase = {ReferenceCase}, ")
        + Invariant($"Areas = {Areas.Count}, Note = {Note} }}");
}
