namespace KeyAccount.Core.Stakeholders;

/// <summary>The graph of introductions: who can introduce us to whom. A person is an index into the people by id, so that the order of the
/// input cannot matter.</summary>
internal sealed class StakeholderGraph
{
    // The strongest first; of equals the one with fewer steps.
    private static readonly Comparer<(double Strength, int Steps)> BestFirst = Comparer<(double Strength, int Steps)>.Create(
        (one, other) => one.Strength != other.Strength ? other.Strength.CompareTo(one.Strength) : one.Steps.CompareTo(other.Steps));

    private readonly IReadOnlyList<Stakeholder> _people;
    private readonly bool[] _isSupporter;
    private readonly bool[] _isOpen;
    private readonly int[] _supporters;
    private readonly List<(int To, Tie Tie)>[] _onward;
    private readonly Lazy<Label?[]> _toOthers;

    /// <summary>Builds the graph of a map.</summary>
    /// <param name="people">The people, by id.</param>
    /// <param name="ties">The ties between them.</param>
    /// <param name="isSupporter">The people with whom a path may begin.</param>
    /// <param name="isOpen">The people over whom a path may lead.</param>
    public StakeholderGraph(
        IReadOnlyList<Stakeholder> people, IReadOnlyList<Tie> ties, Func<Stakeholder, bool> isSupporter, Func<Stakeholder, bool> isOpen)
    {
        _people = people;
        _isSupporter = [.. people.Select(isSupporter)];
        _isOpen = [.. people.Select(isOpen)];
        _supporters = [.. Enumerable.Range(0, people.Count).Where(i => _isSupporter[i])];
        _onward = [.. people.Select(_ => new List<(int To, Tie Tie)>())];
        _toOthers = new(() => Search(-1));
        var indexes = people.Select((person, i) => (person.Id, i)).ToDictionary(each => each.Id, each => each.i, StringComparer.Ordinal);
        var ends = ties.Select(tie => (From: indexes[tie.From], To: indexes[tie.To], Tie: tie)).ToArray();
        var opposed = ends.Where(end => end.Tie.Kind == TieKind.Opposition)
            .SelectMany(end => ((int, int)[])[(end.From, end.To), (end.To, end.From)]).ToHashSet();
        var ways = ends.Where(end => end.Tie.Kind.CarriesForward)
            .Concat(ends.Where(end => end.Tie.Kind.CarriesBack).Select(end => (From: end.To, To: end.From, end.Tie)))
            .Where(way => !opposed.Contains((way.From, way.To)))
            .GroupBy(way => (way.From, way.To));
        foreach (var way in ways)
        {
            var strongest = way.Select(each => each.Tie).OrderByDescending(tie => tie.Strength).ThenBy(tie => tie.Kind.Value).First();
            _onward[way.Key.From].Add((way.Key.To, strongest));
        }
    }

    /// <summary>The people who are not on our side and to whom somebody on our side can introduce us.</summary>
    public IReadOnlyList<Stakeholder> Reachable()
    {
        var reached = Reached(-1);
        return [.. _people.Where((_, i) => reached[i] && !_isSupporter[i])];
    }

    /// <summary>The people who can no longer be reached once a person has left.</summary>
    /// <param name="index">The index of the person.</param>
    /// <param name="reachable">The people who can be reached now, with their indexes.</param>
    public IEnumerable<Stakeholder> CutOffWithout(int index, IReadOnlyList<(Stakeholder Person, int Index)> reachable)
    {
        // Who carries nobody further is missed by nobody.
        if (!(_isSupporter[index] || _isOpen[index]) || _onward[index].Count == 0)
            return [];
        var reached = Reached(index);
        return reachable.Where(other => other.Index != index && !reached[other.Index]).Select(other => other.Person);
    }

    private bool[] Reached(int without)
    {
        var reached = new bool[_people.Count];
        var open = new Queue<int>(_supporters.Where(start => start != without));
        while (open.TryDequeue(out var at))
        {
            foreach (var (to, _) in _onward[at])
            {
                if (reached[to] || to == without)
                    continue;
                reached[to] = true;
                if (_isOpen[to])
                    open.Enqueue(to);
            }
        }

        return reached;
    }

    /// <summary>The best path to a person from anybody else on our side; null if there is none.</summary>
    /// <param name="target">The index of the person.</param>
    public StakeholderPath? PathTo(int target)
    {
        // One search answers for everybody who is not on our side. To somebody who is, the others are asked.
        var best = _isSupporter[target] ? Search(target) : _toOthers.Value;
        return best[target] is { } found ? new([.. found.Ties().Select(Step)], found.Strength) : null;
    }

    // Dijkstra's algorithm for a product of factors of at most 1, which no further step can raise.
    private Label?[] Search(int target)
    {
        var best = new Label?[_people.Count];
        var isDone = new bool[_people.Count];
        var open = new PriorityQueue<int, (double Strength, int Steps)>(BestFirst);
        foreach (var start in _supporters.Where(start => start != target))
            Reach(start, new(1, 0, null, start, null));
        while (open.TryDequeue(out var at, out _) && at != target)
        {
            if (isDone[at])
                continue;
            isDone[at] = true;
            if (!_isOpen[at])
                continue;
            var here = best[at]!;
            foreach (var (to, tie) in _onward[at])
            {
                var label = new Label(here.Strength * tie.Strength, here.Steps + 1, here, to, tie);
                if (!isDone[to] && (best[to] is not { } known || label.IsBetterThan(known)))
                    Reach(to, label);
            }
        }

        return best;

        void Reach(int index, Label label)
        {
            best[index] = label;
            open.Enqueue(index, (label.Strength, label.Steps));
        }
    }

    private PathStep Step((int From, int To, Tie Tie) way) => new(_people[way.From], _people[way.To], way.Tie.Kind, way.Tie.Strength);

    private sealed record Label(double Strength, int Steps, Label? Before, int Index, Tie? By)
    {
        public bool IsBetterThan(Label other)
        {
            var order = BestFirst.Compare((Strength, Steps), (other.Strength, other.Steps));
            return order < 0 || (order == 0 && Indexes().AsSpan().SequenceCompareTo(other.Indexes()) < 0);
        }

        public IEnumerable<(int From, int To, Tie Tie)> Ties() =>
            FromStart().Skip(1).Select(label => (label.Before!.Index, label.Index, label.By!));

        // Of equals, the path whose people come first by their ids.
        private int[] Indexes() => [.. FromStart().Select(label => label.Index)];

        private Label[] FromStart()
        {
            var labels = new Label[Steps + 1];
            for (var label = this; label is not null; label = label.Before)
                labels[label.Steps] = label;
            return labels;
        }
    }
}
