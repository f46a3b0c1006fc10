using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>The models of this room.</summary>
internal static class CompetitionRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        CompetitiveStrategy.Differentiate,
        new ModelConstants(
            "competition.profile",
            new ModelDefault(
                "rating", Invariant($"{CompetitiveProfile.LowestRating} to {CompetitiveProfile.HighestRating}, weights sum to 1"),
                Provenance.Literature("David, Strategic Management: competitive profile matrix")),
            new ModelDefault("weights", "equal", Ours("nobody has compared them; weigh them by pairs")),
            new ModelDefault(
                nameof(DifferentiationFacts.AheadFrom), Invariant($"{DifferentiationFacts.AheadFrom}"), Ours("one rating point"))),
        new ModelConstants(
            "competition.knowledge",
            new ModelDefault(
                nameof(RivalKnowledge.HalfLifeDays),
                Invariant($"{RivalKnowledge.HalfLifeDays}"),
                Ours("half a year: rivals change people")),
            new ModelDefault(nameof(RivalKnowledge.UndatedWeight), Invariant($"{RivalKnowledge.UndatedWeight}"), Ours("one half-life"))),
        new ModelConstants(
            "competition.rival",
            new ModelDefault(
                "usualRivals", Invariant($"{CompetitionReview.UsualFrom} to {CompetitionReview.UsualTo}"),
                SourceTitle.Norm(SourceTitle.Training, "3-5家竞争对手同时争夺")),
            new ModelDefault(
                nameof(RivalReview.RelevantEncounters),
                Invariant($"{RivalReview.RelevantEncounters} in {RivalReview.EncounterMonths} months"),
                Ours("once may be chance")),
            new ModelDefault(nameof(RivalReview.StrongThreat), Invariant($"{RivalReview.StrongThreat}"), Ours("it takes as much as we do")),
            new ModelDefault(nameof(RivalReview.StrongDecisions), Invariant($"{RivalReview.StrongDecisions}"), Ours("two may be chance")),
            new ModelDefault(
                nameof(RivalReview.StrongLead), Invariant($"{RivalReview.StrongLead}"), Ours("two dimensions of eight ahead by a point"))),
        new ModelConstants(
            "competition.swot",
            new ModelDefault(
                nameof(SwotAnalysis.StrategyFrom), Invariant($"{SwotAnalysis.StrategyFrom}"), Ours("the middle of the scale")),
            new ModelDefault(nameof(SwotAnalysis.UsualWeight), Invariant($"{SwotAnalysis.UsualWeight}"), Ours("the middle of the scale")),
            new ModelDefault(
                nameof(TowsPair), "SO, WO, ST, WT",
                Provenance.Literature("Weihrich 1982, The TOWS Matrix, Long Range Planning 15(2):54"))),
    ];

    private static Provenance Ours(string reason) => Provenance.LibraryDefault(reason);
}
