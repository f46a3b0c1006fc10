using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The conversion rate of each stage to the next: a prior belief, updated with your own history.</summary>
/// <remarks>
/// <para>The odds of a win from a stage are the product of the rates from there to P5; a deal at P6 is won. Rates are counted in deals;
/// never multiply them with rates that are counted in money.</para>
/// <para>Immutable; equal when every rate is.</para>
/// </remarks>
public sealed record FunnelRates
{
    /// <summary>The weight of a prior belief, in deals. Provenance: <c>LibraryDefault</c>.</summary>
    public const double DefaultStrength = 10;

    internal static readonly double[] DefaultMeans = [0.50, 0.60, 0.65, 0.70, 0.75, 0.85];

    /// <summary>Rates.</summary>
    /// <param name="stages">The rate from each of P0 … P5 to the stage after it, six in that order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stages"/> or a rate is null.</exception>
    /// <exception cref="ArgumentException">There are not six rates, or a rate has neither a belief nor a count.</exception>
    [JsonConstructor]
    public FunnelRates(IReadOnlyList<RateEstimate> stages)
    {
        Stages = ValueList.Of(stages);
        if (Stages.Count != FunnelStage.InOrder.Count - 1)
            throw new ArgumentException(Invariant($"There are {Stages.Count} rates; there must be six, of P0 … P5."), nameof(stages));
        for (var i = 0; i < Stages.Count; i++)
        {
            if (Stages[i].Mean is null)
            {
                throw new ArgumentException(
                    Invariant($"stages[{i}] has neither a belief nor a count; give it a prior strength above 0."), nameof(stages));
            }
        }
    }

    /// <summary>The rates before anything is counted: .50, .60, .65, .70, .75 and .85, each worth ten deals. Provenance:
    /// <c>LibraryDefault</c>; replaced by your own history as it comes.</summary>
    public static FunnelRates Standard { get; } = Of(DefaultMeans);

    /// <summary>The rate from each of P0 … P5 to the stage after it.</summary>
    public IReadOnlyList<RateEstimate> Stages { get; }

    /// <summary>Beliefs without a count.</summary>
    /// <param name="means">The rate from each of P0 … P5 to the stage after it, six fractions.</param>
    /// <param name="strength">The weight of each belief, in deals; above 0.</param>
    /// <returns>The rates.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="means"/> is null.</exception>
    /// <exception cref="ArgumentException">There are not six rates.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is outside 0 … 1, or the strength is not above 0.</exception>
    public static FunnelRates Of(IReadOnlyList<double> means, double strength = DefaultStrength)
    {
        ArgumentNullException.ThrowIfNull(means);
        Guard.FinitePositive(strength);
        return new([.. means.Select(mean => new RateEstimate(mean, strength, 0, 0))]);
    }

    /// <summary>Updates these rates, taken as beliefs, with the history of deals. Only closed passages count: an open deal has neither
    /// moved on nor stopped.</summary>
    /// <param name="opportunities">The deals, in any order; read once.</param>
    /// <returns>The rates.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> or a deal is null.</exception>
    public FunnelRates Learn(IEnumerable<Opportunity> opportunities)
    {
        ArgumentNullException.ThrowIfNull(opportunities);
        var passages = new StagePassages();
        foreach (var opportunity in opportunities)
        {
            ArgumentNullException.ThrowIfNull(opportunity, nameof(opportunities));
            passages.Add(opportunity);
        }

        return passages.AddTo(this);
    }

    /// <summary>The conversion rate from a stage to the next.</summary>
    /// <param name="stage">The stage; P0 … P5.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is P6, which has no stage after it.</exception>
    public RateEstimate From(FunnelStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Value < Stages.Count
            ? Stages[stage.Value]
            : throw new ArgumentOutOfRangeException(nameof(stage), Invariant($"stage is {stage}; it must be one of P0 … P5."));
    }

    /// <summary>The probability that a deal at a stage is won.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The product of the rates from there on, as a fraction; 1 at P6.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is null.</exception>
    public double WinOdds(FunnelStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        var odds = 1.0;
        for (var i = stage.Value; i < Stages.Count; i++)
            odds *= Stages[i].Mean!.Value;
        return odds;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The rates.</returns>
    public override string ToString() =>
        Invariant($"FunnelRates {{ {string.Join(", ", Stages.Select((rate, i) => Invariant($"P{i} = {rate.Mean:0.####}")))} }}");
}
