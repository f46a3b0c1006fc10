namespace KeyAccount.Core.SalesTeam;

/// <summary>The facts about the six focuses of sales management for a person or a team; null = not known.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record ManagementFacts
{
    /// <summary>New opportunities (P2) of the period / planned ones, as a ratio: 1 is as many as planned; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100, FactUnit.Number, UsualMaximum = 5)]
    public double? NewOpportunityRatio { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of new opportunities that came through channels other than the largest one, as a fraction; null = not
    /// known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? OtherChannelShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>Cost of an opportunity / planned cost, as a ratio: above 1 it costs more than planned; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100, FactUnit.Number, UsualMaximum = 5)]
    public double? CostRatio { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>Coverage of the target / required coverage, as a ratio: 1 is enough; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100, FactUnit.Number, UsualMaximum = 5)]
    public double? ReserveRatio { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of the key actions due that were done on time, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? OnTimeShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of the open deals with a next step that has a future date, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? NextStepShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of the open deals that are not stuck at a stage, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? MovingShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of the open deals whose stage the evidence supports, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? SupportedShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of the visits that moved a stage, a relationship or a need, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? EffectiveShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of the hours with customers that went to A accounts, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? TopTierShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>Wins / visits × 100; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100, FactUnit.Number, UsualMaximum = 30)]
    public double? WinsPerHundredVisits { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The ratio of existing to required skill levels, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? SkillShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The months until a new person wins a first deal; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 120, FactUnit.Months, UsualMaximum = 24)]
    public double? MonthsToFirstWin { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>How the conversion compares with that of the others; null = not known.</summary>
    public ConversionStanding? Conversion { get; init; }

    /// <summary>The share of the people who reached their quota, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? AtQuotaShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The rank correlation of pay and result, −1 … 1; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(-1, 1, FactUnit.Number)]
    public double? PayResultCorrelation { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of the people who left within a year although the company wanted to keep them, as a fraction; null = not
    /// known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? RegrettedLeaverShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The error of earlier forecasts (WAPE), as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100, FactUnit.Fraction, UsualMaximum = 2)]
    public double? ForecastError { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The absolute bias of earlier forecasts, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 100, FactUnit.Fraction, UsualMaximum = 2)]
    public double? ForecastBias { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of the committed deals that closed in the period they were committed to, as a fraction; null = not
    /// known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? CommitmentShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }

    /// <summary>The share of the open deals that were postponed twice or more, as a fraction; null = not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? SlippingShare { get; init => field = FactRange<ManagementFacts>.Checked(value); }
}
