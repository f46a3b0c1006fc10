using System.Text.Json;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Relationships;

public class LadderTests
{
    /// <summary>S003, module two: CR1 is developed; CR2 to CR1; CR3 to CR2 or CR1; CR4 to CR3 or CR2; CR5 to CR3 or CR2.</summary>
    private static readonly (string From, string To)[] Document =
        [("CR1", "CR1"), ("CR2", "CR1"), ("CR3", "CR2"), ("CR3", "CR1"), ("CR4", "CR3"), ("CR4", "CR2"), ("CR5", "CR3"), ("CR5", "CR2")];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var from in LadderLevel.InOrder)
            {
                foreach (var to in LadderLevel.InOrder)
                    pairs.Add(from.Name, to.Name);
            }

            return pairs;
        }
    }

    [Fact]
    public void S003_the_moves_are_those_of_the_document_and_no_others()
    {
        LadderLevel.InOrder
            .SelectMany(level => MovesFrom(level).Select(hit => (From: level.Name, To: hit.Advice.To.Name)))
            .Should().Equal(Document);
        Ladder.Moves.HitPolicy.Should().Be(HitPolicy.Collect);
        Ladder.Moves.Rules.Should().OnlyContain(rule => rule.Provenance == Provenance.Source("《B2B 大客户开发与管理》 (Developing and Managing B2B Key Accounts)"));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void S003_every_pair_of_levels_is_a_move_or_is_not(string from, string to) =>
        Ladder.IsMove(LadderLevel.FromName(from), LadderLevel.FromName(to)).Should().Be(Document.Contains((from, to)));

    [Fact]
    public void Every_level_has_a_move_and_every_rule_is_used()
    {
        var proof = Ladder.Moves.Verify();

        proof.Combinations.Should().Be(5);
        proof.IsSound.Should().BeTrue(proof.ToString());
        proof.Overlaps.Select(overlap => overlap.RuleIds.Count).Should().Equal(2, 2, 2);
    }

    [Theory]
    [InlineData("CR1", "如何发展我方的“铁杆支持者”？让其与我方共赢，并通过其影响更多的人。", "如何發展我方的「鐵桿支持者」？讓其與我方共贏，並透過其影響更多的人。")]
    [InlineData("CR2", "如何把“友善者”变成我方的“铁杆支持者”？解决对方真正在意的问题。", "如何把「友善者」變成我方的「鐵桿支持者」？解決對方真正在意的問題。")]
    [InlineData("CR3", "如何把“中立者”变成“友善者”或我方的“铁杆支持者”？先提供价值，再建立共同利益。", "如何把「中立者」變成「友善者」或我方的「鐵桿支持者」？先提供價值，再建立共同利益。")]
    [InlineData("CR4", "如何把“对手铁杆支持者”变成“中立者”或“友善者”？不攻击对手，消除对我方的顾虑，满足对手未能满足的需求。", "如何把「對手鐵桿支持者」變成「中立者」或「友善者」？不攻擊對手，消除對我方的顧慮，滿足對手未能滿足的需求。")]
    [InlineData("CR5", "如何把“我方死敌”变成“中立者”或“友善者”？倾听、认错，并以看得见的行动补救。", "如何把「我方死敵」變成「中立者」或「友善者」？傾聽、認錯，並以看得見的行動補救。")]
    public void S003_asks_the_question_in_its_own_words(string level, string zhHans, string zhHant) =>
        MovesFrom(LadderLevel.FromName(level)).Select(hit => (hit.Reason.ZhHans, hit.Reason.ZhHant)).Distinct()
            .Should().Equal((zhHans, zhHant));

    [Fact]
    public void While_the_level_is_not_known_there_is_no_move() => Ladder.Moves.Decide(new()).IsDecided.Should().BeFalse();

    [Fact]
    public void A_move_never_leads_down_and_leads_up_except_for_those_at_the_top()
    {
        foreach (var move in LadderMove.InOrder)
        {
            move.To.IsAtLeast(move.From).Should().BeTrue();
            (move.To == move.From).Should().Be(move == LadderMove.DevelopCR1);
        }
    }

    [Fact]
    public void The_stored_identifiers_of_the_moves_never_change() =>
        LadderMove.InOrder.Select(move => (move.Name, move.Value)).Should().Equal(
            ("DevelopCR1", 1), ("CR2ToCR1", 2), ("CR3ToCR2", 3), ("CR3ToCR1", 4), ("CR4ToCR3", 5), ("CR4ToCR2", 6), ("CR5ToCR3", 7),
            ("CR5ToCR2", 8));

    [Fact]
    public void Every_move_has_exactly_one_plan_with_strategy_and_actions_of_ours()
    {
        var proof = Ladder.Plans.Verify();

        proof.Combinations.Should().Be(8);
        proof.IsSound.Should().BeTrue(proof.ToString());
        Ladder.Plans.Rules.Select(rule => rule.Provenance!.Kind).Should().OnlyContain(kind => kind == ProvenanceKind.LibraryDefault);
        Ladder.Plans.Rules.Select(rule => rule.Advice.Strategy.En).Should().OnlyHaveUniqueItems();
        Ladder.Plans.Rules.SelectMany(rule => rule.Advice.Actions).Select(action => action.ZhHans)
            .Should().HaveCount(16).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_plan_says_how_in_each_language()
    {
        var hit = Ladder.Plans.Decide(new() { Move = LadderMove.CR4ToCR3 }).Hits.Single();

        hit.RuleId.Should().Be("CR4ToCR3");
        hit.Advice.Strategy.En.Should().Be("Do not attack the competitor. Settle every objection to us instead.");
        hit.Advice.Actions.Select(action => action.ZhHans).Should().Equal("问清对我方的顾虑，先解决遗留投诉", "提供中立的比较机会：测试、试单、第二供应商");
        hit.Reason.En.Should().Be("The usual way there: competitor's supporter → neutral.");
        hit.Advice.ToString().Should().Be(
            "Do not attack the competitor. Settle every objection to us instead. ask what objections there are, and settle open complaints first; "
            + "offer a neutral comparison: a test, a trial order, a second source.");
    }

    [Fact]
    public void A_company_replaces_a_plan_and_a_decision_survives_JSON()
    {
        var ours = Ladder.Plans.With("CR2ToCR1", new MovePlan("Ours.", ["call", "meet"]));
        var decision = ours.Decide(new() { Move = LadderMove.CR2ToCR1 });

        var read = JsonSerializer.Deserialize<Decision<MovePlan>>(JsonSerializer.Serialize(decision));

        read.Should().Be(decision);
        read!.Advice!.GetHashCode().Should().Be(decision.Advice!.GetHashCode());
        read.Should().NotBe(Ladder.Plans.Decide(new() { Move = LadderMove.CR2ToCR1 }));
        new MovePlan("Ours.", ["call", "meet"])
            .Should().Be(new MovePlan("Ours.", ["call", "meet"])).And.NotBe(new MovePlan("Ours.", ["call"]));
        ours.Verify().IsSound.Should().BeTrue();
    }

    [Fact]
    public void A_plan_has_a_strategy_and_actions()
    {
        ((Action)(() => _ = new MovePlan(null!, []))).Should().Throw<ArgumentNullException>().WithParameterName("strategy");
        ((Action)(() => _ = new MovePlan("s", null!))).Should().Throw<ArgumentNullException>().WithParameterName("actions");
    }

    [Theory]
    [InlineData("CR1", "Supporter", "On our side: our die-hard supporter.")]
    [InlineData("CR2", "Supporter", "On our side: friendly.")]
    [InlineData("CR3", "Neutral", "On nobody's side: neutral.")]
    [InlineData("CR4", "Opponent", "Against us, or for a competitor: the competitor's die-hard supporter.")]
    [InlineData("CR5", "Opponent", "Against us, or for a competitor: our mortal enemy.")]
    public void The_stance_follows_from_the_level(string level, string stance, string reason)
    {
        var hit = Ladder.Stances.Decide(new() { Level = LadderLevel.FromName(level) }).Hits.Single();

        hit.Advice.Name.Should().Be(stance);
        hit.Reason.En.Should().Be(reason);
    }

    [Fact]
    public void Every_level_has_exactly_one_stance() => Ladder.Stances.Verify().IsSound.Should().BeTrue();

    [Fact]
    public void The_defaults_are_pinned()
    {
        Ladder.HalfLifeDays.Should().Be(180);
        Ladder.Decay.HalfLifeDays.Should().Be(180);
        Ladder.ConfirmedFrom.Should().Be(0.5);
        LadderLevel.InOrder.Select(level => Ladder.Points.Points(level.Value)).Should().Equal(100, 75, 50, 25, 0);
    }

    [Fact]
    public void Missing_levels_are_refused()
    {
        ((Action)(() => Ladder.IsMove(null!, LadderLevel.CR1))).Should().Throw<ArgumentNullException>().WithParameterName("from");
        ((Action)(() => Ladder.IsMove(LadderLevel.CR1, null!))).Should().Throw<ArgumentNullException>().WithParameterName("to");
    }

    private static IReadOnlyList<Hit<LadderMove>> MovesFrom(LadderLevel level) => Ladder.Moves.Decide(new() { Level = level }).Hits;
}
