using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The number of deals needed at a stage, and by when, for the wins wanted.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Deals">The number of deals; a mean, not a whole number.</param>
/// <param name="By">The day by which they are needed; null if the times of the stages are not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record BackwardStep(
    FunnelStage Stage, double Deals, LocalDate? By)
{
    /// <summary>The day by which they are needed; null if the times of the stages are not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? By { get; init => field = Guard.Iso(value, nameof(By)); } = Guard.Iso(By);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BackwardStep {{ Stage = {Stage}, Deals = {Deals}, By = {By:R} }}");
}
