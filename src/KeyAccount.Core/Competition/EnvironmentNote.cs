using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>A note about something outside that may help or hurt us with an account, with its date and origin.</summary>
/// <remarks>Immutable, with value equality. An opinion without a day and an origin is not a note.</remarks>
public sealed record EnvironmentNote
{
    /// <summary>The part of the environment that the note is about.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required EnvironmentDimension Dimension { get; init => field = Guard.NotNull(value); }

    /// <summary>Whether the note is an opportunity; otherwise it is a threat.</summary>
    public required bool IsFavourable { get; init; }

    /// <summary>The text of the note; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Text { get; init => field = Guard.NotBlank(value); }

    /// <summary>The date of the note.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>Whether the note is first-hand or second-hand.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required DataOrigin Origin { get; init => field = Guard.NotNull(value); }

    /// <summary>The weight of the note, in points; 0 … 100. Null for <see cref="SwotAnalysis.UsualWeight"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? Weight { get; init => field = FactRange<EnvironmentNote>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"EnvironmentNote {{ Dimension = {Dimension}, IsFavourable = {IsFavourable}, ")
        + Invariant($"Text = {Text}, Date = {Date:R}, Origin = {Origin}, Weight = {Weight} }}");
}
