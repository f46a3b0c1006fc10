using KeyAccount.Core.Documents;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>Groups scored accounts and calculates the outcome of each group.</summary>
internal sealed class OutcomeGrouping(ScoredOutcomes outcomes, ValidationOptions options)
{
    // Turned, so that the event is always expected of the high ones.
    private readonly double[] _scores = options.EventsAtLowScores
        ? Array.ConvertAll(outcomes.Scores.ToArray(), score => -score)
        : outcomes.Scores.ToArray();

    public ScoreValidation Validation(IReadOnlyList<Text> names, ReadOnlySpan<int> bands)
    {
        var all = Enumerable.Range(0, _scores.Length).Where(i => outcomes.WeightOf(i) > 0).ToLookup(i => double.IsNaN(_scores[i]));
        int[] rated = [.. all[false]];
        int[] unrated = [.. all[true]];
        if (rated.Length == 0)
        {
            throw new ArgumentException(
                Invariant($"scores has no score for any of {_scores.Length} accounts with a weight; one must be rated."), nameof(outcomes));
        }

        var whole = Sum.Of(outcomes, rated);
        var groups = new List<OutcomeGroup>();
        if (names.Count > 0)
        {
            var inBand = new List<int>[names.Count];
            for (var i = 0; i < inBand.Length; i++)
                inBand[i] = [];
            foreach (var account in rated)
            {
                if (bands[account] >= 0)
                    inBand[bands[account]].Add(account);
            }

            var order = Enumerable.Range(0, names.Count);
            groups = Groups(
                (options.EventsAtLowScores ? order : order.Reverse()).Select(i => (names[i], (IReadOnlyList<int>)inBand[i])), whole);
        }

        var ranked = HasBoth(whole) ? RankedOutcomes.Of(_scores, outcomes.Events.Span, outcomes.Weights.Span) : null;
        var area = ranked is null ? null
            : outcomes.Accounts.IsEmpty ? ranked.Area(options.Confidence)
            : RocArea.Of(_scores, outcomes.Events.Span, outcomes.Weights.Span, options.Confidence, outcomes.Accounts.Span);
        var distinct = rated.DistinctBy(outcomes.AccountOf).Count();
        var distance = ranked?.Distance();
        var correlation = outcomes.AreAmounts
            ? RankCorrelation.Of([.. rated.Select(i => (_scores[i], outcomes.OutcomeOf(i)))], options.Confidence, distinct)
            : null;
        var together = Group(ValidationTexts.Say("Scoring.Validation.rated"), rated, whole) with
        {
            CumulativeShare = 1, CumulativeCapture = whole.Outcome > 0 ? 1 : null,
        };
        var apart = unrated.Length == 0
            ? null
            : Group(ValidationTexts.Say("Scoring.Validation.unrated"), unrated, whole) with { Share = 0, Capture = null };
        var (brier, reference) = Brier(rated);
        var (least, told) = LeastOf(rated);
        return new()
        {
            AreAmounts = outcomes.AreAmounts,
            Rated = together,
            Unrated = apart,
            Area = area,
            Correlation = correlation,
            Gini = area?.Gini ?? (outcomes.AreAmounts ? GiniOfGains(rated) : null),
            KolmogorovSmirnov = distance?.Distance,
            KolmogorovSmirnovAt = options.EventsAtLowScores ? -distance?.At : distance?.At,
            Brier = brier,
            BrierOfRate = reference,
            Bands = groups,
            Tenths = Groups(Tenths(rated), whole),
            Verdict = VerdictOf(least, area, correlation),
            Findings =
            [
                .. Repeated(rated.Length, distinct), .. Uneven(told, least), .. InDisorder(groups), .. Missed(groups),
                .. Differing(together, apart),
            ],
        };
    }

    private bool HasBoth(Sum whole) => !outcomes.AreAmounts && whole.Events > 0 && whole.Events < whole.Accounts;

    // How many accounts there are of the rarer kind, and how many of the same weight would tell as much.
    private (double Least, int Told) LeastOf(int[] rated)
    {
        int[][] kinds = outcomes.AreAmounts
            ? [rated]
            : [[.. rated.Where(i => outcomes.Events.Span[i])], [.. rated.Where(i => !outcomes.Events.Span[i])]];
        return (kinds.Min(Alike), kinds.Min(kind => kind.DistinctBy(outcomes.AccountOf).Count()));

        double Alike(int[] rows)
        {
            double sum = 0, squares = 0;
            foreach (var account in rows.GroupBy(outcomes.AccountOf))
            {
                var weight = account.Average(outcomes.WeightOf);
                (sum, squares) = (sum + weight, squares + (weight * weight));
            }

            return rows.Length == 0 ? 0 : sum * sum / squares;
        }
    }

    private ValidationVerdict VerdictOf(double least, RocArea? area, RankCorrelation? correlation)
    {
        // Equal weights may miss their number by a rounding.
        if (least < options.LeastOutcomes - 1e-6)
            return ValidationVerdict.TooFewOutcomes;

        // Where everything is told apart there is no interval, and nothing to doubt either.
        var (value, range, coin) = outcomes.AreAmounts
            ? (correlation!.Value, correlation.Interval, 0.0)
            : (area!.Value, area.Interval, 0.5);
        var (low, high) = (range?.Low ?? value ?? coin, range?.High ?? value ?? coin);
        return low > coin ? ValidationVerdict.Kept : high < coin ? ValidationVerdict.Reversed : ValidationVerdict.NotShown;
    }

    // A group ends where its share of the accounts is full; those of one score go where the middle of them is.
    private IEnumerable<(Text Name, IReadOnlyList<int> Accounts)> Tenths(int[] rated)
    {
        var scores = Array.ConvertAll(rated, i => -_scores[i]);
        var order = (int[])rated.Clone();
        Array.Sort(scores, order);
        var total = rated.Sum(outcomes.WeightOf);
        var groups = new SortedDictionary<int, List<int>>();
        var before = 0.0;
        for (int from = 0, to; from < order.Length; from = to)
        {
            var weight = 0.0;
            for (to = from; to < order.Length && scores[to] == scores[from]; to++)
                weight += outcomes.WeightOf(order[to]);
            var group = Math.Clamp((int)(options.Groups * (before + (weight / 2)) / total), 0, options.Groups - 1);
            if (!groups.TryGetValue(group, out var members))
                groups[group] = members = [];
            for (var i = from; i < to; i++)
                members.Add(order[i]);
            before += weight;
        }

        return groups.Select(group => (
            (Text)Invariant($"{group.Key + 1}"), (IReadOnlyList<int>)group.Value));
    }

    private List<OutcomeGroup> Groups(IEnumerable<(Text Name, IReadOnlyList<int> Accounts)> members, Sum whole)
    {
        var groups = new List<OutcomeGroup>();
        double weight = 0, outcome = 0;
        foreach (var (name, accounts) in members)
        {
            var sum = Sum.Of(outcomes, accounts);
            (weight, outcome) = (weight + sum.Weight, outcome + sum.Outcome);
            groups.Add(Group(name, accounts, whole) with
            {
                CumulativeShare = Math.Min(1, weight / whole.Weight),
                CumulativeCapture = whole.Outcome > 0 ? Math.Min(1, outcome / whole.Outcome) : null,
            });
        }

        return groups;
    }

    private OutcomeGroup Group(Text name, IReadOnlyList<int> accounts, Sum whole)
    {
        if (accounts.Count == 0)
            return new() { Name = name, Capture = whole.Outcome > 0 ? 0 : null };
        var sum = Sum.Of(outcomes, accounts);
        var (mean, overall) = (sum.Outcome / sum.Weight, whole.Outcome / whole.Weight);
        var scores = accounts.Where(i => !double.IsNaN(_scores[i])).Select(i => outcomes.Scores.Span[i]).ToArray();
        var promised = outcomes.Probabilities.IsEmpty ? [] : accounts.Where(i => !double.IsNaN(outcomes.Probabilities.Span[i])).ToArray();
        return new()
        {
            Name = name,
            Lowest = scores.Length == 0 ? null : scores.Min(),
            Highest = scores.Length == 0 ? null : scores.Max(),
            Accounts = sum.Accounts,
            Events = sum.Events,
            Share = Math.Min(1, sum.Weight / whole.Weight),
            Outcome = outcomes.AreAmounts ? mean : Math.Min(1, mean),
            Interval = IntervalOf(accounts, sum, mean),
            Lift = overall > 0 ? mean / overall : null,
            Capture = whole.Outcome > 0 ? Math.Min(1, sum.Outcome / whole.Outcome) : null,
            Promised = promised.Length < accounts.Count
                ? null
                : Math.Clamp(promised.Sum(i => outcomes.WeightOf(i) * outcomes.Probabilities.Span[i]) / sum.Weight, 0, 1),
        };
    }

    private ConfidenceInterval? IntervalOf(IReadOnlyList<int> accounts, Sum sum, double mean)
    {
        // So many accounts of the same weight would tell as much.
        var alike = sum.Weight * sum.Weight / sum.Squares;
        if (!outcomes.AreAmounts)
        {
            var count = sum.Events == 0 ? 0 : sum.Events == sum.Accounts ? alike : mean * alike;
            var (low, high) = ConfidenceInterval.Wilson(count, alike, options.Confidence);
            return new(low, high, options.Confidence);
        }

        if (accounts.DistinctBy(outcomes.AccountOf).Count() < 2)
            return null;
        var spread = accounts.GroupBy(outcomes.AccountOf).Sum(
            rows => RankedOutcomes.Squared(rows.Sum(i => outcomes.WeightOf(i) * (outcomes.OutcomeOf(i) - mean))));
        var half = ConfidenceInterval.Quantile(options.Confidence)
            * Math.Sqrt(spread / ((sum.Weight * sum.Weight) - sum.Squares));
        return new(Math.Max(0, mean - half), mean + half, options.Confidence);
    }

    private (double? Brier, double? OfRate) Brier(int[] rated)
    {
        if (outcomes.AreAmounts || outcomes.Probabilities.IsEmpty)
            return (null, null);
        int[] promised = [.. rated.Where(i => !double.IsNaN(outcomes.Probabilities.Span[i]))];
        if (promised.Length == 0)
            return (null, null);
        var sum = Sum.Of(outcomes, promised);
        var rate = sum.Outcome / sum.Weight;
        return (
            promised.Sum(i => outcomes.WeightOf(i) * RankedOutcomes.Squared(outcomes.Probabilities.Span[i] - outcomes.OutcomeOf(i)))
                / sum.Weight,
            rate * (1 - rate));
    }

    // The area between curve and diagonal over that of the best order. Accounts with one score share what they bring.
    private double? GiniOfGains(int[] rated)
    {
        var best = AreaOf(rated, i => outcomes.OutcomeOf(i));
        return best > 1e-12 ? Math.Clamp(AreaOf(rated, i => _scores[i]) / best, -1, 1) : null;

        double AreaOf(int[] accounts, Func<int, double> by)
        {
            var keys = Array.ConvertAll(accounts, i => -by(i));
            var order = (int[])accounts.Clone();
            Array.Sort(keys, order);
            var sum = Sum.Of(outcomes, accounts);
            if (sum.Outcome <= 0)
                return 0;
            double area = 0, reached = 0;
            for (int from = 0, to; from < order.Length; from = to)
            {
                double weight = 0, outcome = 0;
                for (to = from; to < order.Length && keys[to] == keys[from]; to++)
                {
                    weight += outcomes.WeightOf(order[to]);
                    outcome += outcomes.WeightOf(order[to]) * outcomes.OutcomeOf(order[to]);
                }

                area += weight / sum.Weight * ((reached + (outcome / 2)) / sum.Outcome);
                reached += outcome;
            }

            return area - 0.5;
        }
    }

    private static IEnumerable<ValidationFinding> Repeated(int rows, int accounts)
    {
        if (accounts < rows)
        {
            yield return new(
                ValidationFindingKind.AccountsRepeated, ValidationTexts.Say("Scoring.Validation.repeated", rows, accounts));
        }
    }

    private IEnumerable<ValidationFinding> Uneven(int told, double least)
    {
        if (told >= options.LeastOutcomes && least < options.LeastOutcomes - 1e-6)
        {
            yield return new(ValidationFindingKind.WeightsUneven, ValidationTexts.Say(
                "Scoring.Validation.uneven", told, NumberCell.Of(least, 1), options.LeastOutcomes));
        }
    }

    private IEnumerable<ValidationFinding> InDisorder(IReadOnlyList<OutcomeGroup> bands)
    {
        OutcomeGroup[] filled = [.. bands.Where(band => band.Accounts > 0)];
        for (var i = 1; i < filled.Length; i++)
        {
            var (better, worse) = (filled[i - 1], filled[i]);
            if (worse.Outcome <= better.Outcome)
                continue;
            var isSure = worse.Interval is { } above && better.Interval is { } below && above.Low > below.High;
            yield return new(ValidationFindingKind.BandsNotInOrder, ValidationTexts.Say(
                isSure ? "Scoring.Validation.disorder.sure" : "Scoring.Validation.disorder.chance",
                worse.Name, Told(worse.Outcome), better.Name, Told(better.Outcome)));
        }
    }

    private static IEnumerable<ValidationFinding> Missed(IReadOnlyList<OutcomeGroup> bands) =>
        bands.Where(band => band.IsCalibrated == false).Select(band => new ValidationFinding(
            ValidationFindingKind.PromiseMissed,
            ValidationTexts.Say(
                "Scoring.Validation.missed", band.Name, NumberCell.Percent(band.Promised, 1), NumberCell.Percent(band.Outcome, 1),
                NumberCell.Percent(band.Interval!.Low, 1), NumberCell.Percent(band.Interval.High, 1))));

    private IEnumerable<ValidationFinding> Differing(OutcomeGroup rated, OutcomeGroup? unrated)
    {
        if (unrated?.Interval is { } range && rated.Interval is { } of && (range.Low > of.High || range.High < of.Low))
        {
            yield return new(ValidationFindingKind.UnratedDiffer, ValidationTexts.Say(
                "Scoring.Validation.unratedDiffer", unrated.Accounts, Told(unrated.Outcome), Told(rated.Outcome)));
        }
    }

    private Cell? Told(double? outcome) => outcomes.AreAmounts ? NumberCell.Of(outcome) : NumberCell.Percent(outcome, 1);

    /// <summary>The sums over accounts.</summary>
    private readonly record struct Sum(int Accounts, int Events, double Weight, double Squares, double Outcome)
    {
        public static Sum Of(ScoredOutcomes outcomes, IReadOnlyList<int> accounts)
        {
            var events = 0;
            double weight = 0, squares = 0, outcome = 0;
            foreach (var account in accounts)
            {
                var (one, brought) = (outcomes.WeightOf(account), outcomes.OutcomeOf(account));
                weight += one;
                squares += one * one;
                outcome += one * brought;
                events += brought > 0 ? 1 : 0;
            }

            // Rows of one account tell as much as one with their weight.
            if (!outcomes.Accounts.IsEmpty)
                squares = accounts.GroupBy(outcomes.AccountOf).Sum(rows => RankedOutcomes.Squared(rows.Sum(outcomes.WeightOf)));
            return new(accounts.Count, events, weight, squares, outcome);
        }
    }
}
