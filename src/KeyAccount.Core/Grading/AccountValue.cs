using System.Linq.Expressions;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>Models of the value of an account: today, in future, and strategically.</summary>
/// <remarks>
/// <para>The three groups and eight of the nine factors are 《开发大客户培训课件》's; where its text breaks off, the third strategic factor is ours.
/// Every
/// weight, scale, cut and cap is a <c>LibraryDefault</c>, meant to be replaced.</para>
/// <para>Cross-sell room is the money that the customer still spends elsewhere: category spend − annual purchases. Buying more fills it,
/// and never lowers the value: by their weights no amount of room is worth more than the same amount of purchases. Keep that when you tune
/// the two.</para>
/// </remarks>
/// <example>
/// <code>
/// var facts = new AccountValueFacts { AnnualPurchases = 1_200_000, GrossMarginRate = 0.22, CreditDays = 60, MarketGrowthRate = 0.04 };
/// var assessment = AccountValue.Standard.Assess(facts);
/// Console.WriteLine($"{assessment.Band}, score {assessment.Score:F1}");
/// foreach (var path in AccountValue.Standard.PathsTo(assessment, AccountTier.A))
///     Console.WriteLine(path.Reason);
/// </code>
/// </example>
public static class AccountValue
{
    /// <summary>The yearly purchases that make a key account: 1,000,000 CNY. Source: 《开发大客户培训课件》 (采购额超过100万).</summary>
    public const decimal KeyAccountPurchases = 1_000_000m;

    // Beyond this multiple of a key account's purchases more adds nothing.
    private const int MostPurchases = 10;

    private static readonly Provenance Ours = Provenance.LibraryDefault(
        "no published weights, scales or cuts; chosen for an industrial supplier");
    private static readonly Provenance Factor = Provenance.LibraryDefault(
        $"the factor is from {SourceTitle.Training}; weight and scale are ours");
    private static readonly Provenance Room = Provenance.LibraryDefault(
        $"the factor is from {SourceTitle.Training}; measured in money still open, and light enough that buying more never "
        + "lowers the value");
    private static readonly Provenance Completed = Provenance.LibraryDefault(
        $"{SourceTitle.Training} breaks off after the second strategic factor; the third is ours");

    /// <summary>Three groups, nine factors → tier; amounts in CNY. For another currency: <see cref="In"/>.</summary>
    public static Scorecard<AccountValueFacts, AccountTier> Standard { get; } = In(KeyAccountPurchases);

    /// <summary>The model with six indicators → tier; amounts in CNY.</summary>
    /// <remarks>《大客户销售技巧（客户关系管理篇）》 promises six grading indicators and names none: this set is a <c>LibraryDefault</c>
    /// throughout.</remarks>
    public static Scorecard<AccountValueFacts, AccountTier> SixIndicators { get; } = WithCaps(Scorecard
        .For<AccountValueFacts, AccountTier>("accountValue.sixIndicators")
        .Version("2")
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} promises six indicators and names none"))
        .Labels(TextTable.Library, "Grading.AccountValue.")
        .Criterion("annualPurchases", 30, f => (double?)f.AnnualPurchases, Purchases(KeyAccountPurchases), 10_000,
            unit: Unit("amount"), control: Controllability.Influenceable)
        .Criterion("grossMarginRate", 20, f => 100 * f.GrossMarginRate, GrossMargin(), 1, unit: Unit("percent"),
            control: Controllability.Influenceable)
        .Criterion("creditDays", 15, f => f.CreditDays, CreditDays(), 1, unit: Unit("days"), control: Controllability.Actionable)
        .Criterion("budgetTrend", 14, f => 100 * f.BudgetTrend, BudgetTrend(), 1, unit: Unit("percent"), control: Controllability.Given)
        .Criterion("crossSellRoom", 3, CrossSellRoom(KeyAccountPurchases), CrossSellPoints(KeyAccountPurchases), 10_000,
            unit: Unit("amount"), control: Controllability.Given)
        .Criterion("industryInfluence", 18, f => f.IndustryInfluence, FactorLevel.Points(), control: Controllability.Given))
        .Build();

    /// <summary>The level of an account in the customer value pyramid, from its score.</summary>
    /// <remarks>The pyramid is 《大客戶戰略客戶關係管理》's, its levels are Zeithaml, Rust &amp; Lemon 2001; the cuts 80, 60 and 35 are a
    /// <c>LibraryDefault</c>.</remarks>
    public static Bands<ValuePyramidLevel> Pyramid { get; } = new(
        (0, ValuePyramidLevel.Lead), (35, ValuePyramidLevel.Iron), (60, ValuePyramidLevel.Gold), (80, ValuePyramidLevel.Platinum));

    /// <summary>The model of three groups and nine factors for another currency.</summary>
    /// <param name="keyAccountPurchases">The yearly purchases that make a key account, in the currency of the facts; positive. The scale of
    /// purchases is drawn in multiples of it.</param>
    /// <returns>The scorecard.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keyAccountPurchases"/> is not positive, or too large for ten times it
    /// to fit a decimal.</exception>
    public static Scorecard<AccountValueFacts, AccountTier> In(decimal keyAccountPurchases)
    {
        Guard.Above(keyAccountPurchases, 0);
        Guard.AtMost(keyAccountPurchases, decimal.MaxValue / MostPurchases);
        return WithCaps(Scorecard
            .For<AccountValueFacts, AccountTier>("accountValue.standard")
            .Version("2")
            .From(Ours)
            .Labels(TextTable.Library, "Grading.AccountValue.")
            .Group("current", 50, g => g
                .Criterion("annualPurchases", 0.5, f => (double?)f.AnnualPurchases,
                    Purchases(keyAccountPurchases), (double)keyAccountPurchases / 100, unit: Unit("amount"), provenance: Factor,
                    control: Controllability.Influenceable)
                .Criterion("grossMarginRate", 0.3, f => 100 * f.GrossMarginRate,
                    GrossMargin(), 1, unit: Unit("percent"), provenance: Factor, control: Controllability.Influenceable)
                .Criterion("creditDays", 0.2, f => f.CreditDays, CreditDays(), 1, unit: Unit("days"), provenance: Factor,
                    control: Controllability.Actionable))
            .Group("potential", 30, g => g
                .Criterion("marketGrowthRate", 0.45, f => 100 * f.MarketGrowthRate,
                    Scale.Linear((-5, 0), (0, 30), (5, 60), (15, 100)), 1, unit: Unit("percent"), provenance: Factor,
                    control: Controllability.Given)
                .Criterion("crossSellRoom", 0.1, CrossSellRoom(keyAccountPurchases), CrossSellPoints(keyAccountPurchases),
                    (double)keyAccountPurchases / 100, unit: Unit("amount"), provenance: Room, control: Controllability.Given)
                .Criterion("budgetTrend", 0.45, f => 100 * f.BudgetTrend, BudgetTrend(), 1, unit: Unit("percent"), provenance: Factor,
                    control: Controllability.Given))
            .Group("strategic", 20, g => g
                .Criterion("industryInfluence", 0.4, f => f.IndustryInfluence, FactorLevel.Points(), provenance: Factor,
                    control: Controllability.Given)
                .Criterion("technicalSynergy", 0.3, f => f.TechnicalSynergy, FactorLevel.Points(), provenance: Factor,
                    control: Controllability.Influenceable)
                .Criterion("longTermCommitment", 0.3, f => f.LongTermCommitment, FactorLevel.Points(), provenance: Completed,
                    control: Controllability.Influenceable)))
            .Build();
    }

    // Two examples of caps: a good score does not pay old debts, and what loses money is not in the head of the portfolio.
    private static ScorecardBuilder<AccountValueFacts, AccountTier> WithCaps(
        ScorecardBuilder<AccountValueFacts, AccountTier> model) => model
        .Cap("overdueDebt", f => f.DebtOverdueDays > 90, AccountTier.C,
            provenance: Provenance.LibraryDefault("an example of a cap: debt overdue by more than 90 days"))
        .Cap("losesMoney", f => f.NetProfit < 0, AccountTier.B,
            provenance: Provenance.LibraryDefault("an example of a cap: an account that loses money"))
        .MissingData(MissingData.Renormalize, 0.6)
        .Bands((0, AccountTier.C), (45, AccountTier.B), (70, AccountTier.A));

    private static Scale Purchases(decimal keyAccount)
    {
        var unit = (double)keyAccount;
        return Scale.Linear((0, 0), (unit / 2, 35), (unit, 60), (5 * unit, 90), (10 * unit, 100));
    }

    private static Scale GrossMargin() => Scale.Linear((0, 0), (10, 30), (25, 70), (40, 100));

    private static Scale CreditDays() => Scale.Linear((0, 100), (30, 85), (60, 60), (90, 30), (150, 0));

    // The money that is still open, up to ten times the purchases of a key account: what lies beyond adds nothing to the purchases either.
    private static Expression<Func<AccountValueFacts, double?>> CrossSellRoom(decimal keyAccount)
    {
        var most = MostPurchases * keyAccount;
        return f => (double?)(f.CategorySpend > most
            ? f.AnnualPurchases > most ? 0m : most - f.AnnualPurchases
            : f.CategorySpend - f.AnnualPurchases);
    }

    // No steeper than the purchases that fill the room, by the weights of both: so buying more never lowers the value.
    private static Scale CrossSellPoints(decimal keyAccount)
    {
        var unit = (double)keyAccount;
        return Scale.Linear((0, 0), (5 * unit, 80), (10 * unit, 100));
    }

    private static Scale BudgetTrend() => Scale.Linear((-20, 0), (0, 50), (20, 100));

    private static Text Unit(string key) => TextTable.Library[$"Grading.AccountValue.unit.{key}"];
}
