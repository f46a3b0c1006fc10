using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Services;

/// <summary>The catalogue of services: which an account is due, how mature its service is, and what may be promised.</summary>
/// <remarks>The three depths and the way from repair to prevention are 《大客户销售技巧（客户关系管理篇）》's. It gives no standards and no cuts: every rule,
/// target and cut is a <c>LibraryDefault</c>, meant to be replaced.</remarks>
public static class ServiceCatalogue
{
    /// <summary>The share of repair above which the service is fire-fighting: 0.6. Provenance: <c>LibraryDefault</c>.</summary>
    public const double FireFightingAbove = 0.6;

    /// <summary>The share of repair up to which the service is preventive: 0.3. Provenance: <c>LibraryDefault</c>.</summary>
    public const double PreventiveUpTo = 0.3;

    /// <summary>The share of value-adding service from which a preventive service creates value: 0.3. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double ValueCreatingFrom = 0.3;

    private static readonly ServiceType[] Basic = [ServiceType.Repair, ServiceType.SpareParts, ServiceType.ReturnsAndClaims];

    private static readonly ServiceType[] Preventive =
        [.. Basic, ServiceType.Installation, ServiceType.Training, ServiceType.PreventiveMaintenance];

    private static readonly ServiceType[] Connected = [.. Preventive, ServiceType.RemoteMonitoring, ServiceType.Vmi];

    /// <summary>Tier, stage and value → the services an account is due, and what is promised of them; the first rule that matches;
    /// complete.</summary>
    /// <remarks>It extends the service standard of <c>DifferentiatedService</c>, which has the response time, the engineer days and the
    /// depth: see <see cref="ServicePromise"/>. A later stage, a better tier and more value never get less.</remarks>
    public static DecisionTable<ServicePackageFacts, ServicePackage> Standard { get; } = DecisionTable
        .For<ServicePackageFacts, ServicePackage>("services.standard")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Domain(f => f.Stage, [.. DevelopmentStage.InOrder, null])
        .Domain(f => f.Value, [.. ValuePyramidLevel.InOrder, null])
        .From(Provenance.LibraryDefault(
            $"{SourceTitle.Selling} asks for standards by tier and gives none; deeper services need a longer relationship"))
        .Reasons(TextTable.Library, "Services.Standard.", f => [f.Tier, f.Stage, f.Value])
        .Rule("a.strategic", f => f.Tier == AccountTier.A && f.Stage == DevelopmentStage.Strategic,
            new([.. ServiceType.InOrder], 0.98, 14))
        .Rule("a.advanced", f => f.Tier == AccountTier.A && f.Stage == DevelopmentStage.Advanced,
            new([.. Connected, ServiceType.Evi, ServiceType.ProcessConsulting, ServiceType.TurnkeySolution], 0.97, 10))
        .Rule("a.middle", f => f.Tier == AccountTier.A && f.Stage == DevelopmentStage.Middle,
            new([.. Connected, ServiceType.Evi, ServiceType.ProcessConsulting], 0.965, 7))
        .Rule("a", f => f.Tier == AccountTier.A, new([.. Preventive, ServiceType.ProcessConsulting], 0.96, 5))
        .Rule(
            "b.highValue.late",
            f => f.Tier == AccountTier.B && (f.Value == ValuePyramidLevel.Platinum || f.Value == ValuePyramidLevel.Gold)
                && (f.Stage == DevelopmentStage.Advanced || f.Stage == DevelopmentStage.Strategic),
            new([.. Connected, ServiceType.Evi, ServiceType.ProcessConsulting], 0.96, 7))
        .Rule(
            "b.highValue",
            f => f.Tier == AccountTier.B && (f.Value == ValuePyramidLevel.Platinum || f.Value == ValuePyramidLevel.Gold),
            new([.. Preventive, ServiceType.ProcessConsulting], 0.95, 5))
        .Rule(
            "b.late",
            f => f.Tier == AccountTier.B && (f.Stage == DevelopmentStage.Advanced || f.Stage == DevelopmentStage.Strategic),
            new(Connected, 0.95, 5))
        .Rule("b", f => f.Tier == AccountTier.B, new(Preventive, 0.94, 3))
        .Rule(
            "c.highValue",
            f => f.Tier == AccountTier.C && (f.Value == ValuePyramidLevel.Platinum || f.Value == ValuePyramidLevel.Gold),
            new(Preventive, null, 2))
        .Rule("c", f => f.Tier == AccountTier.C, new(Basic, null, 0))
        .Rule("ungraded", f => f.Tier == null, new(Basic, null, 0))
        .Build(HitPolicy.First);

    /// <summary>Shares of repair and of value-adding service → maturity; the first rule that matches, none where nothing was
    /// measured.</summary>
    public static DecisionTable<ServiceMaturityFacts, ServiceMaturity> Maturity { get; } = DecisionTable
        .For<ServiceMaturityFacts, ServiceMaturity>("services.maturity")
        .Domain(f => f.RepairShare, 0, 0.3, 0.300001, 0.6, 0.600001, 1)
        .Domain(f => f.ValueAddingShare, 0, 0.299999, 0.3, 1)
        .From(Provenance.LibraryDefault(
            $"{SourceTitle.Selling} asks to go from repair to prevention and gives no cuts; "
            + "above three fifths repair leaves no time for more"))
        .Reasons(TextTable.Library, "Services.Maturity.", f => [100 * f.RepairShare, 100 * f.ValueAddingShare])
        .Rule("reactive", f => f.RepairShare > FireFightingAbove, ServiceMaturity.Reactive)
        .Rule("transition", f => f.RepairShare > PreventiveUpTo, ServiceMaturity.Transition)
        .Rule("valueCreating", f => f.RepairShare <= PreventiveUpTo && f.ValueAddingShare >= ValueCreatingFrom,
            ServiceMaturity.ValueCreating)
        .Rule("preventive", f => f.RepairShare <= PreventiveUpTo, ServiceMaturity.Preventive)
        .Build(HitPolicy.First);

    /// <summary>Our ability and the promised level → whether the promise may be made; the first rule that matches; complete.</summary>
    public static DecisionTable<PromiseFacts, PromiseVerdict> Promises { get; } = DecisionTable
        .For<PromiseFacts, PromiseVerdict>("services.promise")
        .Domain(f => f.IsCovered, true, false, null)
        .From(Provenance.LibraryDefault("a promise that is not kept costs more trust than one that is not made"))
        .Reasons(TextTable.Library, "Services.Promise.", f => [f.About, f.Kind, f.Promised, f.Ability])
        .Rule("unknown", f => f.IsCovered == null, PromiseVerdict.Refused)
        .Rule("beyond", f => f.IsCovered == false, PromiseVerdict.Refused)
        .Rule("kept", f => f.IsCovered == true, PromiseVerdict.Granted)
        .Build(HitPolicy.First);
}
