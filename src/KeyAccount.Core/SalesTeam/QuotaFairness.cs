using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Whether quotas follow potential, pay follows results, and about half of the people can reach their quota.</summary>
/// <param name="AtQuota">The share of the people who reached their quota or more, among those whose result is known.</param>
/// <param name="QuotaAndPotential">The rank correlation of quota and potential.</param>
/// <param name="PayAndResult">The rank correlation of pay and sales.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record QuotaFairness(RateEstimate AtQuota, RankCorrelation QuotaAndPotential, RankCorrelation PayAndResult)
{
    /// <inheritdoc cref="QuotaFairness" path="/param[@name='AtQuota']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public RateEstimate AtQuota { get; init => field = Guard.NotNull(value); } = Guard.NotNull(AtQuota, nameof(AtQuota));

    /// <inheritdoc cref="QuotaFairness" path="/param[@name='QuotaAndPotential']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public RankCorrelation QuotaAndPotential { get; init => field = Guard.NotNull(value); } =
        Guard.NotNull(QuotaAndPotential, nameof(QuotaAndPotential));

    /// <inheritdoc cref="QuotaFairness" path="/param[@name='PayAndResult']"/>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public RankCorrelation PayAndResult { get; init => field = Guard.NotNull(value); } =
        Guard.NotNull(PayAndResult, nameof(PayAndResult));

    /// <summary>The lowest healthy share of people at quota: a half. Provenance: <c>LibraryDefault</c>.</summary>
    public const double HealthyFrom = 0.5;

    /// <summary>The highest healthy share of people at quota: seven tenths. Provenance: <c>LibraryDefault</c>.</summary>
    public const double HealthyTo = 0.7;

    /// <summary>Whether the share of people at quota is healthy: true or false if its interval settles the question or it lies within the
    /// range; null if too few results are known.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool? IsHealthy => AtQuota.CountedInterval() is not { } interval || AtQuota.Trials < RankCorrelation.LeastCount ? null
        : AtQuota.Counted is >= HealthyFrom and <= HealthyTo ? true
        : interval.High < HealthyFrom || interval.Low > HealthyTo ? false
        : null;

    /// <summary>Calculates the fairness of quotas and pay.</summary>
    /// <param name="cases">The people of one plan and one period.</param>
    /// <returns>The fairness.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cases"/> or a case is null.</exception>
    public static QuotaFairness Of(IReadOnlyList<QuotaCase> cases)
    {
        Guard.NoNull(cases);
        var known = cases.Where(each => each.Sold is not null).ToArray();
        return new(
            new(0, 0, known.Count(each => each.Sold >= each.Quota), known.Length),
            RankCorrelation.Of(
                [.. cases.Where(each => each.Potential is not null).Select(each => ((double)each.Quota, (double)each.Potential!.Value))]),
            RankCorrelation.Of(
                [.. known.Where(each => each.Pay is not null).Select(each => ((double)each.Pay!.Value, (double)each.Sold!.Value))]));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"QuotaFairness {{ AtQuota = {AtQuota}, QuotaAndPotential = {QuotaAndPotential}, ")
        + Invariant($"PayAndResult = {PayAndResult} }}");
}
