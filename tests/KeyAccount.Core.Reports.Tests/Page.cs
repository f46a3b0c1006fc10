using System.Text.RegularExpressions;
using System.Xml.Linq;
using KeyAccount.Core.Documents;
using KeyAccount.Pages;

namespace KeyAccount.Core.Reports.Tests;

/// <summary>A page as a program reads it.</summary>
internal static partial class Page
{
    public static XElement Of(params Block[] blocks) => Parsed(new HtmlRenderer().Render(new("en", "Title", blocks)));

    /// <summary>The page, with every box of a path as a rectangle of its own, and every straight line as a line.</summary>
    public static XElement Parsed(string html)
    {
        var page = HtmlPage.Parsed(html);
        foreach (var path in page.Descendants("path").ToArray())
        {
            var lines = Lines().Matches((string)path.Attribute("d")!);
            if (lines.Sum(each => each.Length) == ((string)path.Attribute("d")!).Length)
            {
                path.ReplaceWith(lines.Select(each => new XElement(
                    "line", path.Attribute("class"), Of("x1", each), Of("y1", each),
                    new XAttribute("x2", each.Groups["x2"].Success ? each.Groups["x2"].Value : each.Groups["x1"].Value),
                    new XAttribute("y2", each.Groups["y2"].Success ? each.Groups["y2"].Value : each.Groups["y1"].Value))));
                continue;
            }

            var boxes = Boxes().Matches((string)path.Attribute("d")!);
            if (boxes.Sum(each => each.Length) != ((string)path.Attribute("d")!).Length)
                continue;
            path.ReplaceWith(boxes.Select(each =>
            {
                each.Groups["back"].Value.Should().Be(each.Groups["x"].Value, "a box closes where it begins");
                return new XElement("rect", path.Attribute("class"), Of("x", each), Of("y", each), Of("width", each), Of("height", each));
            }));
        }

        return page;

        static XAttribute Of(string name, Match box) => new(name, box.Groups[name].Value);
    }

    public static XElement MainOf(this XElement page) => page.Descendants("main").Single();

    public static XElement Drawing(Figure figure) => Of(figure).Descendants("svg").Single();

    public static IEnumerable<XElement> OfClass(this XElement drawing, string name) =>
        drawing.Descendants().Where(each => ((string?)each.Attribute("class") ?? "").Split(' ').Contains(name));

    public static double Number(this XElement element, string name) =>
        double.Parse((string?)element.Attribute(name) ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    public static XElement TextOf(this XElement drawing, string text) => drawing.Descendants("text").First(each => each.Value == text);

    [GeneratedRegex(@"M(?<x>[-\d.]+) (?<y>[-\d.]+)h(?<width>[\d.]+)v(?<height>[\d.]+)H(?<back>[-\d.]+)z", RegexOptions.None, 5_000)]
    private static partial Regex Boxes();

    [GeneratedRegex(
        @"M(?<x1>[-\d.]+) (?<y1>[-\d.]+)(?:V(?<y2>[-\d.]+)|H(?<x2>[-\d.]+)(?![-\d.]*z)|L(?<x2>[-\d.]+) (?<y2>[-\d.]+))(?=M|$)", RegexOptions.None, 5_000)]
    private static partial Regex Lines();
}
