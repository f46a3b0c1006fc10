using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Documents;

/// <summary>An event on a timeline: it has happened, or is due.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record TimelineEvent
{
    /// <summary>An event.</summary>
    /// <param name="on">The day, or the first day.</param>
    /// <param name="text">What happens.</param>
    /// <param name="lane">The lane of the event, such as a topic; null for none.</param>
    /// <param name="until">The last day of an event that takes longer; null for a single day.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="until"/> is before <paramref name="on"/>.</exception>
    [JsonConstructor]
    public TimelineEvent(LocalDate on, string text, string? lane = null, LocalDate? until = null)
    {
        Guard.Iso(on);
        Guard.Iso(until);
        if (until < on)
            throw new ArgumentException("until is before on; it must be the same day or a later one.", nameof(until));
        On = on;
        Text = Parts.NotNull(text);
        Lane = lane;
        Until = until;
    }

    /// <summary>The day, or the first day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; }

    /// <summary>What happens.</summary>
    public string Text { get; }

    /// <summary>The lane of the event; null for none.</summary>
    public string? Lane { get; }

    /// <summary>The last day of an event that takes longer; null for a single day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Until { get; }
}
