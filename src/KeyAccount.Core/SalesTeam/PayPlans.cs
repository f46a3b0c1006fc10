using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The library's four plans: for representatives and managers, on probation and after it.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 asks for the four plans but gives no figures: shares, measures, weights, curves and guarantees are a
/// <c>LibraryDefault</c>, meant to be replaced.</remarks>
public static class PayPlans
{
    /// <summary>A representative on probation: seven tenths of the weight for the process, and a guarantee that falls from month to
    /// month.</summary>
    public static PayPlan ProbationRepresentative { get; } = new(
        "pay.probationRepresentative", SalesPosition.Representative, EmploymentPhase.Probation, 0.3,
        [
            Process("keyActions", 30), Process("weeklyLog", 20), Process("newOpportunities", 20),
            Result("revenue", 30),
        ],
        [1, 0.8, 0.6, 0.4, 0.2]);

    /// <summary>A manager on probation: seven tenths of the weight for coaching, logs and pipeline of the team.</summary>
    public static PayPlan ProbationManager { get; } = new(
        "pay.probationManager", SalesPosition.Manager, EmploymentPhase.Probation, 0.3,
        [
            Process("coaching", 25), Process("teamLogs", 20), Process("teamPipeline", 25),
            Result("teamRevenue", 30),
        ],
        [1, 0.75, 0.5, 0.25]);

    /// <summary>A representative after probation: seven tenths of the weight for revenue and collected payments.</summary>
    public static PayPlan RegularRepresentative { get; } = new(
        "pay.regularRepresentative", SalesPosition.Representative, EmploymentPhase.Regular, 0.4,
        [
            Result("revenue", 50), Result("collection", 20),
            Process("newOpportunities", 15), Process("keyActions", 15),
        ]);

    /// <summary>A manager after probation: six tenths of the weight for the results of the team, the rest for forecast, coaching and
    /// pipeline.</summary>
    public static PayPlan RegularManager { get; } = new(
        "pay.regularManager", SalesPosition.Manager, EmploymentPhase.Regular, 0.35,
        [
            Result("teamRevenue", 45), Result("teamCollection", 15),
            Process("forecast", 15), Process("coaching", 15), Process("teamPipeline", 10),
        ]);

    /// <summary>All four plans.</summary>
    public static IReadOnlyList<PayPlan> All { get; } =
        ValueList.Of([ProbationRepresentative, ProbationManager, RegularRepresentative, RegularManager]);

    /// <summary>Looks up the plan of a position in a phase.</summary>
    /// <param name="position">The position; directors and vice presidents use the plan for managers.</param>
    /// <param name="phase">The phase.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The position does not sell.</exception>
    public static PayPlan For(SalesPosition position, EmploymentPhase phase)
    {
        ArgumentNullException.ThrowIfNull(position);
        ArgumentNullException.ThrowIfNull(phase);
        if (position == SalesPosition.HumanResources)
        {
            throw new ArgumentException(
                "position is HumanResources, which does not sell; it must be Representative, Manager, Director or VicePresident.",
                nameof(position));
        }

        var isRepresentative = position == SalesPosition.Representative;
        return phase == EmploymentPhase.Probation
            ? isRepresentative ? ProbationRepresentative : ProbationManager
            : isRepresentative ? RegularRepresentative : RegularManager;
    }

    private static PayMeasure Process(string key, double weight) =>
        new(key, weight, AttainmentCurve.Proportional, IsProcess: true, Label: TextTable.Library[$"SalesTeam.Pay.measure.{key}"]);

    private static PayMeasure Result(string key, double weight) =>
        new(key, weight, AttainmentCurve.WithoutCliff, Label: TextTable.Library[$"SalesTeam.Pay.measure.{key}"]);
}
