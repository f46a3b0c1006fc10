using System.Globalization;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Tool.Output;

/// <summary>A raw value of a criterion as a person reads it.</summary>
internal static class CriterionText
{
    public static string Of<TFacts>(Criterion<TFacts> criterion, double raw, string language) =>
        criterion.LevelName(raw)?.In(language) ?? raw.ToString(Math.Abs(raw) >= 1000 ? "#,0" : "0.##", CultureInfo.InvariantCulture);
}
