using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>The models of this room.</summary>
internal static class PlanningRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        PlanTransitions.Standard,
        new ModelConstants(
            "planning",
            Default(nameof(PlanCase.CheckDays), $"{PlanCase.CheckDays}", "a quarter: long enough for measures to show"),
            Default(nameof(PlanCase.DecisionDays), $"{PlanCase.DecisionDays}", "two weeks: figures are forgotten after that"),
            Default(nameof(Smart.MostStretch), $"{Smart.MostStretch}", "further beyond the best needs a reason"),
            Default(nameof(ServedAccount.Tolerance), $"{ServedAccount.Tolerance}", "a visit more or less is not an imbalance")),
    ];

    private static ModelDefault Default(string name, FormattableString value, string reason) =>
        new(name, Invariant(value), Provenance.LibraryDefault(reason));
}
