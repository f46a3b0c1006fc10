using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>How accurate earlier forecasts were.</summary>
/// <param name="Periods">How many periods were compared.</param>
/// <param name="Wape">The weighted absolute percentage error, Σ|F − A| / ΣA, as a fraction; null if all actual amounts are 0.</param>
/// <param name="Bias">The bias, Σ(F − A) / ΣA; above 0 the forecasts were too high; null if all actual amounts are 0.</param>
/// <param name="Mape">The mean of |F − A| / A, as a fraction; null if an actual amount is 0.</param>
/// <param name="TrackingSignal">Σ(F − A) / mean |F − A|: beyond ±4 the forecast leans to one side; null if all forecasts were
/// exact.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ForecastAccuracy(int Periods, double? Wape, double? Bias, double? Mape, double? TrackingSignal)
{
    /// <summary>The accuracy of forecasts.</summary>
    /// <param name="periods">The forecast and the actual amount of each period; neither is negative.</param>
    /// <returns>The accuracy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative; the message names its period.</exception>
    public static ForecastAccuracy Of(IReadOnlyList<(decimal Forecast, decimal Actual)> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Count == 0)
            throw new ArgumentException("There is no period; give at least one forecast with its actual amount.", nameof(periods));
        double error = 0, absolute = 0, actual = 0, relative = 0;
        for (var i = 0; i < periods.Count; i++)
        {
            Guard.NotNegative(periods[i].Forecast, Invariant($"periods[{i}].Forecast"));
            Guard.NotNegative(periods[i].Actual, Invariant($"periods[{i}].Actual"));
            var (f, a) = ((double)periods[i].Forecast, (double)periods[i].Actual);
            error += f - a;
            absolute += Math.Abs(f - a);
            actual += a;
            relative += a == 0 ? double.NaN : Math.Abs(f - a) / a;
        }

        return new(
            periods.Count,
            actual == 0 ? null : absolute / actual,
            actual == 0 ? null : error / actual,
            double.IsNaN(relative) ? null : relative / periods.Count,
            absolute == 0 ? null : error / (absolute / periods.Count));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ForecastAccuracy {{ Periods = {Periods}, Wape = {Wape}, Bias = {Bias}, Mape = {Mape}, TrackingSignal = {TrackingSignal} }}");
}
