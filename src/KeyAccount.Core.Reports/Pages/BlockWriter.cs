using System.Globalization;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Reports.Drawings;

namespace KeyAccount.Core.Reports.Pages;

/// <summary>Writes the blocks of a page, without the end tags that HTML lets one leave out: cells are most of a page.</summary>
internal sealed class BlockWriter(string language, TextWriter output, PageAnchors anchors, Func<string, string?> addressOf)
{
    private const int DeepestHeading = 6;
    private const int LongestWord = 24;

    // As many as the style knows.
    private const int MostNamed = 12;

    // A section that is in the document twice is written twice, and an identifier only once.
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Writes blocks under each other.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="level">The level of the headings among them.</param>
    /// <param name="heading">What stands over them: a figure of that name needs no caption.</param>
    public void Write(IReadOnlyList<Block> blocks, int level, string heading)
    {
        foreach (var block in blocks)
            Write(block, level, heading);
    }

    private void Write(Block block, int level, string heading)
    {
        switch (block)
        {
            case Section section:
                WriteSection(section, level);
                break;
            case Paragraph { Tone: Tone.Warning } paragraph:
                output.Write($"<p class=\"warning\">{Inline(paragraph.Runs)}</p>\n");
                break;
            case Paragraph paragraph:
                output.Write($"<p{(paragraph.Tone == Tone.Note ? " class=\"note\"" : "")}>{Inline(paragraph.Runs)}</p>\n");
                break;
            case BulletList list:
                WriteItems(list.Items, list.IsOrdered);
                break;
            case KeyValueList { Items.Count: > 0 } values:
                output.Write("<dl>");
                foreach (var item in values.Items)
                    output.Write($"<div><dt>{HtmlText.Escaped(item.Name)}<dd>{Inline(item.Value)}</div>");
                output.Write("</dl>\n");
                break;
            case Table table:
                WriteTable(table);
                break;
            case Figure figure:
                WriteFigure(figure, heading);
                break;
        }
    }

    private void WriteSection(Section section, int level)
    {
        var name = Math.Min(level, DeepestHeading).ToString(CultureInfo.InvariantCulture);
        var title = $"<h{name}>{HtmlText.Escaped(section.Heading)}</h{name}>";
        var anchor = anchors.IdOf(section);
        var id = anchor is not null && _written.Add(anchor) ? $" id=\"{anchor}\"" : "";
        output.Write(section.IsDetail ? $"<details{id}><summary>{title}</summary>\n" : $"<section{id}>{title}\n");
        Write(section.Blocks, level + 1, section.Heading);
        output.Write(section.IsDetail ? "</details>\n" : "</section>\n");
    }

    private void WriteItems(IReadOnlyList<ListItem> items, bool isOrdered)
    {
        if (items.Count == 0)
            return;
        output.Write(isOrdered ? "<ol>" : "<ul>");
        foreach (var item in items)
        {
            output.Write($"<li>{Inline(item.Runs)}");
            WriteItems(item.Items, isOrdered);
        }

        output.Write(isOrdered ? "</ol>\n" : "</ul>\n");
    }

    private void WriteFigure(Figure figure, string heading)
    {
        output.Write("<figure><figcaption>");
        if (figure.Name != heading)
            output.Write($"<b>{HtmlText.Escaped(figure.Name)}</b> ");
        output.Write($"{HtmlText.Escaped(figure.Description)}</figcaption>\n");
        var drawing = FigureDrawing.Of(figure, language);
        drawing?.Write(output, figure.Name, figure.Description);

        // A table of its own tells more than the drawing; one that only repeats it opens on request.
        if (figure.Data is not null || drawing is null)
            WriteTable(figure.ToTable());
        else
        {
            output.Write($"<details class=\"data\"><summary>{HtmlText.Escaped(ReportTexts.Of("Page.Data", language))}</summary>\n");
            WriteTable(figure.ToTable());
            output.Write("</details>");
        }

        output.Write("</figure>\n");
    }

    // The columns of numbers are named once: a page has many cells.
    private void WriteTable(Table table)
    {
        var kinds = Enumerable.Range(0, Math.Min(MostNamed, table.Columns.Count))
            .Where(i => table.Columns[i].Alignment == Alignment.End).Select(i => "n" + (i + 1).ToString(CultureInfo.InvariantCulture));
        var kind = string.Join(' ', kinds);
        output.Write($"<div class=\"table\"><table{(kind.Length == 0 ? "" : $" class=\"{kind}\"")}><thead><tr>");

        // Among headers only, a header is told to be one of its column, or of its row, by its place.
        var scope = table.Columns.Any(column => column.Display().Length == 0) ? " scope=\"col\"" : "";
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var (column, title) = (table.Columns[i], table.Columns[i].Display());
            var own = column.Alignment != Alignment.End ? column.IsCategory ? " class=\"c\"" : ""
                : i < MostNamed ? ""
                : " class=\"n\"";
            output.Write(title.Length == 0 ? $"<td{own}>" : $"<th{scope}{own}>{HtmlText.Escaped(title)}");
        }

        var body = table.Rows.Count;
        while (body > 0 && table.Rows[body - 1].IsTotal)
            body--;
        WriteRows(table, 0, body);
        WriteRows(table, body, table.Rows.Count);
        output.Write("</table></div>\n");
    }

    private void WriteRows(Table table, int from, int to)
    {
        if (from == to)
            return;
        var scope = table.Columns[0].Display().Length > 0 && table.Rows.All(row => Inline(row.Cells[0]).Length > 0)
            ? ""
            : " scope=\"row\"";
        output.Write("<tbody>");
        for (var i = from; i < to; i++)
        {
            var row = table.Rows[i];
            output.Write(row.IsTotal ? "<tr class=\"t\">" : "<tr>");
            for (var column = 0; column < row.Cells.Count; column++)
            {
                var isNumber = table.Columns[column].Alignment == Alignment.End;
                var text = Inline(row.Cells[column]);
                if (column == 0 && row.Key is { } key && TargetOf(key) is { } target)
                    text = $"<a href=\"{HtmlText.Escaped(target)}\">{text}</a>";
                var kind = isNumber && column >= MostNamed ? " class=\"n\"" : !isNumber && HasLongWord(row.Cells[column]) ? " class=\"w\""
                    : "";
                output.Write(column == 0 && !isNumber && text.Length > 0 ? $"<th{scope}{kind}>{text}" : $"<td{kind}>{text}");
            }
        }
    }

    // What would widen its column beyond reason may break anywhere; other words stay whole.
    private static bool HasLongWord(Cell? cell)
    {
        if (cell is not TextCell text)
            return false;
        var current = 0;
        foreach (var run in text.Runs)
        {
            foreach (var each in run.Text)
            {
                current = char.IsWhiteSpace(each) ? 0 : current + 1;
                if (current > LongestWord)
                    return true;
            }
        }

        return false;
    }

    private string? TargetOf(string key) => anchors.IdOf(key) is { } id ? "#" + id : addressOf(key);

    private string Inline(Cell? cell) => cell switch
    {
        null => "–",
        TextCell text => Inline(text.Runs),
        DateCell => $"<time>{cell.Display(language)}</time>",
        _ => HtmlText.Escaped(cell.Display(language)),
    };

    private static string Inline(IReadOnlyList<Run> runs) => string.Concat(runs.Where(run => run.Text.Length > 0).Select(Inline));

    private static string Inline(Run run) => run.Style switch
    {
        RunStyle.Emphasis => $"<strong>{HtmlText.Escaped(run.Text)}</strong>",
        RunStyle.Code => $"<code>{HtmlText.Escaped(run.Text)}</code>",
        RunStyle.Name => $"<bdi>{HtmlText.Escaped(run.Text)}</bdi>",
        _ => HtmlText.Escaped(run.Text),
    };
}
