using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports;

/// <summary>Renders documents as one self-contained HTML page: nothing is loaded from elsewhere.</summary>
/// <remarks>
/// <para>A figure is drawn as inline SVG, with its table beside it. The page reads without its script; with it, tables sort and filter by
/// their categories (<see cref="TableColumn.IsCategory"/>), and a link opens the section it leads to. Light and dark follow the system of
/// the reader; the page prints what is open.</para>
/// <para>Whatever text a document holds, it stays text: it is escaped everywhere, and a content security policy lets nothing run but the
/// page's own script. The page is well-formed XML as well, so that programs can read it.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
/// <example>
/// <code>
/// using KeyAccount.Core.Reports;
///
/// var assessment = AccountValue.Standard.Assess(new() { AnnualPurchases = 800_000, GrossMarginRate = 0.2, CreditDays = 45 });
/// var page = new HtmlRenderer().Render(AccountValue.Standard.Describe(assessment));
/// Console.WriteLine($"{page.Length} characters, in one file without a network request");
/// </code>
/// </example>
public sealed class HtmlRenderer : DocumentRenderer
{
    private readonly Func<string, string?> _addressOf;
    private readonly HtmlLink? _up;

    /// <summary>A renderer of self-contained pages.</summary>
    public HtmlRenderer()
        : this(_ => null)
    {
    }

    /// <summary>A renderer of pages that belong together.</summary>
    /// <param name="addressOf">Returns the relative address of the page with the details of a <see cref="TableRow.Key"/>; null for none. A
    /// section of the document itself takes precedence.</param>
    /// <param name="up">The parent page; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="addressOf"/> is null.</exception>
    public HtmlRenderer(Func<string, string?> addressOf, HtmlLink? up = null)
    {
        ArgumentNullException.ThrowIfNull(addressOf);
        _addressOf = addressOf;
        _up = up;
    }

    /// <inheritdoc/>
    public override void Write(Document document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        new Pages.PageWriter(document, output, _addressOf, _up).Write();
    }
}
