using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A steering meeting that was held.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record HeldMeeting
{
    /// <summary>The kind of the meeting.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required GovernanceMeeting Kind { get; init => field = Guard.NotNull(value); }

    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The result of the meeting; null if not recorded.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Note { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"HeldMeeting {{ Kind = {Kind}, On = {On:R}, Note = {Note} }}");
}
