using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The facts by which readiness for strategic cooperation is judged. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CooperationFacts
{
    /// <summary>The match between what the customer wants and what we are good at, 0 … 100 (<see cref="StrategicMatch"/>).</summary>
    [FactRange(0, 100, FactUnit.Points)]
    public double? StrategicMatch { get; init => field = FactRange<CooperationFacts>.Checked(value); }

    /// <summary>The number of meetings of the leaders of both companies per year.</summary>
    [FactRange(FactUnit.TimesPerYear, UsualMaximum = 60)]
    public double? TopLevelMeetingsPerYear { get; init => field = FactRange<CooperationFacts>.Checked(value); }

    /// <summary>Whether the leaders of both companies have ever met.</summary>
    public bool? HaveLeadersMet { get; init; }

    /// <summary>The kind of agreement under which the customer buys.</summary>
    public ContractForm? Contract { get; init; }

    /// <summary>The trust of the customer's company in ours.</summary>
    public FactorLevel? Trust { get; init; }

    /// <summary>The number of projects that both companies run together.</summary>
    [FactRange(FactUnit.Count, UsualMaximum = 100)]
    public double? JointProjects { get; init => field = FactRange<CooperationFacts>.Checked(value); }

    /// <summary>The joint investment of both sides per year, as a fraction of what the customer buys from us: 0.02 is 2 %.</summary>
    [FactRange(FactUnit.Fraction, UsualMaximum = 1)]
    public double? JointInvestmentShare { get; init => field = FactRange<CooperationFacts>.Checked(value); }

    /// <summary>Whether the customer involves us before its specification is fixed.</summary>
    public bool? IsInvolvedEarly { get; init; }

    /// <summary>Who depends on whom.</summary>
    public DependenceKind? Dependence { get; init; }

    /// <summary>Whether a joint committee decides on projects and conflicts.</summary>
    public bool? HasSteeringCommittee { get; init; }

    /// <summary>Whether both sides measure themselves by the same key figures.</summary>
    public bool? SharesKpis { get; init; }

    /// <summary>The number of the customer's departments that work with ours.</summary>
    [FactRange(FactUnit.Count, UsualMaximum = 100)]
    public double? ConnectedDepartments { get; init => field = FactRange<CooperationFacts>.Checked(value); }

    /// <summary>Whether both sides invest, develop or go to market together: the fact that the stages of development ask.</summary>
    public bool? CreatesJointly { get; init; }

    /// <summary>Whether the agreement is a strategic one on paper only: it is signed, and both sides create nothing together.</summary>
    /// <returns>True if both are known to be so.</returns>
    internal bool IsPaperOnly => Contract == ContractForm.StrategicAgreement && !(CreatesJointly ?? JointProjects is not 0);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() => Invariant($"CooperationFacts {{ StrategicMatch = {StrategicMatch}, ")
        + Invariant($"TopLevelMeetingsPerYear = {TopLevelMeetingsPerYear}, HaveLeadersMet = {HaveLeadersMet}, Contract = {Contract}, ")
        + Invariant($"Trust = {Trust}, JointProjects = {JointProjects}, JointInvestmentShare = {JointInvestmentShare}, ")
        + Invariant($"IsInvolvedEarly = {IsInvolvedEarly}, Dependence = {Dependence}, ")
        + Invariant($"HasSteeringCommittee = {HasSteeringCommittee}, SharesKpis = {SharesKpis}, ")
        + Invariant($"ConnectedDepartments = {ConnectedDepartments}, CreatesJointly = {CreatesJointly} }}");
}
