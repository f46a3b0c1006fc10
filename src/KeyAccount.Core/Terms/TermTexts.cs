namespace KeyAccount.Core.Terms;

/// <summary>What a person reads of a term: its name and what it means.</summary>
/// <param name="Name">The name, as it would stand in a table or a list to choose from.</param>
/// <param name="Description">What the term means in the method, in a sentence or two.</param>
/// <remarks>Immutable; equal when both texts are equal.</remarks>
public sealed record TermTexts(Text Name, Text Description);
