using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>Something that happened to a win-back case.</summary>
/// <remarks>Immutable, with value equality. Made by its static methods.</remarks>
public sealed record WinbackEvent
{
    /// <summary>An event from its parts; what JSON reads back.</summary>
    /// <param name="kind">The kind of the event.</param>
    /// <param name="on">The day.</param>
    /// <param name="cause">The cause; given with, and only with, <see cref="WinbackEventKind.CauseFound"/>.</param>
    /// <param name="strategy">The strategy; given with, and only with, <see cref="WinbackEventKind.StrategySet"/>.</param>
    /// <param name="tool">The tool; given with, and only with, <see cref="WinbackEventKind.ToolUsed"/>.</param>
    /// <param name="endsOn">The day of the judgement; given with, and only with, <see cref="WinbackEventKind.EndSet"/>.</param>
    /// <param name="outcome">What came of it; given with, and only with, <see cref="WinbackEventKind.Judged"/>.</param>
    /// <param name="note">What was said or found; needed as the evidence of a cause and as the reason of reopening.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="ArgumentException">A part is missing, or does not go with the kind.</exception>
    [JsonConstructor]
    public WinbackEvent(
        WinbackEventKind kind, LocalDate on, DepartureCause? cause, WinbackStrategy? strategy, WinbackTool? tool, LocalDate? endsOn,
        WinbackOutcome? outcome, string? note)
    {
        Guard.Iso(on);
        Guard.Iso(endsOn);
        ArgumentNullException.ThrowIfNull(kind);
        Check(WinbackEventKind.CauseFound, cause?.Name, nameof(cause));
        Check(WinbackEventKind.StrategySet, strategy?.Name, nameof(strategy));
        Check(WinbackEventKind.ToolUsed, tool?.Name, nameof(tool));
        Check(WinbackEventKind.EndSet, endsOn is { } end ? Invariant($"{end:R}") : null, nameof(endsOn));
        Check(WinbackEventKind.Judged, outcome?.Name, nameof(outcome));
        if (string.IsNullOrWhiteSpace(note) && (kind == WinbackEventKind.CauseFound || kind == WinbackEventKind.Reopened))
        {
            throw new ArgumentException(
                $"note is blank; it must be the {(kind == WinbackEventKind.Reopened ? "reason" : "evidence")} for {kind}.", nameof(note));
        }

        (Kind, On, Cause, Strategy, Tool, EndsOn, Outcome, Note) = (kind, on, cause, strategy, tool, endsOn, outcome, note);

        void Check(WinbackEventKind of, string? value, string name)
        {
            if (kind == of != value is not null)
            {
                throw new ArgumentException(
                    $"{name} is {value ?? "null"}; it must {(kind == of ? "be given" : "be null")} for {kind}.", name);
            }
        }
    }

    /// <summary>The kind of the event.</summary>
    public WinbackEventKind Kind { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; }

    /// <summary>The cause that was found; else null.</summary>
    public DepartureCause? Cause { get; }

    /// <summary>The strategy that was set; else null.</summary>
    public WinbackStrategy? Strategy { get; }

    /// <summary>The tool that was used; else null.</summary>
    public WinbackTool? Tool { get; }

    /// <summary>The day of the judgement that was set; else null.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? EndsOn { get; }

    /// <summary>What came of it, once it is judged; else null.</summary>
    public WinbackOutcome? Outcome { get; }

    /// <summary>What was said or found.</summary>
    public string? Note { get; }

    /// <summary>The cause is found.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="on">The day.</param>
    /// <param name="evidence">What shows it; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="cause"/> is null, or <paramref name="evidence"/> null or blank.</exception>
    public static WinbackEvent CauseFound(DepartureCause cause, LocalDate on, string evidence) =>
        new(WinbackEventKind.CauseFound, on, cause, null, null, null, null, evidence);

    /// <summary>The strategy is set.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">Why.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="strategy"/> is null.</exception>
    public static WinbackEvent StrategySet(WinbackStrategy strategy, LocalDate on, string? note = null) =>
        new(WinbackEventKind.StrategySet, on, null, strategy, null, null, null, note);

    /// <summary>A tool is used.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">What was done.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="tool"/> is null.</exception>
    public static WinbackEvent ToolUsed(WinbackTool tool, LocalDate on, string? note = null) =>
        new(WinbackEventKind.ToolUsed, on, null, null, tool, null, null, note);

    /// <summary>The day of the judgement is set.</summary>
    /// <param name="endsOn">The day of the judgement.</param>
    /// <param name="on">The day of the event.</param>
    /// <param name="note">A note on what was said.</param>
    /// <returns>The event.</returns>
    public static WinbackEvent EndSet(LocalDate endsOn, LocalDate on, string? note = null) =>
        new(WinbackEventKind.EndSet, on, null, null, null, endsOn, null, note);

    /// <summary>The effect is judged.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">A note on what was said.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="outcome"/> is null.</exception>
    public static WinbackEvent Judged(WinbackOutcome outcome, LocalDate on, string? note = null) =>
        new(WinbackEventKind.Judged, on, null, null, null, null, outcome, note);

    /// <summary>The case begins again.</summary>
    /// <param name="on">The day.</param>
    /// <param name="reason">The reason; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or blank.</exception>
    public static WinbackEvent Reopened(LocalDate on, string reason) =>
        new(WinbackEventKind.Reopened, on, null, null, null, null, null, reason);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"WinbackEvent {{ Kind = {Kind}, On = {On:R}, Cause = {Cause}, Strategy = {Strategy}, Tool = {Tool}, ")
        + Invariant($"EndsOn = {EndsOn:R}, Outcome = {Outcome}, Note = {Note} }}");
}
