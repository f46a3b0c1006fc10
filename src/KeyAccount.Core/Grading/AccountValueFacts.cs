namespace KeyAccount.Core.Grading;

/// <summary>What is known about an account when its value is judged. Everything may be unknown; unknown is null, never zero.</summary>
/// <remarks>Immutable; equal when every fact is. Amounts are in one currency, the caller's.</remarks>
public sealed record AccountValueFacts
{
    /// <summary>What the account buys from us in a year.</summary>
    public decimal? AnnualPurchases { get; init; }

    /// <summary>Gross profit / purchases, as a fraction.</summary>
    public double? GrossMarginRate { get; init; }

    /// <summary>What remains of a year's gross profit after the cost of serving the account; negative where it loses money.</summary>
    public decimal? NetProfit { get; init; }

    /// <summary>The credit period the account has, in days.</summary>
    public double? CreditDays { get; init; }

    /// <summary>How many days its oldest debt is overdue; 0 where none is.</summary>
    public double? DebtOverdueDays { get; init; }

    /// <summary>Yearly growth of the customer's industry, as a fraction: 0.05 is 5 %.</summary>
    public double? MarketGrowthRate { get; init; }

    /// <summary>What the account spends in a year on what we could supply, from all suppliers.</summary>
    public decimal? CategorySpend { get; init; }

    /// <summary>Yearly change of the customer's purchasing budget, as a fraction.</summary>
    public double? BudgetTrend { get; init; }

    /// <summary>How far others in the industry follow this customer: benchmark and demonstration effect.</summary>
    public FactorLevel? IndustryInfluence { get; init; }

    /// <summary>How far its technology and ours advance each other.</summary>
    public FactorLevel? TechnicalSynergy { get; init; }

    /// <summary>How far it wants to work with us for years.</summary>
    public FactorLevel? LongTermCommitment { get; init; }
}
