using System.Globalization;
using Spectre.Console.Rendering;
using Spectre.Console;

namespace KeyAccount.Tool.Output;

/// <summary>A page for a person: texts of one language, written to a console as they are.</summary>
internal sealed class Page(IAnsiConsole console, string language)
{
    public string Language { get; } = language;

    public string Text(string key, params object?[] arguments) => Text(key, Language, arguments);

    public string Listed(IEnumerable<string> words) => string.Join(Language == Core.Terms.Language.English ? ", " : "、", words);

    public void Line(string text, string style = "") =>
        console.Write(new Markup((style.Length > 0 ? $"[{style}]{Markup.Escape(text)}[/]" : Markup.Escape(text)) + "\n"));

    public void Heading(string text)
    {
        console.Write(new Markup("\n"));
        Line(text, "bold");
    }

    public void Bullet(string text) => console.Write(new Padder(new Markup(Markup.Escape($"• {text}")), new Padding(2, 0, 0, 0)));

    public void Write(IRenderable drawing) => console.Write(drawing);

    public static string Text(string key, string language, object?[] arguments) => ToolText.Of(key, language, arguments);

    /// <summary>A framed table: names to the left, numbers to the right.</summary>
    public Table Framed(string first, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(Markup.Escape(Text(first)));
        foreach (var column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(Text(column))).RightAligned());
        return table;
    }

    public static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    public static string Number(decimal? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
