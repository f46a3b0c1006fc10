using System.Globalization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The models of a negotiation, listed once.</summary>
internal static class NegotiationRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        NegotiationTables.Preparation,
        NegotiationTables.Moves,
        NegotiationTables.Advice,
        NegotiationTables.TimeRemaining,
        Persuasion.Aspects,
        NegotiationTalk.Standard,
        new ModelConstants(
            "negotiation.terms",
            new ModelDefault(
                nameof(PersuasionAspect), PersuasionAspect.InOrder.Count.ToString(CultureInfo.InvariantCulture),
                Provenance.Source(SourceTitle.Development)),
            new ModelDefault(
                nameof(TrustTechnique), TrustTechnique.InOrder.Count.ToString(CultureInfo.InvariantCulture),
                Provenance.LibraryDefault($"{SourceTitle.Development} announces such talk and names none")),
            new ModelDefault(
                nameof(PreparationFactor), PreparationFactor.InOrder.Count.ToString(CultureInfo.InvariantCulture),
                Provenance.LibraryDefault($"{SourceTitle.Development} announces factors and names goals and fall-back"))),
    ];
}
