using System.Globalization;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Reports;

/// <summary>Turns documents into text of one format.</summary>
/// <remarks>Renderers have no state that changes: one can be shared between threads. Whatever text a document holds, no renderer lets it
/// become markup or steer a terminal.</remarks>
public abstract class DocumentRenderer
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">The writer. It is neither flushed nor closed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public abstract void Write(Document document, TextWriter output);

    /// <summary>The document as one text.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The text; every line ends with a line feed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public string Render(Document document)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        Write(document, output);
        return output.ToString();
    }
}
