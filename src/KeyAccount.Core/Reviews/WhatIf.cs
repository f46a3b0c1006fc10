using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What would become of an account with other facts, judged by the same models among the same accounts.</summary>
/// <remarks>Immutable; equal when every part is. Made by <see cref="PortfolioReviewRun.WhatIf"/>.</remarks>
public sealed record WhatIf
{
    /// <summary>The currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The facts that are others, in the order in which they were given.</summary>
    public required IReadOnlyList<EditedFact> Changes { get; init => field = ValueList.Of(value, nameof(Changes)); }

    /// <summary>What moves: tier, risk, findings, score and advice, with the reasons.</summary>
    public required AccountImpact Impact { get; init => field = Guard.NotNull(value); }

    /// <summary>The review as the account stands.</summary>
    public required AccountReview Before { get; init => field = Guard.NotNull(value); }

    /// <summary>The review as it would stand.</summary>
    public required AccountReview After { get; init => field = Guard.NotNull(value); }

    /// <summary>Whether tier, band, risk, findings or advice would be others.</summary>
    public bool HasMoved => Impact.Movement.HasMoved || Impact.Value.BandChanged || Impact.Advice.Count > 0;

    /// <summary>Before and after for a person: the facts that are others, what moves and why.</summary>
    /// <param name="language">The language, as a BCP 47 tag; where it is not spoken, its parent language, then English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(language);
        return ImpactDocument.Of(this, language);
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The account and what moves.</returns>
    public override string ToString() => Impact.Movement.ToString();
}
