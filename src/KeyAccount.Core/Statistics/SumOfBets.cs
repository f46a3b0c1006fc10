using System.Buffers;
using System.Numerics;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>The total of open deals: the exact distribution of Σ aᵢ·Bernoulli(pᵢ), with independent deals.</summary>
/// <remarks>
/// <para>The amounts stand on a grid that the caller names, and the distribution is the convolution over its steps. Deals of equal amount
/// and odds are taken together by the binomial distribution. Mean = Σ aᵢpᵢ, variance = Σ aᵢ²pᵢ(1 − pᵢ). The cost is the number of
/// different deals times the number of steps; both are linear.</para>
/// <para>Deals that hang together (one budget for three of them) are wider spread than this says.</para>
/// <para>Immutable; equal when the grid and the bets are, in whatever order they were given. As JSON it is its bets; reading computes the
/// distribution anew.</para>
/// </remarks>
public sealed class SumOfBets : IEquatable<SumOfBets>
{
    /// <summary>The largest number of steps of a distribution: 10,000,000.</summary>
    public const int MostSteps = 10_000_000;

    // A group's tail below this is lost in the last digit of every probability.
    private const double Negligible = 1e-25;

    // By step: the probability of exactly that sum, and of that sum or more.
    private readonly double[] _probabilities;
    private readonly double[] _atLeast;

    /// <summary>The distribution of bets; as <see cref="Of"/>.</summary>
    /// <param name="grid">The step of the grid; above 0.</param>
    /// <param name="bets">The bets; amounts are multiples of <paramref name="grid"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="bets"/> or a bet is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    /// <exception cref="ArgumentException">An amount is off the grid.</exception>
    [JsonConstructor]
    public SumOfBets(decimal grid, IReadOnlyList<Bet> bets)
        : this(grid, bets, GridRounding.Refuse)
    {
    }

    private SumOfBets(decimal grid, IEnumerable<Bet> bets, GridRounding rounding)
    {
        Guard.Above(grid, 0);
        Guard.Defined(rounding);
        ArgumentNullException.ThrowIfNull(bets);
        Grid = grid;
        var groups = DecimalOverflow.Named(() => Grouped(bets, grid, rounding), "The steps of SumOfBets", (nameof(grid), grid));
        Bets = DecimalOverflow.Named(
            () => ValueList.Of(groups.Select(group => new Bet(group.Key.Steps * grid, group.Key.Odds, group.Value))),
            "SumOfBets.Bets",
            (nameof(grid), grid));
        Total = DecimalOverflow.Named(() => Bets.Sum(bet => bet.Amount * bet.Count), "SumOfBets.Total", (nameof(Bets), Bets));
        foreach (var (amount, odds, count) in Bets)
        {
            Mean += (double)amount * odds * count;
            Variance += (double)amount * (double)amount * odds * (1 - odds) * count;
        }

        _probabilities = Convolved(groups);
        _atLeast = new double[_probabilities.Length];
        var sum = 0.0;
        for (var i = _probabilities.Length - 1; i >= 0; i--)
            _atLeast[i] = sum += _probabilities[i];
        Probabilities = Array.AsReadOnly(_probabilities);
    }

    /// <summary>The step of the grid, in the unit of the amounts.</summary>
    public decimal Grid { get; }

    /// <summary>The bets on the grid, those of equal amount and odds as one, by amount and then by odds.</summary>
    public IReadOnlyList<Bet> Bets { get; }

    /// <summary>The total of all bets if every one of them is won.</summary>
    [JsonIgnore]
    public decimal Total { get; }

    /// <summary>The mean: Σ aᵢpᵢ.</summary>
    [JsonIgnore]
    public double Mean { get; }

    /// <summary>The variance: Σ aᵢ²pᵢ(1 − pᵢ), in the squared unit of the amounts.</summary>
    [JsonIgnore]
    public double Variance { get; }

    /// <summary>The standard deviation, in the unit of the amounts.</summary>
    [JsonIgnore]
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>The probability of each sum: at index i that of i × <see cref="Grid"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Probabilities { get; }

    /// <summary>The distribution of bets.</summary>
    /// <param name="bets">The bets, in any order; read once.</param>
    /// <param name="grid">The step of the grid, in the unit of the amounts: 1 for whole units, 1,000 for thousands; above 0. The
    /// coarser, the quicker.</param>
    /// <param name="rounding">How to treat an amount between two steps.</param>
    /// <returns>The distribution. Where amounts are rounded, mean and variance are those of the rounded amounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bets"/> or a bet is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount, odds, a count, <paramref name="grid"/> or <paramref name="rounding"/> is
    /// outside its range, or the sum has more than <see cref="MostSteps"/> steps.</exception>
    /// <exception cref="ArgumentException">An amount is off the grid, and <paramref name="rounding"/> is
    /// <see cref="GridRounding.Refuse"/>.</exception>
    /// <exception cref="OverflowException">The sum of the amounts does not fit a decimal.</exception>
    public static SumOfBets Of(IEnumerable<Bet> bets, decimal grid, GridRounding rounding = GridRounding.Refuse) =>
        new(grid, bets, rounding);

    /// <summary>The probability that the sum reaches a target.</summary>
    /// <param name="target">The target, in the unit of the amounts.</param>
    /// <returns>P(S ≥ target), 0 … 1.</returns>
    public double ProbabilityAtLeast(decimal target)
    {
        if (target <= 0)
            return 1;
        if (target > Total)
            return 0;
        var step = (long)decimal.Ceiling(target / Grid);
        return step < _atLeast.Length ? Math.Min(1, _atLeast[step]) : 0;
    }

    /// <summary>The amount that the sum does not exceed with a given probability.</summary>
    /// <param name="probability">The probability, 0 … 1: 0.1 for a careful forecast, 0.5 for the median, 0.9 for a bold one.</param>
    /// <returns>The lowest sum x with P(S ≤ x) ≥ probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside its range.</exception>
    public decimal Quantile(double probability)
    {
        Guard.Between(probability, 0, 1);

        // P(S ≤ x) = 1 − P(S ≥ x + 1 step), which falls with x. A sum of fractions misses its value by the last digits.
        var (low, high) = (0, _atLeast.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (1 - _atLeast[middle + 1] >= probability - 1e-12)
                high = middle;
            else
                low = middle + 1;
        }

        return low * Grid;
    }

    /// <summary>Whether both are the distribution of the same bets on the same grid.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(SumOfBets? other) => other is not null && Grid == other.Grid && Bets.Equals(other.Bets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SumOfBets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Grid, Bets);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Grid, total, mean and standard deviation by name.</returns>
    public override string ToString() =>
        Invariant($"SumOfBets {{ Grid = {Grid}, Total = {Total}, Mean = {Mean}, StandardDeviation = {StandardDeviation} }}");

    private static List<KeyValuePair<(long Steps, double Odds), long>> Grouped(
        IEnumerable<Bet> bets, decimal grid, GridRounding rounding)
    {
        var groups = new Dictionary<(long Steps, double Odds), long>();
        var index = 0;
        foreach (var bet in bets)
        {
            ArgumentNullException.ThrowIfNull(bet, Invariant($"bets[{index}]"));
            Guard.NotNegative(bet.Amount, Invariant($"bets[{index}].Amount"));
            Guard.Between(bet.Odds, 0, 1, Invariant($"bets[{index}].Odds"));
            Guard.AtLeast(bet.Count, 1, Invariant($"bets[{index}].Count"));
            var key = (StepsOf(bet.Amount, grid, rounding, index), bet.Odds);
            groups[key] = checked(groups.GetValueOrDefault(key) + bet.Count);
            index++;
        }

        return [.. groups.OrderBy(group => group.Key)];
    }

    private static long StepsOf(decimal amount, decimal grid, GridRounding rounding, int index)
    {
        if (amount / MostSteps > grid)
        {
            throw new ArgumentOutOfRangeException(
                nameof(grid),
                Invariant($"bets[{index}].Amount is {amount}, which is more than {MostSteps} steps of {grid}; take a coarser grid."));
        }

        // A quotient of decimals may be rounded; a remainder never is.
        var remainder = amount % grid;
        var below = (long)decimal.Round((amount - remainder) / grid);
        return remainder == 0 ? below : rounding switch
        {
            GridRounding.Down => below,
            GridRounding.Up => below + 1,
            GridRounding.Nearest => remainder >= grid - remainder ? below + 1 : below,
            _ => throw new ArgumentException(
                Invariant($"bets[{index}].Amount is {amount}, which is not a multiple of the grid {grid}; ")
                + "take a finer grid, or name a rounding.",
                "bets"),
        };
    }

    private static double[] Convolved(List<KeyValuePair<(long Steps, double Odds), long>> groups)
    {
        var all = (Int128)0;
        foreach (var ((steps, odds), count) in groups)
            all += odds > 0 ? (Int128)steps * count : 0;
        if (all > MostSteps)
        {
            throw new ArgumentOutOfRangeException(
                "grid", Invariant($"The amounts together are {all} steps of the grid; at most {MostSteps}. Take a coarser grid."));
        }

        // The smallest first: the sums stay short for as long as they can. Of the two rows that are written in turns, one is kept.
        var (result, lent) = (new double[(int)all + 1], ArrayPool<double>.Shared.Rent((int)all + 1));
        var (now, next) = (result, lent);
        now[0] = 1;
        var length = 1;
        foreach (var ((steps, odds), count) in groups)
        {
            if (steps == 0 || odds == 0)
                continue;
            var reach = (int)(steps * count);
            if (count == 1)
            {
                Add(now.AsSpan(0, length), next.AsSpan(0, length + reach), reach, odds);
            }
            else
            {
                next.AsSpan(0, length + reach).Clear();
                foreach (var (times, probability) in Binomial(count, odds))
                    AddScaled(now.AsSpan(0, length), next.AsSpan((int)(steps * times), length), probability);
            }

            (now, next) = (next, now);
            length += reach;
        }

        now.AsSpan(0, length).CopyTo(result);
        ArrayPool<double>.Shared.Return(lent);
        return result;
    }

    // next[k] = (1 − odds)·now[k] + odds·now[k − reach].
    private static void Add(ReadOnlySpan<double> now, Span<double> next, int reach, double odds)
    {
        for (var i = 0; i < now.Length; i++)
            next[i] = now[i] * (1 - odds);
        next[now.Length..].Clear();
        AddScaled(now, next[reach..], odds);
    }

    private static void AddScaled(ReadOnlySpan<double> from, Span<double> to, double factor)
    {
        var i = 0;
        for (; i <= from.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var sum = new Vector<double>(to[i..]) + (new Vector<double>(from[i..]) * factor);
            sum.CopyTo(to[i..]);
        }

        for (; i < from.Length; i++)
            to[i] += from[i] * factor;
    }

    // From the most probable number outwards, so that large groups neither underflow nor lose digits.
    private static IEnumerable<(long Times, double Probability)> Binomial(long count, double odds)
    {
        if (odds == 1)
            return [(count, 1)];
        var mode = Math.Min(count, (long)((count + 1) * odds));
        var log = SpecialFunctions.LogGammaRise(count - mode + 1, mode) - SpecialFunctions.LogGamma(mode + 1)
            + (mode * Math.Log(odds)) + ((count - mode) * SpecialFunctions.Log1P(-odds));
        var most = Math.Exp(log);
        var (odd, result) = (odds / (1 - odds), new List<(long Times, double Probability)> { (mode, most) });
        var p = most;
        for (var k = mode; k < count && p > Negligible; k++)
            result.Add((k + 1, p *= (double)(count - k) / (k + 1) * odd));
        p = most;
        for (var k = mode; k > 0 && p > Negligible; k--)
            result.Add((k - 1, p *= k / ((double)(count - k + 1) * odd)));

        // The logarithm of a large group misses its last digits; the sum of the group is 1.
        var sum = result.Sum(item => item.Probability);
        return result.Select(item => (item.Times, item.Probability / sum));
    }
}
