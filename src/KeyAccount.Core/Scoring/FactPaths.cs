using System.Globalization;
using System.Linq.Expressions;
using KeyAccount.Core.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>Finds ways to bring an account into a band by changing its facts. Every result is scored again, with everything that reads the
/// changed facts.</summary>
/// <remarks>The score is examined piece by piece along one fact. Between the knots of the scales and the limits with which measures and
/// caps compare the fact, the score is monotonic. So bisection finds the first value that is enough.</remarks>
internal sealed class FactPaths<TFacts, TBand>
    where TBand : class
{
    // So many values of one fact are all tried in combinations; of more, only those at the ends of pieces.
    private const int MostValues = 4096;

    private readonly Scorecard<TFacts, TBand> _scorecard;
    private readonly ScoreArithmetic _arithmetic;
    private readonly Knob[] _knobs;
    private readonly HashSet<string>[] _readByCaps;
    private readonly HashSet<string> _ofSeveralFacts;

    public FactPaths(Scorecard<TFacts, TBand> scorecard, ScoreArithmetic arithmetic)
    {
        (_scorecard, _arithmetic) = (scorecard, arithmetic);
        var criteria = scorecard.Criteria.Select(each => (Criterion: each, Facts: MovableFact.In(each.Definition.Measure))).ToArray();
        _ofSeveralFacts = criteria.Where(each => each.Facts.Count > 1).Select(each => each.Criterion.Key).ToHashSet(StringComparer.Ordinal);
        var all = criteria.SelectMany(each => each.Facts).DistinctBy(fact => fact.Name, StringComparer.Ordinal).ToArray();
        _readByCaps = [.. scorecard.Caps.Select(cap =>
            MovableFact.In(cap.Definition.When).Select(fact => fact.Name).ToHashSet(StringComparer.Ordinal))];
        var bodies = criteria.Select(each => FactsExpression.Normalize(each.Criterion.Definition.Measure, FactForm.Bare))
            .Concat(scorecard.Caps.Select(cap => cap.Holds))
            .ToArray();
        _knobs =
        [
            .. from fact in all
               let readers = Enumerable.Range(0, criteria.Length)
                   .Where(i => criteria[i].Facts.Any(each => each.Name == fact.Name))
                   .ToArray()
               let speakers = readers.Where(i => scorecard.Criteria[i].Control != Controllability.Given).ToArray()
               where speakers.Length > 0
               select new Knob(
                   fact,
                   readers,
                   speakers.MaxBy(i => scorecard.Criteria[i].Weight),
                   [.. bodies.SelectMany(body => Limits.Of(fact.Name, body, all))],
                   [.. all.Where(other => other.Range?.Part is { } part && other.Beside(part) == fact.Name)],
                   fact.Range?.Part is { } within ? all.FirstOrDefault(other => other.Name == fact.Beside(within)) : null),
        ];
    }

    /// <summary>Finds the ways to a band; with <paramref name="isTogetherIfNeeded"/>, several facts are changed together only where no
    /// single one is enough and no cap is in the way of that. Without <paramref name="effort"/>, the effort is the share of the
    /// scale.</summary>
    public IReadOnlyList<FactPath> To(
        TFacts facts, TBand band, Func<FactChange, double>? effort, int mostFacts, bool isTogetherIfNeeded = false)
    {
        var index = _scorecard.Bands.IndexOf(band);
        var search = new Search(this, facts, index, effort);
        if (search.IsThere)
            return [];
        var blocking = search.BlockingCaps().ToArray();
        var isBarred = Array.Exists(blocking, cap => !_knobs.Any(knob => _readByCaps[cap].Contains(knob.Fact.Name)));
        var found = isBarred || !search.IsRated ? [] : search.Changes();
        if (!isBarred && search.IsRated && (!isTogetherIfNeeded || (found.Count == 0 && blocking.Length == 0)))
            search.AddTogether(found, mostFacts);
        if (found.Count == 0 && blocking.Length > 0)
            return [.. blocking.Select(cap => Barred(_scorecard.Caps[cap]))];
        return
        [
            .. found.OrderBy(each => each.Effort).ThenBy(each => each.Changes.Count).Select(each => new FactPath
            {
                Kind = ImprovementKind.Change,
                Changes = each.Changes,
                Effort = each.Effort,
                Reason = TextTable.Library["Scoring.FactPath.Change"].With(Told(each.Changes), band),
            }),
            .. (search.IsAllKnown ? [] : new ScorePaths<TFacts, TBand>(_scorecard, _arithmetic).ToLearn(_scorecard.Assess(facts), band))
                .Select(path => new FactPath { Kind = path.Kind, Unknown = path.Key, Reason = path.Reason }),
        ];
    }

    /// <summary>Returns the facts with the changes of a path.</summary>
    public TFacts Apply(TFacts facts, FactPath path)
    {
        object changed = facts!;
        foreach (var change in path.Changes)
        {
            var knob = Array.Find(_knobs, each => each.Fact.Name == change.Fact)
                ?? throw new ArgumentException(
                    $"path changes '{change.Fact}', which no criterion of '{_scorecard.Id}' reads.", nameof(path));
            var now = knob.Fact.Of(changed)
                ?? throw new ArgumentException($"path changes '{change.Fact}', which is unknown in these facts.", nameof(path));
            var grid = GridOf(knob, changed, now);
            changed = knob.Fact.With(changed, grid.At(IndexOf(grid, change.To)));
        }

        return (TFacts)changed;
    }

    // The value that a number was written for: the one on the grid that reads the same.
    private static long IndexOf(FactGrid grid, double number)
    {
        if (grid.NumberAt(grid.Here) == number)
            return grid.Here;
        for (var index = grid.Lowest; index <= grid.Highest && grid.Lowest > grid.Highest - 1_000; index++)
        {
            if (grid.NumberAt(index) == number)
                return index;
        }

        return grid.FloorOf(number);
    }

    private static FactPath Barred(Cap<TFacts, TBand> cap) => new()
    {
        Kind = ImprovementKind.CapInTheWay,
        Cap = cap.Key,
        Reason = TextTable.Library["Scoring.FactPath.CapInTheWay"].With(cap.Label, cap.HighestBand),
    };

    private Text Told(IReadOnlyList<FactChange> changes)
    {
        var parts = changes.Select(Told).ToArray();
        return parts.Skip(1).Aggregate(parts[0], (all, part) => TextTable.Library["Scoring.FactPath.And"].With(all, part));
    }

    private Text Told(FactChange change)
    {
        var criterion = _scorecard.Criteria.First(each => each.Key == change.Criterion);
        if (criterion.LevelName(change.RawFrom) is { } from && criterion.LevelName(change.RawTo) is { } to)
            return TextTable.Library["Scoring.FactPath.Level"].With(criterion.Label, from, to);
        if (_ofSeveralFacts.Contains(criterion.Key))
        {
            // What the criterion measures is made of several facts: the one that changes is named.
            return TextTable.Library["Scoring.FactPath.Part"].With(criterion.Label, change.Fact, Shown(change.From), Shown(change.To));
        }

        return criterion.Unit.En.Length == 0
            ? TextTable.Library["Scoring.FactPath.Level"].With(criterion.Label, Shown(change.RawFrom), Shown(change.RawTo))
            : TextTable.Library["Scoring.FactPath.Step"].With(
                criterion.Label, Shown(change.RawFrom), Shown(change.RawTo), criterion.Unit);
    }

    // For a person: the exact value stands in the change.
    private static string Shown(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);

    private FactGrid GridOf(Knob knob, object facts, object now)
    {
        var criterion = _scorecard.Criteria[knob.Speaker];
        var levels = knob.Fact.IsTerm
            ? criterion.Scale.TermLevels?.Where(level => !double.IsNaN(level.Points)).Select(level => level.Level)
                .OrderBy(level => ((ITerm)level).Value).ToArray() ?? [now]
            : null;
        var grid = new FactGrid(knob.Fact, now, levels, knob.Fact.IsTerm ? null : GrainOf(knob, facts, now));
        if (knob.Fact.Range is { } range)
            grid.Within(range.Low, range.High);
        foreach (var whole in knob.Wholes)
        {
            if (whole.Of(facts) is { } bound)
                grid.Within(double.NegativeInfinity, MovableFact.NumberOf(bound));
        }

        if (knob.Part?.Of(facts) is { } least)
            grid.Within(MovableFact.NumberOf(least), double.PositiveInfinity);
        return grid;
    }

    // The step of the criterion in the unit of the fact, where the measure is a line through it; else what that unit makes natural.
    private double? GrainOf(Knob knob, object facts, object now)
    {
        var criterion = _scorecard.Criteria[knob.Speaker];
        if (criterion.Step is { } step && Slope.Of(criterion.Value.Body, knob.Fact.Name) is { } slope && slope != 0)
            return Math.Abs(step / slope);
        return knob.Fact.Range?.Unit switch
        {
            FactUnit.Fraction => 0.01,
            FactUnit.Money => 0.01,
            FactUnit.Points or FactUnit.Days or FactUnit.Months or FactUnit.Count or FactUnit.TimesPerYear or FactUnit.Rank
                or FactUnit.Rating => 1,
            _ => null,
        };
    }

    /// <summary>A fact that can be changed, and the criteria that read it.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="Readers">The criteria that read it.</param>
    /// <param name="Speaker">The criterion that stands for it: the one with the highest weight that is not given.</param>
    /// <param name="Limits">The limits with which measures and caps compare the fact.</param>
    /// <param name="Wholes">The facts that it is part of.</param>
    /// <param name="Part">The fact that is part of it.</param>
    private sealed record Knob(
        MovableFact Fact, int[] Readers, int Speaker, Func<object, double?>[] Limits, MovableFact[] Wholes, MovableFact? Part);

    /// <summary>A value of a fact on the way: its effort, and what it adds to the weighted points.</summary>
    private readonly record struct Option(long Index, object Value, double Effort, double Gain) : IComparable<Option>
    {
        public int CompareTo(Option other) => Effort.CompareTo(other.Effort) is not 0 and var byEffort ? byEffort
            : other.Gain.CompareTo(Gain) is not 0 and var byGain ? byGain
            : Index.CompareTo(other.Index);
    }

    /// <summary>What a value of a fact adds to the weighted points of each criterion that reads it, and its effort; NaN where it adds
    /// nothing.</summary>
    private readonly record struct Point(long Index, double Effort, double[] Points);

    /// <summary>The search for paths of one account to one band.</summary>
    private sealed class Search
    {
        private readonly FactPaths<TFacts, TBand> _paths;
        private readonly Scorecard<TFacts, TBand> _scorecard;
        private readonly Func<FactChange, double>? _effort;
        private readonly object _facts;
        private readonly int _band;
        private readonly double[] _numbers;
        private readonly double[] _parts;
        private readonly double[] _now;
        private readonly double _known;
        private readonly (Knob Knob, FactGrid Grid)[] _movable;
        private readonly long[][] _ends;

        public Search(FactPaths<TFacts, TBand> paths, TFacts facts, int band, Func<FactChange, double>? effort)
        {
            (_paths, _scorecard, _facts, _band, _effort) = (paths, paths._scorecard, facts!, band, effort);
            _numbers = new double[(2 * _scorecard.Criteria.Count) + _scorecard.Caps.Count];
            _parts = new double[_scorecard.Criteria.Count];
            var index = _scorecard.BandIndex(facts, _numbers, _parts, out _known);
            (IsRated, IsThere) = (index >= 0, index >= band);
            _now = [.. _numbers];
            _movable = [.. Movable()];
            _ends = new long[_movable.Length][];
        }

        private IEnumerable<(Knob Knob, FactGrid Grid)> Movable()
        {
            foreach (var knob in _paths._knobs)
            {
                if (knob.Fact.Of(_facts) is not { } now || double.IsNaN(MovableFact.NumberOf(now)) || !AreKnown(knob.Readers))
                    continue;
                var grid = _paths.GridOf(knob, _facts, now);
                if (grid.Here >= 0 || !knob.Fact.IsTerm)
                    yield return (knob, grid);
            }
        }

        private bool AreKnown(int[] criteria)
        {
            foreach (var i in criteria)
            {
                if (double.IsNaN(Points(_now, i)))
                    return false;
            }

            return true;
        }

        public bool IsRated { get; }

        public bool IsThere { get; }

        public bool IsAllKnown => !_now.AsSpan(0, _scorecard.Criteria.Count).Contains(double.NaN);

        public IEnumerable<int> BlockingCaps() => Enumerable.Range(0, _scorecard.Caps.Count).Where(cap =>
            _now[(2 * _scorecard.Criteria.Count) + cap] == 1
            && _scorecard.Bands.IndexOf(_scorecard.Caps[cap].HighestBand) < _band);

        /// <summary>The smallest sufficient change of each fact alone.</summary>
        public List<(IReadOnlyList<FactChange> Changes, double Effort)> Changes()
        {
            var found = new List<(IReadOnlyList<FactChange> Changes, double Effort)>();
            for (var i = 0; i < _movable.Length; i++)
            {
                var (knob, grid) = _movable[i];
                _ends[i] = EndsOf(_facts, knob, grid);
                if (Nearest(_facts, knob, grid, _ends[i]) is { } there)
                {
                    var change = ChangeOf(knob, grid, there);
                    found.Add(([change], EffortOf(change)));
                }
            }

            return found;
        }

        /// <summary>Adds changes of several facts that take less effort than all that were found before.</summary>
        public void AddTogether(List<(IReadOnlyList<FactChange> Changes, double Effort)> found, int mostFacts)
        {
            var best = found.Count == 0 ? double.PositiveInfinity : found.Min(each => each.Effort);
            var options = mostFacts < 2 ? [] : _movable.Select((each, i) => OptionsOf(each.Knob, each.Grid, _ends[i])).ToArray();
            for (var size = 2; size <= Math.Min(mostFacts, _movable.Length); size++)
            {
                if (Cheapest(size, options, best) is not { } combination)
                    continue;
                found.Add(combination);
                best = combination.Effort;
            }
        }

        private double Points(double[] numbers, int criterion) => numbers[_scorecard.Criteria.Count + criterion];

        private bool Reaches(object facts)
        {
            try
            {
                return _scorecard.BandIndex((TFacts)facts, _numbers, _parts, out _) >= _band;
            }
            catch (ArgumentException)
            {
                // Facts that cannot be.
                return false;
            }
        }

        // The numbers of facts that differ in one value; NaN all through where they cannot be.
        private double[] Read(object facts)
        {
            try
            {
                _scorecard.Read((TFacts)facts, _numbers);
            }
            catch (ArgumentException)
            {
                Array.Fill(_numbers, double.NaN);
            }

            return _numbers;
        }

        private double EffortOf(FactChange change)
        {
            if (_effort is null)
                return change.Share;
            var effort = _effort(change);
            return effort >= 0
                ? effort
                : throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"effort gives {effort} for '{change.Fact}'; it must be 0 or more."), "effort");
        }

        // Most values that are tried are not told, so the usual effort does without the change.
        private double EffortOf(Knob knob, FactGrid grid, long index, double to) =>
            _effort is null ? ShareOf(knob, to) : EffortOf(ChangeOf(knob, grid, index, to));

        private FactChange ChangeOf(Knob knob, FactGrid grid, long index) =>
            ChangeOf(knob, grid, index, Read(knob.Fact.With(_facts, grid.At(index)))[knob.Speaker]);

        private FactChange ChangeOf(Knob knob, FactGrid grid, long index, double to) => new(
            knob.Fact.Name, _scorecard.Criteria[knob.Speaker].Key, grid.NumberAt(grid.Here), grid.NumberAt(index), _now[knob.Speaker], to,
            ShareOf(knob, to));

        private double ShareOf(Knob knob, double to)
        {
            var knots = _scorecard.Criteria[knob.Speaker].Scale.Knots;
            var width = knots[^1].Raw - knots[0].Raw;
            var share = Math.Abs(to - _now[knob.Speaker]) / (width == 0 ? 1 : width);
            return double.IsFinite(share) ? share : 0;
        }

        // The value nearest to the one now that reaches the band, this fact alone being changed; by effort where both directions do.
        private long? Nearest(object facts, Knob knob, FactGrid grid, long[] ends)
        {
            var (up, down) = (First(1), First(-1));
            if (up is not { } above || down is not { } below)
                return up ?? down;
            return EffortOf(ChangeOf(knob, grid, below)) < EffortOf(ChangeOf(knob, grid, above)) ? below : above;

            // Ends are ascending; outward from the present value, which may be an end too.
            long? First(int direction)
            {
                var before = grid.Here;
                for (var i = direction > 0 ? 0 : ends.Length - 1; i >= 0 && i < ends.Length; i += direction)
                {
                    var end = ends[i];
                    if (direction > 0 ? end <= grid.Here : end >= grid.Here)
                        continue;
                    if (IsEnough(end))
                        return FactGrid.Border(before, end, IsEnough);
                    before = end;
                }

                return null;
            }

            bool IsEnough(long index) => Reaches(knob.Fact.With(facts, grid.At(index)));
        }

        private static long[] Each(long first, long last)
        {
            var all = new long[last - first + 1];
            for (var i = 0; i < all.Length; i++)
                all[i] = first + i;
            return all;
        }

        private static long[] Ascending(List<long> ends)
        {
            ends.Sort();
            var kept = 0;
            for (var i = 0; i < ends.Count; i++)
            {
                if (kept == 0 || ends[i] != ends[kept - 1])
                    ends[kept++] = ends[i];
            }

            ends.RemoveRange(kept, ends.Count - kept);
            return [.. ends];
        }

        // Where the pieces of the score along one fact end, ascending: with the values on both sides of each end.
        private long[] EndsOf(object facts, Knob knob, FactGrid grid)
        {
            if (grid.Lowest >= grid.Highest - 16)
                return Each(grid.Lowest, grid.Highest);
            var ends = new List<long> { grid.Here };
            Add(Far(-1), 0);
            Add(Far(1), 0);
            foreach (var limit in knob.Limits)
            {
                if (limit(facts) is { } value)
                    Add(grid.FloorOf(value), 1);
            }

            var sides = Ascending(ends);
            for (var i = 1; i < sides.Length; i++)
            {
                if (FactGrid.AreApart(sides[i - 1], sides[i]))
                    AddKnots(sides[i - 1], sides[i]);
            }

            return ends.Count == sides.Length ? sides : Ascending(ends);

            void Add(long index, int around)
            {
                for (var i = -around; i <= around + 1; i++)
                {
                    if (around > 0 || i == 0)
                        ends.Add(Math.Clamp(index + i, grid.Lowest, grid.Highest));
                }
            }

            double Raw(int criterion, long index) => Read(knob.Fact.With(facts, grid.At(index)))[criterion];

            // Beyond it, nothing changes any more.
            long Far(int direction)
            {
                var limit = direction < 0 ? grid.Lowest : grid.Highest;
                if (!grid.HasGrain)
                    return FarDouble(direction, limit);
                for (long step = 1; ; step *= 2)
                {
                    var index = grid.Here + (direction * step);
                    if (direction < 0 ? index <= limit : index >= limit)
                        return limit;
                    if (IsSpent(index, direction))
                        return index;
                }
            }

            long FarDouble(int direction, long limit)
            {
                for (var step = Math.Max(1e-3, Math.Abs(grid.NumberAt(grid.Here)) / 8); step < 1e200; step *= 2)
                {
                    var index = grid.FloorOf(grid.NumberAt(grid.Here) + (direction * step));
                    if (direction < 0 ? index <= limit : index >= limit)
                        return limit;
                    if (IsSpent(index, direction))
                        return index;
                }

                return limit;
            }

            bool IsSpent(long index, int direction)
            {
                var numbers = Read(knob.Fact.With(facts, grid.At(index)));
                if (double.IsNaN(numbers[knob.Speaker]))
                    return true;
                foreach (var i in knob.Readers)
                {
                    // On the way to a knot, or between two.
                    var (knots, raw) = (_scorecard.Criteria[i].Scale.Knots, numbers[i]);
                    if ((raw >= _now[i] && raw < knots[^1].Raw && (raw > _now[i] || raw > knots[0].Raw))
                        || (raw < _now[i] && raw > knots[0].Raw))
                        return false;
                }

                // Past the limits too.
                var value = grid.NumberAt(index);
                return knob.Limits.All(limit => limit(facts) is not { } at || (direction < 0 ? value < at : value > at))
                    && (FactGrid.AreApart(index, grid.Here) || grid.Lowest > grid.Highest - 4);
            }

            void AddKnots(long first, long last)
            {
                foreach (var i in knob.Readers)
                {
                    var (from, to) = (Raw(i, first), Raw(i, last));
                    if (from == to || double.IsNaN(from) || double.IsNaN(to))
                        continue;
                    var (start, end) = (grid.NumberAt(first), grid.NumberAt(last));
                    var middle = FactGrid.Between(first, last);
                    var ratio = (grid.NumberAt(middle) - start) / (end - start);
                    var isLine = Math.Abs(Raw(i, middle) - (from + ((to - from) * ratio))) <= 1e-9 * (Math.Abs(from) + Math.Abs(to));
                    foreach (var knot in _scorecard.Criteria[i].Scale.Knots)
                    {
                        if ((knot.Raw < from && knot.Raw < to) || (knot.Raw > from && knot.Raw > to))
                            continue;
                        Add(isLine ? grid.FloorOf(start + ((knot.Raw - from) / (to - from) * (end - start))) : Crossing(i, knot.Raw), 1);
                    }

                    long Crossing(int criterion, double knot) =>
                        FactGrid.Border(first, last, index => Raw(criterion, index) < knot != from < knot) - 1;
                }
            }
        }

        // The values that add more than every cheaper one, the cheapest first.
        private Option[] OptionsOf(Knob knob, FactGrid grid, long[] ends)
        {
            var isEach = ends[0] >= ends[^1] - MostValues;
            var options = new List<Option>();
            var (before, here) = (PointAt(ends[0]), default(Point));
            for (var i = 1; i < ends.Length; i++, before = here)
            {
                here = PointAt(ends[i]);
                if (!isEach || !Adds(before, here))
                    continue;
                for (var index = ends[i - 1] + 1; index < ends[i]; index++)
                    _ = Try(index, null);
            }

            options.Sort();
            var record = 0.0;
            options.RemoveAll(option =>
            {
                var isMore = option.Gain > record;
                record = Math.Max(record, option.Gain);
                return !isMore;
            });
            return [.. options];

            Point PointAt(long index)
            {
                var points = new double[knob.Readers.Length];
                return new(index, Try(index, points), points);
            }

            // The effort of a value, which is an option if it adds something; else NaN.
            double Try(long index, double[]? points)
            {
                var value = grid.At(index);
                var numbers = Read(knob.Fact.With(_facts, value));
                var gain = 0.0;
                for (var i = 0; i < knob.Readers.Length; i++)
                {
                    var reader = knob.Readers[i];
                    var added = _paths._arithmetic.Weights[reader] * (Points(numbers, reader) - Points(_now, reader));
                    gain += added;
                    if (points is not null)
                        points[i] = added;
                }

                if (!(gain > 0) || index == grid.Here)
                    return double.NaN;
                var effort = EffortOf(knob, grid, index, numbers[knob.Speaker]);
                options.Add(new(index, value, effort, gain));
                return effort;
            }

            // Between two ends each criterion lies between what it has there. What adds nothing, or no more than the nearer end for no less
            // effort, is not worth trying. NaN says nothing about what lies between.
            bool Adds(Point first, Point last)
            {
                var (most, isLevel) = (0.0, true);
                for (var i = 0; i < first.Points.Length; i++)
                {
                    most += Math.Max(first.Points[i], last.Points[i]);
                    isLevel &= first.Points[i] == last.Points[i];
                }

                var (near, far) = first.Index >= grid.Here ? (first, last) : (last, first);
                return !(most <= 0) && !(isLevel && near.Effort <= far.Effort);
            }
        }

        private (IReadOnlyList<FactChange> Changes, double Effort)? Cheapest(int size, Option[][] options, double best)
        {
            // A little less than is needed: what seems to be enough is scored before it is believed.
            var cut = _scorecard.Bands.InOrder[_band].From - 1e-6;
            var sum = _paths._arithmetic.SumOf(_now.AsSpan(_scorecard.Criteria.Count, _scorecard.Criteria.Count));
            var needed = (cut * (_paths._arithmetic.Policy == MissingData.Renormalize ? _known : 1)) - sum;
            (int[] Facts, Option[] Options, double Effort)? found = null;
            foreach (var facts in Subsets(size))
            {
                var ordered = facts.OrderBy(fact => options[fact].Length).ToArray();
                var areApart = ordered.SelectMany(fact => _movable[fact].Knob.Readers).Distinct().Count()
                    == ordered.Sum(fact => _movable[fact].Knob.Readers.Length);
                if (ordered.Any(fact => options[fact].Length == 0)
                    || (areApart && ordered.Sum(fact => options[fact][^1].Gain) < needed))
                    continue;
                Try(ordered, 0, new Option[size], areApart, _facts, 0, 0);
            }

            if (found is not { } combination)
                return null;
            var changes = combination.Facts.Zip(combination.Options)
                .OrderBy(pair => pair.First)
                .Select(pair => ChangeOf(_movable[pair.First].Knob, _movable[pair.First].Grid, pair.Second.Index))
                .ToArray();
            return (changes, combination.Effort);

            void Try(int[] facts, int depth, Option[] chosen, bool areApart, object changed, double effort, double gain)
            {
                var list = options[facts[depth]];
                var fact = _movable[facts[depth]].Knob.Fact;
                if (depth < facts.Length - 1)
                {
                    foreach (var option in list)
                    {
                        if (effort + option.Effort >= best)
                            return;
                        chosen[depth] = option;
                        Try(facts, depth + 1, chosen, areApart, areApart ? changed : fact.With(changed, option.Value),
                            effort + option.Effort, gain + option.Gain);
                    }

                    return;
                }

                // The first that is enough; gains rise with effort.
                var (no, yes) = (-1, list.Length);
                while (yes - no > 1)
                {
                    var middle = (no + yes) / 2;
                    if (areApart ? gain + list[middle].Gain >= needed : Reaches(fact.With(changed, list[middle].Value)))
                        yes = middle;
                    else
                        no = middle;
                }

                for (; yes < list.Length && effort + list[yes].Effort < best; yes++)
                {
                    chosen[depth] = list[yes];
                    if (!Reaches(Changed(facts, chosen)))
                        continue;
                    var shrunk = Shrunk(facts, [.. chosen]);
                    if (shrunk is null)
                        return;
                    best = shrunk.Sum(option => option.Effort);
                    found = ([.. facts], shrunk, best);
                    return;
                }
            }
        }

        private object Changed(int[] facts, Option[] options)
        {
            var changed = _facts;
            for (var i = 0; i < facts.Length; i++)
                changed = _movable[facts[i]].Knob.Fact.With(changed, options[i].Value);
            return changed;
        }

        // Where effort does not rise with every step, a part may still be larger than it need be. Null where one is not needed at all.
        private Option[]? Shrunk(int[] facts, Option[] options)
        {
            for (var i = 0; i < options.Length; i++)
            {
                var (knob, grid) = _movable[facts[i]];
                var option = options[i];
                if (option.Index == grid.Here)
                    continue;
                var yes = option.Index;
                if (grid.HasGrain)
                {
                    for (var index = Nearer(yes); IsEnough(index); index = Nearer(index))
                    {
                        if (index == grid.Here)
                            return null;
                        yes = index;
                    }
                }
                else
                {
                    // Between two doubles there are too many to try each.
                    if (IsEnough(grid.Here))
                        return null;
                    yes = FactGrid.Border(grid.Here, yes, IsEnough);
                }

                options[i] = yes == option.Index ? option
                    : new(yes, grid.At(yes), EffortOf(ChangeOf(knob, grid, yes)), option.Gain);

                long Nearer(long index) => index + grid.Here.CompareTo(index);

                bool IsEnough(long index)
                {
                    options[i] = option with { Index = index, Value = grid.At(index) };
                    return Reaches(Changed(facts, options));
                }
            }

            return options;
        }

        private IEnumerable<int[]> Subsets(int size, int from = 0) => size == 0
            ? [[]]
            : Enumerable.Range(from, _movable.Length - from)
                .SelectMany(first => Subsets(size - 1, first + 1).Select(rest => (int[])[first, .. rest]));
    }
}

/// <summary>The factor of a fact in a measure: raw = slope · fact + …; for measures that are a line through it.</summary>
internal static class Slope
{
    public static double? Of(Expression measure, string fact) => measure switch
    {
        MemberExpression member => Limits.NameOf(member) == fact ? 1 : 0,
        ConstantExpression => 0,
        UnaryExpression { NodeType: ExpressionType.Convert } conversion => Of(conversion.Operand, fact),
        UnaryExpression { NodeType: ExpressionType.Negate } negation => -Of(negation.Operand, fact),
        BinaryExpression { NodeType: ExpressionType.Add } sum => Of(sum.Left, fact) + Of(sum.Right, fact),
        BinaryExpression { NodeType: ExpressionType.Subtract } difference => Of(difference.Left, fact) - Of(difference.Right, fact),
        BinaryExpression { NodeType: ExpressionType.Multiply } product when FactInterval.NumberOf(product.Left) is { } factor =>
            factor * Of(product.Right, fact),
        BinaryExpression { NodeType: ExpressionType.Multiply } product when FactInterval.NumberOf(product.Right) is { } factor =>
            factor * Of(product.Left, fact),
        BinaryExpression { NodeType: ExpressionType.Divide } quotient
            when FactInterval.NumberOf(quotient.Right) is { } divisor && divisor != 0 => Of(quotient.Left, fact) / divisor,
        _ => null,
    };
}

/// <summary>The values with which measures and caps compare a fact; the score may jump there.</summary>
internal sealed class Limits : ExpressionVisitor
{
    private readonly string _fact;
    private readonly IReadOnlyList<MovableFact> _others;
    private readonly List<Func<object, double?>> _found = [];

    private Limits(string fact, IReadOnlyList<MovableFact> others) => (_fact, _others) = (fact, others);

    public static IReadOnlyList<Func<object, double?>> Of(string fact, OverFacts body, IReadOnlyList<MovableFact> others)
    {
        var limits = new Limits(fact, others);
        _ = limits.Visit(body.Body);
        return limits._found;
    }

    public static string? NameOf(Expression expression)
    {
        if (FactsExpression.Unconverted(expression) is not MemberExpression { Expression: { } of } member)
            return null;
        return of is ParameterExpression ? member.Member.Name : NameOf(of) is { } before ? $"{before}.{member.Member.Name}" : null;
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan
            or ExpressionType.GreaterThanOrEqual or ExpressionType.Equal or ExpressionType.NotEqual)
        {
            Compare(node.Left, node.Right);
            Compare(node.Right, node.Left);
        }

        return base.VisitBinary(node);
    }

    // fact ⋛ number, factor · fact + offset ⋛ number, fact ⋛ another fact
    private void Compare(Expression side, Expression other)
    {
        if (FactInterval.NumberOf(other) is { } number)
        {
            if (Slope.Of(side, _fact) is { } slope && slope != 0 && NameOf(side) == _fact)
                _found.Add(_ => number);
        }
        else if (NameOf(side) == _fact && NameOf(other) is { } name && _others.FirstOrDefault(each => each.Name == name) is { } fact)
        {
            _found.Add(facts => fact.Of(facts) is { } value ? MovableFact.NumberOf(value) : null);
        }
    }
}
