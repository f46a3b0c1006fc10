using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The readiness of an account for strategic cooperation, by its four points.</summary>
/// <remarks>《大客戶戰略客戶關係管理》 has four points and names none; every criterion, weight, scale and cut is a
/// <c>LibraryDefault</c>.</remarks>
public static class StrategicCooperation
{
    /// <summary>Four points → readiness. If the strategies do not fit, it is too early in any case; if the leaders have never met, the
    /// answer is at most "prepare"; without joint work the cooperation is not running, whatever is signed.</summary>
    public static Scorecard<CooperationFacts, CooperationReadiness> Readiness { get; } = Scorecard
        .For<CooperationFacts, CooperationReadiness>("cooperation.readiness")
        .From(Provenance.LibraryDefault(
            $"{SourceTitle.Strategy} announces four points and names none; criteria, weights and cuts are ours"))
        .Labels(TextTable.Library, "CustomerStrategy.Readiness.")
        .Group(nameof(CooperationPoint.StrategicFit), 25, g => g
            .Criterion(
                "strategicMatch", 1, f => f.StrategicMatch, Scale.Linear((0, 0), (100, 100)), 5, unit: Unit("points"),
                control: Controllability.Influenceable))
        .Group(nameof(CooperationPoint.TopCommitment), 25, g => g
            .Criterion(
                "topLevelMeetings", 0.4, f => f.TopLevelMeetingsPerYear, Scale.Linear((0, 0), (1, 40), (4, 100)), 1,
                unit: Unit("timesPerYear"), control: Controllability.Actionable)
            .Criterion(
                "agreement",
                0.35,
                f => f.Contract,
                Scale.Levels(
                    (ContractForm.OrderByOrder, 0),
                    (ContractForm.FrameworkAgreement, 40),
                    (ContractForm.LongTermAgreement, 75),
                    (ContractForm.StrategicAgreement, 100)),
                control: Controllability.Influenceable)
            .Criterion("trust", 0.25, f => f.Trust, FactorLevel.Points(), control: Controllability.Influenceable))
        .Group(nameof(CooperationPoint.SharedInvestment), 30, g => g
            .Criterion(
                "jointProjects", 0.4, f => f.JointProjects, Scale.Linear((0, 0), (1, 50), (3, 100)), 1, unit: Unit("projects"),
                control: Controllability.Actionable)
            .Criterion(
                "jointInvestment", 0.2, f => 100 * f.JointInvestmentShare, Scale.Linear((0, 0), (1, 50), (5, 100)), 1,
                unit: Unit("percent"), control: Controllability.Influenceable)
            .Criterion(
                "earlyInvolvement", 0.2, f => f.IsInvolvedEarly == null ? null : f.IsInvolvedEarly.Value ? 1.0 : 0.0, YesNo(), 1,
                control: Controllability.Influenceable)
            .Criterion(
                "dependence",
                0.2,
                f => f.Dependence,
                Scale.Levels(
                    (DependenceKind.Loose, 0),
                    (DependenceKind.WeDepend, 30),
                    (DependenceKind.TheyDepend, 50),
                    (DependenceKind.Mutual, 100)),
                control: Controllability.Given))
        .Group(nameof(CooperationPoint.JointGovernance), 20, g => g
            .Criterion(
                "steeringCommittee", 0.4, f => f.HasSteeringCommittee == null ? null : f.HasSteeringCommittee.Value ? 1.0 : 0.0, YesNo(),
                1, control: Controllability.Actionable)
            .Criterion(
                "sharedKpis", 0.3, f => f.SharesKpis == null ? null : f.SharesKpis.Value ? 1.0 : 0.0, YesNo(), 1,
                control: Controllability.Actionable)
            .Criterion(
                "departments", 0.3, f => f.ConnectedDepartments, Scale.Linear((0, 0), (1, 20), (3, 60), (5, 100)), 1,
                unit: Unit("departments"), control: Controllability.Actionable))
        .Cap("strategiesApart", f => f.StrategicMatch < 40, CooperationReadiness.NotYet)
        .Cap("leadersNeverMet", f => f.HaveLeadersMet == false, CooperationReadiness.Preparing)
        .Cap(
            "noJointWork", f => f.CreatesJointly == false || (f.CreatesJointly == null && f.JointProjects == 0),
            CooperationReadiness.Ready)
        .MissingData(MissingData.Renormalize, 0.6)
        .Bands(
            (0, CooperationReadiness.NotYet),
            (35, CooperationReadiness.Preparing),
            (60, CooperationReadiness.Ready),
            (80, CooperationReadiness.Running))
        .Build();

    private static Scale YesNo() => Scale.Linear((0, 0), (1, 100));

    private static Text Unit(string key) => TextTable.Library[$"CustomerStrategy.Readiness.unit.{key}"];
}
