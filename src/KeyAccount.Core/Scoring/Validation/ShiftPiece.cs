namespace KeyAccount.Core.Scoring.Validation;

/// <summary>How many accounts are in a piece of a scale, before and after.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Before">The share of the accounts then, 0 … 1.</param>
/// <param name="After">The share of the accounts now.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ShiftPiece(ScalePiece Piece, double Before, double After);
