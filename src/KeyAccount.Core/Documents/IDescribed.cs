namespace KeyAccount.Core.Documents;

/// <summary>Advice that describes itself: what a decision table answers if the answer is more than a term or a text.</summary>
public interface IDescribed
{
    /// <summary>The advice for a reader, with its details below it.</summary>
    /// <param name="language">The language, as a BCP 47 tag.</param>
    /// <returns>The item of a list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    ListItem Describe(string language);
}
