using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The aspects of persuasion that honestly support a proposal.</summary>
/// <remarks>That there are six aspects is 《B2B 大客户开发与管理》's; which six is Cialdini 1984; what each needs to be honest is a
/// <c>LibraryDefault</c>.</remarks>
public static class Persuasion
{
    /// <summary>What is known to be true → the aspects that it supports. Collects all; where nothing is known to support any, begin by
    /// giving. Complete: each combination has at least one answer.</summary>
    public static DecisionTable<PersuasionFacts, PersuasionAspect> Aspects { get; } = DecisionTable
        .For<PersuasionFacts, PersuasionAspect>("negotiation.persuasion")
        .Domain(f => f.HasGiven, true, false, null)
        .Domain(f => f.HasTheirWord, true, false, null)
        .Domain(f => f.HasReferences, true, false, null)
        .Domain(f => f.IsLiked, true, false, null)
        .Domain(f => f.HasExpert, true, false, null)
        .Domain(f => f.IsReallyScarce, true, false, null)
        .From(Provenance.Literature("Cialdini 1984, Influence: The Psychology of Persuasion"))
        .Reasons(TextTable.Library, "Negotiation.Persuasion.")
        .Rule("reciprocity", f => f.HasGiven == true, PersuasionAspect.Reciprocity)
        .Rule("consistency", f => f.HasTheirWord == true, PersuasionAspect.Consistency)
        .Rule("socialProof", f => f.HasReferences == true, PersuasionAspect.SocialProof)
        .Rule("liking", f => f.IsLiked == true, PersuasionAspect.Liking)
        .Rule("authority", f => f.HasExpert == true, PersuasionAspect.Authority)
        .Rule("scarcity", f => f.IsReallyScarce == true, PersuasionAspect.Scarcity)
        .Rule(
            "give",
            f => (f.HasGiven == null || f.HasGiven == false) && (f.HasTheirWord == null || f.HasTheirWord == false)
                && (f.HasReferences == null || f.HasReferences == false) && (f.IsLiked == null || f.IsLiked == false)
                && (f.HasExpert == null || f.HasExpert == false) && (f.IsReallyScarce == null || f.IsReallyScarce == false),
            PersuasionAspect.Reciprocity,
            provenance: Provenance.LibraryDefault("giving needs nothing but us"))
        .Build(HitPolicy.Collect);
}
