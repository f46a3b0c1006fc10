using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>The ratings of us and a rival on a dimension: 1 a major weakness, 2 a minor one, 3 a minor strength, 4 a major one.</summary>
/// <remarks>Immutable, with value equality. The scale is that of David, Strategic Management (competitive profile matrix).</remarks>
public sealed record RivalBenchmark
{
    /// <summary>The dimension.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required BenchmarkDimension Dimension { get; init => field = Guard.NotNull(value); }

    /// <summary>Our rating, 1 … 4; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(1, 4, FactUnit.Number)]
    public double? Ours { get; init => field = FactRange<RivalBenchmark>.Checked(value); }

    /// <summary>The rating of the rival, 1 … 4; null if not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(1, 4, FactUnit.Number)]
    public double? Theirs { get; init => field = FactRange<RivalBenchmark>.Checked(value); }

    /// <summary>The evidence for the ratings, such as days until payment; null if not stated.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Basis { get; init; }

    /// <summary>Whether the information is first-hand or second-hand; null if not stated.</summary>
    public DataOrigin? Origin { get; init; }

    /// <summary>The date of the ratings; null if not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"RivalBenchmark {{ Dimension = {Dimension}, Ours = {Ours}, Theirs = {Theirs}, ")
        + Invariant($"Basis = {Basis}, Origin = {Origin}, Date = {Date:R} }}");
}
