namespace KeyAccount.Core.Negotiation;

/// <summary>The Nash solution over outcomes that are listed one by one.</summary>
/// <remarks>
/// <para>argmax (u − d)^w · (u′ − d′)^w′ subject to u ≥ d and u′ ≥ d′. Source: Nash 1950, The Bargaining Problem; with weights, Harsanyi
/// &amp; Selten 1972. It is Pareto-optimal, individually rational, and the same when either side's utility is rescaled by a positive factor
/// and shifted.</para>
/// <para>A pure function over doubles. For packages of many issues see <see cref="BargainingProblem.NashPoint"/>.</para>
/// </remarks>
public static class NashBargaining
{
    /// <summary>The outcome that maximises the weighted product of gains.</summary>
    /// <typeparam name="TOutcome">The type of an outcome that can be agreed.</typeparam>
    /// <param name="outcomes">All possible outcomes.</param>
    /// <param name="ours">Our utility of an outcome, on any scale; finite.</param>
    /// <param name="theirs">Theirs, on any scale of its own; finite.</param>
    /// <param name="ourAlternative">d: our utility without an agreement.</param>
    /// <param name="theirAlternative">d′: theirs.</param>
    /// <param name="ourWeight">w: our bargaining power; above 0.</param>
    /// <param name="theirWeight">w′: theirs; above 0. Only the ratio of the two counts.</param>
    /// <returns>The outcome; of several with the same product the one that is better for us, then for them, then the first. Null if no
    /// outcome is at least as good as the alternative for both.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not above 0 and finite, or a utility is not finite.</exception>
    public static TOutcome? Choose<TOutcome>(
        IEnumerable<TOutcome> outcomes,
        Func<TOutcome, double> ours,
        Func<TOutcome, double> theirs,
        double ourAlternative,
        double theirAlternative,
        double ourWeight = 1,
        double theirWeight = 1)
        where TOutcome : class
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(theirs);
        Guard.Between(ourAlternative, double.MinValue, double.MaxValue);
        Guard.Between(theirAlternative, double.MinValue, double.MaxValue);
        Guard.FinitePositive(ourWeight);
        Guard.FinitePositive(theirWeight);
        var best = ((double Product, double Ours, double Theirs)?)null;
        var chosen = (TOutcome?)null;
        foreach (var outcome in outcomes)
        {
            var (u, v) = (ours(outcome), theirs(outcome));
            Guard.Between(u, double.MinValue, double.MaxValue, nameof(ours));
            Guard.Between(v, double.MinValue, double.MaxValue, nameof(theirs));
            var (gain, theirGain) = (u - ourAlternative, v - theirAlternative);
            if (gain < 0 || theirGain < 0)
                continue;
            var value = Value(gain, theirGain, ourWeight, theirWeight);
            if (best is { } known && value.CompareTo(known) <= 0)
                continue;
            best = value;
            chosen = outcome;
        }

        return chosen;
    }

    /// <summary>The Nash solution for an amount that can be divided freely: each side gets its alternative, and a part of the rest by its
    /// bargaining power.</summary>
    /// <param name="total">The amount to divide.</param>
    /// <param name="ourAlternative">d: our amount without an agreement.</param>
    /// <param name="theirAlternative">d′: their amount without an agreement.</param>
    /// <param name="ourWeight">w: our bargaining power; above 0.</param>
    /// <param name="theirWeight">w′: theirs; above 0. Only the ratio of the two counts.</param>
    /// <returns>Ours = d + (total − d − d′)·w/(w + w′); theirs is the rest, so that both sum to the total exactly. Null if the total is
    /// below both alternatives together: no division is at least as good for both.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not above 0.</exception>
    /// <exception cref="OverflowException">The amounts do not fit a decimal.</exception>
    public static SurplusSplit? Split(
        decimal total, decimal ourAlternative, decimal theirAlternative, decimal ourWeight = 1, decimal theirWeight = 1)
    {
        Guard.Above(ourWeight, 0);
        Guard.Above(theirWeight, 0);
        return DecimalOverflow.Named(
            Divided, "NashBargaining.Split", (nameof(total), total), (nameof(ourAlternative), ourAlternative),
            (nameof(theirAlternative), theirAlternative), (nameof(ourWeight), ourWeight), (nameof(theirWeight), theirWeight));

        SurplusSplit? Divided()
        {
            var surplus = total - ourAlternative - theirAlternative;
            if (surplus < 0)
                return null;
            var ours = ourAlternative + (ourWeight == theirWeight ? surplus / 2 : surplus * (ourWeight / (ourWeight + theirWeight)));
            return new(ours, total - ours);
        }
    }

    /// <summary>The criterion for outcomes: the product, and among equal products our gain, then theirs.</summary>
    /// <remarks>With equal weights the product itself, which is exact for whole numbers; else its logarithm, which cannot
    /// overflow.</remarks>
    internal static (double Product, double Gain, double TheirGain) Value(
        double gain, double theirGain, double weight, double theirWeight) =>
        (weight == theirWeight ? gain * theirGain : (weight * Math.Log(gain)) + (theirWeight * Math.Log(theirGain)), gain, theirGain);
}
