namespace KeyAccount.Core.SwitchingCosts;

/// <summary>One statement of a survey that respondents agree or disagree with.</summary>
/// <param name="Key">The stable identifier, unique in the survey.</param>
/// <param name="Facet">The facet that it measures.</param>
/// <param name="IsReversed">Whether agreement means <em>little</em> cost: an answer x then counts as k + 1 − x.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurveyItem(string Key, CostFacet Facet, bool IsReversed = false);
