using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The segment of a customer, by recency and frequency of its purchases.</summary>
/// <remarks>LibraryDefault: ten usual names for a grid of five by five; no publication fixes it.</remarks>
public static class RfmSegments
{
    /// <summary>Recency and frequency → segment; complete over 25 combinations, the first rule that matches answers. The money stands
    /// beside
    /// the segment: it says how much to spend, not what to do.</summary>
    public static DecisionTable<RfmSegmentFacts, RfmSegment> Standard { get; } = DecisionTable
        .For<RfmSegmentFacts, RfmSegment>("winback.rfm")
        .Domain(f => f.Recency, 1, 2, 3, 4, 5)
        .Domain(f => f.Frequency, 1, 2, 3, 4, 5)
        .From(Provenance.LibraryDefault("the usual ten names; no publication fixes the grid"))
        .Rule("champion", f => f.Recency == 5 && f.Frequency >= 4, RfmSegment.Champion, Reason, f => [f.Recency, f.Frequency])
        .Rule("cannotLose", f => f.Recency <= 2 && f.Frequency == 5, RfmSegment.CannotLose, Reason, f => [f.Recency, f.Frequency])
        .Rule("atRisk", f => f.Recency <= 2 && f.Frequency >= 3, RfmSegment.AtRisk, Reason, f => [f.Recency, f.Frequency])
        .Rule(
            "hibernating",
            f => f.Recency <= 2 && f.Frequency <= 2 && (f.Recency == 1 || f.Frequency == 2),
            RfmSegment.Hibernating, Reason, f => [f.Recency, f.Frequency])
        .Rule("aboutToSleep", f => f.Recency <= 3 && f.Frequency <= 2, RfmSegment.AboutToSleep, Reason, f => [f.Recency, f.Frequency])
        .Rule("needsAttention", f => f.Recency == 3 && f.Frequency == 3, RfmSegment.NeedsAttention, Reason, f => [f.Recency, f.Frequency])
        .Rule("loyal", f => f.Frequency >= 4, RfmSegment.Loyal, Reason, f => [f.Recency, f.Frequency])
        .Rule("new", f => f.Recency == 5 && f.Frequency == 1, RfmSegment.New, Reason, f => [f.Recency, f.Frequency])
        .Rule("promising", f => f.Recency == 4 && f.Frequency == 1, RfmSegment.Promising, Reason, f => [f.Recency, f.Frequency])
        .Rule(
            "potentialLoyalist",
            f => f.Recency >= 4 && f.Frequency <= 3,
            RfmSegment.PotentialLoyalist, Reason, f => [f.Recency, f.Frequency])
        .Build(HitPolicy.First);

    private static Text Reason => TextTable.Library["Winback.RfmSegments.reason"];
}
