using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The satisfaction of a customer, from its answers to surveys.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 measures satisfaction as perception less expectation (满意度 = 客户感知 PS − 客户预期 ES), so SERVQUAL counts
/// before CSAT, and CSAT before NPS, which asks for a recommendation. Every cut is a <c>LibraryDefault</c>.</remarks>
public static class SatisfactionSurveys
{
    /// <summary>For how many months a survey counts: two years. Provenance: <c>LibraryDefault</c>; people and needs have changed by
    /// then.</summary>
    public const int ValidMonths = 24;

    /// <summary>The gap from which the satisfaction is high: the customer perceives no less than it expects.</summary>
    public const double HighGap = 0;

    /// <summary>The gap below which the satisfaction is low: more than a point of seven is missing.</summary>
    public const double LowGap = -1;

    /// <summary>The CSAT, in percent, from which the satisfaction is high.</summary>
    public const double HighCustomerSatisfaction = 80;

    /// <summary>The CSAT, in percent, below which the satisfaction is low: more respondents are not satisfied than are.</summary>
    public const double LowCustomerSatisfaction = 50;

    /// <summary>The net promoter score from which the satisfaction is high.</summary>
    public const double HighNetPromoter = 50;

    /// <summary>The net promoter score below which the satisfaction is low: there are more detractors than promoters.</summary>
    public const double LowNetPromoter = 0;

    /// <summary>The measurements of a survey → the satisfaction of the customer. Undecided if nothing was measured.</summary>
    public static DecisionTable<SurveyFacts, SatisfactionLevel> Levels { get; } = DecisionTable
        .For<SurveyFacts, SatisfactionLevel>("satisfaction.survey")
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} measures satisfaction and names no levels"))
        .Reasons(
            TextTable.Library, "Satisfaction.SatisfactionSurveys.", f => [f.Gap, f.CustomerSatisfaction, f.NetPromoter])
        .Rule("gap.high", f => f.Gap >= HighGap, SatisfactionLevel.High)
        .Rule("gap.low", f => f.Gap < LowGap, SatisfactionLevel.Low)
        .Rule("gap", f => f.Gap != null, SatisfactionLevel.Medium)
        .Rule("csat.high", f => f.CustomerSatisfaction >= HighCustomerSatisfaction, SatisfactionLevel.High)
        .Rule("csat.low", f => f.CustomerSatisfaction < LowCustomerSatisfaction, SatisfactionLevel.Low)
        .Rule("csat", f => f.CustomerSatisfaction != null, SatisfactionLevel.Medium)
        .Rule("nps.high", f => f.NetPromoter >= HighNetPromoter, SatisfactionLevel.High)
        .Rule("nps.low", f => f.NetPromoter < LowNetPromoter, SatisfactionLevel.Low)
        .Rule("nps", f => f.NetPromoter != null, SatisfactionLevel.Medium)
        .Build(HitPolicy.First);

    /// <summary>The latest survey that is still valid on a day.</summary>
    /// <param name="surveys">The surveys, in any order; those after <paramref name="asOf"/> are left out.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="levels">The table of levels; <see cref="Levels"/> if none is given.</param>
    /// <returns>What it says; null if none counts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="surveys"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">The survey has faults.</exception>
    public static SurveyReading? On(
        IReadOnlyList<SatisfactionSurvey> surveys, LocalDate asOf, DecisionTable<SurveyFacts, SatisfactionLevel>? levels = null)
    {
        ArgumentNullException.ThrowIfNull(surveys);
        Guard.Iso(asOf);
        SatisfactionSurvey? latest = null;
        foreach (var survey in surveys)
        {
            ArgumentNullException.ThrowIfNull(survey, nameof(surveys));
            if (survey.On <= asOf && !(survey.On < latest?.On))
                latest = survey;
        }

        if (latest is null || NodaTime.Period.DaysBetween(latest.On, asOf) > ValidMonths * 365 / 12)
            return null;
        var facts = latest.Measure();
        return new(latest.On, facts, (levels ?? Levels).Decide(facts));
    }
}
