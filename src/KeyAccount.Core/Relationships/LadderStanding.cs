using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>The standing of a person on the ladder on a day.</summary>
/// <param name="Last">The last entry: level, day and evidence.</param>
/// <param name="Confidence">The confidence in that entry, 0 … 1: 1 on the day of the evidence, ½ after a half-life.</param>
/// <param name="IsConfirmed">Whether the confidence reaches the threshold.</param>
/// <remarks>Immutable, with value equality. Time lowers the confidence and never moves the level: a decay towards neutral would
/// promote an enemy.</remarks>
public sealed record LadderStanding(LadderEntry Last, double Confidence, bool IsConfirmed)
{
    /// <summary>The last entry: level, day and evidence.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public LadderEntry Last { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Last, nameof(Last));

    /// <summary>The level, shown even while it is unconfirmed.</summary>
    [JsonIgnore]
    public LadderLevel Level => Last.Level;

    /// <summary>The confirmed level: null while it is unconfirmed, which is treated as not known.</summary>
    [JsonIgnore]
    public LadderLevel? Known => IsConfirmed ? Level : null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"LadderStanding {{ Last = {Last}, Confidence = {Confidence}, IsConfirmed = {IsConfirmed} }}");
}
