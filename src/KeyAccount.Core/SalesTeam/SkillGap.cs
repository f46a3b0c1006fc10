using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The gap between a competence and the standard of the position.</summary>
/// <param name="Competence">The competence.</param>
/// <param name="Required">The level that the position requires.</param>
/// <param name="Actual">The actual level; null if it was not rated.</param>
/// <param name="Measure">The measure that closes the gap; null if there is no gap, or if nothing is known.</param>
/// <param name="Reason">Why this measure; null if there is none.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record SkillGap(Competence Competence, SkillLevel Required, SkillLevel? Actual, TrainingMeasure? Measure, Text? Reason)
{
    /// <summary>The number of levels below the standard; 0 if it is not below, null if it was not rated.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int? Levels => Actual is null || Required is null ? null : Math.Max(0, Required.Value - Actual.Value);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The competence, the levels and the measure by name.</returns>
    public override string ToString() =>
        Invariant($"SkillGap {{ Competence = {Competence}, Required = {Required}, Actual = {Actual}, Measure = {Measure} }}");
}
