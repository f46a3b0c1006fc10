namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The share of accounts in a piece of a scale, before and after.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Before">The earlier share of the accounts, 0 … 1.</param>
/// <param name="After">The present share of the accounts.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ShiftPiece(ScalePiece Piece, double Before, double After);
