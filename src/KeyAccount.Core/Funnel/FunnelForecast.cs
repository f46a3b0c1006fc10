using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>What a period is going to bring.</summary>
/// <remarks>Immutable; equal when every part is. Amounts are in one currency.</remarks>
public sealed record FunnelForecast
{
    /// <summary>The first day of the period.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); }

    /// <summary>The last day of the period.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    /// <summary>What has been won in it already.</summary>
    public required decimal Won { get; init; }

    /// <summary>The distribution of what is open and expected to close in it, by the odds of the stages.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required SumOfBets Open { get; init => field = Guard.NotNull(value); }

    /// <summary>What the open deals bring on average by the odds that their owners state; null where an open deal has none.</summary>
    public decimal? StatedExpected { get; init; }

    /// <summary>What is to be won in it; null where no target is given.</summary>
    public decimal? Target { get; init; }

    /// <summary>How far the open pipeline covers the target; null where no target is given.</summary>
    public PipelineCoverage? Coverage { get; init; }

    /// <summary>Won and expected together.</summary>
    public double Expected => (double)Won + Open.Mean;

    /// <summary>What is won at least with 90 % odds, with what is won already.</summary>
    public decimal P10 => Quantile(0.1);

    /// <summary>What is won at least with even odds, with what is won already.</summary>
    public decimal P50 => Quantile(0.5);

    /// <summary>What is won at least with 10 % odds, with what is won already.</summary>
    public decimal P90 => Quantile(0.9);

    /// <summary>How probable it is to reach the target, as a fraction; null where no target is given.</summary>
    public double? TargetOdds => Target is { } target
        ? Open.ProbabilityAtLeast(DecimalOverflow.Named(
            () => target - Won, "FunnelForecast.TargetOdds", (nameof(Target), target), (nameof(Won), Won)))
        : null;

    /// <summary>The amount, won and open together, that is not exceeded with a probability.</summary>
    /// <param name="probability">The probability, 0 … 1.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside its range.</exception>
    public decimal Quantile(double probability) => DecimalOverflow.Named(
        () => Won + Open.Quantile(probability), "FunnelForecast.Quantile", (nameof(Won), Won), (nameof(probability), probability));

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Period, won, expected and target by name.</returns>
    public override string ToString() => Invariant(
        $"FunnelForecast {{ From = {From:R}, Until = {Until:R}, Won = {Won}, Expected = {Expected}, Target = {Target} }}");
}
