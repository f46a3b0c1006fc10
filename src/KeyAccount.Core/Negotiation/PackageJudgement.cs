using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>The judgement of a proposal: its value, and what it leaves on the table.</summary>
/// <param name="Proposal">The proposal with its values.</param>
/// <param name="IsAcceptableToUs">Whether it is at least as good for us as our alternative.</param>
/// <param name="IsAcceptableToThem">Whether it is at least as good for them as theirs.</param>
/// <param name="BetterForUs">The package that is best for us of those no worse for them; null if none is better for us than the
/// proposal.</param>
/// <param name="BetterForThem">The package that is best for them of those no worse for us: what we can offer instead at no cost to us; null
/// where none is better for them.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record PackageJudgement(
    PackageValue Proposal, bool IsAcceptableToUs, bool IsAcceptableToThem, PackageValue? BetterForUs, PackageValue? BetterForThem)
{
    /// <summary>The proposal with its values.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public PackageValue Proposal { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Proposal, nameof(Proposal));

    /// <summary>Whether the proposal is efficient: no package is better for one side without being worse for the other.</summary>
    [JsonIgnore]
    public bool IsEfficient => BetterForUs is null && BetterForThem is null;

    /// <summary>What we could still gain at no cost to them, in points; 0 where nothing.</summary>
    [JsonIgnore]
    public double LeftForUs => ScoreRounding.Round((BetterForUs?.Ours ?? Proposal.Ours) - Proposal.Ours);

    /// <summary>What they could still gain at no cost to us, in points; 0 where nothing.</summary>
    [JsonIgnore]
    public double LeftForThem => ScoreRounding.Round((BetterForThem?.Theirs ?? Proposal.Theirs) - Proposal.Theirs);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The proposal and what it leaves.</returns>
    public override string ToString() => Invariant($"{Proposal}, left for us {LeftForUs}, for them {LeftForThem}");

    /// <summary>The judgement for a person: who could accept the package, and what would be better.</summary>
    /// <param name="preparation">The preparation, which names the issues; null for their keys.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(NegotiationPreparation? preparation = null, string language = Terms.Language.English) =>
        NegotiationDocuments.Of(this, preparation, language);
}
