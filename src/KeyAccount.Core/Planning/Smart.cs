using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Planning;

/// <summary>Checks whether an objective is specific, measurable, attainable, relevant and time-bound; names the letters that fail, and
/// why.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 asks for the principle; what each letter needs is a <c>LibraryDefault</c>.</remarks>
public static class Smart
{
    /// <summary>The margin beyond the best value so far that a target may have without a reason: three tenths. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double MostStretch = 0.3;

    private static readonly (SmartPart Part, string Rule, Func<Objective, IReadOnlyList<string>?, bool> Fails)[] Rules =
    [
        (SmartPart.Specific, "specific.owner", (each, _) => each.Owner is null),
        (SmartPart.Measurable, "measurable.metric", (each, _) => string.IsNullOrWhiteSpace(each.Metric)),
        (SmartPart.Measurable, "measurable.unit", (each, _) => string.IsNullOrWhiteSpace(each.Unit)),
        (SmartPart.Measurable, "measurable.source", (each, _) => string.IsNullOrWhiteSpace(each.DataSource)),
        (SmartPart.Measurable, "measurable.baseline", (each, _) => each.Baseline is null),
        (SmartPart.Measurable, "measurable.target", (each, _) => each.Target is null),
        (SmartPart.Attainable, "attainable.history", (each, _) => IsBeyondHistory(each) && string.IsNullOrWhiteSpace(each.Reason)),
        (SmartPart.Attainable, "attainable.unknown", (each, _) => IsReachUnknown(each) && string.IsNullOrWhiteSpace(each.Reason)),
        (SmartPart.Relevant, "relevant.goal", (each, _) => string.IsNullOrWhiteSpace(each.Goal)),
        (SmartPart.Relevant, "relevant.unknownGoal",
            (each, goals) => !string.IsNullOrWhiteSpace(each.Goal) && goals?.Contains(each.Goal, StringComparer.Ordinal) == false),
        (SmartPart.TimeBound, "timeBound.date", (each, _) => each.DueOn is null),
    ];

    /// <summary>The faults of an objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="goals">The goals of the company or the plan that an objective can serve; null if any is accepted.</param>
    /// <returns>The faults, in the order of the letters; none where it is SMART. A target is within reach where it is within the
    /// tenth and ninetieth percentile of the history, or no further than three tenths beyond the best value, on the way it is to move;
    /// beyond that, or where neither is known, it needs a reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="objective"/> or a goal is null.</exception>
    public static IReadOnlyList<SmartFault> Check(Objective objective, IReadOnlyList<string>? goals = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        if (goals is not null)
            Guard.NoNull(goals);
        return
        [
            .. Rules.Where(rule => rule.Fails(objective, goals)).Select(rule => new SmartFault(
                rule.Part, rule.Rule,
                TextTable.Library[$"Planning.Smart.{rule.Rule}"].With(
                    objective.Id, NumberOf(objective.Target), NumberOf(objective.Best), objective.Goal))),
        ];
    }

    private static string NumberOf(double? value) => value is { } number ? FormattableString.Invariant($"{number:0.####}") : "";

    private static bool IsReachUnknown(Objective each) =>
        each.Target is not null && each.Best is null && (each.TenthPercentile is null || each.NinetiethPercentile is null);

    private static bool IsBeyondHistory(Objective each)
    {
        if (each.Target is not { } target || IsReachUnknown(each))
            return false;
        var isRise = each.Direction == ObjectiveDirection.Raise;
        var isUsual = each.TenthPercentile <= target && target <= each.NinetiethPercentile;
        var isNearBest = each.Best is { } best
            && (isRise ? target <= best + (MostStretch * Math.Abs(best)) : target >= best - (MostStretch * Math.Abs(best)));
        return !isUsual && !isNearBest;
    }
}
