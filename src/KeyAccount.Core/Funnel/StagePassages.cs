namespace KeyAccount.Core.Funnel;

/// <summary>Counts how many deals moved on from each stage, and how many stopped there.</summary>
internal sealed class StagePassages
{
    private readonly long[] _went = new long[FunnelStage.InOrder.Count - 1];
    private readonly long[] _closed = new long[FunnelStage.InOrder.Count - 1];

    public long Won { get; private set; }

    public long Lost { get; private set; }

    // A stage that a deal skipped was no passage of it. One that it came to again after going back still is one: the deal went on from
    // it, or stopped at the highest stage it came to.
    public void Add(Opportunity opportunity)
    {
        var highest = opportunity.HighestStage.Value;
        Span<bool> visited = stackalloc bool[FunnelStage.InOrder.Count];
        foreach (var entry in opportunity.History)
            visited[entry.Stage.Value] = true;
        for (var stage = 0; stage < _went.Length; stage++)
        {
            if (!visited[stage])
                continue;
            if (stage < highest)
                (_went[stage], _closed[stage]) = (_went[stage] + 1, _closed[stage] + 1);
            else if (opportunity.Outcome is { IsWon: false })
                _closed[stage]++;
        }

        if (opportunity.Outcome is { IsWon: true })
            Won++;
        else if (opportunity.Outcome is not null)
            Lost++;
    }

    public FunnelRates AddTo(FunnelRates prior) =>
        new([.. prior.Stages.Select((rate, stage) => rate.With(_went[stage], _closed[stage]))]);
}
