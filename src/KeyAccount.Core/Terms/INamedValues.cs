namespace KeyAccount.Core.Terms;

/// <summary>A JSON converter for named values. A schema lists the names of a term through it without knowing the term.</summary>
public interface INamedValues
{
    /// <summary>The names that JSON may contain, in the order of the term.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What each name means.</summary>
    /// <param name="language">The language, as a BCP 47 tag.</param>
    /// <returns>A text for each of <see cref="Names"/>, in their order; empty for a name without a description.</returns>
    IReadOnlyList<string> Descriptions(string language) => [.. Names.Select(_ => "")];
}
