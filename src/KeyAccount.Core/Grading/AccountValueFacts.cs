namespace KeyAccount.Core.Grading;

/// <summary>The known facts of an account by which its value is judged. Everything may be unknown; unknown is null, never zero.</summary>
/// <remarks>Immutable, with value equality. Amounts are in one currency, the caller's.</remarks>
public sealed record AccountValueFacts
{
    /// <summary>The yearly purchases of the account from us.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, UsualMinimum = 0)]
    public decimal? AnnualPurchases
    {
        get;
        init => field = FactRange<AccountValueFacts>.Checked(value);
    }

    /// <summary>Gross profit / purchases, as a fraction.</summary>
    [FactRange(-10, 1, FactUnit.Fraction, UsualMinimum = -0.5, UsualMaximum = 0.9)]
    public double? GrossMarginRate
    {
        get;
        init => field = FactRange<AccountValueFacts>.Checked(value);
    }

    /// <summary>The yearly gross profit less the cost of serving the account; negative if the account loses money.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "an account can lose any amount")]
    public decimal? NetProfit { get; init; }

    /// <summary>The credit period of the account, in days.</summary>
    [FactRange(FactUnit.Days, UsualMaximum = 365)]
    public double? CreditDays
    {
        get;
        init => field = FactRange<AccountValueFacts>.Checked(value);
    }

    /// <summary>The number of days by which its oldest debt is overdue; 0 if none is overdue.</summary>
    [FactRange(FactUnit.Days, UsualMaximum = 1_000)]
    public double? DebtOverdueDays
    {
        get;
        init => field = FactRange<AccountValueFacts>.Checked(value);
    }

    /// <summary>Yearly growth of the customer's industry, as a fraction: 0.05 is 5 %.</summary>
    [FactRange(-1, double.PositiveInfinity, FactUnit.Fraction, UsualMinimum = -0.5, UsualMaximum = 1)]
    public double? MarketGrowthRate
    {
        get;
        init => field = FactRange<AccountValueFacts>.Checked(value);
    }

    /// <summary>The yearly spending of the account on what we could supply, with all suppliers.</summary>
    [FactRange(FactUnit.Money, NotBelow = nameof(AnnualPurchases))]
    public decimal? CategorySpend
    {
        get;
        init => field = FactRange<AccountValueFacts>.Checked(value);
    }

    /// <summary>Yearly change of the customer's purchasing budget, as a fraction.</summary>
    [FactRange(-1, double.PositiveInfinity, FactUnit.Fraction, UsualMaximum = 1)]
    public double? BudgetTrend
    {
        get;
        init => field = FactRange<AccountValueFacts>.Checked(value);
    }

    /// <summary>How strongly others in the industry follow this customer: benchmark and demonstration effect.</summary>
    public FactorLevel? IndustryInfluence { get; init; }

    /// <summary>How strongly its technology and ours advance each other.</summary>
    public FactorLevel? TechnicalSynergy { get; init; }

    /// <summary>The customer's commitment to long-term cooperation.</summary>
    public FactorLevel? LongTermCommitment { get; init; }
}
