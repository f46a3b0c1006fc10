using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>A what-if review: an account with changed facts, judged by the same models among the same accounts.</summary>
/// <remarks>Immutable; equal when every part is. Made by <see cref="PortfolioReviewRun.WhatIf"/>.</remarks>
public sealed record WhatIf
{
    /// <summary>The currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The changed facts, in the order in which they were given.</summary>
    public required IReadOnlyList<EditedFact> Changes { get; init => field = ValueList.Of(value, nameof(Changes)); }

    /// <summary>The effects: tier, risk, findings, score and advice, with the reasons.</summary>
    public required AccountImpact Impact { get; init => field = Guard.NotNull(value); }

    /// <summary>The review with the present facts.</summary>
    public required AccountReview Before { get; init => field = Guard.NotNull(value); }

    /// <summary>The review with the changed facts.</summary>
    public required AccountReview After { get; init => field = Guard.NotNull(value); }

    /// <summary>Whether the tier, the band, the risk, the findings or the advice would change.</summary>
    public bool HasMoved => Impact.Movement.HasMoved || Impact.Value.BandChanged || Impact.Advice.Count > 0;

    /// <summary>Describes the comparison for a person: the changed facts, the effects and the reasons.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(language);
        return ImpactDocument.Of(this, language);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account and the effects.</returns>
    public override string ToString() => Impact.Movement.ToString();
}
