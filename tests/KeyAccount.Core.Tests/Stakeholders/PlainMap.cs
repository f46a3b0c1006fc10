using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Tests.Stakeholders;

/// <summary>What a map answers, found for each person by a search of its own: as slow as it is plain.</summary>
internal sealed class PlainMap(StakeholderMap map)
{
    private readonly IReadOnlyList<Stakeholder> _people = map.People;
    private readonly int[] _supporters = [.. Enumerable.Range(0, map.People.Count).Where(i => IsSupporter(map, map.People[i]))];
    private readonly bool[] _isOpen = [.. map.People.Select(person => map.StanceOf(person.Id) is { } stance && stance != Stance.Opponent)];
    private readonly ILookup<int, (int To, Tie Tie)> _onward = WaysOf(map);

    /// <summary>The best path: Dijkstra's algorithm from everybody on our side but the person.</summary>
    public StakeholderPath? PathTo(int target)
    {
        var best = new (double Strength, int[] Ids, Tie[] Ties)?[_people.Count];
        var isDone = new bool[_people.Count];
        foreach (var start in _supporters.Where(start => start != target))
            best[start] = (1, [start], []);
        while (Enumerable.Range(0, best.Length).Where(i => !isDone[i] && best[i] is not null)
            .Aggregate(-1, (one, other) => one < 0 || IsBetter(best[other]!.Value, best[one]!.Value) ? other : one) is var at and >= 0)
        {
            isDone[at] = true;
            var here = best[at]!.Value;
            if (at == target)
            {
                return new(
                    [
                        .. here.Ties.Select((tie, i) => new PathStep(
                            _people[here.Ids[i]], _people[here.Ids[i + 1]], tie.Kind, tie.Strength)),
                    ],
                    here.Strength);
            }

            foreach (var (to, tie) in _isOpen[at] ? _onward[at] : [])
            {
                var next = (here.Strength * tie.Strength, (int[])[.. here.Ids, to], (Tie[])[.. here.Ties, tie]);
                if (!isDone[to] && (best[to] is not { } known || IsBetter(next, known)))
                    best[to] = next;
            }
        }

        return null;
    }

    /// <summary>Who can be reached now, and not without the person.</summary>
    public IEnumerable<Stakeholder> CutOffWithout(int index)
    {
        var (before, after) = (Reached(-1), Reached(index));
        return _people.Where((_, i) => i != index && before[i] && !after[i] && !_supporters.Contains(i));
    }

    /// <summary>The support of the people, added up anew; <paramref name="index"/> is left out, or put on another level.</summary>
    public Support SupportWith(int index, LadderLevel? moved, bool isLeft) => Support.Of(
        _people.Select((person, i) => (person.Influence, Level: i == index ? moved : person.Ladder)).Where((_, i) => !isLeft || i != index),
        map.Models.Points);

    private bool[] Reached(int without)
    {
        var reached = new bool[_people.Count];
        var open = new Queue<int>(_supporters.Where(start => start != without));
        while (open.TryDequeue(out var at))
        {
            foreach (var (to, _) in _onward[at].Where(way => way.To != without && !reached[way.To]))
            {
                reached[to] = true;
                if (_isOpen[to])
                    open.Enqueue(to);
            }
        }

        return reached;
    }

    private static bool IsBetter((double Strength, int[] Ids, Tie[] Ties) one, (double Strength, int[] Ids, Tie[] Ties) other) =>
        one.Strength != other.Strength ? one.Strength > other.Strength
        : one.Ids.Length != other.Ids.Length ? one.Ids.Length < other.Ids.Length
        : one.Ids.AsSpan().SequenceCompareTo(other.Ids) < 0;

    private static bool IsSupporter(StakeholderMap map, Stakeholder person) => map.StanceOf(person.Id) == Stance.Supporter;

    private static ILookup<int, (int To, Tie Tie)> WaysOf(StakeholderMap map)
    {
        var indexes = map.People.Select((person, i) => (person.Id, i)).ToDictionary(each => each.Id, each => each.i);
        var both = map.Ties.SelectMany(tie => ((string From, string To, Tie Tie, bool Carries)[])
        [
            (tie.From, tie.To, tie, tie.Kind != TieKind.Opposition),
            (tie.To, tie.From, tie, tie.Kind != TieKind.Opposition && tie.Kind != TieKind.Influences),
        ]).ToArray();
        var opposed = both.Where(way => way.Tie.Kind == TieKind.Opposition).Select(way => (way.From, way.To)).ToHashSet();
        return both.Where(way => way.Carries && !opposed.Contains((way.From, way.To)))
            .GroupBy(way => (way.From, way.To))
            .Select(way => (way.Key, Tie: way.Select(each => each.Tie).OrderByDescending(tie => tie.Strength).ThenBy(tie => tie.Kind.Value).First()))
            .ToLookup(way => indexes[way.Key.From], way => (indexes[way.Key.To], way.Tie));
    }
}
