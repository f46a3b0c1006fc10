using System.Text;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>A sheet as Markdown (CommonMark, tables of GitHub). Every sign of punctuation in a text is escaped, so that no name becomes
/// markup, a link or HTML.</summary>
internal sealed class MarkdownSheet(TextWriter output, string language) : Sheet(language)
{
    private const int Longest = 300;

    public static string Escaped(string text)
    {
        var line = SafeText.Line(text, Longest).Trim();
        var escaped = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (IsMarkup(line, i))
                escaped.Append('\\');
            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    // What is markup anywhere; what begins a list or a link only there.
    private static bool IsMarkup(string line, int i) => line[i] switch
    {
        '\\' or '`' or '*' or '_' or '[' or ']' or '{' or '}' or '<' or '>' or '&' or '|' or '~' => true,
        '#' or '!' or '$' or '^' or '=' or '@' => true,
        '-' or '+' => i == 0,
        ':' => i + 1 < line.Length && line[i + 1] == '/',
        '.' => line.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase)
            || (i > 0 && !line.AsSpan(0, i).ContainsAnyExceptInRange('0', '9')),
        ')' => i > 0 && !line.AsSpan(0, i).ContainsAnyExceptInRange('0', '9'),
        _ => false,
    };

    public override void Title(string text) => Write($"# {Escaped(text)}", "");

    public override void Heading(string text) => Write("", $"## {Escaped(text)}", "");

    public override void Line(string text, bool isDim = false) => Write(Escaped(text), "");

    public override void Table(IReadOnlyList<Column> columns, IEnumerable<string[]> rows)
    {
        Write(Row(columns.Select(column => column.Title.Length > 0 ? Text(column.Title) : "")));
        Write("|" + string.Concat(columns.Select(column => column.IsRight ? "---:|" : "---|")));
        foreach (var row in rows)
            Write(Row(row));
        Write("");

        static string Row(IEnumerable<string> cells) => "|" + string.Concat(cells.Select(cell => $" {Escaped(cell)} |"));
    }

    private void Write(params string[] lines)
    {
        foreach (var line in lines)
        {
            output.Write(line);
            output.Write('\n');
            Lines++;
        }
    }
}
