using System.Text.Json;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Loyalty;

public class CustomerLoyaltyTests
{
    private static readonly LoyaltyFacts Best = new()
    {
        ShareOfWallet = 0.8m,
        SupplierGrade = SupplierGrade.A,
        QualityTolerance = QualityTolerance.High,
        PriceSensitivity = PriceSensitivity.Low,
        CompetitorAttitude = CompetitorAttitude.Rejects,
    };

    private static readonly LoyaltyFacts Worst = new()
    {
        ShareOfWallet = 0,
        SupplierGrade = SupplierGrade.D,
        QualityTolerance = QualityTolerance.Low,
        PriceSensitivity = PriceSensitivity.High,
        CompetitorAttitude = CompetitorAttitude.Prefers,
    };

    public static TheoryData<RelativeAttitude, RepeatPatronage, LoyaltyType> DickAndBasu => new()
    {
        { RelativeAttitude.High, RepeatPatronage.High, LoyaltyType.True },
        { RelativeAttitude.High, RepeatPatronage.Low, LoyaltyType.Latent },
        { RelativeAttitude.Low, RepeatPatronage.High, LoyaltyType.Spurious },
        { RelativeAttitude.Low, RepeatPatronage.Low, LoyaltyType.None },
    };

    [Fact]
    public void S000_one_quantitative_and_four_qualitative_indicators()
    {
        CustomerLoyalty.Standard.Criteria.Select(criterion => (criterion.Group, criterion.Label.ZhHans)).Should().Equal(
            ("quantitative", "主营业务的客户钱包份额"),
            ("qualitative", "供应商等级"),
            ("qualitative", "客户对质量问题的容忍度"),
            ("qualitative", "客户对价格的敏感程度"),
            ("qualitative", "客户对竞争对手的态度"));
    }

    [Fact]
    public void S000_four_strategies() =>
        LoyaltyStrategy.InOrder.Select(strategy => strategy.DisplayName("zh-Hans")).Should().Equal("定价策略", "服务策略", "关系策略", "转换成本策略");

    [Fact]
    public void The_defaults_are_pinned()
    {
        CustomerLoyalty.Standard.Criteria.Select(criterion => (criterion.Key, Math.Round(criterion.Weight, 12))).Should().Equal(
            ("shareOfWallet", .40), ("supplierGrade", .15), ("qualityTolerance", .15), ("priceSensitivity", .15),
            ("competitorAttitude", .15));
        CustomerLoyalty.Standard.Bands.InOrder.Should().Equal((0, LoyaltyLevel.Low), (40, LoyaltyLevel.Medium), (70, LoyaltyLevel.High));
        CustomerLoyalty.Standard.MinimumCoverage.Should().Be(0.6);
        CustomerLoyalty.Attitude.Bands.InOrder.Should().Equal((0, RelativeAttitude.Low), (50, RelativeAttitude.High));
        CustomerLoyalty.Attitude.MinimumCoverage.Should().Be(0.5);
        CustomerLoyalty.HighShareOfWallet.Should().Be(0.5m);
    }

    [Fact]
    public void The_best_customer_has_100_and_the_worst_0()
    {
        CustomerLoyalty.Standard.Score(Best).Should().Be(100);
        CustomerLoyalty.Standard.BandOf(Best).Should().Be(LoyaltyLevel.High);
        CustomerLoyalty.Standard.Score(Worst).Should().Be(0);
        CustomerLoyalty.Standard.BandOf(Worst).Should().Be(LoyaltyLevel.Low);
        CustomerLoyalty.Attitude.Score(Best).Should().Be(100);
        CustomerLoyalty.Attitude.Score(Worst).Should().Be(0);
    }

    [Fact]
    public void A_better_indicator_never_lowers_the_score()
    {
        LoyaltyFacts[] worseToBetter =
        [
            Worst,
            Worst with { SupplierGrade = SupplierGrade.C },
            Worst with { SupplierGrade = SupplierGrade.C, ShareOfWallet = 0.25m },
            Worst with { SupplierGrade = SupplierGrade.B, ShareOfWallet = 0.25m, QualityTolerance = QualityTolerance.Medium },
            Worst with
            {
                SupplierGrade = SupplierGrade.A,
                ShareOfWallet = 0.5m,
                QualityTolerance = QualityTolerance.High,
                PriceSensitivity = PriceSensitivity.Medium,
            },
            Best with { CompetitorAttitude = CompetitorAttitude.Open },
            Best with { CompetitorAttitude = CompetitorAttitude.Reserved },
            Best,
        ];

        worseToBetter.Select(facts => CustomerLoyalty.Standard.Score(facts)).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(0, "Low")]
    [InlineData(39.999999, "Low")]
    [InlineData(40, "Medium")]
    [InlineData(40.000001, "Medium")]
    [InlineData(69.999999, "Medium")]
    [InlineData(70, "High")]
    [InlineData(70.000001, "High")]
    public void The_bands_begin_at_their_cuts(double score, string level) =>
        CustomerLoyalty.Standard.Bands.Of(score).Name.Should().Be(level);

    [Fact]
    public void It_runs_over_a_companys_own_class()
    {
        var own = CustomerLoyalty.Standard.Over<OwnClient>(client => new LoyaltyFacts
        {
            ShareOfWallet = client.Bought / client.Needed,
            SupplierGrade = client.Grade,
            PriceSensitivity = client.Haggles,
        });

        own.Score(new() { Bought = 1, Needed = 2, Grade = SupplierGrade.A, Haggles = PriceSensitivity.Low })
            .Should()
            .Be(CustomerLoyalty.Standard.Score(new() { ShareOfWallet = 0.5m, SupplierGrade = SupplierGrade.A, PriceSensitivity = PriceSensitivity.Low }));
        own.BandOf(new() { Bought = 1, Needed = 0, Grade = SupplierGrade.A, Haggles = PriceSensitivity.Low })
            .Should().BeNull("a share of no wallet is not known");
    }

    [Fact]
    public void Facts_and_decisions_survive_JSON()
    {
        JsonSerializer.Deserialize<LoyaltyFacts>(JsonSerializer.Serialize(Best)).Should().Be(Best);
        JsonSerializer.Deserialize<LoyaltyTypeFacts>(JsonSerializer.Serialize(LoyaltyTypeFacts.From(Best)))
            .Should().Be(LoyaltyTypeFacts.From(Best));
        var decision = CustomerLoyalty.Strategies.Decide(new() { Type = LoyaltyType.Spurious });
        JsonSerializer.Deserialize<Decision<LoyaltyStrategy>>(JsonSerializer.Serialize(decision)).Should().Be(decision);
    }

    [Fact]
    public void Who_prefers_a_competitor_is_at_most_medium()
    {
        var buysMuch = Best with { CompetitorAttitude = CompetitorAttitude.Prefers };

        CustomerLoyalty.Standard.Score(buysMuch).Should().Be(85);
        CustomerLoyalty.Standard.BandOf(buysMuch).Should().Be(LoyaltyLevel.Medium);
        CustomerLoyalty.Standard.BandOf(buysMuch with { CompetitorAttitude = CompetitorAttitude.Open }).Should().Be(LoyaltyLevel.High);
        CustomerLoyalty.Standard.Assess(Best with { CompetitorAttitude = null }).Caps.Single().State.Should().Be(CapState.NotEvaluated);
    }

    [Fact]
    public void Below_sixty_percent_of_the_weight_the_customer_is_unrated_with_its_range()
    {
        var unrated = CustomerLoyalty.Standard.Assess(new() { ShareOfWallet = 0.5m, SupplierGrade = SupplierGrade.A });
        unrated.IsRated.Should().BeFalse();
        unrated.Range.Low.Should().BeLessThan(unrated.Range.High);
        CustomerLoyalty.Standard.Assess(
            new() { ShareOfWallet = 0.5m, SupplierGrade = SupplierGrade.A, PriceSensitivity = PriceSensitivity.Low }).IsRated.Should().BeTrue();
        CustomerLoyalty.Standard.Assess(new()).IsRated.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(DickAndBasu))]
    public void Dick_and_Basu_1994_attitude_and_share_make_four_kinds_of_loyalty(
        RelativeAttitude attitude, RepeatPatronage patronage, LoyaltyType type)
    {
        var decision = CustomerLoyalty.Types.Decide(new() { Attitude = attitude, Patronage = patronage });

        decision.Advice.Should().Be(type);
        decision.Hits.Single().Reason.ZhHans.Should().NotBe(decision.Hits.Single().Reason.En);
    }

    [Fact]
    public void Each_combination_has_exactly_one_kind_of_loyalty()
    {
        var proof = CustomerLoyalty.Types.Verify();
        proof.Combinations.Should().Be(4);
        proof.IsSound.Should().BeTrue(proof.ToString());
    }

    [Fact]
    public void While_attitude_or_share_is_not_known_nothing_is_decided()
    {
        CustomerLoyalty.Types.Decide(new() { Attitude = RelativeAttitude.High }).IsDecided.Should().BeFalse();
        CustomerLoyalty.Types.Decide(new() { Patronage = RepeatPatronage.Low }).IsDecided.Should().BeFalse();
    }

    [Fact]
    public void Attitude_and_patronage_come_from_the_indicators()
    {
        LoyaltyTypeFacts.From(Best)
            .Should().Be(new LoyaltyTypeFacts { Attitude = RelativeAttitude.High, Patronage = RepeatPatronage.High });
        LoyaltyTypeFacts.From(Worst).Should().Be(new LoyaltyTypeFacts { Attitude = RelativeAttitude.Low, Patronage = RepeatPatronage.Low });
        LoyaltyTypeFacts.From(new()).Should().Be(new LoyaltyTypeFacts());
        LoyaltyTypeFacts.From(Best with { ShareOfWallet = 0.5m }).Patronage.Should().Be(RepeatPatronage.High);
        LoyaltyTypeFacts.From(Best with { ShareOfWallet = 0.4999999m }).Patronage.Should().Be(RepeatPatronage.Low);
        LoyaltyTypeFacts.From(new() { SupplierGrade = SupplierGrade.A, PriceSensitivity = PriceSensitivity.High }).Attitude
            .Should().Be(RelativeAttitude.High, "50 points, and half of the indicators are known");
        LoyaltyTypeFacts.From(new() { SupplierGrade = SupplierGrade.B, PriceSensitivity = PriceSensitivity.High }).Attitude.Should()
            .Be(RelativeAttitude.Low);
        LoyaltyTypeFacts.From(new() { SupplierGrade = SupplierGrade.A }).Attitude.Should().BeNull("a quarter of the indicators says too little");
        ((Action)(() => LoyaltyTypeFacts.From(null!))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Each_kind_of_loyalty_has_a_strategy_whatever_else_is_known()
    {
        var proof = CustomerLoyalty.Strategies.Verify();
        proof.Combinations.Should().Be(4 * 4 * 4 * 5);
        proof.IsComplete.Should().BeTrue(proof.ToString());
        proof.UnusedRules.Should().BeEmpty();
    }

    [Fact]
    public void Spurious_loyalty_is_improved_and_held_meanwhile()
    {
        var decision = CustomerLoyalty.Strategies.Decide(new()
        {
            Type = LoyaltyType.Spurious,
            Satisfaction = SatisfactionLevel.Low,
            PriceSensitivity = PriceSensitivity.High,
            CompetitorAttitude = CompetitorAttitude.Open,
        });

        decision.Hits.Select(hit => (hit.RuleId, hit.Advice)).Should().Equal(
            ("dissatisfied", LoyaltyStrategy.Service),
            ("spurious.improve", LoyaltyStrategy.Service),
            ("spurious.hold", LoyaltyStrategy.SwitchingCost),
            ("priceSensitive", LoyaltyStrategy.Pricing),
            ("competitorsWelcome", LoyaltyStrategy.Relationship));
        decision.Hits[^1].Reason.En.Should().Be("Attitude to competitors: open to competitors. Win the decision makers before the competitors do.");
    }

    [Fact]
    public void Each_kind_of_loyalty_leads_to_its_own_strategy()
    {
        LoyaltyType.InOrder.Select(type => CustomerLoyalty.Strategies.Decide(new() { Type = type }).Advice).Should().Equal(
            LoyaltyStrategy.Relationship, LoyaltyStrategy.Pricing, LoyaltyStrategy.Service, LoyaltyStrategy.Relationship);
        CustomerLoyalty.Strategies.Decide(new()).IsDecided.Should().BeFalse("nothing is known");
    }

    [Fact]
    public void Errors_in_the_data_do_not_become_facts()
    {
        ((Action)(() => _ = new LoyaltyFacts { ShareOfWallet = 1.01m })).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("ShareOfWallet is 1.01; it must be between 0 and 1 (a fraction).*");
        ((Action)(() => _ = new LoyaltyFacts { ShareOfWallet = -0.01m })).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("ShareOfWallet is -0.01; it must be between 0 and 1 (a fraction). The minus sign looks wrong.*");
    }

    [Fact]
    public void Every_label_comes_in_three_languages()
    {
        foreach (var label in CustomerLoyalty.Standard.Criteria.Select(criterion => criterion.Label)
            .Append(CustomerLoyalty.Standard.Caps.Single().Label))
            label.En.Should().NotBe(label.ZhHans);
        CustomerLoyalty.Strategies.Rules.Should()
            .OnlyContain(rule => rule.Reason.En != rule.Reason.ZhHant && rule.Provenance!.Kind == ProvenanceKind.LibraryDefault);
    }

    [Fact]
    public void Levels_know_their_direction()
    {
        LoyaltyLevel.High.IsAtLeast(LoyaltyLevel.Low).Should().BeTrue();
        QualityTolerance.High.IsAtLeast(QualityTolerance.Low).Should().BeTrue();
        PriceSensitivity.Low.IsAtLeast(PriceSensitivity.High).Should().BeTrue();
        CompetitorAttitude.Rejects.IsAtLeast(CompetitorAttitude.Prefers).Should().BeTrue();
        RelativeAttitude.High.IsAtLeast(RelativeAttitude.Low).Should().BeTrue();
        RepeatPatronage.High.IsAtLeast(RepeatPatronage.Low).Should().BeTrue();
    }

    private sealed record OwnClient
    {
        public decimal? Bought { get; init; }

        public decimal? Needed { get; init; }

        public SupplierGrade? Grade { get; init; }

        public PriceSensitivity? Haggles { get; init; }
    }
}
