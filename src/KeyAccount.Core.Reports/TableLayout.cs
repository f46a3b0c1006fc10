using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports;

/// <summary>Lays a table out in lines of a width. Cells wrap; where even the narrowest columns are too wide together, each row becomes a
/// list of its values by their titles.</summary>
internal sealed class TableLayout
{
    /// <summary>The blanks between two columns.</summary>
    public const int Gap = 2;

    private const int WidestMinimum = 18;

    private readonly Table _table;
    private readonly string _language;
    private readonly int _width;
    private readonly List<Cluster>[] _titles;
    private readonly List<Cluster>[][] _cells;

    public TableLayout(Table table, string language, int width)
    {
        (_table, _language, _width) = (table, language, width);
        _titles = [.. table.Columns.Select(column => Cluster.Of(column.Display(), TextStyle.ColumnTitle))];
        _cells =
        [
            .. table.Rows.Select(row => row.Cells
                .Select(cell => Cluster.Of(cell, language, row.IsTotal ? TextStyle.Emphasis : TextStyle.Plain)).ToArray()),
        ];
    }

    /// <summary>How wide the table is where nothing wraps.</summary>
    public int NaturalWidth => (Gap * (_titles.Length - 1)) + Enumerable.Range(0, _titles.Length)
        .Sum(i => Math.Max(Cluster.WidthOf(_titles[i]), _cells.Select(row => Cluster.WidthOf(row[i])).DefaultIfEmpty(0).Max()));

    public IEnumerable<List<Cluster>> Lines() => Widths() is { } widths ? Grid(widths) : Records();

    private IEnumerable<List<Cluster>> Grid(int[] widths)
    {
        if (_titles.Any(title => title.Count > 0))
        {
            foreach (var line in Row(_titles, widths, TextStyle.ColumnTitle))
                yield return line;
            yield return Rule(widths);
        }

        for (var i = 0; i < _cells.Length; i++)
        {
            var isTotal = _table.Rows[i].IsTotal;
            if (isTotal && i > 0 && !_table.Rows[i - 1].IsTotal)
                yield return Rule(widths);
            foreach (var line in Row(_cells[i], widths, isTotal ? TextStyle.Emphasis : TextStyle.Plain))
                yield return line;
        }
    }

    private IEnumerable<List<Cluster>> Row(List<Cluster>[] cells, int[] widths, TextStyle style)
    {
        var wrapped = cells.Select((cell, i) => LineBreaking.Lines(cell, widths[i]).ToArray()).ToArray();
        for (var row = 0; row < wrapped.Max(lines => lines.Length); row++)
        {
            var line = new List<Cluster>();
            for (var i = 0; i < wrapped.Length; i++)
            {
                // A title stands at the foot of its column, a cell at its head.
                var at = style == TextStyle.ColumnTitle ? row - (wrapped.Max(lines => lines.Length) - wrapped[i].Length) : row;
                var part = at >= 0 && at < wrapped[i].Length ? wrapped[i][at] : [];
                while (part.Count > 0 && part[^1].IsBlank)
                    part.RemoveAt(part.Count - 1);
                var blank = widths[i] - Cluster.WidthOf(part);
                var isEnd = _table.Columns[i].Alignment == Alignment.End;
                if (i > 0)
                    Fill(line, Gap);
                if (isEnd)
                    Fill(line, blank);
                line.AddRange(part);
                if (!isEnd)
                    Fill(line, blank);
            }

            yield return line;
        }
    }

    private static List<Cluster> Rule(int[] widths)
    {
        var line = new List<Cluster>();
        foreach (var width in widths)
        {
            if (line.Count > 0)
                Fill(line, Gap);
            line.AddRange(Enumerable.Repeat(new Cluster("─", 1, TextStyle.Note, 0, false), width));
        }

        return line;
    }

    private static void Fill(List<Cluster> line, int width) =>
        line.AddRange(Enumerable.Repeat(new Cluster(" ", 1, TextStyle.Plain, 0, false), width));

    private IEnumerable<List<Cluster>> Records()
    {
        for (var row = 0; row < _cells.Length; row++)
        {
            if (row > 0)
                yield return [];
            for (var i = 0; i < _titles.Length; i++)
            {
                if (_cells[row][i].Count == 0)
                    continue;
                var colon = Cluster.Of(_titles[i].Count > 0 ? Cluster.ColonOf(_language) : "");
                List<Cluster> text = [.. _titles[i], .. colon, .. _cells[row][i]];
                foreach (var line in LineBreaking.Lines(text, _width))
                    yield return line;
            }
        }
    }

    // Each column as wide as it wants where that fits; else texts share what numbers leave, the narrow ones first. Null where they cannot.
    private int[]? Widths()
    {
        var count = _titles.Length;
        var space = _width - (Gap * (count - 1));
        var least = new int[count];
        var most = new int[count];
        for (var i = 0; i < count; i++)
        {
            var cells = _cells.Select(row => row[i]).ToArray();
            var widest = cells.Select(Cluster.WidthOf).DefaultIfEmpty(0).Max();
            var word = cells.Append(_titles[i]).Max(LineBreaking.WidestWord);
            least[i] = _table.Columns[i].Alignment == Alignment.End && widest <= WidestMinimum
                ? Math.Max(widest, Math.Min(LineBreaking.WidestWord(_titles[i]), WidestMinimum))
                : Math.Min(word, WidestMinimum);
            most[i] = Math.Max(Math.Max(widest, Cluster.WidthOf(_titles[i])), Math.Max(1, least[i]));
            least[i] = Math.Max(1, least[i]);
        }

        if (least.Sum() > space)
            return null;

        // The highest level to which all may rise; what is left then goes to the first that want it.
        var (low, high) = (1, Math.Max(1, most.Max()));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (At(middle).Sum() <= space)
                low = middle;
            else
                high = middle - 1;
        }

        var widths = At(low);
        var rest = space - widths.Sum();
        for (var i = 0; i < count && rest > 0; i++)
        {
            if (widths[i] < most[i] && widths[i] == Math.Max(least[i], low))
            {
                widths[i]++;
                rest--;
            }
        }

        return widths;

        int[] At(int level) => [.. Enumerable.Range(0, count).Select(i => Math.Clamp(level, least[i], most[i]))];
    }
}
