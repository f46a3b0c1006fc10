namespace KeyAccount.Core.Grading;

/// <summary>What is known about an account when its value is judged. Everything may be unknown; unknown is null, never zero.</summary>
/// <remarks>Immutable, with value equality. Amounts are in one currency, the caller's.</remarks>
public sealed record AccountValueFacts
{
    /// <summary>What the account buys from us in a year.</summary>
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

    /// <summary>What remains of a year's gross profit after the cost of serving the account; negative if it loses money.</summary>
    [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money, Unbounded = "an account can lose any amount")]
    public decimal? NetProfit { get; init; }

    /// <summary>The credit period the account has, in days.</summary>
    [FactRange(FactUnit.Days, UsualMaximum = 365)]
    public double? CreditDays
    {
        get;
        init => field = FactRange<AccountValueFacts>.Checked(value);
    }

    /// <summary>How many days its oldest debt is overdue; 0 where none is.</summary>
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

    /// <summary>What the account spends in a year on what we could supply, from all suppliers.</summary>
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

    /// <summary>How far others in the industry follow this customer: benchmark and demonstration effect.</summary>
    public FactorLevel? IndustryInfluence { get; init; }

    /// <summary>How far its technology and ours advance each other.</summary>
    public FactorLevel? TechnicalSynergy { get; init; }

    /// <summary>How far it wants to work with us for years.</summary>
    public FactorLevel? LongTermCommitment { get; init; }
}
