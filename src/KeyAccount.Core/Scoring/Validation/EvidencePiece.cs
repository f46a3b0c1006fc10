namespace KeyAccount.Core.Scoring.Validation;

/// <summary>The evidence that a piece of a scale gives about the event.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Events">The number of its accounts with the event.</param>
/// <param name="NonEvents">The number of its accounts without the event.</param>
/// <param name="WeightOfEvidence">ln(share of all events in it / share of all others in it): above 0, the piece is evidence for the event;
/// null if it has no account.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record EvidencePiece(ScalePiece Piece, double Events, double NonEvents, double? WeightOfEvidence);
