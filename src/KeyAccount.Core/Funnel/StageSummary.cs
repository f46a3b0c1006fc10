using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Funnel;

/// <summary>One stage of a funnel.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="OpenDeals">The number of deals open at the stage.</param>
/// <param name="OpenAmount">Their total amount if they are won.</param>
/// <param name="Conversion">The conversion rate to the next stage, with prior and count; null at P6.</param>
/// <param name="WinOdds">The probability that a deal at the stage is won, as a fraction.</param>
/// <param name="PriorWinOdds">The same probability before anything is counted.</param>
/// <param name="MedianDays">The number of days after which half of the deals have left the stage; null if not known.</param>
/// <param name="StuckAfterDays">The number of days after which three of four deals have left the stage; null if not known.</param>
/// <param name="Focus">What to manage at the stage.</param>
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
