using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>The five development stages of an account: which stage it is in, how a stage is entered and left, and what to do
/// next.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 and 《大客戶戰略客戶關係管理》 name the stages and say no more. Millman &amp; Wilson 1995 (Journal of Marketing Practice
/// 1(1):9–21) describe
/// them; the facts that distinguish them here and the guides are a <c>LibraryDefault</c>.</remarks>
public static class Development
{
    private static readonly Provenance Judged = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} and {SourceTitle.Strategy} name the stage, Millman & Wilson 1995 describe it; the facts that "
        + "determine it are ours");
    private static readonly Provenance Guided = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} and {SourceTitle.Strategy} name the stage; entry, exit and what to do next are ours, after "
        + "Millman & Wilson 1995");

    /// <summary>Facts → stage; complete over known facts, each combination has exactly one answer. A stage needs all that the stages below
    /// it need.</summary>
    /// <remarks>Where a fact is not known that decides, no rule matches: ask <see cref="StandingOf"/> for what is possible.</remarks>
    public static DecisionTable<DevelopmentFacts, DevelopmentStage> Stages { get; } = DecisionTable
        .For<DevelopmentFacts, DevelopmentStage>("development.stages")
        .Domain<bool?>(f => f.HasBought, true, false)
        .Domain<bool?>(f => f.IsPreferred, true, false)
        .Domain<bool?>(f => f.IsBroadlyConnected, true, false)
        .Domain<bool?>(f => f.SharesPlans, true, false)
        .Domain<bool?>(f => f.HasLongTermAgreement, true, false)
        .Domain<bool?>(f => f.CreatesJointly, true, false)
        .From(Judged)
        .Reasons(TextTable.Library, "Lifecycle.Development.")
        .Rule("incubation", f => f.HasBought == false, DevelopmentStage.Incubation)
        .Rule("initial", f => f.HasBought == true && (f.IsPreferred == false || f.IsBroadlyConnected == false), DevelopmentStage.Initial)
        .Rule("middle", f => f.HasBought == true && f.IsPreferred == true && f.IsBroadlyConnected == true
            && (f.SharesPlans == false || f.HasLongTermAgreement == false), DevelopmentStage.Middle)
        .Rule("advanced", f => f.HasBought == true && f.IsPreferred == true && f.IsBroadlyConnected == true
            && f.SharesPlans == true && f.HasLongTermAgreement == true && f.CreatesJointly == false, DevelopmentStage.Advanced)
        .Rule("strategic", f => f.HasBought == true && f.IsPreferred == true && f.IsBroadlyConnected == true
            && f.SharesPlans == true && f.HasLongTermAgreement == true && f.CreatesJointly == true, DevelopmentStage.Strategic)
        .Build(HitPolicy.Unique);

    /// <summary>Stage → entry, exit and what to do next; complete, each stage has exactly one guide.</summary>
    public static DecisionTable<StageGuideFacts, PhaseGuide> Guides { get; } = DevelopmentStage.InOrder
        .Aggregate(
            DecisionTable.For<StageGuideFacts, PhaseGuide>("development.guides")
                .Domain(f => f.Stage, [.. DevelopmentStage.InOrder])
                .From(Guided),
            (table, stage) => table.Rule(
                stage.Name,
                f => f.Stage == stage,
                PhaseGuide.Of("Lifecycle.StageGuide.", stage.Name),
                TextTable.Library["Lifecycle.StageGuide.Reason"],
                f => [f.Stage]))
        .Build(HitPolicy.Unique);

    /// <summary>The development stage of an account, with the range that unknown facts leave open.</summary>
    /// <param name="facts">The known facts of the account.</param>
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
}
