using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>How many prospects came through a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Open">How many are in it.</param>
/// <param name="Passed">How many came through it.</param>
/// <param name="Dropped">How many were given up in it.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ProspectPassage(
    ProspectStep Step,
    [property: FactRange(FactUnit.Count)] int Open,
    [property: FactRange(FactUnit.Count)] int Passed,
    [property: FactRange(FactUnit.Count)] int Dropped)
{
    /// <summary>Which part comes through a step before anything is counted: 0.6. Provenance: <c>LibraryDefault</c>; of a hundred prospects
    /// eight are then won.</summary>
    public const double DefaultRate = 0.6;

    /// <summary>How many prospects that belief weighs as much as: 10. Provenance: <c>LibraryDefault</c>.</summary>
    public const double DefaultStrength = 10;

    /// <summary>Which part comes through: what is believed and what was counted. Those that are still open are not counted.</summary>
    [JsonIgnore]
    public RateEstimate Rate => new(DefaultRate, DefaultStrength, Passed, (long)Passed + Dropped);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"ProspectPassage {{ Step = {Step}, Open = {Open}, Passed = {Passed}, Dropped = {Dropped} }}");
}
