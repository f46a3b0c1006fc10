using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Negotiation;

public class NegotiationTablesTests
{
    [Fact]
    public void Every_situation_has_exactly_one_tactic()
    {
        var proof = NegotiationTables.Advice.Verify();

        proof.Combinations.Should().Be(6 * 4 * 4 * 4 * 4 * 4);
        proof.IsSound.Should().BeTrue(proof.ToString());
        proof.Overlaps.Should().BeEmpty();
    }

    [Fact]
    public void Every_move_has_a_ruling()
    {
        var proof = NegotiationTables.Moves.Verify();

        proof.Combinations.Should().Be(6 * 7 * 256);
        proof.IsSound.Should().BeTrue(proof.ToString());
    }

    [Fact]
    public void An_acceptance_needs_an_offer() => NegotiationTables.Moves.Decide(new()
    {
        Phase = NegotiationPhase.Closing, Move = NegotiationMove.Accept, IsInOrder = true, KeepsReservation = true, SettlesAll = true,
    }).Hits.Single().RuleId.Should().Be("accept.noOffer");

    [Fact]
    public void What_S003_does_not_say_is_not_called_its_own() =>
        NegotiationTables.Moves.Rules.Where(rule => rule.Provenance!.Kind == ProvenanceKind.Source).Select(rule => rule.Id).Should().Equal(
            "open", "bargain", "close");

    [Fact]
    public void A_tactic_is_advised_in_its_own_phase_and_each_one_somewhere()
    {
        var advised = new HashSet<NegotiationTactic>();
        foreach (var phase in NegotiationPhase.InOrder)
        {
            foreach (var kind in NegotiationKind.InOrder.Append(null))
            {
                foreach (var style in NegotiationStyle.InOrder.Append(null))
                {
                    foreach (var power in BargainingPower.InOrder.Append(null))
                    {
                        foreach (var stance in Stance.InOrder.Append(null))
                        {
                            foreach (var time in TimeLeft.InOrder.Append(null))
                            {
                                var tactic = NegotiationTables.Advice
                                    .Decide(new()
                                    {
                                        Phase = phase, Kind = kind, Style = style, Power = power, Stance = stance, TimeLeft = time,
                                    }).Advice!;
                                advised.Add(tactic);
                                tactic.Phase.Should().Be(phase);
                            }
                        }
                    }
                }
            }
        }

        advised.Should().BeEquivalentTo(NegotiationTactic.InOrder);
    }

    [Fact]
    public void Without_any_facts_but_the_phase_the_advice_is_to_trade_interests_and_packages() =>
        NegotiationPhase.InOrder.Select(phase => NegotiationTables.Advice.Decide(new() { Phase = phase }).Advice).Should().Equal(
            NegotiationTactic.SetGoals,
            NegotiationTactic.ExploreInterests,
            NegotiationTactic.OfferPackages,
            NegotiationTactic.ImproveTogether,
            NegotiationTactic.ConfirmInWriting,
            NegotiationTactic.LeaveDoorOpen);

    [Fact]
    public void The_weaker_side_lets_the_other_open_and_the_reason_speaks_three_languages()
    {
        var hit = NegotiationTables.Advice.Decide(new()
        {
            Phase = NegotiationPhase.Opening, Style = NegotiationStyle.Competitive, Power = BargainingPower.Weaker, Stance = Stance.Neutral,
        }).Hits.Single();

        hit.Advice.Should().Be(NegotiationTactic.AskFirst);
        hit.Reason.En.Should().Be("The weaker side gains more than it loses by letting the other side open.");
        hit.Reason.ZhHans.Should().Be("较弱的一方让对方先开价，得大于失。");
        hit.Reason.ZhHant.Should().StartWith("較弱的一方");
    }

    [Fact]
    public void The_strategy_follows_the_phase() =>
        NegotiationTactic.InOrder.Select(tactic => (tactic.Phase, tactic.Strategy)).Distinct().Should().Equal(
            (NegotiationPhase.Preparation, null),
            (NegotiationPhase.Opening, NegotiationStrategy.Opening),
            (NegotiationPhase.Middle, NegotiationStrategy.Middle),
            (NegotiationPhase.Closing, NegotiationStrategy.Late),
            (NegotiationPhase.Agreed, null),
            (NegotiationPhase.WalkedAway, null));

    [Theory]
    [InlineData(0, "Scarce")]
    [InlineData(19.999999, "Scarce")]
    [InlineData(20, "Limited")]
    [InlineData(49.999999, "Limited")]
    [InlineData(50, "Ample")]
    [InlineData(100, "Ample")]
    public void Time_left_by_its_cuts(double percent, string expected) =>
        NegotiationTables.TimeRemaining.Bands.Of(percent).Name.Should().Be(expected);

    [Fact]
    public void S003_three_phases_and_three_strategies_are_different_terms()
    {
        NegotiationPhase.InOrder.Select(phase => phase.DisplayName("zh-Hans"))
            .Should().Equal("准备阶段", "开场阶段", "中场阶段", "收场阶段", "达成协议", "退出谈判");
        NegotiationStrategy.InOrder.Select(strategy => strategy.DisplayName("zh-Hans")).Should().Equal("开局策略", "中期策略", "后期策略");
    }

    [Fact]
    public void S003_kinds_styles_and_language()
    {
        NegotiationKind.InOrder.Select(kind => kind.DisplayName("zh-Hans")).Should().Equal("一般性谈判", "专门性谈判", "外交性谈判");
        NegotiationStyle.InOrder.Select(style => style.DisplayName("zh-Hans")).Should().Equal("竞争型谈判", "合作型谈判", "双赢型谈判");
        NegotiationLanguage.InOrder.Select(language => language.DisplayName("zh-Hans")).Should().Equal(
            "留有余地的弹性语言", "威胁性语言", "劝诱性语言", "伤面子和自尊的语言");
    }

    [Fact]
    public void Power_and_time_rise()
    {
        BargainingPower.Stronger.IsAtLeast(BargainingPower.Balanced).Should().BeTrue();
        TimeLeft.Ample.IsAtLeast(TimeLeft.Limited).Should().BeTrue();
    }
}
