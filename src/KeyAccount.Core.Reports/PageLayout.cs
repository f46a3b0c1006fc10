using System.Globalization;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports;

/// <summary>Lays the blocks of a document out in lines of a width. A blank line stands before a section, and around a table or a
/// figure.</summary>
internal sealed class PageLayout(string language, int width)
{
    private const int WidestKey = 3;
    private const int NarrowestBar = 8;
    private const int WidestBar = 30;
    private const int WidestChart = 60;
    private const int ChartLines = 6;
    private const int MostPointsInTable = 12;

    public IEnumerable<List<Cluster>> Title(string title) => Wrapped(title, TextStyle.Title);

    /// <summary>The lines of blocks that stand under each other.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="heading">What stands over them: a figure of that name needs no caption.</param>
    public IEnumerable<List<Cluster>> Blocks(IReadOnlyList<Block> blocks, string heading)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Section || (i > 0 && (StandsApart(blocks[i]) || (StandsApart(blocks[i - 1]) && !IsNote(blocks[i])))))
                yield return [];
            foreach (var line in Lines(blocks[i], heading))
                yield return line;
        }
    }

    private static bool StandsApart(Block block) => block is Table or Figure;

    // A legend belongs to what stands before it.
    private static bool IsNote(Block block) => block is Paragraph { Tone: Tone.Note };

    private IEnumerable<List<Cluster>> Lines(Block block, string heading) => block switch
    {
        Section section => Wrapped(section.Heading, TextStyle.Heading).Concat(Blocks(section.Blocks, section.Heading)),
        Paragraph paragraph => LineBreaking.Lines(Cluster.Of(paragraph.Runs, StyleOf(paragraph.Tone)), width),
        BulletList list => Items(list.Items, list.IsOrdered, 0),
        KeyValueList values => Values(values),
        Table table => new TableLayout(table, language, width).Lines(),
        Figure figure => Drawn(figure, heading),
        _ => [],
    };

    private static TextStyle StyleOf(Tone tone) => tone switch
    {
        Tone.Note => TextStyle.Note,
        Tone.Warning => TextStyle.Warning,
        _ => TextStyle.Plain,
    };

    private IEnumerable<List<Cluster>> Wrapped(string text, TextStyle style) => LineBreaking.Lines(Cluster.Of(text, style), width);

    private IEnumerable<List<Cluster>> Items(IReadOnlyList<ListItem> items, bool isOrdered, int depth)
    {
        // However deep, half of the line is left for text.
        var indent = Math.Min(2 * depth, width / 2);
        for (var i = 0; i < items.Count; i++)
        {
            var marker = isOrdered ? (i + 1).ToString(CultureInfo.InvariantCulture) + ". " : depth == 0 ? "• " : "– ";
            foreach (var line in Hanging(new string(' ', indent) + marker, Cluster.Of(items[i].Runs)))
                yield return line;
            foreach (var line in Items(items[i].Items, isOrdered, depth + 1))
                yield return line;
        }
    }

    private IEnumerable<List<Cluster>> Values(KeyValueList values)
    {
        var keys = values.Items.Select(item => TextWidth.Of(SafeText.Clean(item.Name))).DefaultIfEmpty(0).Max();
        foreach (var item in values.Items)
        {
            var (name, value) = (Cluster.Of(item.Name), Cluster.Of(item.Value, language, TextStyle.Emphasis));
            var lines = keys <= width / WidestKey
                ? Hanging([.. name, .. Cluster.Of(new string(' ', keys + 2 - Cluster.WidthOf(name)))], value)
                : LineBreaking.Lines([.. name, .. Cluster.Of(Cluster.ColonOf(language)), .. value], width);
            foreach (var line in lines)
                yield return line;
        }
    }

    private IEnumerable<List<Cluster>> Hanging(string marker, List<Cluster> text) => Hanging(Cluster.Of(marker), text);

    private IEnumerable<List<Cluster>> Hanging(List<Cluster> marker, List<Cluster> text)
    {
        var indent = Cluster.WidthOf(marker);
        var isFirst = true;
        foreach (var line in LineBreaking.Lines(text, width - indent))
        {
            yield return [.. isFirst ? marker : Cluster.Of(new string(' ', indent)), .. line];
            isFirst = false;
        }
    }

    private IEnumerable<List<Cluster>> Drawn(Figure figure, string heading)
    {
        var name = figure.Name == heading ? [] : Wrapped(figure.Name, TextStyle.Heading);
        var caption = name.Concat(Wrapped(figure.Description, TextStyle.Note));
        return caption.Concat(figure switch
        {
            BarFigure bars => new TableLayout(WithBars(bars), language, width).Lines(),
            CurveFigure { Data: null, Series: [{ Points.Count: > MostPointsInTable }] } curve => Chart(curve),
            CurveFigure { Data: null, Series: [{ Points.Count: > 1 }] } curve =>
                Chart(curve).Append([]).Concat(new TableLayout(curve.ToTable(), language, width).Lines()),
            FishboneFigure fishbone => fishbone.ToLines().SelectMany(line => Hanging(Cluster.Of(line.Take(1)), Cluster.Of(line.Skip(1))))
                .Append([]).Concat(new TableLayout(fishbone.ToTable(), language, width).Lines()),
            _ => new TableLayout(figure.ToTable(), language, width).Lines(),
        });
    }

    // Columns of blocks under the curve, with the ends of both axes; then the places that have a name.
    private IEnumerable<List<Cluster>> Chart(CurveFigure figure)
    {
        var points = figure.Series[0].Points;
        var (low, high) = (Math.Min(0, points.Min(point => point.Y)), points.Max(point => point.Y));
        var (first, last) = (points.Min(point => point.X), points.Max(point => point.X));
        var (top, bottom) = (Label(high, figure.Vertical), Label(low, figure.Vertical));
        var room = Math.Max(TextWidth.Of(top), TextWidth.Of(bottom));
        var columns = Math.Clamp(width - room - 1, 1, WidestChart);
        var heights = Enumerable.Range(0, columns).Select(column =>
        {
            // The first point that is not before the end of the column; the rounding of that end is no distance.
            var x = first + ((last - first) * (((column + 1.0) / columns) - 1e-9));
            var y = points.First(point => point.X >= x).Y;
            return high > low ? (int)Math.Round((y - low) / (high - low) * ChartLines * 8) : 0;
        }).ToArray();
        foreach (var line in Wrapped(TableColumn.Number(figure.Vertical.Title, figure.Vertical.Unit).Display(), TextStyle.ColumnTitle))
            yield return line;
        for (var row = ChartLines - 1; row >= 0; row--)
        {
            var label = row == ChartLines - 1 ? top : row == 0 ? bottom : "";
            var blocks = string.Concat(heights.Select(height => " ▁▂▃▄▅▆▇█"[Math.Clamp(height - (row * 8), 0, 8)]));
            yield return [.. Cluster.Of(new string(' ', room - TextWidth.Of(label)) + label + " "), .. Cluster.Of(blocks)];
        }

        var colon = Cluster.ColonOf(language);
        var range = figure.Horizontal.Title + colon + $"{Label(first, figure.Horizontal)} – {Named(last, figure.Horizontal)}";
        foreach (var line in Wrapped(range, TextStyle.Note))
            yield return line;
        foreach (var mark in figure.Marks)
        {
            var place = new[] { (mark.X, figure.Horizontal), (mark.Y, figure.Vertical) }
                .Where(each => each.Item1 is not null).Select(each => $"{each.Item2.Title} {Named(each.Item1!.Value, each.Item2)}");
            var text = mark.Label + colon + string.Join(colon == ": " ? "; " : "；", place);
            foreach (var line in Hanging("• ", Cluster.Of(text)))
                yield return line;
        }
    }

    private string Label(double value, Axis axis) => NumberCell.Of(value, axis.Decimals)!.Display(language);

    private string Named(double value, Axis axis) => NumberCell.Of(value, axis.Decimals, axis.Unit)!.Display(language);

    // What is drawn is the table with one more column, as far as there is room beside it.
    private Table WithBars(BarFigure figure)
    {
        var table = figure.ToTable();
        var room = Math.Min(WidestBar, width - new TableLayout(table, language, width).NaturalWidth - TableLayout.Gap);
        var longest = figure.Bars.Select(LengthOf).DefaultIfEmpty(0).Max();
        return longest == 0 || room < NarrowestBar ? table : new(
            [.. table.Columns, new("")],
            [
                .. table.Rows.Select((row, i) => new TableRow(
                    [.. row.Cells, i < figure.Bars.Count ? Length(LengthOf(figure.Bars[i]) / longest * room) : ""], row.IsTotal)),
            ]);

        static double LengthOf(Bar bar) => Math.Abs((double)(bar.Value ?? 0));
    }

    private static string Length(double columns)
    {
        var eighths = (int)Math.Round(columns * 8);
        return new string('█', eighths / 8) + (eighths % 8 > 0 ? "▏▎▍▌▋▊▉"[(eighths % 8) - 1] : "");
    }
}
