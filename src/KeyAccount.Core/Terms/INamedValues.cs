namespace KeyAccount.Core.Terms;

/// <summary>A JSON converter whose values have names: what a schema lists of a term without knowing which one it is.</summary>
public interface INamedValues
{
    /// <summary>The names that JSON may have, in the order of the term.</summary>
    IReadOnlyList<string> Names { get; }
}
