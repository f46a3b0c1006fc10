using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>The state of an action: its status, since when, and the evidence.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActionState
{
    /// <summary>A state.</summary>
    /// <param name="status">The status.</param>
    /// <param name="on">The day since which it has this status; required once the action has begun.</param>
    /// <param name="note">What was done or decided; needed as the reason of <see cref="ActionStatus.Dismissed"/>.</param>
    /// <param name="progress">The progress, 0 to 1; given with, and only with, <see cref="ActionStatus.InProgress"/>. Null there if not
    /// stated.</param>
    /// <param name="evidence">The evidence, such as a document; null for none.</param>
    /// <param name="by">The person who recorded it; null if not recorded.</param>
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
            throw new ArgumentException($"on is null; {status} needs the day from which it holds.", nameof(on));
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

    /// <summary>The status.</summary>
    public ActionStatus Status { get; }

    /// <summary>The day since which it has this status; null if the action has not begun.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? On { get; }

    /// <summary>What was done or decided.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Note { get; }

    /// <summary>The progress, 0 to 1, if the action is in progress and the progress is stated; otherwise null.</summary>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? Progress { get; }

    /// <summary>The evidence; null for none.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Evidence { get; }

    /// <summary>The person who recorded it; null if not recorded.</summary>
    [Privacy(Privacy.PersonName)]
    public string? By { get; }

    /// <summary>Whether the action is finished.</summary>
    [JsonIgnore]
    public bool HasEnded => Status == ActionStatus.Done || Status == ActionStatus.Dismissed;

    /// <summary>The earned share: 1 when done, the stated progress when begun, otherwise 0.</summary>
    [JsonIgnore]
    public double Earned => Status == ActionStatus.Done ? 1 : Progress ?? 0;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ActionState {{ Status = {Status}, On = {On:R}, Note = {Note}, Progress = {Progress}, Evidence = {Evidence}, ")
        + Invariant($"By = {By} }}");
}
