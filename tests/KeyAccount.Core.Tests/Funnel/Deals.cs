using KeyAccount.Core.Funnel;
using NodaTime;

namespace KeyAccount.Core.Tests.Funnel;

/// <summary>Deals to test with.</summary>
internal static class Deals
{
    public static readonly LocalDate Today = new(2026, 5, 15);

    public static Opportunity Deal(string id, decimal amount, FunnelStage stage, LocalDate? close = null) => new()
    {
        Id = id,
        AccountId = "A1",
        Amount = amount,
        History = [new(stage, null)],
        ExpectedClose = close,
        NextStep = new(Today.PlusDays(7), "call"),
    };

    public static StageEntry At(FunnelStage stage, int daysAgo) => new(stage, Today.PlusDays(-daysAgo));

    public static Opportunity With(this Opportunity deal, params StageEntry[] history) => deal with { History = history };

    public static Opportunity Won(this Opportunity deal, int daysAgo = 0) => deal with { Outcome = DealOutcome.Won(Today.PlusDays(-daysAgo)) };

    public static Opportunity Lost(this Opportunity deal, LossReason? reason = null, int daysAgo = 0) =>
        deal with { Outcome = DealOutcome.Lost(Today.PlusDays(-daysAgo), reason) };
}
