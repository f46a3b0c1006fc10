using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>The number of prospects that passed a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Open">The number of prospects in the step.</param>
/// <param name="Passed">The number of prospects that passed the step.</param>
/// <param name="Dropped">The number of prospects given up in the step.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ProspectPassage(
    ProspectStep Step,
    [property: FactRange(FactUnit.Count)] int Open,
    [property: FactRange(FactUnit.Count)] int Passed,
    [property: FactRange(FactUnit.Count)] int Dropped)
{
    /// <summary>The prior pass rate of a step, before anything is counted: 0.6. Provenance: <c>LibraryDefault</c>; of a hundred prospects
    /// eight are then won.</summary>
    public const double DefaultRate = 0.6;

    /// <summary>The weight of that prior belief, in prospects: 10. Provenance: <c>LibraryDefault</c>.</summary>
    public const double DefaultStrength = 10;

    /// <summary>The pass rate, from the prior belief and the counts. Open prospects are not counted.</summary>
    [JsonIgnore]
    public RateEstimate Rate => new(DefaultRate, DefaultStrength, Passed, (long)Passed + Dropped);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ProspectPassage {{ Step = {Step}, Open = {Open}, Passed = {Passed}, Dropped = {Dropped} }}");
}
