using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>A fault of an objective.</summary>
/// <param name="Part">The letter that fails.</param>
/// <param name="RuleId">The stable identifier of the rule, such as <c>measurable.unit</c>.</param>
/// <param name="Reason">The reason, and how to correct it, for a person.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SmartFault(SmartPart Part, string RuleId, Text Reason);
