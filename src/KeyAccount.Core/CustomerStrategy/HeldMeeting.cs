using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A meeting of both sides that was held.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record HeldMeeting
{
    /// <summary>Of what kind it was.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required GovernanceMeeting Kind { get; init => field = Guard.NotNull(value); }

    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>What came out of it; null if nobody has noted it.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Note { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"HeldMeeting {{ Kind = {Kind}, On = {On:R}, Note = {Note} }}");
}
