using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Funnel;

/// <summary>One stage of a funnel.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="OpenDeals">How many deals are open at it.</param>
/// <param name="OpenAmount">What they bring together when they are won.</param>
/// <param name="Conversion">Which share goes on to the next stage, prior and count; null at P6.</param>
/// <param name="WinOdds">How probable a deal at it is to be won, as a fraction.</param>
/// <param name="PriorWinOdds">The same before anything is counted.</param>
/// <param name="MedianDays">After how many days half of the deals have left it; null if not known.</param>
/// <param name="StuckAfterDays">After how many days three of four have left it; null if not known.</param>
/// <param name="Focus">What to manage at it.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record StageSummary(
    FunnelStage Stage,
    long OpenDeals,
    decimal OpenAmount,
    RateEstimate? Conversion,
    double WinOdds,
    double PriorWinOdds,
    double? MedianDays,
    double? StuckAfterDays,
    FunnelFocus Focus);
