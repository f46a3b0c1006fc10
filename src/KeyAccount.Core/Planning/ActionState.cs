using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>How far an action is, since when, and what shows it.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActionState
{
    /// <summary>A state.</summary>
    /// <param name="status">How far it is.</param>
    /// <param name="on">Since when; needed once it has begun.</param>
    /// <param name="note">What was done or decided; needed as the reason of <see cref="ActionStatus.Dismissed"/>.</param>
    /// <param name="progress">How much is done, 0 to 1; given with, and only with, <see cref="ActionStatus.InProgress"/>. Null there
    /// means that nobody has said.</param>
    /// <param name="evidence">What shows it, such as a document; null for nothing.</param>
    /// <param name="by">Who said so; null if that is not recorded.</param>
    /// <exception cref="ArgumentNullException"><paramref name="status"/> is null.</exception>
    /// <exception cref="ArgumentException">A part is missing, or does not go with the status.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="progress"/> is not between 0 and 1.</exception>
    [JsonConstructor]
    public ActionState(
        ActionStatus status, LocalDate? on = null, string? note = null, double? progress = null, string? evidence = null,
        string? by = null)
    {
        ArgumentNullException.ThrowIfNull(status);
        Guard.Iso(on);
        if (status != ActionStatus.Open && on is null)
            throw new ArgumentException($"on is null; {status} needs the day since when.", nameof(on));
        if (status == ActionStatus.Dismissed && string.IsNullOrWhiteSpace(note))
            throw new ArgumentException("note is blank; it must be the reason why the action is dismissed.", nameof(note));
        if (status != ActionStatus.InProgress && progress is not null)
        {
            throw new ArgumentException(
                Invariant($"progress is {progress}; it must be null for {status}, where it follows from the status."), nameof(progress));
        }

        (Status, On, Note, Evidence) = (status, on, note, evidence);
        By = by is null ? null : Guard.NotBlank(by, nameof(by));
        Progress = FactRange<ActionState>.Checked(progress, nameof(Progress));
    }

    /// <summary>How far it is.</summary>
    public ActionStatus Status { get; }

    /// <summary>Since when; null if it has not begun.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? On { get; }

    /// <summary>What was done or decided.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Note { get; }

    /// <summary>How much is done, 0 to 1, where the action is in progress and somebody has said; else null.</summary>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? Progress { get; }

    /// <summary>What shows it; null for nothing.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Evidence { get; }

    /// <summary>Who said so; null if that is not recorded.</summary>
    [Privacy(Privacy.PersonName)]
    public string? By { get; }

    /// <summary>Whether there is nothing more to do.</summary>
    [JsonIgnore]
    public bool HasEnded => Status == ActionStatus.Done || Status == ActionStatus.Dismissed;

    /// <summary>How much is earned: 1 when done, the stated progress when begun, else 0.</summary>
    [JsonIgnore]
    public double Earned => Status == ActionStatus.Done ? 1 : Progress ?? 0;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ActionState {{ Status = {Status}, On = {On:R}, Note = {Note}, Progress = {Progress}, Evidence = {Evidence}, ")
        + Invariant($"By = {By} }}");
}
