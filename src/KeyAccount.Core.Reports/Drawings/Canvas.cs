using System.Globalization;
using System.Text;
using KeyAccount.Core.Reports.Pages;

namespace KeyAccount.Core.Reports.Drawings;

/// <summary>Which part of a text stands at its place.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>What is drawn, as SVG. Colours and weights are classes of the page's style, so that they follow light and dark.</summary>
internal sealed class Canvas(double width)
{
    /// <summary>The width of a drawing that fits the column of text.</summary>
    public const double TextColumn = 640;

    /// <summary>The kind of box that stands behind the others.</summary>
    public const string Behind = "ref";

    /// <summary>The kind of box that stands in front of the others.</summary>
    public const string InFront = "aim";

    /// <summary>The size of letters.</summary>
    public const double Size = 13;

    private readonly Dictionary<string, StringBuilder> _boxes = new(StringComparer.Ordinal);
    private readonly StringBuilder _content = new();

    public double Width { get; } = width;

    public double Height { get; set; }

    /// <summary>How wide a text is drawn at most, as a rule of thumb: no font is asked.</summary>
    public static double WidthOf(string text, double size = Size) => TextWidth.Of(SafeText.Clean(text)) * size * 0.56;

    /// <summary>As much of a text as fits, with an ellipsis where some is left out.</summary>
    public static string Fit(string text, double width, double size = Size)
    {
        if (WidthOf(text, size) <= width)
            return text;
        var columns = (int)(width / (size * 0.56)) - 1;
        var kept = new StringBuilder();
        foreach (var cluster in Cluster.Of(text))
        {
            columns -= cluster.Width;
            if (columns < 0)
                break;
            kept.Append(cluster.Text);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>A text in lines of a width, at most so many.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, int most, double size = Size)
    {
        var columns = Math.Max(1, (int)(width / (size * 0.56)));
        var lines = LineBreaking.Lines(Cluster.Of(text), columns).Select(line => string.Concat(line.Select(each => each.Text)).TrimEnd())
            .Take(most + 1).ToArray();
        return lines.Length <= most ? lines : [.. lines.Take(most - 1), Fit(lines[most - 1] + lines[most] + "…", width, size)];
    }

    /// <summary>A box. Boxes of one kind are one path below everything else: a page has thousands of them.</summary>
    public void Box(double x, double y, double width, double height, string kind)
    {
        if (!_boxes.TryGetValue(kind, out var path))
            _boxes.Add(kind, path = new());
        path.Append(BoxPath(x, y, width, height));
    }

    /// <summary>A field of a shade of its own.</summary>
    public void Field(double x, double y, double width, double height, string kind, double opacity)
    {
        var size = $"width=\"{N(width)}\" height=\"{N(height)}\"";
        _content.Append(
            CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{N(x)}\" y=\"{N(y)}\" {size} fill-opacity=\"{opacity:0.##}\"/>");
    }

    public void Line(double x1, double y1, double x2, double y2, string kind) => _content.Append(
        CultureInfo.InvariantCulture, $"<line class=\"{kind}\" x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"/>");

    public void Circle(double x, double y, double radius, string kind) => _content.Append(
        CultureInfo.InvariantCulture, $"<circle class=\"{kind}\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\"/>");

    public void Path(string data, string kind) => _content.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"{data}\"/>");

    public void Polyline(IEnumerable<(double X, double Y)> points, string kind)
    {
        var places = string.Join(' ', points.Select(point => $"{N(point.X)},{N(point.Y)}"));
        _content.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{kind}\" points=\"{places}\"/>");
    }

    /// <summary>A text on its base line.</summary>
    public void Text(double x, double y, string text, string kind = "", Anchor anchor = Anchor.Start)
    {
        if (text.Length == 0)
            return;
        _content.Append(x == 0 ? "<text" : $"<text x=\"{N(x)}\"").Append(CultureInfo.InvariantCulture, $" y=\"{N(y)}\"");
        var side = anchor switch { Anchor.End => "e", Anchor.Middle => "c", _ => "" };
        if (kind.Length + side.Length > 0)
            _content.Append(CultureInfo.InvariantCulture, $" class=\"{kind}{(kind.Length > 0 && side.Length > 0 ? " " : "")}{side}\"");
        _content.Append(CultureInfo.InvariantCulture, $">{HtmlText.Escaped(text)}</text>");
    }

    /// <summary>Writes the drawing with its name and its description for those who cannot see it.</summary>
    public void Write(TextWriter output, string name, string description)
    {
        var kind = Width > TextColumn ? " class=\"wide\"" : "";
        output.Write($"<div class=\"drawing\"><svg role=\"img\" viewBox=\"0 0 {N(Width)} {N(Height)}\"{kind}>");
        output.Write($"<title>{HtmlText.Escaped(name)}</title><desc>{HtmlText.Escaped(description)}</desc>");
        foreach (var (boxes, path) in _boxes.OrderBy(each => each.Key switch { Behind => 0, InFront => 2, _ => 1 }))
            output.Write($"<path class=\"{boxes}\" d=\"{path}\"/>");
        foreach (var chunk in _content.GetChunks())
            output.Write(chunk.Span);
        output.Write("</svg></div>\n");
    }

    /// <summary>A box as the data of a path.</summary>
    public static string BoxPath(double x, double y, double width, double height) =>
        $"M{N(x)} {N(y)}h{N(Math.Max(0, width))}v{N(Math.Max(0, height))}H{N(x)}z";

    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;
}
