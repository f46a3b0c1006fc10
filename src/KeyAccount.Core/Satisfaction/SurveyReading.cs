using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The satisfaction of a customer as a survey shows it.</summary>
/// <param name="On">The day of the survey.</param>
/// <param name="Facts">The measurements.</param>
/// <param name="Level">The level that follows from them; undecided if nobody has answered.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record SurveyReading(LocalDate On, SurveyFacts Facts, Decision<SatisfactionLevel> Level)
{
    /// <summary>The day of the survey.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); } = Guard.Iso(On);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The day and the level.</returns>
    public override string ToString() => Invariant($"SurveyReading {{ On = {On:R}, Level = {Level?.Advice} }}");
}
