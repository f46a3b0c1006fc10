using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>Plans backwards from the wins wanted to the leads needed, and by when (商机储备).</summary>
/// <remarks>Pure functions. Needed at a stage = wins / odds of a win from it; by = the day of the wins less the days that deals usually
/// take from there.</remarks>
public static class BackwardPlan
{
    /// <summary>The number of deals needed at each stage for the wins wanted in one month.</summary>
    /// <param name="wins">The number of wins wanted; finite, at least 0.</param>
    /// <param name="rates">The rates of conversion.</param>
    /// <param name="by">The day by which the wins are wanted; null if only the counts are asked for.</param>
    /// <param name="times">How long deals stay at each stage; null if only the counts are asked for.</param>
    /// <returns>One step for each of P0 … P5, the last stage first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="wins"/> is outside its range.</exception>
    public static IReadOnlyList<BackwardStep> For(double wins, FunnelRates rates, LocalDate? by = null, StageTimes? times = null)
    {
        Guard.Iso(by);
        Guard.FiniteNotNegative(wins);
        ArgumentNullException.ThrowIfNull(rates);
        return ValueList.Of(Enumerable.Reverse(FunnelStage.InOrder).Skip(1).Select(stage => new BackwardStep(
            stage,
            wins == 0 ? 0 : wins / rates.WinOdds(stage),
            times?.DaysToWin(stage) is { } days && by is { } day ? day.PlusDays(-(int)Math.Ceiling(days)) : null)));
    }

    /// <summary>The number of deals needed at each stage in each month, for wins that are spread over months.</summary>
    /// <param name="wins">The number of wins wanted in each month.</param>
    /// <param name="rates">The rates of conversion.</param>
    /// <param name="times">How long deals stay at each stage.</param>
    /// <returns>The counts by month and stage, months ascending, stages from P0; each month's wins count from its last day. Empty if the
    /// time of a stage is not known.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of wins is outside its range.</exception>
    public static IReadOnlyList<MonthlyNeed> ByMonth(
        IReadOnlyDictionary<YearMonth, double> wins, FunnelRates rates, StageTimes times)
    {
        ArgumentNullException.ThrowIfNull(wins);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(times);
        foreach (var (month, count) in wins)
            Guard.FiniteNotNegative(count, Invariant($"wins[{month:yyyy-MM}]"));
        return ValueList.Of(wins
            .SelectMany(month => For(month.Value, rates, month.Key.ToDateInterval().End, times))
            .Where(step => step.By is not null)
            .GroupBy(step => (Month: step.By!.Value.ToYearMonth(), step.Stage))
            .OrderBy(need => need.Key.Month).ThenBy(need => need.Key.Stage.Value)
            .Select(need => new MonthlyNeed(need.Key.Month, need.Key.Stage, need.Sum(step => step.Deals))));
    }
}
