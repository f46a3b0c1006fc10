using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>What the development stage of an account is judged by. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable; equal when every fact is. Which facts tell the stages apart is a <c>LibraryDefault</c>.</remarks>
public sealed record DevelopmentFacts
{
    /// <summary>Whether the account has ever bought from us.</summary>
    public bool? HasBought { get; init; }

    /// <summary>Whether it asks us first in what we supply.</summary>
    public bool? IsPreferred { get; init; }

    /// <summary>Whether people of several departments and layers deal with us, and not one buyer with one salesperson.</summary>
    public bool? IsBroadlyConnected { get; init; }

    /// <summary>Whether it shares plans and problems with us that it does not show to others.</summary>
    public bool? SharesPlans { get; init; }

    /// <summary>Whether a long-term agreement binds both sides.</summary>
    public bool? HasLongTermAgreement { get; init; }

    /// <summary>Whether both sides invest, develop or go to market together.</summary>
    public bool? CreatesJointly { get; init; }
}

/// <summary>What the guide to a development stage depends on.</summary>
/// <remarks>Immutable; equal when the stage is.</remarks>
public sealed record StageGuideFacts
{
    /// <summary>The stage; null while it is not known.</summary>
    public DevelopmentStage? Stage { get; init; }
}

/// <summary>How far an account has developed, as far as that is known.</summary>
/// <param name="Lowest">The stage with every unknown fact at its worst; null where a table of your own has no answer.</param>
/// <param name="Highest">The stage with every unknown fact at its best; null as for <paramref name="Lowest"/>.</param>
/// <param name="Decision">What the table says of the facts as they are, with its reason; undecided while an unknown fact decides.</param>
/// <remarks>Immutable; equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record StageStanding(DevelopmentStage? Lowest, DevelopmentStage? Highest, Decision<DevelopmentStage> Decision)
{
    /// <summary>The stage; null while an unknown fact decides.</summary>
    [JsonIgnore]
    public DevelopmentStage? Stage => Decision.Advice;
}

/// <summary>The five development stages of an account: which one it is in, how it is entered and left, and what to do next.</summary>
/// <remarks>S000 and S001 name the stages and say no more. L Millman &amp; Wilson 1995 (Journal of Marketing Practice 1(1):9–21) describe them; the facts by
/// which they are told apart here and the guides are a <c>LibraryDefault</c>.</remarks>
public static class Development
{
    private static readonly Provenance Judged = Provenance.LibraryDefault("S000 and S001 name the stage, Millman & Wilson 1995 describe it; the facts it is told by are ours");
    private static readonly Provenance Guided = Provenance.LibraryDefault("S000 and S001 name the stage; entry, exit and what to do next are ours, after Millman & Wilson 1995");

    /// <summary>Facts → stage; complete over known facts, each combination has exactly one answer. A stage needs all that the stages below it need.</summary>
    /// <remarks>Where a fact is not known that decides, no rule matches: ask <see cref="StandingOf"/> for what is possible.</remarks>
    public static DecisionTable<DevelopmentFacts, DevelopmentStage> Stages { get; } = DecisionTable
        .For<DevelopmentFacts, DevelopmentStage>("development.stages")
        .Domain<bool?>(f => f.HasBought, true, false)
        .Domain<bool?>(f => f.IsPreferred, true, false)
        .Domain<bool?>(f => f.IsBroadlyConnected, true, false)
        .Domain<bool?>(f => f.SharesPlans, true, false)
        .Domain<bool?>(f => f.HasLongTermAgreement, true, false)
        .Domain<bool?>(f => f.CreatesJointly, true, false)
        .Rule("incubation", f => f.HasBought == false, DevelopmentStage.Incubation, Reason("incubation"), provenance: Judged)
        .Rule(
            "initial",
            f => f.HasBought == true && (f.IsPreferred == false || f.IsBroadlyConnected == false),
            DevelopmentStage.Initial,
            Reason("initial"),
            provenance: Judged)
        .Rule(
            "middle",
            f => f.HasBought == true && f.IsPreferred == true && f.IsBroadlyConnected == true && (f.SharesPlans == false || f.HasLongTermAgreement == false),
            DevelopmentStage.Middle,
            Reason("middle"),
            provenance: Judged)
        .Rule(
            "advanced",
            f => f.HasBought == true && f.IsPreferred == true && f.IsBroadlyConnected == true
                && f.SharesPlans == true && f.HasLongTermAgreement == true && f.CreatesJointly == false,
            DevelopmentStage.Advanced,
            Reason("advanced"),
            provenance: Judged)
        .Rule(
            "strategic",
            f => f.HasBought == true && f.IsPreferred == true && f.IsBroadlyConnected == true
                && f.SharesPlans == true && f.HasLongTermAgreement == true && f.CreatesJointly == true,
            DevelopmentStage.Strategic,
            Reason("strategic"),
            provenance: Judged)
        .Build(HitPolicy.Unique);

    /// <summary>Stage → entry, exit and what to do next; complete, each stage has exactly one guide.</summary>
    public static DecisionTable<StageGuideFacts, PhaseGuide> Guides { get; } = DevelopmentStage.InOrder
        .Aggregate(
            DecisionTable.For<StageGuideFacts, PhaseGuide>("development.guides").Domain(f => f.Stage, [.. DevelopmentStage.InOrder]),
            (table, stage) => table.Rule(
                stage.Name, f => f.Stage == stage, PhaseGuide.Of("Lifecycle.StageGuide.", stage.Name), TextTable.Library["Lifecycle.StageGuide.Reason"], f => [f.Stage], Guided))
        .Build(HitPolicy.Unique);

    /// <summary>How far an account has developed, with the range that unknown facts leave.</summary>
    /// <param name="facts">What is known of the account.</param>
    /// <param name="stages">The table to judge by; null for <see cref="Stages"/>.</param>
    /// <returns>The stage where it is certain, and the lowest and highest that are possible.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static StageStanding StandingOf(DevelopmentFacts facts, DecisionTable<DevelopmentFacts, DevelopmentStage>? stages = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        stages ??= Stages;
        return new(stages.Decide(Filled(facts, false)).Advice, stages.Decide(Filled(facts, true)).Advice, stages.Decide(facts));
    }

    private static DevelopmentFacts Filled(DevelopmentFacts facts, bool unknown) => new()
    {
        HasBought = facts.HasBought ?? unknown,
        IsPreferred = facts.IsPreferred ?? unknown,
        IsBroadlyConnected = facts.IsBroadlyConnected ?? unknown,
        SharesPlans = facts.SharesPlans ?? unknown,
        HasLongTermAgreement = facts.HasLongTermAgreement ?? unknown,
        CreatesJointly = facts.CreatesJointly ?? unknown,
    };

    private static Text Reason(string rule) => TextTable.Library[$"Lifecycle.Development.{rule}"];
}
