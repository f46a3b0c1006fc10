using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>A piece of a scale: what lies between two of its knots, a step, or a level; or what is not known.</summary>
/// <param name="Level">The name of the level; null for a piece of a scale of numbers, and for what is not known.</param>
/// <param name="From">Where it begins, in the unit of the criterion, included; null for the lowest piece, a level, and what is not known.
/// </param>
/// <param name="To">Where it ends, not included; null for the highest piece, a level, and what is not known.</param>
/// <param name="IsUnknown">Whether it holds the accounts whose value is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ScalePiece(Text? Level = null, double? From = null, double? To = null, bool IsUnknown = false);
