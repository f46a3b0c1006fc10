using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>The survival curve of cases, some of which are not over yet (Kaplan and Meier).</summary>
/// <remarks>
/// <para>S(t) = Π (1 − dᵢ/nᵢ) over the times tᵢ ≤ t with dᵢ events among nᵢ cases at risk. The mean of the finished cases alone is too
/// low, because the long ones are those that are still open; the curve counts an open case for as long as it was watched. A case that is
/// censored at the time of an event is at risk for it.</para>
/// <para>Immutable; equal when the steps are. Source: Kaplan &amp; Meier 1958, Nonparametric Estimation from Incomplete Observations,
/// JASA 53(282):457–481.</para>
/// </remarks>
public sealed record Survival
{
    /// <summary>A curve from its steps, as <see cref="Of"/> makes them.</summary>
    /// <param name="steps">The steps in ascending time.</param>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> or a step is null.</exception>
    /// <exception cref="ArgumentException">The steps are not those of a curve; the message names the first that is wrong.</exception>
    [JsonConstructor]
    public Survival(IReadOnlyList<SurvivalStep> steps)
    {
        Steps = ValueList.Of(steps);
        var (time, survival, atRisk) = (double.NegativeInfinity, 1.0, long.MaxValue);
        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            ArgumentNullException.ThrowIfNull(step, Invariant($"steps[{i}]"));
            var isRight = double.IsFinite(step.Time) && step.Time >= 0 && step.Time > time
                && step.Events > 0 && step.Events <= step.AtRisk && step.AtRisk <= atRisk
                && step.Survival == survival * (step.AtRisk - step.Events) / step.AtRisk;
            if (!isRight)
            {
                throw new ArgumentException(
                    Invariant($"steps[{i}] is {step}; times must rise, events be 1 … AtRisk, AtRisk never rise, and Survival be that of ")
                    + Invariant($"the step before, {survival}, times 1 − Events/AtRisk."),
                    nameof(steps));
            }

            (time, survival, atRisk) = (step.Time, step.Survival, step.AtRisk - step.Events);
        }
    }

    /// <summary>The times at which events happened, ascending.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>The median: the first time after which at most half of the cases last longer; null if more than half outlast everything
    /// known.</summary>
    [JsonIgnore]
    public double? Median => Quantile(0.5);

    /// <summary>The curve of cases.</summary>
    /// <param name="times">The cases, in any order; read once.</param>
    /// <returns>The curve; without steps where no event happened.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="times"/> or a case is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time or a count is outside its range; the message names the case by its
    /// index.</exception>
    /// <exception cref="OverflowException">There are more cases than a long holds.</exception>
    public static Survival Of(IEnumerable<SurvivalTime> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        var counts = new SortedDictionary<double, (long Events, long Censored)>();
        var (all, index) = (0L, 0);
        foreach (var time in times)
        {
            ArgumentNullException.ThrowIfNull(time, Invariant($"times[{index}]"));
            Guard.FiniteNotNegative(time.Time, Invariant($"times[{index}].Time"));
            Guard.AtLeast(time.Count, 1, Invariant($"times[{index}].Count"));
            all = checked(all + time.Count);
            var (events, censored) = counts.GetValueOrDefault(time.Time);
            counts[time.Time] = time.IsCensored ? (events, censored + time.Count) : (events + time.Count, censored);
            index++;
        }

        var steps = new List<SurvivalStep>();
        var (atRisk, survival) = (all, 1.0);
        foreach (var (time, (events, censored)) in counts)
        {
            if (events > 0)
            {
                survival = survival * (atRisk - events) / atRisk;
                steps.Add(new(time, atRisk, events, survival));
            }

            atRisk -= events + censored;
        }

        return new(steps);
    }

    /// <summary>The share of cases that last longer than a time.</summary>
    /// <param name="time">The time; not NaN.</param>
    /// <returns>S(t), 1 before the first event, as a fraction.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is NaN.</exception>
    public double At(double time)
    {
        Guard.Between(time, double.NegativeInfinity, double.PositiveInfinity);
        var (low, high) = (0, Steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Steps[middle].Time <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? 1 : Steps[low - 1].Survival;
    }

    /// <summary>The time by which a share of the cases has had its event.</summary>
    /// <param name="share">The share, as a fraction; 0 … 1. Of 0.75 the third quartile.</param>
    /// <returns>The first time with S(t) ≤ 1 − share; null if so many have not had it within the times known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    public double? Quantile(double share)
    {
        Guard.Between(share, 0, 1);
        if (share == 0)
            return 0;

        // A product of fractions misses 0.5 by its last digit: S is compared within that.
        foreach (var step in Steps)
        {
            if (step.Survival <= 1 - share + 1e-12)
                return step.Time;
        }

        return null;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of steps and the median.</returns>
    public override string ToString() => Invariant($"Survival {{ Steps = {Steps.Count}, Median = {Median} }}");
}
