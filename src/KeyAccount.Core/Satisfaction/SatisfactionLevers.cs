using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>Which gap to close by raising service, and which by managing the expectation.</summary>
/// <remarks>The two ways and the three classes of factors are S000's; which goes with which is a <c>LibraryDefault</c>.</remarks>
public static class SatisfactionLevers
{
    private static readonly Provenance Ours = Provenance.LibraryDefault("S000 names two ways and three classes of factors, and leaves the choice to the seller");

    /// <summary>Gap, control over the expectation and soundness of the service → lever. Complete; while the gap itself is not known, nothing is decided.</summary>
    public static DecisionTable<SatisfactionLeverFacts, SatisfactionLever> Standard { get; } = DecisionTable
        .For<SatisfactionLeverFacts, SatisfactionLever>("satisfactionLevers.standard")
        .Domain(f => f.IsShortfall, true, false)
        .Domain(f => f.Control, [.. ExpectationControl.InOrder, null])
        .Domain(f => f.IsServiceSound, true, false, null)
        .Rule("met", f => f.IsShortfall == false, SatisfactionLever.Keep, Reason("met"), provenance: Ours)
        .Rule(
            "uncontrollable",
            f => f.IsShortfall == true && f.Control == ExpectationControl.Uncontrollable,
            SatisfactionLever.RaiseService,
            Reason("uncontrollable"),
            provenance: Ours)
        .Rule(
            "unknownControl",
            f => f.IsShortfall == true && f.Control == null,
            SatisfactionLever.RaiseService,
            Reason("unknownControl"),
            provenance: Ours)
        .Rule(
            "partlyControllable",
            f => f.IsShortfall == true && f.Control == ExpectationControl.PartlyControllable,
            SatisfactionLever.Both,
            Reason("partlyControllable"),
            provenance: Ours)
        .Rule(
            "controllable.poorService",
            f => f.IsShortfall == true && f.Control == ExpectationControl.Controllable && f.IsServiceSound == false,
            SatisfactionLever.Both,
            Reason("controllable.poorService"),
            provenance: Ours)
        .Rule(
            "controllable",
            f => f.IsShortfall == true && f.Control == ExpectationControl.Controllable && f.IsServiceSound != false,
            SatisfactionLever.ManageExpectation,
            Reason("controllable"),
            provenance: Ours)
        .Build(HitPolicy.Unique);

    private static Text Reason(string rule) => TextTable.Library[$"Satisfaction.SatisfactionLevers.{rule}"];
}
