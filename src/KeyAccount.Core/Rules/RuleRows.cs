namespace KeyAccount.Core.Rules;

/// <summary>Expresses where a rule matches as rows over the domain: the fewest that a simple search finds, exact in every
/// combination.</summary>
internal static class RuleRows
{
    // A rule that reads more combinations is no grid that a person reads.
    private const int Most = 1 << 16;

    /// <summary>The rows; null if a fact cannot be written, or the rule reads too many combinations.</summary>
    /// <param name="matches">Whether the rule matches, of the values of the domain.</param>
    /// <param name="read">The facts it reads, as places in the domain.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="cuts">What the rule compares each fact with.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>>? Of(
        Func<object?[], bool> matches, IReadOnlyList<int> read, IReadOnlyList<TableDimension> domain, FactCuts cuts)
    {
        FactColumn?[] columns = [.. read.Select(i => FactColumn.Of(domain[i], cuts[i]))];
        if (Array.Exists(columns, column => column is null))
            return null;
        var facts = Array.ConvertAll(columns, column => column!.Dimension);
        var count = TableDimension.Combinations(facts);
        if (count > Most)
            return null;
        var sizes = Array.ConvertAll(facts, fact => fact.Values.Count);
        var values = domain.Select(dimension => dimension.Values[0]).ToArray();
        var holds = new bool[count];
        for (var cell = 0; cell < count; cell++)
        {
            var at = PlacesOf(cell, sizes);
            for (var i = 0; i < at.Length; i++)
                values[read[i]] = facts[i].Values[at[i]];
            holds[cell] = matches(values);
        }

        var rows = new List<IReadOnlyDictionary<string, string>>();
        var covered = new bool[count];
        int[] forward = [.. Enumerable.Range(0, facts.Length)], backward = [.. Enumerable.Reverse(forward)];
        for (var cell = 0; cell < count; cell++)
        {
            if (!holds[cell] || covered[cell])
                continue;
            var (one, other) = (Grown(cell, forward, sizes, holds), Grown(cell, backward, sizes, holds));
            var box = New(other) > New(one) ? other : one;
            foreach (var inside in CellsOf(box, sizes))
                covered[inside] = true;
            rows.Add(ValueMap.Of(Enumerable.Range(0, facts.Length)
                .Where(i => box[i].Count < sizes[i])
                .Select(i => KeyValuePair.Create(columns[i]!.Name, columns[i]!.Write(box[i])))));
        }

        return rows;

        int New(HashSet<int>[] box) => CellsOf(box, sizes).Count(each => !covered[each]);
    }

    // The box of values around a cell in which the rule matches everywhere; it grows fact by fact.
    private static HashSet<int>[] Grown(int cell, int[] order, int[] sizes, bool[] holds)
    {
        var box = Array.ConvertAll(PlacesOf(cell, sizes), place => new HashSet<int> { place });
        foreach (var fact in order)
        {
            for (var value = 0; value < sizes[fact]; value++)
            {
                HashSet<int>[] slab = [.. box];
                slab[fact] = [value];
                if (!box[fact].Contains(value) && CellsOf(slab, sizes).All(each => holds[each]))
                    box[fact].Add(value);
            }
        }

        return box;
    }

    private static IEnumerable<int> CellsOf(HashSet<int>[] box, int[] sizes) => box
        .Select((values, i) => (values, i))
        .Aggregate((IEnumerable<int>)[0], (cells, fact) => cells.SelectMany(
            cell => fact.values.Select(value => (cell * sizes[fact.i]) + value)));

    // The last fact turns fastest.
    private static int[] PlacesOf(int cell, int[] sizes)
    {
        var places = new int[sizes.Length];
        for (var i = sizes.Length - 1; i >= 0; cell /= sizes[i], i--)
            places[i] = cell % sizes[i];
        return places;
    }
}
