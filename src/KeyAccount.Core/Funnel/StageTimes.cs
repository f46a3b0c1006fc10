using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>How many days deals spend at each stage.</summary>
/// <remarks>
/// <para>Kaplan and Meier's curve: a deal that is still there, or that was lost there, is known to last at least as long. The mean of
/// those that went on would be too low.</para>
/// <para>Immutable; equal when every curve is.</para>
/// </remarks>
public sealed record StageTimes
{
    /// <summary>The share of deals that have left a stage when another one counts as stuck: 75 %. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double StuckShare = 0.75;

    /// <summary>The shortest usual time from the first contact to the contract of a key account, in days. Source: 《开发大客户培训课件》
    /// (销售周期平均90-180天).</summary>
    public const int UsualCycleFrom = 90;

    /// <summary>The longest usual time from the first contact to the contract of a key account, in days. Source: 《开发大客户培训课件》.</summary>
    public const int UsualCycleTo = 180;

    /// <summary>Times from the curves of the stages.</summary>
    /// <param name="stages">The curve of each of P0 … P5, six in that order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stages"/> or a curve is null.</exception>
    /// <exception cref="ArgumentException">There are not six curves.</exception>
    [JsonConstructor]
    public StageTimes(IReadOnlyList<Survival> stages)
    {
        Stages = ValueList.Of(stages);
        if (Stages.Count != FunnelStage.InOrder.Count - 1)
            throw new ArgumentException(Invariant($"There are {Stages.Count} curves; there must be six, of P0 … P5."), nameof(stages));
    }

    /// <summary>The curve of each of P0 … P5, in days.</summary>
    public IReadOnlyList<Survival> Stages { get; }

    /// <summary>The stage times of a set of deals.</summary>
    /// <param name="opportunities">The deals, in any order; read once. A stay whose first day is not known does not count.</param>
    /// <param name="asOf">The reference date.</param>
    /// <returns>The times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> or a deal is null.</exception>
    public static StageTimes Of(IEnumerable<Opportunity> opportunities, LocalDate asOf)
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(opportunities);
        var stays = new StageStays(asOf);
        foreach (var opportunity in opportunities)
        {
            ArgumentNullException.ThrowIfNull(opportunity, nameof(opportunities));
            stays.Add(opportunity);
        }

        return stays.Times();
    }

    /// <summary>The number of days after which a deal at a stage is stuck: three of four have left it by then.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The days; null if too few have left it yet, and at P6.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is null.</exception>
    public double? StuckAfter(FunnelStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Value < Stages.Count ? Stages[stage.Value].Quantile(StuckShare) : null;
    }

    /// <summary>The number of days from a stage until a deal is won: the sum of the medians from that stage on.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The days; null if the median of a stage is not known; 0 at P6.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is null.</exception>
    public double? DaysToWin(FunnelStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        double? days = 0;
        for (var i = stage.Value; i < Stages.Count; i++)
            days += Stages[i].Median;
        return days;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The medians.</returns>
    public override string ToString() =>
        Invariant($"StageTimes {{ {string.Join(", ", Stages.Select((curve, i) => Invariant($"P{i} = {curve.Median}")))} }}");
}
