using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>A finding from comparing scores with outcomes.</summary>
/// <param name="Kind">The kind of finding.</param>
/// <param name="Reason">The finding in a sentence for a person.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ValidationFinding(ValidationFindingKind Kind, Text Reason);
