namespace KeyAccount.Core.Terms;

/// <summary>A JSON converter whose values have names: what a schema lists of a term without knowing which one it is.</summary>
public interface INamedValues
{
    /// <summary>The names that JSON may have, in the order of the term.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What each name means.</summary>
    /// <param name="language">The language, as a BCP 47 tag.</param>
    /// <returns>A text for each of <see cref="Names"/>, in their order; empty for a name of which nothing is said.</returns>
    IReadOnlyList<string> Descriptions(string language) => [.. Names.Select(_ => "")];
}
