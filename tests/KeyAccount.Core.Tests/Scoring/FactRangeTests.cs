using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>A fact out of its range: an error in memory, missing and counted in columns and for a database, through <c>Over</c>
/// too.</summary>
public class FactRangeTests
{
    private static readonly AccountValueFacts Sound = new()
    {
        AnnualPurchases = 1_200_000m, GrossMarginRate = 0.315, CreditDays = 60, MarketGrowthRate = 0.04, CategorySpend = 3_000_000m,
        BudgetTrend = 0.05, IndustryInfluence = FactorLevel.Medium, TechnicalSynergy = FactorLevel.Low, DebtOverdueDays = 0,
        LongTermCommitment = FactorLevel.High,
    };

    private static readonly Scorecard<Row, AccountTier> Bound = AccountValue.Standard.Over<Row>(row => new AccountValueFacts
    {
        AnnualPurchases = row.Bought, GrossMarginRate = row.Margin, CreditDays = row.Days, MarketGrowthRate = row.Growth,
        CategorySpend = row.Spend, DebtOverdueDays = row.Overdue, BudgetTrend = row.Budget,
    });

    private static readonly Row Account = new()
    {
        Bought = 1_200_000m, Margin = 0.315, Days = 60, Growth = 0.04, Spend = 3_000_000m, Overdue = 0, Budget = 0.05,
    };

    public static TheoryData<string, Func<Row, Row>, Func<Row, Row>, string> Impossible => new()
    {
        {
            "grossMarginRate", row => row with { Margin = 35 }, row => row with { Margin = null },
            "GrossMarginRate is 35; it must be between -10 and 1 (a fraction). 35 looks like 35 per cent: write 0.35."
        },
        {
            "creditDays", row => row with { Days = -30 }, row => row with { Days = null },
            "CreditDays is -30; it must be at least 0 (days). The minus sign looks wrong."
        },
        {
            "crossSellRoom", row => row with { Bought = null, Spend = -1 }, row => row with { Bought = null, Spend = null },
            "CategorySpend is -1; it must be at least 0. The minus sign looks wrong."
        },
        {
            "crossSellRoom", row => row with { Spend = 1_000_000m }, row => row with { Spend = null },
            "CategorySpend is 1000000 and AnnualPurchases is 1200000; CategorySpend must be at least AnnualPurchases, which is part of it."
        },
        {
            "marketGrowthRate", row => row with { Growth = -1.01 }, row => row with { Growth = null },
            "MarketGrowthRate is -1.01; it must be at least -1 (a fraction)."
        },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_fact_that_cannot_be_is_an_error_in_memory_and_missing_elsewhere(
        string key, Func<Row, Row> make, Func<Row, Row> withoutIt, string fault)
    {
        var (row, without) = (make(Account), withoutIt(Account));

        foreach (var score in new Action[]
        {
            () => Bound.Assess(row), () => Bound.Score(row), () => Bound.BandOf(row), () => Bound.ColumnsOf([row]),
            () => Bound.ScoreAll([row], new double[1]),
        })
            score.Should().Throw<ArgumentException>().Which.Message.Should().Contain($"criteria[\"{key}\"]: {fault}");
        FluentActions.Invoking(() => Bound.ScoreAll([Account, row], new double[2])).Should().Throw<ArgumentException>()
            .WithMessage("facts[1]: criteria*");

        // What a database computes, compiled.
        Bound.ToExpression().Compile()(row).Should().Be(Bound.Assess(without).Score);
        Bound.InBand(AccountTier.B).Compile()(row).Should().Be(Bound.BandOf(without) == AccountTier.B);
        Bound.Criteria.Where(criterion => criterion.IsOutOfRange().Compile()(row)).Select(criterion => criterion.Key).Should().Equal(key);
        Bound.Criteria.Where(criterion => criterion.IsOutOfRange().Compile()(Account)).Should().BeEmpty();
    }

    [Fact]
    public void A_bound_itself_is_possible()
    {
        foreach (var row in new[]
        {
            Account with { Margin = 1 }, Account with { Margin = -10 }, Account with { Days = 0 }, Account with { Growth = -1 },
            Account with { Spend = 1_200_000m }, Account with { Overdue = 0 },
        })
            Bound.Everywhere(row).IsRated.Should().BeTrue();
        Bound.Invoking(card => card.Score(Account with { Margin = Math.BitIncrement(1.0) })).Should().Throw<ArgumentException>();
        Bound.Invoking(card => card.Score(Account with { Spend = 1_199_999.99m })).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_cap_reads_its_facts_by_the_same_ranges()
    {
        var row = Account with { Overdue = -5 };

        Bound.Invoking(card => card.Assess(row)).Should().Throw<ArgumentException>()
            .WithMessage("caps[\"overdueDebt\"]: DebtOverdueDays is -5; it must be at least 0 (days). The minus sign looks wrong.");
        Bound.Invoking(card => card.BandOf(row)).Should().Throw<ArgumentException>();
        Bound.Caps[0].ToExpression().Compile()(row).Should().BeFalse("for a database it is not known");
    }

    [Fact]
    public void In_columns_what_cannot_be_is_missing_and_counted()
    {
        var sound = AccountValue.Standard.ColumnsOf([Sound, Sound, Sound]);
        var columns = new Dictionary<string, ReadOnlyMemory<double>>(sound, StringComparer.Ordinal)
        {
            ["grossMarginRate"] = new[] { 31.5, 3_500, double.NaN },
            ["crossSellRoom"] = new[] { -1, 1_800_000, 10_000_000.1 },
        };
        var missing = new Dictionary<string, ReadOnlyMemory<double>>(columns, StringComparer.Ordinal)
        {
            ["grossMarginRate"] = new[] { 31.5, double.NaN, double.NaN },
            ["crossSellRoom"] = new[] { double.NaN, 1_800_000, 10_000_000.1 },
        };
        double[] scores = new double[3], expected = new double[3];

        AccountValue.Standard.ScoreColumns(columns, scores);
        AccountValue.Standard.ScoreColumns(missing, expected);

        scores.Should().Equal(expected).And.NotContain(double.NaN);
        AccountValue.Standard.CountOutOfRange(columns).Where(pair => pair.Value > 0).Select(pair => (pair.Key, pair.Value))
            .Should().BeEquivalentTo([("grossMarginRate", 1), ("crossSellRoom", 1)]);
        AccountValue.Standard.CountOutOfRange(sound).Should().HaveCount(9).And.OnlyContain(pair => pair.Value == 0);
    }

    [Fact]
    public void Many_columns_agree_with_one_row_at_a_time()
    {
        var random = new Random(7);
        var margin = Enumerable.Range(0, 1_003).Select(i => i % 3 == 0 ? double.NaN : (random.NextDouble() * 2_400) - 1_200).ToArray();
        var sound = AccountValue.Standard.ColumnsOf([.. Enumerable.Repeat(Sound, margin.Length)]);
        var columns = new Dictionary<string, ReadOnlyMemory<double>>(sound, StringComparer.Ordinal) { ["grossMarginRate"] = margin };
        var scores = new double[margin.Length];

        AccountValue.Standard.ScoreColumns(columns, scores);

        for (var i = 0; i < margin.Length; i++)
        {
            double? fact = margin[i] is >= -1_000 and <= 100 ? margin[i] / 100 : null;
            scores[i].Should().BeApproximately(AccountValue.Standard.Score(Sound with { GrossMarginRate = fact }), 1e-6);
        }
    }

    [Fact]
    public void Columns_hold_raw_values_and_not_facts()
    {
        var columns = AccountValue.Standard.ColumnsOf([Sound, Sound with { GrossMarginRate = null, DebtOverdueDays = 100 }]);
        double[] scores = new double[2], wrong = new double[2];
        var bands = new int[2];

        columns["grossMarginRate"].ToArray().Should().Equal(31.5, double.NaN);
        columns["technicalSynergy"].ToArray().Should().Equal(2, 2);
        columns["overdueDebt"].ToArray().Should().Equal(0, 1);
        columns["losesMoney"].ToArray().Should().Equal(double.NaN, double.NaN);
        AccountValue.Standard.ScoreColumns(columns, scores, bands);
        scores[0].Should().Be(AccountValue.Standard.Score(Sound));
        AccountValue.Standard.Bands.InOrder[bands[0]].Band.Should().Be(AccountValue.Standard.BandOf(Sound));
        bands[1].Should().Be(0, "the debt is overdue");

        // The trap: 0.315 is the fact, and as a raw value a third of a per cent.
        var fact = new Dictionary<string, ReadOnlyMemory<double>>(columns, StringComparer.Ordinal) { ["grossMarginRate"] = new[] { 0.315, double.NaN } };
        AccountValue.Standard.ScoreColumns(fact, wrong);
        wrong[0].Should().BeLessThan(scores[0] - 10);
        AccountValue.Standard.Criteria.Single(each => each.Key == "grossMarginRate").Should().BeEquivalentTo(
            new { Minimum = -1_000.0, Maximum = 100.0 }, options => options.Including(each => each.Minimum).Including(each => each.Maximum));
    }

    [Fact]
    public void A_list_gives_the_columns_of_an_array() =>
        AccountValue.Standard.ColumnsOf(new List<AccountValueFacts> { Sound })["creditDays"].ToArray().Should().Equal(60);

    [Fact]
    public void All_missing_columns_are_named_at_once_with_their_units()
    {
        var columns = AccountValue.Standard.ColumnsOf([Sound]).Where(pair => pair.Key is "budgetTrend" or "creditDays")
            .ToDictionary(StringComparer.Ordinal);

        FluentActions.Invoking(() => AccountValue.Standard.ScoreColumns(columns, new double[1], new int[1])).Should().Throw<ArgumentException>()
            .Which.Message.Should().StartWith(
                "columns has no column 'annualPurchases' (per year), 'grossMarginRate' (%), 'marketGrowthRate' (%), 'crossSellRoom' (per year), "
                + "'industryInfluence' (Value of FactorLevel), 'technicalSynergy' (Value of FactorLevel), "
                + "'longTermCommitment' (Value of FactorLevel), 'overdueDebt' (1 or 0), 'losesMoney' (1 or 0).");
    }

    [Fact]
    public void A_measure_of_several_facts_checks_each_of_them()
    {
        var card = RelationshipFormula.Standard.Over<Trust>(row => new RelationshipFacts
        {
            Credibility = row.Credibility, Reliability = 5, Intimacy = 5, SelfOrientation = row.SelfOrientation,
            Interest = FactorLevel.High, Emotion = FactorLevel.High, OrganisationalTrust = FactorLevel.High,
        });

        card.Criteria.Single(each => each.Key == "personalTrust").Minimum.Should().BeApproximately(0.3, 1e-6);
        card.Criteria.Single(each => each.Key == "personalTrust").Maximum.Should().BeApproximately(30, 1e-6);
        card.Invoking(each => each.Score(new() { Credibility = 11, SelfOrientation = 5 })).Should().Throw<ArgumentException>()
            .WithMessage("criteria[\"personalTrust\"]: Credibility is 11; it must be between 1 and 10.");
        card.Invoking(each => each.Score(new() { Credibility = 5, SelfOrientation = 0 })).Should().Throw<ArgumentException>();
        card.ToExpression().Compile()(new() { Credibility = 11, SelfOrientation = 5 })
            .Should().Be(card.Score(new() { Credibility = null, SelfOrientation = 5 }));
    }

    [Fact]
    public void A_scorecard_of_your_own_reads_the_ranges_of_your_facts()
    {
        var card = Scorecard.For<Own, AccountTier>("own")
            .Criterion("share", 1, f => 100 * f.Share, Scale.Linear((0, 0), (100, 100)))
            .Criterion("visits", 1, f => f.Visits, Scale.Linear((0, 0), (10, 100)))
            .Bands((0, AccountTier.C), (50, AccountTier.A)).Build();

        card.Everywhere(new Own { Share = 1, Visits = 3 }).Score.Should().Be(65);
        card.Invoking(each => each.Score(new() { Share = 1.5, Visits = 3 })).Should().Throw<ArgumentException>()
            .WithMessage("criteria[\"share\"]: Share is 1.5; it must be between 0 and 1 (a fraction).");
        card.Invoking(each => each.Score(new() { Share = 1, Visits = -3 })).Should().Throw<ArgumentException>().WithMessage("*Visits is -3*");
        card.ToExpression().Compile()(new() { Share = 1, Visits = -3 }).Should().Be(100);
    }

    public sealed record Row
    {
        public decimal? Bought { get; init; }

        public double? Margin { get; init; }

        public double? Days { get; init; }

        public double? Growth { get; init; }

        public decimal? Spend { get; init; }

        public double? Overdue { get; init; }

        public double? Budget { get; init; }
    }

    private sealed record Trust
    {
        public double? Credibility { get; init; }

        public double? SelfOrientation { get; init; }
    }

    private sealed record Own
    {
        [FactRange(0, 1, FactUnit.Fraction)]
        public double? Share { get; init; }

        [FactRange(FactUnit.Count)]
        public int Visits { get; init; }
    }
}
