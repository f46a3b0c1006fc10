using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>What is wrong with an argument.</summary>
/// <param name="NeedId">The need that the argument belongs to; null for none.</param>
/// <param name="Number">Which argument of the need it is, from 1.</param>
/// <param name="Kind">What kind of fault it is.</param>
/// <param name="Part">The part that is missing; null for the other kinds.</param>
/// <param name="Text">What to do about it, for a person.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FabeFault(string? NeedId, int Number, FabeFaultKind Kind, FabePart? Part, Text Text);
