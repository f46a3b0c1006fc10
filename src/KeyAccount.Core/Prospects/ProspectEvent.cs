using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>Something that happened to a prospect.</summary>
/// <remarks>Immutable, with value equality. Made by its static methods.</remarks>
public sealed record ProspectEvent
{
    /// <summary>An event from its parts; what JSON reads back.</summary>
    /// <param name="kind">The kind of the event.</param>
    /// <param name="on">The day.</param>
    /// <param name="action">The key action; given with, and only with, <see cref="ProspectEventKind.Done"/> and
    /// <see cref="ProspectEventKind.Waived"/>.</param>
    /// <param name="note">The evidence for what is done, or the reason why it is waived, dropped or reopened; not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="ArgumentException">A part is missing, or does not go with the kind.</exception>
    [JsonConstructor]
    public ProspectEvent(ProspectEventKind kind, LocalDate on, KeyAction? action, string note)
    {
        Guard.Iso(on);
        ArgumentNullException.ThrowIfNull(kind);
        var needsAction = kind == ProspectEventKind.Done || kind == ProspectEventKind.Waived;
        if (needsAction != action is not null)
        {
            throw new ArgumentException(
                $"action is {action?.Name ?? "null"}; it must {(needsAction ? "be given" : "be null")} for {kind}.", nameof(action));
        }

        if (string.IsNullOrWhiteSpace(note))
        {
            throw new ArgumentException(
                $"note is blank; it must be the {(kind == ProspectEventKind.Done ? "evidence" : "reason")} for {kind}"
                + $"{(action is null ? "" : $" of {action}")}.",
                nameof(note));
        }

        (Kind, On, Action, Note) = (kind, on, action, note);
    }

    /// <summary>The kind of the event.</summary>
    public ProspectEventKind Kind { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; }

    /// <summary>The key action that is done or waived; null for the other kinds.</summary>
    public KeyAction? Action { get; }

    /// <summary>The evidence for what is done, or the reason.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string Note { get; }

    /// <summary>A key action is done.</summary>
    /// <param name="action">The action.</param>
    /// <param name="on">The day.</param>
    /// <param name="evidence">The evidence; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="action"/> is null, or <paramref name="evidence"/> null or blank.</exception>
    public static ProspectEvent Done(KeyAction action, LocalDate on, string evidence) =>
        new(ProspectEventKind.Done, on, action, evidence);

    /// <summary>A key action is left out.</summary>
    /// <param name="action">The action.</param>
    /// <param name="on">The day.</param>
    /// <param name="reason">The reason; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="action"/> is null, or <paramref name="reason"/> null or blank.</exception>
    public static ProspectEvent Waived(KeyAction action, LocalDate on, string reason) =>
        new(ProspectEventKind.Waived, on, action, reason);

    /// <summary>The prospect is given up.</summary>
    /// <param name="on">The day.</param>
    /// <param name="reason">The reason; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or blank.</exception>
    public static ProspectEvent Dropped(LocalDate on, string reason) => new(ProspectEventKind.Dropped, on, null, reason);

    /// <summary>A prospect that was given up is taken up again.</summary>
    /// <param name="on">The day.</param>
    /// <param name="reason">The reason; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or blank.</exception>
    public static ProspectEvent Reopened(LocalDate on, string reason) => new(ProspectEventKind.Reopened, on, null, reason);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ProspectEvent {{ Kind = {Kind}, On = {On:R}, Action = {Action}, Note = {Note} }}");
}
