using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>An action that a finding asks for but another table forbids.</summary>
/// <param name="RuleId">The rule of the table of actions.</param>
/// <param name="Finding">The rule of the finding it answers.</param>
/// <param name="Kind">The forbidden action.</param>
/// <param name="Prohibition">The rule of the table of prohibitions.</param>
/// <param name="Reason">The reason for the prohibition, in a sentence.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ForbiddenAction(string RuleId, string Finding, ActionKind Kind, string Prohibition, Text Reason);
