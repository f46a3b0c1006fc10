using System.Globalization;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports;

/// <summary>Lays the blocks of a document out in lines of a width. A blank line stands before a section, and around a table or a
/// figure.</summary>
internal sealed class PageLayout(string language, int width)
{
    private const int WidestKey = 3;
    private const int WidestBar = 30;

    public IEnumerable<List<Cluster>> Title(string title) => Wrapped(title, TextStyle.Title);

    public IEnumerable<List<Cluster>> Blocks(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Section || (i > 0 && (StandsApart(blocks[i]) || StandsApart(blocks[i - 1]))))
                yield return [];
            foreach (var line in Lines(blocks[i]))
                yield return line;
        }
    }

    private static bool StandsApart(Block block) => block is Table or Figure;

    private IEnumerable<List<Cluster>> Lines(Block block) => block switch
    {
        Section section => Wrapped(section.Heading, TextStyle.Heading).Concat(Blocks(section.Blocks)),
        Paragraph paragraph => LineBreaking.Lines(Cluster.Of(paragraph.Runs, StyleOf(paragraph.Tone)), width),
        BulletList list => Items(list.Items, list.IsOrdered, 0),
        KeyValueList values => Values(values),
        Table table => new TableLayout(table, language, width).Lines(),
        Figure figure => Drawn(figure),
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

    private IEnumerable<List<Cluster>> Drawn(Figure figure)
    {
        var caption = Wrapped(figure.Name, TextStyle.Heading).Concat(Wrapped(figure.Description, TextStyle.Note)).Append([]);
        return figure switch
        {
            BarFigure bars => caption.Concat(new TableLayout(WithBars(bars), language, width).Lines()),
            _ => caption.Concat(new TableLayout(figure.ToTable(), language, width).Lines()),
        };
    }

    // What is drawn is the table with one more column.
    private Table WithBars(BarFigure figure)
    {
        var table = figure.ToTable();
        var longest = figure.Bars.Select(bar => Math.Abs((double)(bar.Value ?? 0))).DefaultIfEmpty(0).Max();
        var room = Math.Min(WidestBar, width / 4);
        return longest == 0 ? table : new(
            [.. table.Columns, new("")],
            [
                .. table.Rows.Zip(figure.Bars, (row, bar) => new TableRow(
                [
                    .. row.Cells,
                    Length(Math.Abs((double)(bar.Value ?? 0)) / longest * room),
                ])),
            ]);
    }

    private static string Length(double columns)
    {
        var eighths = (int)Math.Round(columns * 8);
        return new string('█', eighths / 8) + (eighths % 8 > 0 ? "▏▎▍▌▋▊▉"[(eighths % 8) - 1] : "");
    }
}
