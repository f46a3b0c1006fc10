using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The strategy that raises the service a customer perceives, by dimension.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 announces five strategies and names five dimensions; one for each is a <c>LibraryDefault</c>.</remarks>
public static class ServiceStrategies
{
    /// <summary>The dimension that falls short → the strategy. Complete over known dimensions; while the dimension is not known, nothing
    /// is decided.</summary>
    public static DecisionTable<ServiceStrategyFacts, ServiceStrategy> Standard { get; } = DecisionTable
        .For<ServiceStrategyFacts, ServiceStrategy>("serviceStrategies.standard")
        .Domain(f => f.Shortfall, [.. ServiceDimension.InOrder])
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} announces five strategies and names none: one for each dimension"))
        .Reasons(TextTable.Library, "Satisfaction.ServiceStrategies.")
        .Rule("tangibles", f => f.Shortfall == ServiceDimension.Tangibles, ServiceStrategy.MakeVisible)
        .Rule("reliability", f => f.Shortfall == ServiceDimension.Reliability, ServiceStrategy.KeepPromises)
        .Rule("responsiveness", f => f.Shortfall == ServiceDimension.Responsiveness, ServiceStrategy.AnswerInTime)
        .Rule("assurance", f => f.Shortfall == ServiceDimension.Assurance, ServiceStrategy.ShowExpertise)
        .Rule("empathy", f => f.Shortfall == ServiceDimension.Empathy, ServiceStrategy.OnePersonInCharge)
        .Build(HitPolicy.Unique);

    /// <summary>The strategies for the gaps of a survey.</summary>
    /// <param name="result">The result of the survey.</param>
    /// <param name="table">The table of strategies; <see cref="Standard"/> if none is given.</param>
    /// <returns>The strategy for each dimension that falls short, the widest gap first and equal gaps in the order of the dimensions.
    /// Gaps are compared to six decimal places. Empty if none falls short.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public static IReadOnlyList<Decision<ServiceStrategy>> Of(
        ServQualResult result, DecisionTable<ServiceStrategyFacts, ServiceStrategy>? table = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. ShortfallsOf(result).Select(dimension => (table ?? Standard).Decide(new() { Shortfall = dimension }))];
    }

    // To six places: rounding must not count as a shortfall.
    internal static IEnumerable<ServiceDimension> ShortfallsOf(ServQualResult result) => result.Dimensions
        .Where(each => each.Gap is not null)
        .Select(each => (each.Dimension, Gap: ScoreRounding.Round(each.Gap!.Gap)))
        .Where(each => each.Gap < 0)
        .OrderBy(each => each.Gap)
        .Select(each => each.Dimension);
}
