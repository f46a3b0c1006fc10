using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The likely result of a tender's scoring: points, the odds of each rank, and where points are cheapest to gain.</summary>
/// <remarks>
/// <para>Within its range every step of 0.01 points (of 0.1 if all estimates have one decimal) is equally likely. So is each of five prices
/// from the lowest to the highest. The estimates are independent. If totals are equal, the lower price ranks first; if prices are equal
/// too, every order is equally likely.</para>
/// <para>The odds are exact if there are few enough combinations of prices to try them all. Otherwise the prices of up to
/// <see cref="Draws"/> tenders are drawn from a fixed seed, and <see cref="StandardError"/> tells how far the odds of winning may be off.
/// What follows from the criteria is exact in both cases.</para>
/// <para>Not a value: computed by <see cref="Of"/>. Immutable.</para>
/// </remarks>
public sealed class BidRanking
{
    /// <summary>The number of tenders that are drawn if there are too many to try them all: 1,000.</summary>
    public const int Draws = 1_000;

    /// <summary>The largest number of bidders in a ranking, including us: 50.</summary>
    public const int MostBidders = 50;

    private const int PriceSteps = 5;
    private const int FewestDraws = 50;
    private static readonly int[] FineSteps = [100, 50, 30, 20, 15, 10, 7, 5];
    private const long MostWork = 60_000_000;
    private const int MostLattice = 100_000;
    private const double Tolerance = 1e-9;

    private BidRanking(
        IReadOnlyList<RankedBidder> bidders, IReadOnlyList<double> rankOdds, double? standardError, IReadOnlyList<CriterionGain> gains)
    {
        (Bidders, RankOdds, StandardError, Gains) = (bidders, rankOdds, standardError, gains);
    }

    /// <summary>All bidders, us first.</summary>
    public IReadOnlyList<RankedBidder> Bidders { get; }

    /// <summary>The odds that we come first, second, …; they add up to 1.</summary>
    public IReadOnlyList<double> RankOdds { get; }

    /// <summary>The odds of winning.</summary>
    public double WinOdds => RankOdds[0];

    /// <summary>The rank that we can expect.</summary>
    public double ExpectedRank => Math.Max(1, RankOdds.Select((odds, i) => odds * (i + 1)).Sum());

    /// <summary>Whether every combination of prices was tried.</summary>
    public bool IsExact => StandardError is null;

    /// <summary>The standard error of <see cref="WinOdds"/> if tenders were drawn; null if the odds are exact.</summary>
    public double? StandardError { get; }

    /// <summary>The points that can still be gained: the most points per hour first, then the most points.</summary>
    public IReadOnlyList<CriterionGain> Gains { get; }

    /// <summary>Ranks the bidders of a tender.</summary>
    /// <param name="scoring">The scoring of the tender.</param>
    /// <param name="us">Our own bid; valid.</param>
    /// <param name="rivals">The other bids. Invalid ones enter neither the base of prices nor the ranking.</param>
    /// <param name="seed">The seed of the draws, if there are any.</param>
    /// <returns>The ranking.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Our bid is not valid; there are too many bidders, or the ranges are too wide; a valid bidder
    /// lacks the estimate of a criterion, or has one that the tender does not have or that is above its points.</exception>
    public static BidRanking Of(TenderScoring scoring, TenderBidder us, IReadOnlyList<TenderBidder> rivals, int seed = 1)
    {
        var (all, points, tenders) = Prepared(scoring, us, rivals);
        var combinations = tenders.Combinations;
        var work = tenders.Work;
        var isExact = combinations * work <= MostWork;
        var (odds, prices, error) = isExact ? tenders.All() : tenders.Drawn(Math.Max(2, Math.Min(Draws, (int)(MostWork / work))), seed);

        var next = 0;
        var ranked = all.Select(bidder =>
        {
            if (!bidder.IsValid)
            {
                return new RankedBidder(
                    bidder.Name, bidder.Estimates.Sum(estimate => (double)(estimate.Low + estimate.High) / 2), null, null);
            }

            var (technical, price) = (points[next].Mean * tenders.Unit, prices[next]);
            next++;
            return new(
                bidder.Name, technical, price, (scoring.TechnicalWeight * technical) + (scoring.PriceWeight * price));
        });
        return new([.. ranked], odds, error, Gained(scoring, us));
    }

    /// <summary>Gives the odds of winning as a function of our price; null if no rival is valid, or if that is too much work.</summary>
    internal static Func<double, double>? WinOddsAt(
        TenderScoring scoring, TenderBidder us, IReadOnlyList<TenderBidder> rivals, int prices)
    {
        var (all, points, tenders) = Prepared(scoring, us, rivals);
        if (points.Length < 2)
            return null;

        // The finer the prices of the rivals, the less the best price clings to one of them.
        var steps = FineSteps.FirstOrDefault(
            fine => Math.Pow(fine, rivals.Count(rival => rival.IsValid && rival.LowPrice < rival.HighPrice)) * tenders.Work * prices
                <= MostWork);
        var draws = (int)Math.Min(Draws, MostWork / (tenders.Work * prices));
        if (steps == 0 && draws < FewestDraws)
            return null;
        double[][] theirs =
        [
            .. all.Skip(1).Where(bidder => bidder.IsValid).Select(bidder => Middles(bidder, steps == 0 ? FineSteps[0] : steps)),
        ];
        return price =>
        {
            var at = tenders with { Prices = [[price], .. theirs] };
            return (steps > 0 ? at.All().Odds : at.Drawn(draws, 1).Odds)[0];
        };

        // The middles of parts of equal width.
        static double[] Middles(TenderBidder bidder, int count) => bidder.LowPrice == bidder.HighPrice ? [(double)bidder.LowPrice]
            : [.. Enumerable.Range(0, count).Select(
                i => (double)bidder.LowPrice + ((double)(bidder.HighPrice - bidder.LowPrice) * (i + 0.5) / count))];
    }

    private static (TenderBidder[] All, Lattice[] Points, Tenders Tenders) Prepared(
        TenderScoring scoring, TenderBidder us, IReadOnlyList<TenderBidder> rivals)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        ArgumentNullException.ThrowIfNull(us);
        Guard.NoNull(rivals);
        if (!us.IsValid)
            throw new ArgumentException("us is not valid; an invalid bid has no rank. Decide whether to bid first.", nameof(us));
        if (rivals.Count >= MostBidders)
            throw new ArgumentException($"rivals has {rivals.Count}; a ranking holds at most {MostBidders - 1}.", nameof(rivals));
        var names = new HashSet<string>(StringComparer.Ordinal) { us.Name };
        for (var i = 0; i < rivals.Count; i++)
        {
            if (!names.Add(rivals[i].Name))
            {
                throw new ArgumentException(
                    $"it has the name '{rivals[i].Name}', which another bidder has too; names must be unique.", Invariant($"rivals[{i}]"));
            }
        }

        TenderBidder[] all = [us, .. rivals];
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].IsValid)
                Check(scoring, all[i], PlaceOf(i));
        }

        TenderBidder[] valid = [.. all.Where(bidder => bidder.IsValid)];
        var fine = valid.SelectMany(bidder => bidder.Estimates)
            .Any(estimate => decimal.Round(estimate.Low, 1) != estimate.Low || decimal.Round(estimate.High, 1) != estimate.High);
        var unit = fine ? 0.01m : 0.1m;
        var points = Array.ConvertAll(valid, bidder => Lattice.Of(bidder, unit, PlaceOf(Array.IndexOf(all, bidder))));
        var tenders = Tenders.Of(scoring, valid, points, (double)unit);
        return (all, points, tenders);

        static string PlaceOf(int bidder) => bidder == 0 ? nameof(us) : Invariant($"rivals[{bidder - 1}]");
    }

    private static CriterionGain[] Gained(TenderScoring scoring, TenderBidder us)
    {
        var ours = us.Estimates.ToDictionary(each => each.Criterion, StringComparer.Ordinal);
        return
        [
            .. scoring.Criteria
                .Select(criterion =>
                {
                    var missing = criterion.Points - ((double)(ours[criterion.Key].Low + ours[criterion.Key].High) / 2);
                    return new CriterionGain(criterion.Key, missing, missing / criterion.Effort);
                })
                .Where(gain => gain.Missing > 0)
                .OrderByDescending(gain => gain.PerHour ?? -1).ThenByDescending(gain => gain.Missing),
        ];
    }

    private static void Check(TenderScoring scoring, TenderBidder bidder, string name)
    {
        var known = scoring.Criteria.ToDictionary(criterion => criterion.Key, StringComparer.Ordinal);
        foreach (var estimate in bidder.Estimates)
        {
            if (!known.TryGetValue(estimate.Criterion, out var criterion))
            {
                throw new ArgumentException(
                    $"{bidder.Name} has points for '{estimate.Criterion}'; the tender has {string.Join(", ", known.Keys)}.",
                    name);
            }

            if ((double)estimate.High > criterion.Points)
            {
                throw new ArgumentException(
                    Invariant($"{bidder.Name} has up to {estimate.High} points for '{criterion.Key}'; ")
                    + Invariant($"the criterion gives at most {criterion.Points}."),
                    name);
            }
        }

        var missing = known.Keys.Except(bidder.Estimates.Select(estimate => estimate.Criterion), StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            throw new ArgumentException(
                $"{bidder.Name} has no points for {string.Join(", ", missing)}; estimate a range, from 0 to all points where nothing is "
                + "known.",
                name);
        }
    }

    // The distribution of a sum of points: its lowest value and the odds of each step from there on.
    private sealed record Lattice(long From, double[] Odds, double[] Above, double Mean)
    {
        public static Lattice Of(TenderBidder bidder, decimal unit, string place)
        {
            long from = 0;
            double[] odds = [1];
            foreach (var estimate in bidder.Estimates)
            {
                from += (long)(estimate.Low / unit);
                var steps = (int)((estimate.High - estimate.Low) / unit) + 1;
                if (odds.Length + steps > MostLattice)
                {
                    throw new ArgumentException(
                        Invariant($"the ranges of {bidder.Name} cover more than {MostLattice} steps of {unit} points; narrow them."),
                        place);
                }

                odds = Spread(odds, steps);
            }

            // Above[i]: the odds of more than step i.
            var above = new double[odds.Length];
            for (var i = odds.Length - 2; i >= 0; i--)
                above[i] = above[i + 1] + odds[i + 1];
            return new(from, odds, above, from + odds.Select((each, i) => each * i).Sum());
        }

        // Each of so many next values is equally likely: a moving sum.
        private static double[] Spread(double[] odds, int steps)
        {
            if (steps == 1)
                return odds;
            var spread = new double[odds.Length + steps - 1];
            for (var i = 0; i < odds.Length; i++)
            {
                var each = odds[i] / steps;
                for (var j = 0; j < steps; j++)
                    spread[i + j] += each;
            }

            return spread;
        }

        // The odds of more than a value, and of exactly it; the value may lie between two steps.
        public (double Above, double Equal) Against(double value)
        {
            var place = value - From;
            var nearest = Math.Round(place);
            if (Math.Abs(place - nearest) < Tolerance * Math.Max(1, Math.Abs(value)))
            {
                return nearest < 0 ? (1, 0) : nearest >= Odds.Length ? (0, 0) : (Above[(int)nearest], Odds[(int)nearest]);
            }

            var below = Math.Floor(place);
            return below < 0 ? (1, 0) : below >= Odds.Length ? (0, 0) : (Above[(int)below], 0);
        }
    }

    // The tenders that the ranges of prices allow.
    private sealed record Tenders(TenderScoring Scoring, double[][] Prices, Lattice[] Points, double Unit)
    {
        /// <summary>The amount of work for one combination of prices.</summary>
        public double Work => (double)Points[0].Odds.Length * Points.Length * Points.Length;

        public double Combinations => Prices.Aggregate(1.0, (all, prices) => all * prices.Length);

        public static Tenders Of(TenderScoring scoring, TenderBidder[] bidders, Lattice[] points, double unit) => new(
            scoring,
            Array.ConvertAll(bidders, bidder => bidder.LowPrice == bidder.HighPrice
                ? [(double)bidder.LowPrice]
                : Enumerable.Range(0, PriceSteps)
                    .Select(i => (double)bidder.LowPrice + ((double)(bidder.HighPrice - bidder.LowPrice) * i / (PriceSteps - 1)))
                    .ToArray()),
            points, unit);

        public (double[] Odds, double[] PricePoints, double? Error) All()
        {
            var (odds, points) = (new double[Prices.Length], new double[Prices.Length]);
            var chosen = new int[Prices.Length];
            var weight = 1 / Combinations;
            while (true)
            {
                Add(Array.ConvertAll(Enumerable.Range(0, chosen.Length).ToArray(), i => Prices[i][chosen[i]]), weight, odds, points);
                var at = 0;
                while (at < chosen.Length && ++chosen[at] == Prices[at].Length)
                    chosen[at++] = 0;
                if (at == chosen.Length)
                    return (odds, points, null);
            }
        }

        public (double[] Odds, double[] PricePoints, double? Error) Drawn(int draws, int seed)
        {
            var (odds, points) = (new double[Prices.Length], new double[Prices.Length]);
            var (sum, squares) = (0.0, 0.0);
            var random = new SplitMix64(seed);
            for (var draw = 0; draw < draws; draw++)
            {
                var before = odds[0];
                Add(Array.ConvertAll(Prices, prices => prices[random.Below(prices.Length)]), 1.0 / draws, odds, points);
                var won = (odds[0] - before) * draws;
                sum += won;
                squares += won * won;
            }

            var mean = sum / draws;
            return (odds, points, Math.Sqrt(Math.Max(0, (squares / draws) - (mean * mean)) / (draws - 1)));
        }

        // With all prices known, each of our own totals meets the rivals independently. places[a, t]: the odds that a of them are above
        // us and t are level with us in points and price, and then every order is as likely.
        private void Add(double[] prices, double weight, double[] odds, double[] pricePoints)
        {
            var scored = Scoring.Price.PointsOf(prices);
            for (var i = 0; i < scored.Length; i++)
                pricePoints[i] += weight * scored[i];
            var ours = Points[0];
            var leads = Array.ConvertAll(scored, points => (scored[0] - points) * Scoring.PriceWeight / (Scoring.TechnicalWeight * Unit));
            var places = new double[prices.Length, prices.Length];
            for (var step = 0; step < ours.Odds.Length; step++)
            {
                var odd = ours.Odds[step];
                if (odd == 0)
                    continue;
                Array.Clear(places);
                places[0, 0] = 1;
                for (var rival = 1; rival < prices.Length; rival++)
                {
                    var (above, equal) = Points[rival].Against(ours.From + step + leads[rival]);
                    var level = prices[rival] == prices[0] ? equal : 0;
                    if (prices[rival] < prices[0])
                        above += equal;
                    Meet(places, rival, above, level);
                }

                for (var above = 0; above < prices.Length; above++)
                {
                    for (var level = 0; above + level < prices.Length; level++)
                    {
                        var share = weight * odd * places[above, level] / (level + 1);
                        for (var place = above; share > 0 && place <= above + level; place++)
                            odds[place] += share;
                    }
                }
            }
        }

        private static void Meet(double[,] places, int rivals, double above, double level)
        {
            for (var a = rivals; a >= 0; a--)
            {
                for (var t = rivals - a; t >= 0; t--)
                {
                    places[a, t] = (places[a, t] * (1 - above - level)) + (a > 0 ? places[a - 1, t] * above : 0)
                        + (t > 0 ? places[a, t - 1] * level : 0);
                }
            }
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of bidders, and the odds of winning.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Bidders.Count} bidders, odds of winning {WinOdds:0.###}");
}
