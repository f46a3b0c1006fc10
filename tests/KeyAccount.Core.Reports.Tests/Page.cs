using System.Xml.Linq;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Tests;

/// <summary>A page as a program reads it.</summary>
internal static class Page
{
    public static XElement Of(params Block[] blocks) => Parsed(new HtmlRenderer().Render(new("en", "Title", blocks)));

    public static XElement Parsed(string html) => XDocument.Parse(html, LoadOptions.PreserveWhitespace).Root!;

    public static XElement MainOf(this XElement page) => page.Descendants("main").Single();

    public static XElement Drawing(Figure figure) => Of(figure).Descendants("svg").Single();

    public static IEnumerable<XElement> OfClass(this XElement drawing, string name) =>
        drawing.Descendants().Where(each => ((string?)each.Attribute("class") ?? "").Split(' ').Contains(name));

    public static double Number(this XElement element, string name) =>
        double.Parse((string?)element.Attribute(name) ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    public static XElement TextOf(this XElement drawing, string text) => drawing.Descendants("text").First(each => each.Value == text);
}
