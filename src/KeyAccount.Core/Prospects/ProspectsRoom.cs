using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Prospects;

/// <summary>The models of this room.</summary>
internal static class ProspectsRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        Prospecting.Priority,
        Prospecting.Entry,
        ProspectTransitions.Standard,
        new ModelConstants(
            "prospects.norms",
            new ModelDefault(
                nameof(ProspectNorms.Days), Invariant($"{ProspectNorms.Standard.Days}"),
                Provenance.LibraryDefault($"the middle of {ProspectNorms.ShortestDays} to {ProspectNorms.LongestDays} days")),
            new ModelDefault(
                "range", Invariant($"{ProspectNorms.ShortestDays} to {ProspectNorms.LongestDays} days"),
                SourceTitle.Norm(SourceTitle.Training, "销售周期平均90-180天")),
            new ModelDefault(
                nameof(ProspectNorms.Shares), "10, 20, 25, 30, 15 %", Provenance.LibraryDefault("no published split among five steps"))),
        new ModelConstants(
            "prospects.pay",
            new ModelDefault(
                nameof(AltmanZ),
                Invariant($"6.56, 3.26, 6.72, 1.05; safe above {AltmanZ.SafeAbove}, distress below {AltmanZ.DistressBelow}"),
                Provenance.Literature("Altman, Hartzell & Peck 1995, Emerging Markets Corporate Bonds: A Scoring System")),
            new ModelDefault(
                nameof(AbilityToPay.DaysLate),
                Invariant($"doubtful above {AbilityToPay.DoubtfulAbove}, not met above {AbilityToPay.NotMetAbove} days"),
                Provenance.LibraryDefault("a month late is usual, a quarter is not"))),
        new ModelConstants(
            "prospects.rates",
            new ModelDefault(
                nameof(ProspectPassage.DefaultRate), Invariant($"{ProspectPassage.DefaultRate} with {ProspectPassage.DefaultStrength}"),
                Provenance.LibraryDefault("eight of a hundred prospects are won; replaced by what is counted"))),
    ];
}
