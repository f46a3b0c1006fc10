using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>An event of an account plan.</summary>
/// <remarks>Immutable, with value equality. Made by its five static methods.</remarks>
public sealed record PlanEvent
{
    /// <summary>An event from its parts; what JSON reads back.</summary>
    /// <param name="kind">The kind of the event.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">What was said or decided; needed for <see cref="PlanEventKind.Decided"/> and
    /// <see cref="PlanEventKind.Closed"/>.</param>
    /// <param name="version">The version that is agreed; given with, and only with, <see cref="PlanEventKind.Agreed"/>.</param>
    /// <param name="figures">The figures of the check, each objective once; only with <see cref="PlanEventKind.Checked"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> or a figure is null.</exception>
    /// <exception cref="ArgumentException">A part is missing, or does not go with the kind.</exception>
    [JsonConstructor]
    public PlanEvent(
        PlanEventKind kind, LocalDate on, string? note = null, PlanVersion? version = null, IReadOnlyList<PlanFigure>? figures = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Guard.Iso(on);
        if ((kind == PlanEventKind.Agreed) != version is not null)
        {
            throw new ArgumentException(
                $"version is {(version is null ? "null" : "given")}; it must {(version is null ? "be given" : "be null")} for {kind}.",
                nameof(version));
        }

        if (kind != PlanEventKind.Checked && figures is { Count: > 0 })
            throw new ArgumentException($"figures are given; they must be left out for {kind}.", nameof(figures));
        if ((kind == PlanEventKind.Decided || kind == PlanEventKind.Closed) && string.IsNullOrWhiteSpace(note))
            throw new ArgumentException($"note is blank; {kind} needs what was decided and why.", nameof(note));
        var all = ValueList.Of(figures ?? [], nameof(figures));
        if (all.GroupBy(each => each.ObjectiveId, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"figures has '{twice.Key}' more than once; each objective must occur once.", nameof(figures));
        (Kind, On, Note, Version, Figures) = (kind, on, note, version, all);
    }

    /// <summary>The kind of the event.</summary>
    public PlanEventKind Kind { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; }

    /// <summary>A note on what was said or decided.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Note { get; }

    /// <summary>The version that is agreed; null for the other kinds.</summary>
    public PlanVersion? Version { get; }

    /// <summary>The figures of the check; empty for the other kinds.</summary>
    public IReadOnlyList<PlanFigure> Figures { get; }

    /// <summary>A version of the plan is agreed.</summary>
    /// <param name="version">The version that is agreed.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">A note on what was said.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null.</exception>
    public static PlanEvent Agreed(PlanVersion version, LocalDate on, string? note = null) =>
        new(PlanEventKind.Agreed, on, note, version);

    /// <summary>The figures are taken.</summary>
    /// <param name="figures">The metric of each objective.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">A note on what was said.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">An objective has two figures.</exception>
    public static PlanEvent Checked(IReadOnlyList<PlanFigure> figures, LocalDate on, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new(PlanEventKind.Checked, on, note, figures: figures);
    }

    /// <summary>The consequences of the figures are decided.</summary>
    /// <param name="note">The decision and its reason; not blank.</param>
    /// <param name="on">The day.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="note"/> is null or blank.</exception>
    public static PlanEvent Decided(string note, LocalDate on) => new(PlanEventKind.Decided, on, note);

    /// <summary>The next version is planned.</summary>
    /// <param name="on">The day.</param>
    /// <param name="note">A note on what was said.</param>
    /// <returns>The event.</returns>
    public static PlanEvent Renewed(LocalDate on, string? note = null) => new(PlanEventKind.Renewed, on, note);

    /// <summary>The plan is closed.</summary>
    /// <param name="note">Why; not blank.</param>
    /// <param name="on">The day.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="note"/> is null or blank.</exception>
    public static PlanEvent Closed(string note, LocalDate on) => new(PlanEventKind.Closed, on, note);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"PlanEvent {{ Kind = {Kind}, On = {On:R}, Note = {Note}, Version = {Version}, Figures = {Figures.Count} }}");
}
