using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KeyAccount.Pages;

/// <summary>A page as a browser reads it: end tags that HTML lets one leave out are there.</summary>
internal static class HtmlPage
{
    /// <summary>The tree of a page. A page that is not valid HTML is an exception.</summary>
    public static XElement Parsed(string html)
    {
        var document = new HtmlParser(new() { IsStrictMode = true }).ParseDocument(html);
        return Element(document.DocumentElement);
    }

    private static XElement Element(IElement element) => new(
        element.LocalName,
        element.Attributes.Select(each => new XAttribute(each.LocalName, each.Value)),
        element.ChildNodes.Select(each => (object?)(each switch
        {
            IElement inner => Element(inner),
            IText text => new XText(text.Data),
            _ => null,
        })));
}
