using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>The content of a table cell or of a named value: a text, a number with its unit, or a date. A null reference is a value that is
/// not known.</summary>
/// <remarks>A value, equal by its contents. In JSON each names its <c>kind</c> first.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextCell), "text")]
[JsonDerivedType(typeof(NumberCell), "number")]
[JsonDerivedType(typeof(DateCell), "date")]
public abstract record Cell
{
    private protected Cell()
    {
    }

    /// <summary>A cell with a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static implicit operator Cell(string text) => FromString(text);

    /// <summary>A cell with a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static Cell FromString(string text) => new TextCell(text);

    /// <summary>The text that a reader of a language sees, without styles.</summary>
    /// <param name="language">The language of the document.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public abstract string Display(string language);
}
