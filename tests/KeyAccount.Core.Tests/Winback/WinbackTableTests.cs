using KeyAccount.Core.Grading;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Tests.Winback;

public class WinbackTableTests
{
    [Fact]
    public void S000_the_words_of_the_source()
    {
        WinbackStep.InOrder.Select(step => step.DisplayName("zh-Hans")).Should()
            .Equal("分析客户流失原因", "制定挽留战略", "实施挽留策略", "评估挽留效果");
        DepartureCause.InOrder.Should().HaveCount(7);
        CustomerState.InOrder.Select(state => state.DisplayName("zh-Hans")).Should().Equal("活跃客户", "睡眠客户", "流失客户", "被拉进黑名单");
    }

    [Fact]
    public void Every_combination_has_one_answer()
    {
        WinbackStrategies.Standard.Verify().Combinations.Should().Be(128);
        WinbackStrategies.Standard.Verify().IsSound.Should().BeTrue();
        CustomerStates.Standard.Verify().IsSound.Should().BeTrue();
        DepartureKinds.Standard.Verify().IsSound.Should().BeTrue();
        RfmSegments.Standard.Verify().Combinations.Should().Be(25);
        RfmSegments.Standard.Verify().IsSound.Should().BeTrue();
        WinbackTransitions.Standard.Verify().IsSound.Should().BeTrue();
    }

    [Fact]
    public void Without_the_last_rule_the_proof_finds_the_gap() =>
        WinbackStrategies.Standard.Without("rest").Verify().IsSound.Should().BeFalse();

    // Rooms, Appendix A, rule by rule.
    [Theory]
    [InlineData("A", null, "Lost", "causeUnknown", "KeepWarm")]
    [InlineData("A", null, "Blacklisted", "causeUnknown", "KeepWarm")]
    [InlineData("A", null, "Active", "stillActive", "KeepWarm")]
    [InlineData("A", "Quality", "Active", "stillActive", "KeepWarm")]
    [InlineData("A", "OwnChange", "Lost", "ownChange", "KeepWarm")]
    [InlineData("C", "OwnChange", "Blacklisted", "ownChange", "KeepWarm")]
    [InlineData("A", "Quality", "Blacklisted", "blacklisted", "Repair")]
    [InlineData("C", "Price", "Blacklisted", "blacklisted", "Repair")]
    [InlineData("C", "Price", "Lost", "priceTail", "LetGo")]
    [InlineData("A", "Quality", "Sleeping", "ourFault.a", "FullEffort")]
    [InlineData("A", "DeliveryOrService", "Lost", "ourFault.a", "FullEffort")]
    [InlineData("A", "ComplaintHandling", "Lost", "ourFault.a", "FullEffort")]
    [InlineData("B", "Quality", "Lost", "ourFault", "Repair")]
    [InlineData("C", "ComplaintHandling", "Lost", "ourFault", "Repair")]
    [InlineData(null, "DeliveryOrService", "Lost", "ourFault", "Repair")]
    [InlineData("A", "KeyPersonChange", "Lost", "newPerson.ab", "FullEffort")]
    [InlineData("B", "KeyPersonChange", "Sleeping", "newPerson.ab", "FullEffort")]
    [InlineData("A", "Price", "Lost", "pulled.ab", "Offer")]
    [InlineData("B", "CompetitorPull", "Lost", "pulled.ab", "Offer")]
    [InlineData(null, "Price", "Lost", "tierUnknown", "KeepWarm")]
    [InlineData(null, "KeyPersonChange", "Lost", "tierUnknown", "KeepWarm")]
    [InlineData("C", "KeyPersonChange", "Lost", "rest", "KeepWarm")]
    [InlineData("C", "CompetitorPull", "Sleeping", "rest", "KeepWarm")]
    public void Rooms_appendix_A_strategy(string? tier, string? cause, string state, string rule, string strategy)
    {
        var hit = WinbackStrategies.Standard.Decide(new()
        {
            Tier = tier is null ? null : AccountTier.FromName(tier),
            Cause = cause is null ? null : DepartureCause.FromName(cause),
            State = CustomerState.FromName(state),
        }).Hits.Single();

        (hit.RuleId, hit.Advice.Name).Should().Be((rule, strategy));
    }

    [Theory]
    [InlineData(0, "Active")]
    [InlineData(1.4999, "Active")]
    [InlineData(1.5, "Sleeping")]
    [InlineData(3, "Sleeping")]
    [InlineData(3.0001, "Lost")]
    public void Rooms_state_by_overdue_ratio(double ratio, string state)
    {
        CustomerStates.Standard.Decide(new() { OverdueRatio = ratio }).Advice!.Name.Should().Be(state);
        CustomerStates.Standard.Decide(new() { OverdueRatio = ratio, IsSeasonalPause = true }).Advice.Should().Be(CustomerState.Active);
        CustomerStates.Standard.Decide(new() { OverdueRatio = ratio, IsContractGone = true }).Advice.Should().Be(CustomerState.Lost);
        CustomerStates.Standard.Decide(new() { OverdueRatio = ratio, IsContractGone = true, IsBlacklisted = true }).Advice
            .Should().Be(CustomerState.Blacklisted);
    }

    [Fact]
    public void Without_a_rhythm_only_contract_and_blacklist_tell()
    {
        CustomerStates.Standard.Decide(new()).IsDecided.Should().BeFalse();
        CustomerStates.Standard.Decide(new() { IsSeasonalPause = true }).IsDecided.Should().BeFalse();
        CustomerStates.Standard.Decide(new() { IsContractGone = true }).Advice.Should().Be(CustomerState.Lost);
    }

    [Fact]
    public void A_lower_price_is_a_tool_only_where_the_price_is_the_cause()
    {
        foreach (var strategy in WinbackStrategy.InOrder)
        {
            foreach (var cause in DepartureCause.InOrder)
            {
                var tools = WinbackTools.Standard.Decide(new() { Strategy = strategy, Cause = cause }).Hits.Select(hit => hit.Advice);
                if (cause == DepartureCause.Price && strategy == WinbackStrategy.Offer)
                    tools.Should().Contain(WinbackTool.ConditionalPrice);
                else
                    tools.Should().NotContain(WinbackTool.ConditionalPrice, $"{strategy}, {cause}");
                if (strategy == WinbackStrategy.LetGo)
                    tools.Should().BeEmpty();
            }
        }
    }

    [Fact]
    public void Each_strategy_that_the_table_gives_has_a_tool_for_its_cause()
    {
        foreach (var tier in AccountTier.InOrder)
        {
            foreach (var cause in DepartureCause.InOrder)
            {
                var strategy = WinbackStrategies.Standard.Decide(new() { Tier = tier, Cause = cause, State = CustomerState.Lost }).Advice!;
                if (strategy == WinbackStrategy.FullEffort || strategy == WinbackStrategy.Repair || strategy == WinbackStrategy.Offer)
                    WinbackTools.Standard.Decide(new() { Strategy = strategy, Cause = cause }).IsDecided.Should().BeTrue($"{tier}, {cause}");
            }
        }
    }

    [Theory]
    [InlineData("Price", "BoughtAway")]
    [InlineData("Quality", "UnintentionallyPushedAway")]
    [InlineData("DeliveryOrService", "UnintentionallyPushedAway")]
    [InlineData("ComplaintHandling", "UnintentionallyPushedAway")]
    [InlineData("KeyPersonChange", "PulledAway")]
    [InlineData("CompetitorPull", "PulledAway")]
    [InlineData("OwnChange", "MovedAway")]
    public void Each_cause_has_its_kind_unless_we_dropped_the_customer(string cause, string kind)
    {
        DepartureKinds.Standard.Decide(new() { Cause = DepartureCause.FromName(cause) }).Advice!.Name.Should().Be(kind);
        DepartureKinds.Standard.Decide(new() { Cause = DepartureCause.FromName(cause), IsDroppedByUs = true }).Advice
            .Should().Be(DepartureKind.IntentionallyPushedAway);
    }

    [Fact]
    public void Rooms_warning_weights_sum_to_one_and_the_bands_cut_at_30_and_60()
    {
        var all = new WarningFacts
        {
            PurchasesFall = 1, OrderOverdue = 1, ShareFalls = 1, RangeNarrows = 1, PaymentSlows = 1, ComplaintsChange = 1, ContactFades = 1,
            KeyPersonLeft = 1, CompetitorTrial = 1, ContractNotRenewed = 1,
        };
        EarlyWarning.Standard.Score(all).Should().Be(40);
        EarlyWarning.Standard.BandOf(all).Should().Be(WarningLevel.Alarm);
        EarlyWarning.Standard.BandOf(all with { ContractNotRenewed = 0.9 }).Should().Be(WarningLevel.Watch);
        EarlyWarning.Standard.Score(new() { PurchasesFall = 0.5, OrderOverdue = 0.5 }).Should().Be(70);
        EarlyWarning.Standard.BandOf(new() { PurchasesFall = 0.5, OrderOverdue = 0.5 }).Should().Be(WarningLevel.Watch);
        EarlyWarning.Standard.BandOf(new() { PurchasesFall = 0.5, OrderOverdue = 0.49 }).Should().Be(WarningLevel.Calm);
        EarlyWarning.Standard.BandOf(new() { PurchasesFall = 2 }).Should().BeNull("20 % of the weight is too little");
        double[] weights =
        [
            Alone(new() { PurchasesFall = 2 }), Alone(new() { OrderOverdue = 2 }), Alone(new() { ShareFalls = 2 }),
            Alone(new() { RangeNarrows = 2 }), Alone(new() { PaymentSlows = 2 }), Alone(new() { ComplaintsChange = 2 }),
            Alone(new() { ContactFades = 2 }), Alone(new() { KeyPersonLeft = 2 }), Alone(new() { CompetitorTrial = 2 }),
            Alone(new() { ContractNotRenewed = 2 }),
        ];
        weights.Should().Equal(20, 15, 15, 5, 10, 5, 5, 15, 5, 5);

        // All other signs known and calm.
        static double Alone(WarningFacts facts) => Math.Round(100 - EarlyWarning.Standard.Score(new()
        {
            PurchasesFall = facts.PurchasesFall ?? 0, OrderOverdue = facts.OrderOverdue ?? 0, ShareFalls = facts.ShareFalls ?? 0,
            RangeNarrows = facts.RangeNarrows ?? 0, PaymentSlows = facts.PaymentSlows ?? 0, ComplaintsChange = facts.ComplaintsChange ?? 0,
            ContactFades = facts.ContactFades ?? 0, KeyPersonLeft = facts.KeyPersonLeft ?? 0, CompetitorTrial = facts.CompetitorTrial ?? 0,
            ContractNotRenewed = facts.ContractNotRenewed ?? 0,
        }), 9);
    }

    [Theory]
    [InlineData(5, 5, "Champion")]
    [InlineData(4, 5, "Loyal")]
    [InlineData(3, 4, "Loyal")]
    [InlineData(5, 3, "PotentialLoyalist")]
    [InlineData(4, 2, "PotentialLoyalist")]
    [InlineData(5, 1, "New")]
    [InlineData(4, 1, "Promising")]
    [InlineData(3, 3, "NeedsAttention")]
    [InlineData(3, 1, "AboutToSleep")]
    [InlineData(2, 1, "AboutToSleep")]
    [InlineData(2, 3, "AtRisk")]
    [InlineData(1, 4, "AtRisk")]
    [InlineData(1, 5, "CannotLose")]
    [InlineData(2, 2, "Hibernating")]
    [InlineData(1, 1, "Hibernating")]
    public void Recency_and_frequency_name_the_segment(int recency, int frequency, string segment) =>
        RfmSegments.Standard.Decide(new() { Recency = recency, Frequency = frequency }).Advice!.Name.Should().Be(segment);

    [Fact]
    public void Every_segment_can_be_the_answer() =>
        (from recency in Enumerable.Range(1, 5)
         from frequency in Enumerable.Range(1, 5)
         select RfmSegments.Standard.Decide(new() { Recency = recency, Frequency = frequency }).Advice)
        .Distinct().Should().BeEquivalentTo(RfmSegment.InOrder);
}
