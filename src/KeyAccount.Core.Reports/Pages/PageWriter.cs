using System.Security.Cryptography;
using System.Text;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports.Pages;

/// <summary>Writes one page: its frame here, its blocks by <see cref="BlockWriter"/>.</summary>
internal sealed class PageWriter(Document document, TextWriter output, Func<string, string?> addressOf, HtmlLink? up)
{
    private const int FewestInContents = 4;

    private static readonly string Style = Resource("page.css");
    private static readonly string Script = Resource("page.js");

    // Whatever a text would try: nothing is loaded, and nothing runs but this style and this script.
    private static readonly string Policy =
        $"default-src 'none'; img-src data:; style-src {Hash(Style)}; script-src {Hash(Script)}; base-uri 'none'; form-action 'none'";

    public void Write()
    {
        var language = document.Language;
        var title = HtmlText.Escaped(document.Title);
        var anchors = new PageAnchors(document);
        output.Write($"<!DOCTYPE html>\n<html lang=\"{HtmlText.Escaped(language)}\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        output.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{HtmlText.Escaped(Policy)}\"/>\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        output.Write("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
        output.Write($"<link rel=\"icon\" href=\"data:,\"/>\n<title>{title}</title>\n<style>{Style}</style>\n</head>\n<body>\n");
        output.Write($"<main data-all=\"{Text("Page.All")}\" data-shown=\"{Text("Page.Shown")}\" data-filter=\"{Text("Page.Filter")}\">\n");
        if (up is not null)
            output.Write($"<p class=\"up\"><a href=\"{HtmlText.Escaped(up.Address)}\">{HtmlText.Escaped(up.Title)}</a></p>\n");
        output.Write($"<h1>{title}</h1>\n");
        WriteContents(anchors);
        new BlockWriter(language, output, anchors, addressOf).Write(document.Blocks, 2, document.Title);
        output.Write($"</main>\n<script>{Script}</script>\n</body>\n</html>\n");

        string Text(string key) => HtmlText.Escaped(ReportTexts.Of(key, language));
    }

    private void WriteContents(PageAnchors anchors)
    {
        var sections = document.Blocks.OfType<Section>().ToArray();
        if (sections.Length < FewestInContents)
            return;
        var name = HtmlText.Escaped(ReportTexts.Of("Page.Contents", document.Language));
        output.Write($"<nav aria-label=\"{name}\"><ul>");
        foreach (var section in sections)
            output.Write($"<li><a href=\"#{anchors.IdOf(section)}\">{HtmlText.Escaped(section.Heading)}</a>");
        output.Write("</ul></nav>\n");
    }

    // Browsers read every line break as a line feed before they compare.
    private static string Resource(string name)
    {
        using var stream = typeof(PageWriter).Assembly.GetManifestResourceStream($"KeyAccount.Core.Reports.Pages.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
