namespace KeyAccount.Core.Scoring.Validation;

/// <summary>What a piece of a scale tells of the event.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Events">How many of its accounts have the event.</param>
/// <param name="NonEvents">How many have it not.</param>
/// <param name="WeightOfEvidence">ln(share of all events in it / share of all others in it): above 0 it speaks for the event; null where it
/// has no account.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record EvidencePiece(ScalePiece Piece, double Events, double NonEvents, double? WeightOfEvidence);
