using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>A deal came to a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Since">The day; null where it is not known. Only the first entry of a history may lack it.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record StageEntry(
    FunnelStage Stage, LocalDate? Since)
{
    /// <summary>The day; null where it is not known. Only the first entry of a history may lack it.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Since { get; init => field = Guard.Iso(value, nameof(Since)); } = Guard.Iso(Since);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"StageEntry {{ Stage = {Stage}, Since = {Since:R} }}");
}
