using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The models of this room.</summary>
internal static class FunnelRoom
{
    private static readonly Provenance Rates =
        Provenance.LibraryDefault(
            $"a start until one's own history is counted; no rates are published for the stages of {SourceTitle.Development}");

    public static IReadOnlyList<IModel> Models { get; } =
    [
        SalesFunnel.StageGate,
        SalesFunnel.Health,
        SalesFunnel.Focus,
        new ModelConstants(
            "funnel.rates",
            [
                .. FunnelRates.DefaultMeans.Select((mean, stage) => new ModelDefault(
                    Invariant($"conversion[\"P{stage}\"]"), Invariant($"{mean}"), Rates)),
                new("strength", Invariant($"{FunnelRates.DefaultStrength}"),
                    Provenance.LibraryDefault("a belief weighs as much as ten deals")),
            ]),
        new ModelConstants(
            "funnel.report",
            new ModelDefault(
                "usualCycleDays",
                Invariant($"{StageTimes.UsualCycleFrom} to {StageTimes.UsualCycleTo}"),
                SourceTitle.Norm(SourceTitle.Training, "销售周期平均90-180天")),
            new ModelDefault(
                nameof(StageTimes.StuckShare), Invariant($"{StageTimes.StuckShare}"), Provenance.LibraryDefault("the third quartile")),
            new ModelDefault(
                nameof(QuarterBalance.HeavyShare),
                Invariant($"{QuarterBalance.HeavyShare}"),
                Provenance.LibraryDefault($"{SourceTitle.Development} warns of 80 % in the fourth quarter; half in one quarter is ours")),
            new ModelDefault(
                nameof(Slippage.PipelineFrom),
                Invariant($"{Slippage.PipelineFrom}"),
                Provenance.LibraryDefault("once may be chance, twice is a habit")),
            new ModelDefault(
                nameof(PayingPattern.DefaultMonths), Invariant($"{PayingPattern.DefaultMonths}"), Provenance.LibraryDefault("a year"))),
    ];
}
