using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>How a competence stands against the standard of the position.</summary>
/// <param name="Competence">The competence.</param>
/// <param name="Required">The level that the position asks for.</param>
/// <param name="Actual">The level that is there; null where it was not rated.</param>
/// <param name="Measure">How the gap is closed; null where there is none, or nothing is known.</param>
/// <param name="Reason">Why that measure; null where there is none.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record SkillGap(Competence Competence, SkillLevel Required, SkillLevel? Actual, TrainingMeasure? Measure, Text? Reason)
{
    /// <summary>By how many levels it is below the standard; 0 where it is not, null where it was not rated.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int? Levels => Actual is null || Required is null ? null : Math.Max(0, Required.Value - Actual.Value);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Competence, levels and measure by name.</returns>
    public override string ToString() =>
        Invariant($"SkillGap {{ Competence = {Competence}, Required = {Required}, Actual = {Actual}, Measure = {Measure} }}");
}
