using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring.Validation;

/// <summary>Something that was noticed when scores were held against outcomes.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Reason">What it is, for a person.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ValidationFinding(ValidationFindingKind Kind, Text Reason);
