namespace KeyAccount.Core.Satisfaction;

/// <summary>The measurements of a survey.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurveyFacts
{
    /// <summary>The overall gap of SERVQUAL, perception less expectation, in points of its scale; −6 … 6. Null if it was not
    /// asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(-6, 6, FactUnit.Number)]
    public double? Gap { get; init => field = FactRange<SurveyFacts>.Checked(value); }

    /// <summary>CSAT in percent; 0 … 100. Null if it was not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? CustomerSatisfaction { get; init => field = FactRange<SurveyFacts>.Checked(value); }

    /// <summary>The net promoter score; −100 … 100. Null if it was not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(-100, 100, FactUnit.Points)]
    public double? NetPromoter { get; init => field = FactRange<SurveyFacts>.Checked(value); }

    /// <summary>The dimension of SERVQUAL in which the service falls short most; null if none does, or it was not asked.</summary>
    public ServiceDimension? WidestShortfall { get; init; }
}
