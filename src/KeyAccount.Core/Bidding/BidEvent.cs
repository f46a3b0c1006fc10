using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>Something that happened to a bid.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record BidEvent
{
    /// <summary>An event.</summary>
    /// <param name="kind">The kind of event.</param>
    /// <param name="on">The day.</param>
    /// <param name="note">A note on what was said or decided; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public BidEvent(BidEventKind kind, LocalDate on, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Guard.Iso(on);
        (Kind, On, Note) = (kind, on, note);
    }

    /// <summary>The kind of event.</summary>
    public BidEventKind Kind { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; }

    /// <summary>A note on what was said or decided; null for none.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Note { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BidEvent {{ Kind = {Kind}, On = {On:R}, Note = {Note} }}");
}
