using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>Allocates visits, hours or budget to accounts so that their value is greatest.</summary>
/// <remarks>Where each further unit adds less than the one before, unit by unit to where it adds most is best, and that is quick. Where a
/// curve first rises more steeply, that can miss the best; then every number of units of each target is tried against every rest
/// (dynamic programming). Of equal gains the earlier target takes the unit.</remarks>
public static class ResourceMatching
{
    /// <summary>The largest number of units that can be allocated: 100,000.</summary>
    public const int MostUnits = 100_000;

    /// <summary>The largest number of targets: 10,000.</summary>
    public const int MostTargets = 10_000;

    // Targets · units², half of which is tried: some seconds.
    private const double MostTrials = 2e9;

    // Targets · units: what is kept to find the way back, four bytes each.
    private const double MostChoices = 5e7;

    /// <summary>The best allocation of units.</summary>
    /// <param name="targets">The targets, each id once.</param>
    /// <param name="units">The number of units.</param>
    /// <returns>The units of each target and what they bring.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="targets"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">An id is duplicated.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many targets or units, or fewer units than the targets must
    /// have.</exception>
    public static ResourceMatch Best(IReadOnlyList<MatchTarget> targets, int units)
    {
        Check(targets, units);
        return Shared(targets, targets.All(target => target.Response.IsConcave) ? ByGain(targets, units) : ByTrial(targets, units), units);
    }

    /// <summary>Allocates unit by unit to the target that gains most: the best allocation if every curve is concave (<see
    /// cref="ResponseCurve.IsConcave"/>), otherwise a proposal that <see cref="Best"/> may beat.</summary>
    /// <param name="targets">The targets, each id once.</param>
    /// <param name="units">The number of units.</param>
    /// <returns>The units of each target and what they bring.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="targets"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">An id is duplicated.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many targets or units, or fewer units than the targets must
    /// have.</exception>
    public static ResourceMatch Greedy(IReadOnlyList<MatchTarget> targets, int units)
    {
        Check(targets, units);
        return Shared(targets, ByGain(targets, units), units);
    }

    private static void Check(IReadOnlyList<MatchTarget> targets, int units)
    {
        Guard.NoNull(targets);
        Guard.Between(targets.Count, 0, MostTargets, "targets.Count");
        Guard.Between(units, 0, MostUnits);
        if (targets.GroupBy(target => target.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"targets has '{twice.Key}' more than once; each id must occur once.", nameof(targets));
        Guard.AtLeast(units, targets.Sum(target => (long)target.Least), nameof(units));
    }

    private static int[] ByGain(IReadOnlyList<MatchTarget> targets, int units)
    {
        int[] given = [.. targets.Select(target => target.Least)];
        var next = new PriorityQueue<int, (double Loss, int Place)>();
        for (var i = 0; i < targets.Count; i++)
            Offer(i);
        for (var rest = units - given.Sum(); rest > 0 && next.TryDequeue(out var i, out _); rest--)
        {
            given[i]++;
            Offer(i);
        }

        return given;

        void Offer(int i)
        {
            if (NextOf(targets[i], given[i]) is { } gain)
                next.Enqueue(i, (-gain, i));
        }
    }

    private static int[] ByTrial(IReadOnlyList<MatchTarget> targets, int units)
    {
        if ((double)targets.Count * units * units > MostTrials || (double)targets.Count * (units + 1) > MostChoices)
        {
            throw new ArgumentOutOfRangeException(
                nameof(units),
                Invariant($"units is {units} for {targets.Count} targets whose curves are not all concave; targets · units² must be at ")
                + Invariant($"most {MostTrials:0} and targets · units at most {MostChoices:0}: take larger units."));
        }

        // best[u]: the most that the targets so far bring with exactly u units; −∞ where that is not possible.
        var best = new double[units + 1];
        Array.Fill(best, double.NegativeInfinity);
        best[0] = 0;
        var choices = new int[targets.Count][];
        for (var i = 0; i < targets.Count; i++)
        {
            var target = targets[i];
            var most = Math.Min(target.Most ?? units, units);
            double[] values = [.. Enumerable.Range(0, most + 1).Select(given => target.Response.Of(given))];
            var with = new double[units + 1];
            choices[i] = new int[units + 1];
            for (var all = 0; all <= units; all++)
            {
                with[all] = double.NegativeInfinity;

                // From many to few: of equal values the earlier targets keep less for the later ones, as unit by unit does.
                for (var given = target.Least; given <= Math.Min(most, all); given++)
                {
                    if (best[all - given] + values[given] is var value && value > with[all])
                        (with[all], choices[i][all]) = (value, given);
                }
            }

            best = with;
        }

        var used = units;
        while (used > 0 && double.IsNegativeInfinity(best[used]))
            used--;
        var shares = new int[targets.Count];
        for (var i = targets.Count - 1; i >= 0; i--)
        {
            shares[i] = choices[i][used];
            used -= shares[i];
        }

        return shares;
    }

    private static ResourceMatch Shared(IReadOnlyList<MatchTarget> targets, int[] given, int units) => new(
        [.. targets.Select((target, i) => new MatchShare(target.Id, given[i], target.Response.Of(given[i]), NextOf(target, given[i])))],
        ValueOf(targets, given),
        units - given.Sum(),
        ValueOf(targets, Equally(targets, units)));

    private static double? NextOf(MatchTarget target, int given) =>
        given >= (target.Most ?? MostUnits) ? null : target.Response.Of(given + 1) - target.Response.Of(given);

    private static double ValueOf(IReadOnlyList<MatchTarget> targets, int[] given)
    {
        var sum = 0.0;
        for (var i = 0; i < given.Length; i++)
            sum += targets[i].Response.Of(given[i]);
        return sum;
    }

    // In rounds: a unit to each that can have one.
    private static int[] Equally(IReadOnlyList<MatchTarget> targets, int units)
    {
        int[] given = [.. targets.Select(target => target.Least)];
        for (var rest = units - given.Sum(); rest > 0;)
        {
            var low = int.MaxValue;
            for (var i = 0; i < given.Length; i++)
            {
                if (given[i] < (targets[i].Most ?? units))
                    low = Math.Min(low, given[i]);
            }

            if (low == int.MaxValue)
                break;
            for (var i = 0; i < given.Length && rest > 0; i++)
            {
                if (given[i] != low || given[i] >= (targets[i].Most ?? units))
                    continue;
                given[i]++;
                rest--;
            }
        }

        return given;
    }
}
