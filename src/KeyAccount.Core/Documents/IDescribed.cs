namespace KeyAccount.Core.Documents;

/// <summary>An advice that tells itself: what a decision table gives, where it is more than a term or a text.</summary>
public interface IDescribed
{
    /// <summary>What it says, with its details under it.</summary>
    /// <param name="language">The language, as a BCP 47 tag.</param>
    /// <returns>The item of a list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    ListItem Describe(string language);
}
