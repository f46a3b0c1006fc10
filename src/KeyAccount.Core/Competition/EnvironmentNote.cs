using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>Something outside that may help or hurt us with an account: dated, and with its origin.</summary>
/// <remarks>Immutable, with value equality. An opinion without a day and an origin is not a note.</remarks>
public sealed record EnvironmentNote
{
    /// <summary>Where it comes from.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required EnvironmentDimension Dimension { get; init => field = Guard.NotNull(value); }

    /// <summary>Whether it is an opportunity; otherwise it is a threat.</summary>
    public required bool IsFavourable { get; init; }

    /// <summary>What it is; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Text { get; init => field = Guard.NotBlank(value); }

    /// <summary>Of which day it is.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>Whether we saw it ourselves or were told.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required DataOrigin Origin { get; init => field = Guard.NotNull(value); }

    /// <summary>How much it weighs, in points; 0 … 100. Null for <see cref="SwotAnalysis.UsualWeight"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? Weight { get; init => field = FactRange<EnvironmentNote>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"EnvironmentNote {{ Dimension = {Dimension}, IsFavourable = {IsFavourable}, ")
        + Invariant($"Text = {Text}, Date = {Date:R}, Origin = {Origin}, Weight = {Weight} }}");
}
