using KeyAccount.Core.Documents;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.AspNetCore;

/// <summary>An assessment with the ways to the next band.</summary>
/// <typeparam name="TBand">The bands of the scorecard.</typeparam>
/// <param name="Assessment">The assessment.</param>
/// <param name="Ways">The ways into the next band: up to two facts changed together, or a fact to learn; empty if the account is in the
/// best one.</param>
/// <param name="Document">The same for a person, in the language of <c>Accept-Language</c>.</param>
public sealed record Explanation<TBand>(Assessment<TBand> Assessment, IReadOnlyList<FactPath> Ways, Document Document)
    where TBand : class;
