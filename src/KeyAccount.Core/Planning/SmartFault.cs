using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>What an objective lacks.</summary>
/// <param name="Part">Which of the five letters fails.</param>
/// <param name="RuleId">The stable identifier of the rule, such as <c>measurable.unit</c>.</param>
/// <param name="Reason">Why, and what would mend it, for a person.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SmartFault(SmartPart Part, string RuleId, Text Reason);
