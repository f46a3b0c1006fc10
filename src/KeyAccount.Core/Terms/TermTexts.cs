namespace KeyAccount.Core.Terms;

/// <summary>The texts of a term for a person: its name and what it means.</summary>
/// <param name="Name">The name, as it appears in a table or a selection list.</param>
/// <param name="Description">What the term means in the method, in a sentence or two.</param>
/// <remarks>Immutable; equal when both texts are equal.</remarks>
public sealed record TermTexts(Text Name, Text Description);
