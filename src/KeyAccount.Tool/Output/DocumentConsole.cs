using KeyAccount.Core.Documents;
using KeyAccount.Core.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KeyAccount.Tool.Output;

/// <summary>Shows documents on a console: the layout of plain text in the width of the terminal, with colours and weights where it has
/// them.</summary>
internal static class DocumentConsole
{
    public static void Show(IAnsiConsole console, Document document)
    {
        var renderer = new PlainTextRenderer(Math.Max(PlainTextRenderer.LeastWidth, console.Profile.Width));
        foreach (var line in renderer.Lines(document))
            console.Write(new Line(line));
    }

    private static Style StyleOf(TextStyle style) => style switch
    {
        TextStyle.Title => new(Color.Aqua, decoration: Decoration.Bold),
        TextStyle.Heading or TextStyle.ColumnTitle or TextStyle.Emphasis => new(decoration: Decoration.Bold),
        TextStyle.Code => new(Color.Grey),
        TextStyle.Note => new(decoration: Decoration.Dim),
        TextStyle.Warning => new(Color.Yellow),
        _ => Style.Plain,
    };

    // Laid out already: the console must not break it again.
    private sealed class Line(TextLine line) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            line.Spans.Select(span => new Segment(span.Text, StyleOf(span.Style))).Append(Segment.LineBreak);
    }
}
