using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>How far we control the factor that makes a customer expect what it expects.</summary>
/// <remarks>Source: S000 (完全不可控因素、部分可控因素和可控因素).</remarks>
[JsonConverter(typeof(TermJsonConverter<ExpectationControl>))]
public sealed class ExpectationControl : OrderedTerm<ExpectationControl>
{
    /// <summary>Not at all; value 1.</summary>
    public static readonly ExpectationControl Uncontrollable = new(nameof(Uncontrollable), 1);

    /// <summary>In part; value 2.</summary>
    public static readonly ExpectationControl PartlyControllable = new(nameof(PartlyControllable), 2);

    /// <summary>We make it ourselves; value 3.</summary>
    public static readonly ExpectationControl Controllable = new(nameof(Controllable), 3);

    private ExpectationControl(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: a controllable factor = 3 is the one we can do most about.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>How a gap of satisfaction is closed.</summary>
/// <remarks>The two ways are S000's (提升感知服务 VS 管理客户期望值); taking both, or none, follows from them.</remarks>
[JsonConverter(typeof(TermJsonConverter<SatisfactionLever>))]
public sealed class SatisfactionLever : Term<SatisfactionLever>
{
    /// <summary>Nothing to close: keep it so; value 1.</summary>
    public static readonly SatisfactionLever Keep = new(nameof(Keep), 1);

    /// <summary>Raise perceived service; value 2.</summary>
    public static readonly SatisfactionLever RaiseService = new(nameof(RaiseService), 2);

    /// <summary>Manage the expectation; value 3.</summary>
    public static readonly SatisfactionLever ManageExpectation = new(nameof(ManageExpectation), 3);

    /// <summary>Raise the service and manage the expectation; value 4.</summary>
    public static readonly SatisfactionLever Both = new(nameof(Both), 4);

    private SatisfactionLever(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>What the lever for a gap depends on.</summary>
/// <remarks>Immutable; equal when every fact is. Null is not known.</remarks>
public sealed record SatisfactionLeverFacts
{
    /// <summary>Whether less is perceived than expected.</summary>
    public bool? IsShortfall { get; init; }

    /// <summary>How far we control the factor behind the expectation.</summary>
    public ExpectationControl? Control { get; init; }

    /// <summary>Whether the perceived service is sound for itself, whatever is expected.</summary>
    public bool? IsServiceSound { get; init; }

    /// <summary>The facts of a gap.</summary>
    /// <param name="gap">Expected and perceived service; null where there are no answers.</param>
    /// <param name="control">How far we control the factor behind the expectation; null where that is not known.</param>
    /// <param name="scalePoints">Answers run from 1 to this; at least 2. From its middle on, inclusive, the perceived service is sound
    /// (<c>LibraryDefault</c>).</param>
    /// <returns>The facts; gap and service are compared to six decimal places.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scalePoints"/> is below 2.</exception>
    public static SatisfactionLeverFacts Of(ServiceGap? gap, ExpectationControl? control, int scalePoints = ServQual.DefaultScalePoints)
    {
        Guard.AtLeast(scalePoints, 2);
        return new()
        {
            // To six places: a rounding is no shortfall.
            IsShortfall = gap is null ? null : Quantum.Of(gap.Gap) < 0,
            Control = control,
            IsServiceSound = gap is null ? null : Quantum.Of(gap.Perceived) >= (scalePoints + 1) / 2.0,
        };
    }
}

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
