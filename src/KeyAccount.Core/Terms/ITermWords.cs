namespace KeyAccount.Core.Terms;

/// <summary>A converter of a term that knows how people write its values, in every language of the library.</summary>
internal interface ITermWords
{
    /// <summary>The names of the values, each with the ways people write it.</summary>
    IEnumerable<(string Name, IEnumerable<string> Words)> Words { get; }
}
