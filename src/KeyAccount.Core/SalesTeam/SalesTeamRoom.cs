using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The models of this room.</summary>
internal static class SalesTeamRoom
{
    private static readonly Provenance PlansOurs =
        Provenance.LibraryDefault($"{SourceTitle.Development} asks for the four plans and gives no figures");

    public static IReadOnlyList<IModel> Models { get; } =
    [
        SalesManagement.SixFocuses,
        SalesManagement.Actions,
        SalesPerformance.Pitfalls,
        SalesPerformance.RoleFocuses,
        Interviews.Representative,
        Interviews.Manager,
        ProtectedTraits.Standard,
        Skills.Standard,
        Skills.Training,
        new ModelConstants(
            "salesTeam.pay",
            [
                Default("curve", $"{AttainmentCurve.Standard}", "zones that pay plans usually have: threshold, ramp, accelerator, cap"),
                Default(
                    nameof(AttainmentCurve.CliffFrom), $"{AttainmentCurve.CliffFrom}", "a tenth of the incentive for one deal"),
                Default(nameof(AttainmentCurve.CliffWidth), $"{AttainmentCurve.CliffWidth}", "one percentage point of attainment"),
                Default(nameof(QuotaFairness.HealthyFrom), $"{QuotaFairness.HealthyFrom}", "with fewer, quotas discourage"),
                Default(nameof(QuotaFairness.HealthyTo), $"{QuotaFairness.HealthyTo}", "with more, quotas ask for too little"),
                .. PayPlans.All.SelectMany(PartsOf),
            ]),
        new ModelConstants(
            "salesTeam.performance",
            Default(
                nameof(SalesPerformance.LeastProcessWeight), $"{SalesPerformance.LeastProcessWeight}",
                "below a fifth nobody pays attention to it"),
            Default(nameof(SalesPerformance.FixedFrom), $"{SalesPerformance.FixedFrom}", "twice may be right, three times is a habit"),
            Default(nameof(SalesPerformance.SignatureDays), $"{SalesPerformance.SignatureDays}", "nobody discusses a target in a day"),
            Default(nameof(ClosedLoop.DaysAfterwards), $"{ClosedLoop.DaysAfterwards}", "a month to close the books and talk"),
            Default("managerTime", $"{string.Join(", ", ManagerTime.Targets.Select(share => Invariant($"{share}")))}",
                "a third each for leading and developing people"),
            Default(nameof(LogMeasures.LateAfterDays), $"{LogMeasures.LateAfterDays}", "after two days people write from memory"),
            Default(nameof(WeeklyLogs.FormalityShare), $"{WeeklyLogs.FormalityShare}", "more than half"),
            Default(nameof(WeeklyLogs.LeastLetters), $"{WeeklyLogs.LeastLetters}", "shorter texts are alike by chance"),
            Default(nameof(WeeklyLogs.LeastEntries), $"{WeeklyLogs.LeastEntries}", "a share of fewer says nothing about a person"),
            Default(nameof(SalesManagement.GoodFrom), $"{SalesManagement.GoodFrom}", "where the best band begins"),
            Default(nameof(SalesManagement.LeastDeals), $"{SalesManagement.LeastDeals}", "below ten deals a rank is mostly chance"),
            Default(nameof(SalesManagement.LeastPeople), $"{SalesManagement.LeastPeople}", "below five everybody knows who is meant"),
            Default(nameof(Interviews.DisagreementFrom), $"{Interviews.DisagreementFrom}", "two levels apart are different answers"),
            new ModelDefault("agreement", "κ = (pₒ − pₑ) / (1 − pₑ)", Provenance.Literature(
                "Cohen 1960, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20(1)")),
            new ModelDefault("reliability", "k·r / (1 + (k − 1)·r)", Provenance.Literature(
                "Spearman 1910 and Brown 1910, British Journal of Psychology 3")),
            new ModelDefault("utility", "N·T·r·SD·z̄ − C", Provenance.LibraryDefault(
                "the model named after Brogden, Cronbach and Gleser; the caller supplies every figure"))),
    ];

    private static IEnumerable<ModelDefault> PartsOf(PayPlan plan) =>
    [
        new(Invariant($"{plan.Id}.{nameof(plan.IncentiveShare)}"), Invariant($"{plan.IncentiveShare}"), PlansOurs),
        .. plan.Measures.Select(measure => new ModelDefault(
            Invariant($"{plan.Id}.measures[\"{measure.Key}\"]"), Invariant($"{measure.Weight}: {measure.Curve}"), PlansOurs)),
        new(Invariant($"{plan.Id}.guarantees"),
            plan.Guarantees.Count == 0 ? "none" : string.Join(", ", plan.Guarantees.Select(share => Invariant($"{share}"))), PlansOurs),
    ];

    private static ModelDefault Default(string name, FormattableString value, string reason) =>
        new(name, Invariant(value), Provenance.LibraryDefault(reason));
}
