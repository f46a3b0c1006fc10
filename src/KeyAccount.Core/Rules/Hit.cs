using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>One rule that answered.</summary>
/// <typeparam name="TAdvice">The advice.</typeparam>
/// <param name="RuleId">The stable identifier of the rule.</param>
/// <param name="Advice">The advice.</param>
/// <param name="Reason">The reason for a person, with the facts filled in.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record Hit<TAdvice>(string RuleId, TAdvice Advice, Text Reason);
