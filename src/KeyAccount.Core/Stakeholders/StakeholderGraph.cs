namespace KeyAccount.Core.Stakeholders;

/// <summary>The graph of introductions: who can introduce us to whom. A person is an index into the people by id, so that the order of the
/// input cannot matter.</summary>
internal sealed class StakeholderGraph
{
    private const int Nobody = -1;

    // The strongest first; of equals the one with fewer steps.
    private static readonly Comparer<(double Strength, int Steps)> BestFirst = Comparer<(double Strength, int Steps)>.Create(
        (one, other) => one.Strength != other.Strength ? other.Strength.CompareTo(one.Strength) : one.Steps.CompareTo(other.Steps));

    private readonly IReadOnlyList<Stakeholder> _people;
    private readonly bool[] _isSupporter;
    private readonly bool[] _isOpen;
    private readonly int[] _supporters;
    private readonly List<(int To, Tie Tie)>[] _onward;
    private readonly Lazy<Label?[]> _paths;
    private readonly Lazy<List<Stakeholder>[]> _cutOff;

    /// <summary>Builds the graph of a map.</summary>
    /// <param name="people">The people, by id.</param>
    /// <param name="ties">The ties between them.</param>
    /// <param name="isSupporter">The people with whom a path may begin.</param>
    /// <param name="isOpen">The people over whom a path may lead, supporters among them.</param>
    public StakeholderGraph(
        IReadOnlyList<Stakeholder> people, IReadOnlyList<Tie> ties, Func<Stakeholder, bool> isSupporter, Func<Stakeholder, bool> isOpen)
    {
        _people = people;
        _isSupporter = [.. people.Select(isSupporter)];
        _isOpen = [.. people.Select(isOpen)];
        _supporters = [.. Enumerable.Range(0, people.Count).Where(i => _isSupporter[i])];
        _onward = [.. people.Select(_ => new List<(int To, Tie Tie)>())];
        _paths = new(BestToEach);
        _cutOff = new(CutOffWithoutEach);
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

    /// <summary>The people who are not on our side, can be reached now, and no longer once a person has left; by id.</summary>
    /// <param name="index">The index of the person.</param>
    public IReadOnlyList<Stakeholder> CutOffWithout(int index) => _cutOff.Value[index];

    /// <summary>The best path to a person from anybody else on our side; null if there is none.</summary>
    /// <param name="target">The index of the person.</param>
    public StakeholderPath? PathTo(int target) =>
        _paths.Value[target] is { } found ? new([.. found.Ties().Select(Step)], found.Strength) : null;

    // Somebody is cut off without whoever stands on every way to them from our side, and the side is where all ways begin.
    private List<Stakeholder>[] CutOffWithoutEach()
    {
        var ourSide = _people.Count;
        var nearest = Dominators.Nearest(
            ourSide, [.. _onward.Select((ways, i) => _isOpen[i] ? ways.Select(way => way.To).ToArray() : []), _supporters]);
        var cutOff = new List<Stakeholder>[_people.Count];
        for (var i = 0; i < cutOff.Length; i++)
            cutOff[i] = [];
        for (var i = 0; i < cutOff.Length; i++)
        {
            if (_isSupporter[i] || nearest[i] < 0)
                continue;
            for (var without = nearest[i]; without != ourSide; without = nearest[without])
                cutOff[without].Add(_people[i]);
        }

        return cutOff;
    }

    // One search answers for everybody who is not on our side. To somebody who is, the others are asked: for that, only those have to be
    // searched again whose own best path begins with that person, and nobody's begins with two.
    private Label?[] BestToEach()
    {
        var ofAll = Search(Nobody);
        var led = ofAll.OfType<Label>().ToLookup(label => label.Start, label => label.Index);
        var before = _people.Select(_ => new List<(int From, Tie Tie)>()).ToArray();
        for (var from = 0; from < before.Length; from++)
        {
            foreach (var (to, tie) in _onward[from])
                before[to].Add((from, tie));
        }

        var best = (Label?[])ofAll.Clone();
        var (again, isDone) = (new Label?[best.Length], new bool[best.Length]);
        foreach (var target in _supporters)
            best[target] = SearchAgain(target, [.. led[target]], ofAll, before, again, isDone);

        return best;
    }

    // Dijkstra's algorithm for a product of factors of at most 1, which no further step can raise.
    private Label?[] Search(int target)
    {
        var best = new Label?[_people.Count];
        var isDone = new bool[_people.Count];
        var open = new PriorityQueue<int, (double Strength, int Steps)>(BestFirst);
        foreach (var start in _supporters.Where(start => start != target))
            Reach(new(start), best, open);
        foreach (var at in Settled(open, isDone, target))
        {
            foreach (var (to, tie) in _onward[at])
            {
                if (!isDone[to])
                    Reach(best[at]!.Then(to, tie), best, open);
            }
        }

        return best;
    }

    // The same answer as that of a search that begins with everybody on our side but the target.
    private Label? SearchAgain(
        int target, int[] led, Label?[] ofAll, List<(int From, Tie Tie)>[] before, Label?[] again, bool[] isDone)
    {
        var open = new PriorityQueue<int, (double Strength, int Steps)>(BestFirst);
        foreach (var to in led)
        {
            foreach (var (from, tie) in before[to])
            {
                if (_isOpen[from] && ofAll[from] is { } other && other.Start != target)
                    Reach(other.Then(to, tie), again, open);
            }
        }

        foreach (var at in Settled(open, isDone, target))
        {
            foreach (var (to, tie) in _onward[at])
            {
                var label = again[at]!.Then(to, tie);
                if (ofAll[to]!.Start == target)
                {
                    if (!isDone[to])
                        Reach(label, again, open);
                }
                else if (label.IsBetterThan(ofAll[to]))
                {
                    // Two products that differ may be the same after the next factor, and then the shorter way wins: others change, too.
                    return Search(target)[target];
                }
            }
        }

        return again[target];
    }

    // The people over whom a path may lead, in the order in which no better way to them can be found any more, until the target is next.
    private IEnumerable<int> Settled(PriorityQueue<int, (double Strength, int Steps)> open, bool[] isDone, int target)
    {
        while (open.TryDequeue(out var at, out _) && at != target)
        {
            if (isDone[at])
                continue;
            isDone[at] = true;
            if (_isOpen[at])
                yield return at;
        }
    }

    private static void Reach(Label label, Label?[] best, PriorityQueue<int, (double Strength, int Steps)> open)
    {
        if (!label.IsBetterThan(best[label.Index]))
            return;
        best[label.Index] = label;
        open.Enqueue(label.Index, (label.Strength, label.Steps));
    }

    private PathStep Step((int From, int To, Tie Tie) way) => new(_people[way.From], _people[way.To], way.Tie.Kind, way.Tie.Strength);

    private sealed class Label
    {
        private readonly Label? _before;
        private readonly Tie? _by;

        public Label(int start) => (Strength, Index, Start) = (1, start, start);

        private Label(Label before, int index, Tie by)
        {
            _before = before;
            _by = by;
            Strength = before.Strength * by.Strength;
            Steps = before.Steps + 1;
            Index = index;
            Start = before.Start;
        }

        public double Strength { get; }

        public int Steps { get; }

        public int Index { get; }

        public int Start { get; }

        public Label Then(int index, Tie by) => new(this, index, by);

        public bool IsBetterThan(Label? other)
        {
            if (other is null)
                return true;
            var order = BestFirst.Compare((Strength, Steps), (other.Strength, other.Steps));
            if (order != 0)
                return order < 0;

            // Of equals, the path whose people come first by their ids: the first difference decides, which is found last from the end.
            for (var (one, two) = (this, other); one != two; (one, two) = (one!._before, two!._before))
                order = one!.Index != two!.Index ? one.Index.CompareTo(two.Index) : order;
            return order < 0;
        }

        public (int From, int To, Tie Tie)[] Ties()
        {
            var ties = new (int From, int To, Tie Tie)[Steps];
            for (var label = this; label._before is { } before; label = before)
                ties[label.Steps - 1] = (before.Index, label.Index, label._by!);
            return ties;
        }
    }
}
