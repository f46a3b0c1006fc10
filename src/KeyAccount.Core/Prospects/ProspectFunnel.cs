using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>The funnel of prospects: the number in each step, the pass rates, and the number needed.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ProspectFunnel
{
    // A quotient that is whole on paper is not one more because of its last digit.
    private const int Places = 9;

    /// <summary>The steps, in order.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<ProspectPassage> Steps { get; init => field = ValueList.Of(value, nameof(Steps)); }

    /// <summary>The number of open prospects.</summary>
    [JsonIgnore]
    public int Open => Steps.Sum(step => step.Open);

    /// <summary>The expected number of new customers from the open prospects: the sum, over all of them, of the product of the pass rates
    /// of their step and of those after it.</summary>
    [JsonIgnore]
    public double ExpectedOrders
    {
        get
        {
            var (odds, sum) = (1.0, 0.0);
            for (var i = Steps.Count - 1; i >= 0; i--)
            {
                odds *= Steps[i].Rate.Mean!.Value;
                sum += odds * Steps[i].Open;
            }

            return sum;
        }
    }

    /// <summary>Builds the funnel of cases.</summary>
    /// <param name="cases">The cases, in any order.</param>
    /// <returns>The funnel; a step that nobody has reached has zeros.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cases"/> or one of them is null.</exception>
    public static ProspectFunnel Of(IEnumerable<ProspectCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var steps = ProspectStep.InOrder;
        var (open, passed, dropped) = (new int[steps.Count], new int[steps.Count], new int[steps.Count]);
        foreach (var each in cases)
        {
            ArgumentNullException.ThrowIfNull(each, nameof(cases));
            var reached = each.Step is { } step ? step.Value - 1 : steps.Count;
            for (var i = 0; i < reached; i++)
                passed[i]++;
            if (reached == steps.Count)
                continue;
            if (each.IsDropped)
                dropped[reached]++;
            else
                open[reached]++;
        }

        return new() { Steps = [.. steps.Select((step, i) => new ProspectPassage(step, open[i], passed[i], dropped[i]))] };
    }

    /// <summary>The number of prospects needed at the start for a number of first orders: orders / product of the rates, rounded
    /// up.</summary>
    /// <param name="orders">The number of first orders wanted; not negative.</param>
    /// <returns>The prospects.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="orders"/> is negative.</exception>
    /// <exception cref="OverflowException">The result does not fit a long.</exception>
    public long NeededFor(int orders) => Needed(orders, [.. Steps.Select(step => step.Rate.Mean!.Value)]);

    /// <summary>The number of prospects needed for a number of first orders: orders / product of the rates, rounded up.</summary>
    /// <param name="orders">The number of first orders wanted; not negative.</param>
    /// <param name="rates">The pass rate of each step, as a fraction; above 0, at most 1.</param>
    /// <returns>The prospects.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a long.</exception>
    public static long Needed(int orders, IReadOnlyList<double> rates)
    {
        Guard.NotNegative(orders);
        ArgumentNullException.ThrowIfNull(rates);
        var odds = 1.0;
        for (var i = 0; i < rates.Count; i++)
        {
            Guard.FinitePositive(rates[i], Invariant($"rates[{i}]"));
            Guard.Between(rates[i], 0, 1, Invariant($"rates[{i}]"));
            odds *= rates[i];
        }

        if (orders == 0)
            return 0;
        var needed = orders / odds;
        return needed < long.MaxValue / 2
            ? (long)Math.Ceiling(needed < 1e6 ? Math.Round(needed, Places) : needed)
            : throw new OverflowException(Invariant($"{orders} orders at odds of {odds} need more prospects than a long holds."));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many are open.</returns>
    public override string ToString() => Invariant($"ProspectFunnel {{ Open = {Open}, Steps = {Steps} }}");
}
