namespace KeyAccount.Core.Stakeholders;

/// <summary>The dominators of a graph: whoever stands on every way from the start to a node.</summary>
internal static class Dominators
{
    private const int None = -1;

    /// <summary>The nearest dominator of each node.</summary>
    /// <param name="start">The node at which all ways begin.</param>
    /// <param name="onward">The nodes to which each node leads.</param>
    /// <returns>For each node the last one, other than itself, that every way to it passes; -1 for the start and for a node to which no way
    /// leads.</returns>
    /// <remarks>The semi-dominators of Lengauer and Tarjan (1979), and from them the dominators as Georgiadis (2005) finds them.</remarks>
    public static int[] Nearest(int start, int[][] onward)
    {
        // Nodes by the order of their discovery: whatever leads to a node stands before it in its tree, or leads to it from a later one.
        var (order, parents) = Discover(start, onward);
        var places = new int[onward.Length];
        Array.Fill(places, None);
        for (var place = 0; place < order.Count; place++)
            places[order[place]] = place;
        var before = Before(order, places, onward);

        var highest = new int[order.Count];
        var semi = new int[order.Count];
        var linked = new int[order.Count];
        for (var place = 0; place < order.Count; place++)
            (highest[place], semi[place], linked[place]) = (place, place, None);
        var path = new Stack<int>();
        for (var place = order.Count - 1; place > 0; place--)
        {
            foreach (var from in before[place])
                semi[place] = Math.Min(semi[place], semi[Highest(from)]);
            linked[place] = parents[place];
        }

        var nearest = new int[order.Count];
        for (var place = 1; place < order.Count; place++)
        {
            nearest[place] = parents[place];
            while (nearest[place] > semi[place])
                nearest[place] = nearest[nearest[place]];
        }

        var dominators = new int[onward.Length];
        Array.Fill(dominators, None);
        for (var place = 1; place < order.Count; place++)
            dominators[order[place]] = order[nearest[place]];
        return dominators;

        // Of the linked places above, the one with the earliest semi-dominator. Each walk shortens the next one.
        int Highest(int place)
        {
            if (linked[place] == None)
                return place;
            for (var at = place; linked[linked[at]] != None; at = linked[at])
                path.Push(at);
            while (path.TryPop(out var at))
            {
                var above = linked[at];
                if (semi[highest[above]] < semi[highest[at]])
                    highest[at] = highest[above];
                linked[at] = linked[above];
            }

            return highest[place];
        }
    }

    private static (List<int> Order, List<int> Parents) Discover(int start, int[][] onward)
    {
        var (order, parents) = (new List<int>(), new List<int>());
        var isFound = new bool[onward.Length];
        var open = new Stack<(int Node, int Parent)>([(start, None)]);
        while (open.TryPop(out var next))
        {
            if (isFound[next.Node])
                continue;
            isFound[next.Node] = true;
            foreach (var to in onward[next.Node])
            {
                if (!isFound[to])
                    open.Push((to, order.Count));
            }

            order.Add(next.Node);
            parents.Add(next.Parent);
        }

        return (order, parents);
    }

    private static List<int>[] Before(List<int> order, int[] places, int[][] onward)
    {
        var before = new List<int>[order.Count];
        for (var place = 0; place < before.Length; place++)
            before[place] = [];
        for (var place = 0; place < before.Length; place++)
        {
            foreach (var to in onward[order[place]])
                before[places[to]].Add(place);
        }

        return before;
    }
}
