using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>A warning about the funnel as a whole.</summary>
/// <param name="Id">The stable identifier: <c>coverageLow</c>, <c>fourthQuarterHeavy</c> or <c>quarterHeavy</c>.</param>
/// <param name="Reason">The warning in words.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FunnelWarning(string Id, Text Reason)
{
    internal static IEnumerable<FunnelWarning> Of(PipelineCoverage? covered, QuarterBalance quarters, int year)
    {
        if (covered is { Coverage: { } coverage } && coverage < covered.NeededCoverage)
            yield return Of("coverageLow", Math.Round(coverage, 1), Math.Round(covered.NeededCoverage, 1));
        if (quarters.HeavyQuarter is { } quarter)
        {
            yield return Of(
                quarter == 4 ? "fourthQuarterHeavy" : "quarterHeavy", Math.Round(100 * quarters.Shares[quarter - 1]), quarter,
                Invariant($"{year}"));
        }
    }

    private static FunnelWarning Of(string id, params object?[] arguments) =>
        new(id, TextTable.Library[$"Funnel.Warning.{id}"].With(arguments));
}
