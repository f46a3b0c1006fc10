using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>A piece of a scale: the part between two of its knots, a step, or a level; or the piece for unknown values.</summary>
/// <param name="Level">The name of the level; null for a piece of a scale of numbers, and for unknown values.</param>
/// <param name="From">The beginning, in the unit of the criterion, included; null for the lowest piece, a level, and unknown
/// values.</param>
/// <param name="To">The end, not included; null for the highest piece, a level, and unknown values.</param>
/// <param name="IsUnknown">Whether the piece is for accounts whose value is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ScalePiece(Text? Level = null, double? From = null, double? To = null, bool IsUnknown = false);
