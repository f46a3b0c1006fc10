using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>How we and a rival are rated on a dimension: 1 a major weakness, 2 a minor one, 3 a minor strength, 4 a major one.</summary>
/// <remarks>Immutable; equal when every part is. The scale is that of David, Strategic Management (competitive profile matrix).</remarks>
public sealed record RivalBenchmark
{
    /// <summary>The dimension.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required BenchmarkDimension Dimension { get; init => field = Guard.NotNull(value); }

    /// <summary>Our rating, 1 … 4; null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside its range.</exception>
    [FactRange(1, 4, FactUnit.Number)]
    public double? Ours { get; init => field = FactRange<RivalBenchmark>.Checked(value); }

    /// <summary>The rating of the rival, 1 … 4; null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside its range.</exception>
    [FactRange(1, 4, FactUnit.Number)]
    public double? Theirs { get; init => field = FactRange<RivalBenchmark>.Checked(value); }

    /// <summary>What the ratings rest on, such as days until payment; null where nobody has said so.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Basis { get; init; }

    /// <summary>Whether we saw it ourselves or were told; null where nobody has said so.</summary>
    public DataOrigin? Origin { get; init; }

    /// <summary>Of which day the ratings are; null where that is not known.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"RivalBenchmark {{ Dimension = {Dimension}, Ours = {Ours}, Theirs = {Theirs}, ")
        + Invariant($"Basis = {Basis}, Origin = {Origin}, Date = {Date:R} }}");
}
