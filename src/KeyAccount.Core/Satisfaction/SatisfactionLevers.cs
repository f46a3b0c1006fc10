using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The choice of lever for each gap: raise the service, or manage the expectation.</summary>
/// <remarks>The two ways and the three classes of factors are 《大客户销售技巧（客户关系管理篇）》's; which goes with which is a
/// <c>LibraryDefault</c>.</remarks>
public static class SatisfactionLevers
{
    /// <summary>Gap, control over the expectation and soundness of the service → lever. Complete over known gaps; while the gap
    /// is not known, nothing is decided.</summary>
    public static DecisionTable<SatisfactionLeverFacts, SatisfactionLever> Standard { get; } = DecisionTable
        .For<SatisfactionLeverFacts, SatisfactionLever>("satisfactionLevers.standard")
        .Domain(f => f.IsShortfall, true, false)
        .Domain(f => f.Control, [.. ExpectationControl.InOrder, null])
        .Domain(f => f.IsServiceSound, true, false, null)
        .From(Provenance.LibraryDefault(
            $"{SourceTitle.Selling} names two ways and three classes of factors, and leaves the choice to the seller"))
        .Reasons(TextTable.Library, "Satisfaction.SatisfactionLevers.")
        .Rule("met", f => f.IsShortfall == false, SatisfactionLever.Keep)
        .Rule("uncontrollable",
            f => f.IsShortfall == true && f.Control == ExpectationControl.Uncontrollable, SatisfactionLever.RaiseService)
        .Rule("unknownControl", f => f.IsShortfall == true && f.Control == null, SatisfactionLever.RaiseService)
        .Rule("partlyControllable",
            f => f.IsShortfall == true && f.Control == ExpectationControl.PartlyControllable, SatisfactionLever.Both)
        .Rule("controllable.poorService",
            f => f.IsShortfall == true && f.Control == ExpectationControl.Controllable && f.IsServiceSound == false,
            SatisfactionLever.Both)
        .Rule("controllable",
            f => f.IsShortfall == true && f.Control == ExpectationControl.Controllable && f.IsServiceSound == true,
            SatisfactionLever.ManageExpectation)
        .Rule("controllable.serviceUnknown",
            f => f.IsShortfall == true && f.Control == ExpectationControl.Controllable && f.IsServiceSound == null,
            SatisfactionLever.ManageExpectation)
        .Build(HitPolicy.Unique);
}
