using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A challenge that a customer faces, with its day.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ChallengeNote
{
    /// <summary>The kind of the challenge.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required CustomerChallenge Kind { get; init => field = Guard.NotNull(value); }

    /// <summary>The challenge in words; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Statement { get; init => field = Guard.NotBlank(value); }

    /// <summary>The pressure on the customer: 1 hardly any … 5 it decides everything. Null if nobody has judged it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public int? Weight { get; init => field = FactRange<ChallengeNote>.Checked(value); }

    /// <summary>The day on which we learned of the challenge; null if not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ChallengeNote {{ Kind = {Kind}, Statement = {Statement}, Weight = {Weight}, Date = {Date:R} }}");
}
