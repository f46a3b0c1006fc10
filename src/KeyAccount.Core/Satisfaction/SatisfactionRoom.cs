using System.Globalization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The models of this room.</summary>
internal static class SatisfactionRoom
{
    private static readonly Provenance Reichheld =
        Provenance.Literature("Reichheld 2003, The One Number You Need to Grow, Harvard Business Review 12/2003");

    public static IReadOnlyList<IModel> Models { get; } =
    [
        ServQual.Standard,
        ServQual.MixedWording,
        ServiceStrategies.Standard,
        ComplaintReplies.Standard,
        new ModelConstants(
            "complaintTerms",
            new ModelDefault(nameof(AngryCustomerWish), Number(AngryCustomerWish.InOrder.Count), Provenance.LibraryDefault(
                $"{SourceTitle.Selling} asks what an angry customer wants and gives no answer")),
            new ModelDefault(nameof(ForbiddenPhrase), Number(ForbiddenPhrase.InOrder.Count), Provenance.Source(SourceTitle.Selling)),
            new ModelDefault(nameof(ExpectationStep), Number(ExpectationStep.InOrder.Count), Provenance.Source(SourceTitle.Selling)),
            new ModelDefault(nameof(ExpectationPattern), Number(ExpectationPattern.InOrder.Count), Provenance.LibraryDefault(
                $"{SourceTitle.Selling} announces sentences and gives none"))),
        SatisfactionLevers.Standard,
        new ModelConstants(
            "satisfactionLeverFacts",
            new ModelDefault(
                nameof(SatisfactionLeverFacts.IsServiceSound),
                "from the middle of the scale",
                Provenance.LibraryDefault("below the middle even the customer calls the service poor"))),
        new ModelConstants(
            "netPromoterScore",
            new ModelDefault(nameof(NetPromoterScore.PromotersFrom), Number(NetPromoterScore.PromotersFrom), Reichheld),
            new ModelDefault(nameof(NetPromoterScore.DetractorsTo), Number(NetPromoterScore.DetractorsTo), Reichheld),
            new ModelDefault(
                "interval",
                nameof(NetPromoterInterval.Score),
                Provenance.LibraryDefault("the one that holds for small surveys too: Newcombe 1998, Zou & Donner 2008; Wald's does not"))),
        new ModelConstants(
            "customerSatisfactionScore",
            new ModelDefault(
                nameof(CustomerSatisfactionScore.DefaultScalePoints),
                Number(CustomerSatisfactionScore.DefaultScalePoints),
                Provenance.LibraryDefault("the usual scale")),
            new ModelDefault(
                nameof(CustomerSatisfactionScore.SatisfiedRatings),
                Number(CustomerSatisfactionScore.SatisfiedRatings),
                Provenance.LibraryDefault("the usual two highest ratings"))),
        new ModelConstants(
            "importancePerformance",
            new ModelDefault(
                "cuts",
                "the means of importance and performance",
                Provenance.LibraryDefault("Martilla & James 1977 leave the place of the lines to judgement"))),
        SatisfactionSurveys.Levels,
        new ModelConstants(
            "satisfactionSurveys",
            new ModelDefault(
                nameof(SatisfactionSurveys.ValidMonths), Number(SatisfactionSurveys.ValidMonths),
                Provenance.LibraryDefault("people and needs have changed by then"))),
        ComplaintDeadlines.Standard,
        ComplaintTransitions.Standard,
        new ModelConstants(
            "complaint",
            new ModelDefault(
                nameof(ComplaintTask.IsWaivable),
                "all but the first step and the follow-up",
                Provenance.LibraryDefault("first the mood, then the matter; no case closes before the follow-up")),
            new ModelDefault(
                "closedFrom",
                nameof(SatisfactionLevel.Medium),
                Provenance.LibraryDefault("a dissatisfied customer's case begins again"))),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
