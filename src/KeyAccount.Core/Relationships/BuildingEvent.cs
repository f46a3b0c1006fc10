using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>Evidence of how far the relationship with a person has come.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record BuildingEvent
{
    /// <summary>An event.</summary>
    /// <param name="kind">What happened to the step.</param>
    /// <param name="step">The step.</param>
    /// <param name="on">The day.</param>
    /// <param name="evidence">The evidence; not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> or <paramref name="step"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="evidence"/> is null or blank, or the date is of another calendar than
    /// ISO.</exception>
    [JsonConstructor]
    public BuildingEvent(BuildingEventKind kind, RelationshipStep step, LocalDate on, string evidence)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(step);
        Guard.Iso(on);
        ArgumentException.ThrowIfNullOrWhiteSpace(evidence);
        (Kind, Step, On, Evidence) = (kind, step, on, evidence);
    }

    /// <summary>What happened to the step.</summary>
    public BuildingEventKind Kind { get; }

    /// <summary>The step.</summary>
    public RelationshipStep Step { get; }

    /// <summary>The day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; }

    /// <summary>The evidence.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string Evidence { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"BuildingEvent {{ Kind = {Kind}, Step = {Step}, On = {On:R}, Evidence = {Evidence} }}");
}
