using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>Something that happened to a complaint.</summary>
/// <remarks>Immutable, with value equality. Made by its four static methods.</remarks>
public sealed record ComplaintEvent
{
    /// <summary>An event from its parts; what JSON reads back.</summary>
    /// <param name="kind">The kind of the event.</param>
    /// <param name="on">The day.</param>
    /// <param name="task">The task that is done or waived; null for the other kinds.</param>
    /// <param name="satisfaction">The satisfaction of the customer; given with, and only with, the completion of <see
    /// cref="ComplaintTask.TrackSatisfaction"/>.</param>
    /// <param name="note">What was said or decided; required as the reason of a waiver or a reopening.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="ArgumentException">A part is missing, or does not go with the kind.</exception>
    [JsonConstructor]
    public ComplaintEvent(ComplaintEventKind kind, LocalDate on, ComplaintTask? task, SatisfactionLevel? satisfaction, string? note)
    {
        Guard.Iso(on);
        ArgumentNullException.ThrowIfNull(kind);
        var needsTask = kind == ComplaintEventKind.Done || kind == ComplaintEventKind.Waived;
        if (needsTask != task is not null)
            throw new ArgumentException(
                $"task is {task?.Name ?? "null"}; it must {(needsTask ? "be given" : "be null")} for {kind}.", nameof(task));
        var needsSatisfaction = kind == ComplaintEventKind.Done && task == ComplaintTask.TrackSatisfaction;
        if (needsSatisfaction != satisfaction is not null)
        {
            throw new ArgumentException(
                $"satisfaction is {satisfaction?.Name ?? "null"}; it must {(needsSatisfaction ? "be given" : "be null")} "
                + $"for {kind}{(task is null ? "" : $" of {task}")}.",
                nameof(satisfaction));
        }

        if ((kind == ComplaintEventKind.Waived || kind == ComplaintEventKind.Reopened) && string.IsNullOrWhiteSpace(note))
            throw new ArgumentException($"note is blank; it must be the reason for {kind}.", nameof(note));
        Kind = kind;
        On = on;
        Task = task;
        Satisfaction = satisfaction;
        Note = note;
    }

    /// <summary>The kind of the event.</summary>
    public ComplaintEventKind Kind { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; }

    /// <summary>The task that is done or waived; null for the other kinds.</summary>
    public ComplaintTask? Task { get; }

    /// <summary>The satisfaction of the customer, once it has been asked; otherwise null.</summary>
    public SatisfactionLevel? Satisfaction { get; }

    /// <summary>A note on what was said or decided.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Note { get; }

    /// <summary>A task is done.</summary>
    /// <param name="task">The task; for <see cref="ComplaintTask.TrackSatisfaction"/>, see <see cref="SatisfactionTracked"/>.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">What was said or found.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="task"/> is null, or requires a satisfaction.</exception>
    public static ComplaintEvent Done(ComplaintTask task, LocalDate on, string? note = null) =>
        new(ComplaintEventKind.Done, on, task, null, note);

    /// <summary>The customer has stated its satisfaction.</summary>
    /// <param name="satisfaction">The satisfaction.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">A note on what was said.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="satisfaction"/> is null.</exception>
    public static ComplaintEvent SatisfactionTracked(SatisfactionLevel satisfaction, LocalDate on, string? note = null) =>
        new(ComplaintEventKind.Done, on, ComplaintTask.TrackSatisfaction, satisfaction, note);

    /// <summary>A task is left out.</summary>
    /// <param name="task">The task.</param>
    /// <param name="on">The day.</param>
    /// <param name="reason">The reason; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="task"/> is null, or <paramref name="reason"/> null or blank.</exception>
    public static ComplaintEvent Waived(ComplaintTask task, LocalDate on, string reason) =>
        new(ComplaintEventKind.Waived, on, task, null, reason);

    /// <summary>The case is closed.</summary>
    /// <param name="on">The day.</param>
    /// <param name="note">A note on what was said.</param>
    /// <returns>The event.</returns>
    public static ComplaintEvent Closed(LocalDate on, string? note = null) => new(ComplaintEventKind.Closed, on, null, null, note);

    /// <summary>The case is reopened.</summary>
    /// <param name="on">The day.</param>
    /// <param name="reason">The reason; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or blank.</exception>
    public static ComplaintEvent Reopened(LocalDate on, string reason) => new(ComplaintEventKind.Reopened, on, null, null, reason);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ComplaintEvent {{ Kind = {Kind}, On = {On:R}, Task = {Task}, Satisfaction = {Satisfaction}, Note = {Note} }}");
}
