using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The entry of a deal into a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Since">The day; null if not known. Only the first entry of a history may lack it.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record StageEntry(
    FunnelStage Stage, LocalDate? Since)
{
    /// <summary>The day; null if not known. Only the first entry of a history may lack it.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Since { get; init => field = Guard.Iso(value, nameof(Since)); } = Guard.Iso(Since);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"StageEntry {{ Stage = {Stage}, Since = {Since:R} }}");
}
