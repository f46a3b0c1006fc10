using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Tests.Rules;

/// <summary>The hit policies Any and Priority of DMN.</summary>
public class HitPolicyTests
{
    private static DecisionTableBuilder<Facts, string> Discounts => DecisionTable
        .For<Facts, string>("discounts")
        .Domain(f => f.Tier, [.. AccountTier.InOrder])
        .Domain(f => f.IsNew, true, false)
        .Rule("new", f => f.IsNew == true, "welcome")
        .Rule("a", f => f.Tier == AccountTier.A, "key")
        .Rule("notC", f => f.Tier != AccountTier.C, "none")
        .Rule("old", f => f.IsNew == false, "none");

    [Fact]
    public void Priority_answers_with_the_advice_that_ranks_highest_whatever_the_order_of_the_rules()
    {
        var table = Discounts.Priorities("key", "welcome", "none").Build(HitPolicy.Priority);
        Decided(table, AccountTier.A, true).Should().Be(("a", "key"));
        Decided(table, AccountTier.B, true).Should().Be(("new", "welcome"));
        Decided(table, AccountTier.B, false).Should().Be(("notC", "none"), "of two that advise the same the first answers");
        var proof = table.Verify();
        proof.IsSound.Should().BeTrue();
        proof.UnusedRules.Should().BeEmpty();
        proof.Gaps.Should().BeEmpty();
        proof.Conflicts.Should().BeEmpty();
        proof.Overlaps.Should().HaveCount(4);
    }

    [Fact]
    public void Another_ranking_gives_other_answers()
    {
        var table = Discounts.Priorities("key", "welcome", "none").Build(HitPolicy.Priority);
        var other = table.WithPriorities("none", "key", "welcome", "more");
        Decided(other, AccountTier.A, true).Should().Be(("notC", "none"));
        Decided(table, AccountTier.A, true).Should().Be(("a", "key"));
        other.Priorities.Should().Equal("none", "key", "welcome", "more");
        other.With("new", "more").Rules[0].Advice.Should().Be("more");
        other.WithVersion("2").Priorities.Should().Equal(other.Priorities);
    }

    [Fact]
    public void A_rule_that_never_ranks_first_is_unused()
    {
        var proof = DecisionTable.For<Facts, string>("ranked")
            .Domain(f => f.IsNew, true, false)
            .Rule("low", f => f.IsNew == true, "low")
            .Rule("high", f => f.IsNew == true || f.IsNew == false, "high")
            .Priorities("high", "low")
            .Build(HitPolicy.Priority)
            .Verify();
        proof.UnusedRules.Should().Equal("low");
        proof.IsSound.Should().BeFalse();
    }

    [Fact]
    public void All_advice_must_be_ranked_once()
    {
        var missing = () => Discounts.Priorities("key", "key", "none").Build(HitPolicy.Priority);
        missing.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "priorities[1]: key is duplicated",
            "rules[\"new\"].then: welcome is not one of the priorities; list all advice by rank with Priorities");
        var none = () => Discounts.Build(HitPolicy.Priority);
        none.Should().Throw<InvalidModelException>().Which.Faults.Should().HaveCount(4);
        var idle = () => Discounts.Priorities("key").Build(HitPolicy.First);
        idle.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString())
            .Should().Equal("priorities: they rank advice for the hit policy Priority, and the table has First");
        FluentActions.Invoking(() => Discounts.Priorities(null!)).Should().Throw<ArgumentNullException>()
            .WithParameterName("highestFirst");
        Discounts.Priorities("key", "welcome", "none").Build(HitPolicy.Priority)
            .Invoking(table => table.With("new", "gift")).Should().Throw<InvalidModelException>()
            .WithMessage("*gift is not one of the priorities*");
    }

    [Fact]
    public void Any_allows_rules_that_advise_the_same_and_the_first_of_them_answers()
    {
        var table = Discounts.Build(HitPolicy.Any);
        Decided(table, AccountTier.B, false).Should().Be(("notC", "none"));
        table.Decide(new() { Tier = AccountTier.B, IsNew = false }).Hits.Should().ContainSingle();
    }

    [Fact]
    public void Any_refuses_rules_that_advise_differently_by_name()
    {
        var table = Discounts.Build(HitPolicy.Any);
        for (var time = 0; time < 2; time++)
        {
            table.Invoking(each => each.Decide(new() { Tier = AccountTier.A, IsNew = true })).Should().Throw<InvalidOperationException>()
                .WithMessage(
                    "The table 'discounts' has the hit policy Any, and 3 rules match that advise differently: new, a, notC.");
        }

        var proof = table.Verify();
        proof.Overlaps.Select(overlap => overlap.Cell.ToString()).Should().Equal(
            "Tier = A, IsNew = True", "Tier = A, IsNew = False", "Tier = B, IsNew = True", "Tier = B, IsNew = False");
        proof.Conflicts.Select(overlap => overlap.Cell.ToString()).Should().Equal(
            "Tier = A, IsNew = True", "Tier = A, IsNew = False", "Tier = B, IsNew = True");
        proof.IsSound.Should().BeFalse();
    }

    [Fact]
    public void Any_is_sound_where_all_that_match_agree()
    {
        var proof = DecisionTable.For<Facts, string>("agreed")
            .Domain(f => f.Tier, [.. AccountTier.InOrder])
            .Domain(f => f.IsNew, true, false)
            .Rule("good", f => f.Tier != AccountTier.C, "visit")
            .Rule("new", f => f.IsNew == true && f.Tier == AccountTier.A, "visit")
            .Rule("c", f => f.Tier == AccountTier.C, "write")
            .Build(HitPolicy.Any)
            .Verify();
        proof.IsSound.Should().BeTrue();
        proof.Overlaps.Should().ContainSingle();
    }

    private static (string Rule, string Advice) Decided(DecisionTable<Facts, string> table, AccountTier tier, bool isNew)
    {
        var hit = table.Decide(new() { Tier = tier, IsNew = isNew }).Hits.Single();
        return (hit.RuleId, hit.Advice);
    }

    public sealed record Facts
    {
        public AccountTier? Tier { get; init; }

        public bool? IsNew { get; init; }
    }
}
