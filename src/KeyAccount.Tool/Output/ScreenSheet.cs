using KeyAccount.Tool.Terminal;
using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>A sheet on a screen: every line fits it, so that a row of a table is one line.</summary>
internal sealed class ScreenSheet(IAnsiConsole console, string language) : Sheet(language)
{
    private const int Least = 8;

    private readonly int _width = console.Profile.Width;

    public override void Title(string text) => Write(SafeText.Fit(text, _width).TrimEnd(), "bold");

    public override void Heading(string text)
    {
        Write("", "");
        Title(text);
    }

    public override void Line(string text, bool isDim = false)
    {
        foreach (var line in SafeText.Wrapped(SafeText.Line(text, 10 * _width), _width))
            Write(line, isDim ? "dim" : "");
    }

    public override void Table(IReadOnlyList<Column> columns, IEnumerable<string[]> rows)
    {
        var rest = Math.Max(Least, _width - columns.Sum(column => column.Width > 0 ? column.Width + 1 : 1));
        Write(Row([.. columns.Select(column => column.Title.Length > 0 ? Text(column.Title) : "")]), "underline");
        foreach (var row in rows)
            Write(Row(row), "");

        string Row(string[] cells) =>
            string.Join(
                ' ', cells.Zip(columns, (cell, column) => SafeText.Fit(cell, column.Width > 0 ? column.Width : rest, column.IsRight)))
                    .TrimEnd();
    }

    private void Write(string line, string style)
    {
        Lines++;
        var text = Markup.Escape(line);
        console.Write(new Markup((style.Length > 0 && text.Length > 0 ? $"[{style}]{text}[/]" : text) + "\n"));
    }
}
