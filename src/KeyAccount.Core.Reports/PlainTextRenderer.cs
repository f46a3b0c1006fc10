using System.Globalization;
using KeyAccount.Core.Documents;
using static System.FormattableString;

namespace KeyAccount.Core.Reports;

/// <summary>Renders documents as plain text of a given width: for a terminal, a mail, a log.</summary>
/// <remarks>
/// <para>No line is wider than the width, counted in columns of a terminal: what East Asia writes wide takes two. Texts and cells of tables
/// wrap, and nothing is cut; a table too wide for its columns becomes a list of its values. Control characters are replaced, and names
/// written from right to left are kept apart by Unicode isolates.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class PlainTextRenderer : DocumentRenderer
{
    /// <summary>The smallest possible width: 20 columns.</summary>
    public const int LeastWidth = 20;

    /// <summary>The default width: 100 columns.</summary>
    public const int DefaultWidth = 100;

    /// <summary>A renderer.</summary>
    /// <param name="width">The width in columns, 20 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 20.</exception>
    public PlainTextRenderer(int width = DefaultWidth)
    {
        if (width < LeastWidth)
            throw new ArgumentOutOfRangeException(nameof(width), Invariant($"width is {width}; it must be at least {LeastWidth}."));
        Width = width;
    }

    /// <summary>The width in columns.</summary>
    public int Width { get; }

    /// <inheritdoc/>
    public override void Write(Document document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var line in Lines(document))
        {
            output.Write(line.ToString());
            output.Write('\n');
        }
    }

    /// <summary>The lines of a document with their styles, for a screen with colours or weights.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The lines, laid out while they are read.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public IEnumerable<TextLine> Lines(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Layout(document);
    }

    private IEnumerable<TextLine> Layout(Document document)
    {
        var page = new PageLayout(document.Language, Width);
        return page.Title(document.Title).Concat(page.Blocks(document.Blocks, document.Title)).Select(Cluster.LineOf);
    }
}
