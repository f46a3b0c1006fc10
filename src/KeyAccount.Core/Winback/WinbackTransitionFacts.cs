using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>What decides whether an event of a win-back case is accepted: the facts of <see cref="WinbackTransitions"/>.</summary>
/// <remarks>Immutable, with value equality. The rules do not read the dates; the reasons speak of them.</remarks>
public sealed record WinbackTransitionFacts
{
    /// <summary>The kind of the event.</summary>
    public required WinbackEventKind Kind { get; init; }

    /// <summary>Whether the event is no earlier than the last one.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>Whether the case is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether the cause is known.</summary>
    public bool HasCause { get; init; }

    /// <summary>The strategy; null while none is set.</summary>
    public WinbackStrategy? Strategy { get; init; }

    /// <summary>Whether a tool has been used since the strategy was set.</summary>
    public bool HasTool { get; init; }

    /// <summary>Whether the day of the judgement is set.</summary>
    public bool HasEnd { get; init; }

    /// <summary>Whether the event lowers the price although the price is not the cause.</summary>
    public bool IsPriceForOtherCause { get; init; }

    /// <summary>Whether the event sets a day of judgement that is before the event.</summary>
    public bool IsEndPast { get; init; }

    /// <summary>Whether the event is before the day of judgement that is set.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Whether the event says that the customer buys again.</summary>
    public bool IsRegained { get; init; }

    /// <summary>The day of the event.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The day of the last event; of a new case, the day on which it was opened.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate LastOn { get; init => field = Guard.Iso(value, nameof(LastOn)); }

    /// <summary>The day of judgement that the event sets; null for other events.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? NewEnd { get; init => field = Guard.Iso(value, nameof(NewEnd)); }

    /// <summary>The day of judgement that is set; null while none is.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? EndsOn { get; init => field = Guard.Iso(value, nameof(EndsOn)); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() =>
        Invariant($"WinbackTransitionFacts {{ Kind = {Kind}, IsInOrder = {IsInOrder}, IsClosed = {IsClosed}, HasCause = {HasCause}, ")
        + Invariant($"Strategy = {Strategy}, HasTool = {HasTool}, HasEnd = {HasEnd}, IsPriceForOtherCause = {IsPriceForOtherCause}, ")
        + Invariant($"IsEndPast = {IsEndPast}, IsEarly = {IsEarly}, IsRegained = {IsRegained}, On = {On:R}, LastOn = {LastOn:R}, ")
        + Invariant($"NewEnd = {NewEnd:R}, EndsOn = {EndsOn:R} }}");
}
