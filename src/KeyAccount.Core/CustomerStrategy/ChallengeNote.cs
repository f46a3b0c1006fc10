using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A challenge that a customer faces, with its day.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ChallengeNote
{
    /// <summary>Where it comes from.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required CustomerChallenge Kind { get; init => field = Guard.NotNull(value); }

    /// <summary>What it is; not blank.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Statement { get; init => field = Guard.NotBlank(value); }

    /// <summary>How hard it presses the customer: 1 hardly … 5 it decides everything. Null where nobody has judged it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public int? Weight { get; init => field = FactRange<ChallengeNote>.Checked(value); }

    /// <summary>The day on which we learned it; null where nobody knows.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ChallengeNote {{ Kind = {Kind}, Statement = {Statement}, Weight = {Weight}, Date = {Date:R} }}");
}
