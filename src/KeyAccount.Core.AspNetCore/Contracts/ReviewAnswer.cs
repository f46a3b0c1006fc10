using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.AspNetCore;

/// <summary>The review of a portfolio.</summary>
/// <param name="Review">The review.</param>
/// <param name="Document">The same in brief for a person, in the language of <c>Accept-Language</c>.</param>
public sealed record ReviewAnswer(PortfolioReview Review, Document Document);
