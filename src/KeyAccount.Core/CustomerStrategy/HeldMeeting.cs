using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A meeting of both sides that was held.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record HeldMeeting
{
    /// <summary>Of what kind it was.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required GovernanceMeeting Kind { get; init => field = Guard.NotNull(value); }

    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>What came out of it; null where nobody has noted it.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? Note { get; init; }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"HeldMeeting {{ Kind = {Kind}, On = {On:R}, Note = {Note} }}");
}
