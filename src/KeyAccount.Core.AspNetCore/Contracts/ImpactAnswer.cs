using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.AspNetCore;

/// <summary>The impact of other models on a portfolio.</summary>
/// <param name="Impact">The accounts that move, with the money at stake, and why.</param>
/// <param name="Document">The same for a person, in the language of <c>Accept-Language</c>.</param>
public sealed record ImpactAnswer(ModelImpact Impact, Document Document);
