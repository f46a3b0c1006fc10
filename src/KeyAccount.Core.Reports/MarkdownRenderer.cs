using System.Text;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports;

/// <summary>Renders documents as Markdown: CommonMark with the tables of GitHub.</summary>
/// <remarks>
/// <para>Every sign of punctuation that could be markup is escaped, so that no name becomes a heading, a link or HTML. A figure is its
/// name, its description and its table.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class MarkdownRenderer : DocumentRenderer
{
    private const int DeepestHeading = 6;

    /// <inheritdoc/>
    public override void Write(Document document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        output.Write($"# {Escaped(document.Title)}\n");
        foreach (var block in document.Blocks)
            Write(block, document.Language, 2, document.Title, output);
    }

    /// <summary>A text in which nothing is markup.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text on one line, its markup escaped, without blanks around it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Escaped(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Escaped([new Run(text)]);
    }

    private static void Write(Block block, string language, int level, string heading, TextWriter output)
    {
        output.Write('\n');
        switch (block)
        {
            case Section section:
                output.Write(level <= DeepestHeading
                    ? $"{new string('#', level)} {Escaped(section.Heading)}\n"
                    : $"{Strong(Escaped(section.Heading))}\n");
                foreach (var part in section.Blocks)
                    Write(part, language, level + 1, section.Heading, output);
                break;
            case Paragraph { Tone: Tone.Warning } paragraph:
                output.Write($"> {Escaped(paragraph.Runs)}\n");
                break;
            case Paragraph paragraph:
                output.Write($"{Escaped(paragraph.Runs)}\n");
                break;
            case BulletList list:
                WriteItems(list.Items, list.IsOrdered, "", output);
                break;
            case KeyValueList values:
                foreach (var item in values.Items)
                    output.Write($"- {Escaped(item.Name)}: {TextOf(item.Value, language)}\n");
                break;
            case Table table:
                WriteTable(table, language, output);
                break;
            case Figure figure:
                if (figure.Name != heading)
                    output.Write($"{Strong(Escaped(figure.Name))}\n\n");
                output.Write($"{Escaped(figure.Description)}\n\n");
                WriteTable(figure.ToTable(), language, output);
                break;
        }
    }

    private static void WriteItems(IReadOnlyList<ListItem> items, bool isOrdered, string indent, TextWriter output)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var marker = isOrdered ? FormattableString.Invariant($"{i + 1}. ") : "- ";
            output.Write($"{indent}{marker}{Escaped(items[i].Runs)}\n");
            WriteItems(items[i].Items, isOrdered, indent + new string(' ', marker.Length), output);
        }
    }

    private static void WriteTable(Table table, string language, TextWriter output)
    {
        output.Write(Row(table.Columns.Select(column => Escaped(column.Display()))));
        output.Write("|" + string.Concat(table.Columns.Select(column => column.Alignment == Alignment.End ? "---:|" : "---|")) + "\n");
        foreach (var row in table.Rows)
        {
            output.Write(Row(row.Cells.Select(cell =>
                row.IsTotal ? Strong(TextOf(cell, language)) : TextOf(cell, language))));
        }

        static string Row(IEnumerable<string> cells) => "|" + string.Concat(cells.Select(cell => $" {cell} |")) + "\n";
    }

    private static string TextOf(Cell? cell, string language) => cell switch
    {
        null => "–",
        TextCell text => Escaped(text.Runs, isCell: true),
        _ => Escaped([new Run(cell.Display(language))], isCell: true),
    };

    private static string Strong(string escaped) => escaped.Length == 0 ? "" : $"**{escaped}**";

    private static string Escaped(IReadOnlyList<Run> runs, bool isCell = false)
    {
        var text = new StringBuilder();
        foreach (var run in Joined(runs))
        {
            var clean = SafeText.Clean(run.Text);
            if (text.Length == 0)
                clean = clean.TrimStart();
            if (run.Style == RunStyle.Code && clean.AsSpan().ContainsAnyExcept(' '))
                text.Append(Code(clean, isCell));
            else if (run.Style == RunStyle.Emphasis && CanStandOut(clean))
                text.Append(Strong(Escaped(SafeText.Isolated(clean, isName: false), isFirst: false)));
            else
                text.Append(Escaped(SafeText.Isolated(clean, run.Style == RunStyle.Name), isFirst: text.Length == 0 && !isCell));
        }

        return text.ToString().Trim();
    }

    // Signs around two runs beside each other would be read as one.
    private static List<Run> Joined(IReadOnlyList<Run> runs)
    {
        var joined = new List<Run>();
        foreach (var run in runs.Where(run => run.Text.Length > 0))
        {
            if (run.Style != RunStyle.Name && joined is [.., { } before] && before.Style == run.Style)
                joined[^1] = before with { Text = before.Text + run.Text };
            else
                joined.Add(run);
        }

        return joined;
    }

    // Asterisks beside a blank or a sign of punctuation might be read as asterisks.
    private static bool CanStandOut(string text) => text.Length > 0 && char.IsLetterOrDigit(text[0]) && char.IsLetterOrDigit(text[^1]);

    // Between fences longer than any in it. In a table a bar ends the cell, even there.
    private static string Code(string text, bool isCell)
    {
        var (longest, current) = (0, 0);
        foreach (var each in text)
        {
            current = each == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        var fence = new string('`', longest + 1);
        var blank = text[0] is '`' or ' ' || text[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{blank}{(isCell ? text.Replace("|", "\\|", StringComparison.Ordinal) : text)}{blank}{fence}";
    }

    private static string Escaped(string text, bool isFirst)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (IsMarkup(text, i, isFirst))
                escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    // What is markup anywhere; what begins a list only at the start of a line, what begins a link only there.
    private static bool IsMarkup(string text, int i, bool isFirst) => text[i] switch
    {
        '\\' or '`' or '*' or '_' or '[' or ']' or '{' or '}' or '<' or '>' or '&' or '|' or '~' => true,
        '#' or '!' or '$' or '^' or '=' or '@' => true,
        '-' or '+' => i == 0 && isFirst,
        ':' => i + 1 < text.Length && text[i + 1] == '/',
        '.' => text.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase) || (isFirst && IsNumber(text.AsSpan(0, i))),
        ')' => isFirst && IsNumber(text.AsSpan(0, i)),
        _ => false,
    };

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
