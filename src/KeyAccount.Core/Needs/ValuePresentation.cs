using KeyAccount.Core.Rules;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>The choice among the five ways of presenting value to a person (价值呈现的五种策略).</summary>
/// <remarks>《大客戶戰略客戶關係管理》 announces five strategies and names none; ways and rules are a <c>LibraryDefault</c>.</remarks>
public static class ValuePresentation
{
    /// <summary>Role, personality, deciding value and evidence → way. Complete, also if facts are not known.</summary>
    public static DecisionTable<PresentationFacts, PresentationAdvice> Standard { get; } = DecisionTable
        .For<PresentationFacts, PresentationAdvice>("needs.presentation")
        .Domain(f => f.Role, [.. StakeholderRole.InOrder, null])
        .Domain(f => f.Style, [.. PersonalityStyle.InOrder, null])
        .Domain(f => f.Value, [.. CustomerValue.InOrder, null])
        .Domain(f => f.HasEvidence, true, false, null)
        .From(Provenance.LibraryDefault($"{SourceTitle.Strategy} announces five strategies of presenting value and names none"))
        .Reasons(TextTable.Library, "Needs.Presentation.")
        .Rule("noEvidence", f => f.HasEvidence == false, new(PresentationWay.Guarantee, NeedsApproval: true))
        .Rule("decider.brief", f => f.Role == StakeholderRole.KDM && f.Style == PersonalityStyle.Dominance,
            new(PresentationWay.Comparison, IsBrief: true))
        .Rule("decider", f => f.Role == StakeholderRole.KDM, new(PresentationWay.Figures))
        .Rule("money", f => f.Value == CustomerValue.Economic || f.Value == CustomerValue.Time, new(PresentationWay.Figures))
        .Rule("user", f => f.Role == StakeholderRole.KU, new(PresentationWay.Experience))
        .Rule("exact", f => f.Style == PersonalityStyle.Conscientiousness, new(PresentationWay.Figures))
        .Rule("safe", f => f.Style == PersonalityStyle.Steadiness || f.Value == CustomerValue.Quality, new(PresentationWay.Reference))
        .Rule(
            "standing",
            f => f.Style == PersonalityStyle.Influence || f.Value == CustomerValue.CorporateImage || f.Value == CustomerValue.Political,
            new(PresentationWay.Reference))
        .Rule("advice", f => f.Value == CustomerValue.Advisory || f.Value == CustomerValue.Relationship, new(PresentationWay.Experience))
        .Rule("rest", f => true, new(PresentationWay.Comparison))
        .Build(HitPolicy.First);
}
