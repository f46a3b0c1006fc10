using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Funnel;

/// <summary>Counts how many days deals stayed at each stage, day by day, so that a million deals need no more memory than a
/// thousand.</summary>
internal sealed class StageStays(LocalDate asOf)
{
    private readonly Dictionary<(int Days, bool IsCensored), long>[] _stays =
        [.. Enumerable.Range(0, FunnelStage.InOrder.Count - 1).Select(_ => new Dictionary<(int Days, bool IsCensored), long>())];

    public void Add(Opportunity opportunity)
    {
        var history = opportunity.History;
        for (var i = 0; i < history.Count; i++)
        {
            var stage = history[i].Stage.Value;
            if (stage >= _stays.Length || history[i].Since is not { } since)
                continue;
            var isLast = i == history.Count - 1;
            var until = !isLast ? history[i + 1].Since!.Value : opportunity.Outcome?.Date ?? asOf;
            if (until < since)
                continue;

            // Lost there: it never went on, and nobody knows how long it would have taken.
            var isCensored = isLast && opportunity.Outcome is not { IsWon: true };
            var key = (Period.DaysBetween(since, until), isCensored);
            _stays[stage][key] = _stays[stage].GetValueOrDefault(key) + 1;
        }
    }

    public StageTimes Times() => new(
        [.. _stays.Select(stays => Survival.Of(stays.Select(stay => new SurvivalTime(stay.Key.Days, stay.Key.IsCensored, stay.Value))))]);
}
