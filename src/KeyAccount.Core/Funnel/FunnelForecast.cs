using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The forecast of the sales funnel for a period.</summary>
/// <remarks>Immutable, with value equality. Amounts are in one currency.</remarks>
public sealed record FunnelForecast
{
    /// <summary>The first day of the period.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); }

    /// <summary>The last day of the period.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    /// <summary>The amount that has already been won in the period.</summary>
    public required decimal Won { get; init; }

    /// <summary>The distribution of the open amount that is expected to close in the period, by the odds of the stages.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required SumOfBets Open { get; init => field = Guard.NotNull(value); }

    /// <summary>The expected amount of the open deals by the odds that their owners state; null if an open deal has none.</summary>
    public decimal? StatedExpected { get; init; }

    /// <summary>The target of the period; null if no target is given.</summary>
    public decimal? Target { get; init; }

    /// <summary>How well the open pipeline covers the target; null if no target is given.</summary>
    public PipelineCoverage? Coverage { get; init; }

    /// <summary>The amount won plus the expected amount.</summary>
    public double Expected => (double)Won + Open.Mean;

    /// <summary>The amount that is reached with a probability of 90 %, including what is already won.</summary>
    public decimal P10 => Quantile(0.1);

    /// <summary>The amount that is reached with a probability of 50 %, including what is already won.</summary>
    public decimal P50 => Quantile(0.5);

    /// <summary>The amount that is reached with a probability of 10 %, including what is already won.</summary>
    public decimal P90 => Quantile(0.9);

    /// <summary>The probability of reaching the target, as a fraction; null if no target is given.</summary>
    public double? TargetOdds => Target is { } target
        ? Open.ProbabilityAtLeast(DecimalOverflow.Named(
            () => target - Won, "FunnelForecast.TargetOdds", (nameof(Target), target), (nameof(Won), Won)))
        : null;

    /// <summary>The amount, won and open together, that is not exceeded with a given probability.</summary>
    /// <param name="probability">The probability, 0 … 1.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside its range.</exception>
    public decimal Quantile(double probability) => DecimalOverflow.Named(
        () => Won + Open.Quantile(probability), "FunnelForecast.Quantile", (nameof(Won), Won), (nameof(probability), probability));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Period, won, expected and target by name.</returns>
    public override string ToString() => Invariant(
        $"FunnelForecast {{ From = {From:R}, Until = {Until:R}, Won = {Won}, Expected = {Expected}, Target = {Target} }}");
}
