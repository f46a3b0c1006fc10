namespace KeyAccount.Core.Reports;

/// <summary>The style of a piece of a line, for a screen with colours or weights.</summary>
public enum TextStyle
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>The title of the document.</summary>
    Title,

    /// <summary>The heading of a section, or the caption of a figure.</summary>
    Heading,

    /// <summary>The titles of the columns of a table.</summary>
    ColumnTitle,

    /// <summary>Text that stands out.</summary>
    Emphasis,

    /// <summary>An identifier.</summary>
    Code,

    /// <summary>Secondary text: a legend, a rule between rows.</summary>
    Note,

    /// <summary>Text that must not be overlooked.</summary>
    Warning,
}
