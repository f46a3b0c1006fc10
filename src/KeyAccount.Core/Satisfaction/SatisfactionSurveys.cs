using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Satisfaction;

/// <summary>How satisfied a customer is, by what it has answered.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 measures satisfaction as perception less expectation (满意度 = 客户感知 PS − 客户预期 ES), so SERVQUAL counts
/// before CSAT, and CSAT before NPS, which asks for a recommendation. Every cut is a <c>LibraryDefault</c>.</remarks>
public static class SatisfactionSurveys
{
    /// <summary>For how many months a survey counts: two years. Provenance: <c>LibraryDefault</c>; people and needs have changed by
    /// then.</summary>
    public const int ValidMonths = 24;

    /// <summary>From which gap the satisfaction is high: the customer perceives no less than it expects.</summary>
    public const double HighGap = 0;

    /// <summary>Below which gap the satisfaction is low: more than a point of seven is missing.</summary>
    public const double LowGap = -1;

    /// <summary>From which CSAT, in percent, the satisfaction is high.</summary>
    public const double HighCustomerSatisfaction = 80;

    /// <summary>Below which CSAT, in percent, the satisfaction is low: more are not satisfied than are.</summary>
    public const double LowCustomerSatisfaction = 50;

    /// <summary>From which net promoter score the satisfaction is high.</summary>
    public const double HighNetPromoter = 50;

    /// <summary>Below which net promoter score the satisfaction is low: more warn of us than recommend us.</summary>
    public const double LowNetPromoter = 0;

    /// <summary>What a survey has measured → how satisfied the customer is. Undecided where nothing was measured.</summary>
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

    /// <summary>The latest survey that still counts on a day.</summary>
    /// <param name="surveys">The surveys, in any order; those after <paramref name="asOf"/> are left out.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="levels">Which level follows; <see cref="Levels"/> if none is given.</param>
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
