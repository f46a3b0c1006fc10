using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.AspNetCore;

/// <summary>What other models make of a portfolio.</summary>
/// <param name="Impact">Who moves, with what money at stake, and why.</param>
/// <param name="Document">The same for a person, in the language of <c>Accept-Language</c>.</param>
public sealed record ImpactAnswer(ModelImpact Impact, Document Document);
