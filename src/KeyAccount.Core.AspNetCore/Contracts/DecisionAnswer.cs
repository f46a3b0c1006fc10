using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.AspNetCore;

/// <summary>The advice of a decision table.</summary>
/// <typeparam name="TAdvice">The advice of the table.</typeparam>
/// <param name="Decision">The rules that answer, with their reasons; none if no rule matches.</param>
/// <param name="Document">The same for a person, in the language of <c>Accept-Language</c>.</param>
public sealed record DecisionAnswer<TAdvice>(Decision<TAdvice> Decision, Document Document);
