using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A fault of an argument.</summary>
/// <param name="NeedId">The need that the argument belongs to; null for none.</param>
/// <param name="Number">The number of the argument within the need, from 1.</param>
/// <param name="Kind">The kind of the fault.</param>
/// <param name="Part">The part that is missing; null for the other kinds.</param>
/// <param name="Text">What to do about it, for a person.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FabeFault(string? NeedId, int Number, FabeFaultKind Kind, FabePart? Part, Text Text);
