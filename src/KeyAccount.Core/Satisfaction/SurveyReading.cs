using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>What a survey says of the satisfaction of a customer.</summary>
/// <param name="On">The day of the survey.</param>
/// <param name="Facts">What it has measured.</param>
/// <param name="Level">The level that follows from it; undecided where nobody has answered.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record SurveyReading(LocalDate On, SurveyFacts Facts, Decision<SatisfactionLevel> Level)
{
    /// <summary>The day of the survey.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); } = Guard.Iso(On);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The day and the level.</returns>
    public override string ToString() => Invariant($"SurveyReading {{ On = {On:R}, Level = {Level?.Advice} }}");
}
