using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>A fault of a plan that must be mended before it can be agreed.</summary>
/// <param name="Check">The check that fails.</param>
/// <param name="Subject">The id of the objective or action, or the rule of the finding; null for the plan itself.</param>
/// <param name="Reason">The reason, for a person.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ReadinessFault(ReadinessCheck Check, string? Subject, Text Reason);
