namespace KeyAccount.Core.Reports;

/// <summary>A line of laid-out text, no wider than the layout width.</summary>
/// <remarks>Immutable; compared by reference. Blanks at its end are left out.</remarks>
public sealed class TextLine
{
    internal TextLine(IReadOnlyList<TextSpan> spans) => Spans = spans;

    /// <summary>The pieces of the line, from its start; none for an empty line.</summary>
    public IReadOnlyList<TextSpan> Spans { get; }

    /// <summary>The text of the line.</summary>
    /// <returns>The text, without a line break.</returns>
    public override string ToString() => string.Concat(Spans.Select(span => span.Text));
}
