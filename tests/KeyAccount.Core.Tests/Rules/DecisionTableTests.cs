using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Rules;

public class DecisionTableTests
{
    private static readonly Text Reason = new("{0}: overdue is {1}", "{0}：逾期为{1}", "{0}：逾期為{1}");

    private static DecisionTableBuilder<Facts, string> Broken => DecisionTable
        .For<Facts, string>("broken")
        .Domain(f => f.Tier, [.. AccountTier.InOrder])
        .Domain(f => f.IsOverdue, [true, false, null])
        .Rule("a", f => f.Tier == AccountTier.A, "visit")
        .Rule("overdue", f => f.IsOverdue == true, "dun")
        .Rule("c", f => f.Tier == AccountTier.C && f.IsOverdue == false, "write");

    private static DecisionTable<Facts, string> Sound => DecisionTable
        .For<Facts, string>("sound")
        .Version("7")
        .Domain(f => f.Tier, [.. AccountTier.InOrder])
        .Domain(f => f.IsOverdue, [true, false, null])
        .Rule("overdue", f => f.IsOverdue == true, "dun", Reason, f => [f.Tier, f.IsOverdue])
        .Rule("a", f => !(f.IsOverdue ?? false) && f.Tier == AccountTier.A, "visit")
        .Rule("rest", f => !(f.IsOverdue ?? false) && f.Tier != AccountTier.A, "write")
        .Build(HitPolicy.Unique);

    private static Facts[] All =>
        [.. AccountTier.InOrder.SelectMany(
            tier => ((bool?[])[true, false, null]).Select(overdue => new Facts { Tier = tier, IsOverdue = overdue }))];

    [Fact]
    public void A_sound_table_is_proven_over_every_combination()
    {
        var proof = Sound.Verify();

        proof.Combinations.Should().Be(9);
        proof.IsComplete.Should().BeTrue();
        proof.IsSound.Should().BeTrue();
        proof.ToString().Should().Be("Unique, 9 combinations: 0 gaps, 0 overlaps, 0 unused rules\n"
            + "While IsOverdue is unknown, rule 'a' holds in 1 combination, fails in 2 and is unknown in 0.\nWhile IsOverdue is unknown, rule 'rest' holds in 2 combinations, fails in 1 and is unknown in 0.");
    }

    [Fact]
    public void A_broken_table_has_every_gap_and_every_overlap_named()
    {
        var proof = Broken.Build(HitPolicy.Unique).Verify();

        proof.IsSound.Should().BeFalse();
        proof.Gaps.Select(gap => gap.ToString()).Should().Equal(
            "Tier = B, IsOverdue = False", "Tier = B, IsOverdue = unknown", "Tier = C, IsOverdue = unknown");
        proof.Overlaps.Select(overlap => overlap.ToString()).Should().Equal("Tier = A, IsOverdue = True: a, overdue");
        proof.UnusedRules.Should().BeEmpty();
    }

    [Fact]
    public void Under_Unique_an_overlap_alone_is_a_fault()
    {
        var proof = DecisionTable.For<Facts, string>("overlapping")
            .Domain(f => f.Tier, [.. AccountTier.InOrder])
            .Rule("notC", f => f.Tier != AccountTier.C, "x")
            .Rule("notA", f => f.Tier != AccountTier.A, "y")
            .Build(HitPolicy.Unique)
            .Verify();

        proof.IsComplete.Should().BeTrue();
        proof.UnusedRules.Should().BeEmpty();
        proof.Conflicts.Should().ContainSingle().Which.RuleIds.Should().Equal("notC", "notA");
        proof.IsSound.Should().BeFalse();
    }

    [Fact]
    public void Under_First_an_overlap_is_no_fault_but_a_rule_that_never_comes_is()
    {
        var proof = DecisionTable.For<Facts, string>("first")
            .Domain(f => f.Tier, [.. AccountTier.InOrder])
            .Rule("any", f => f.Tier != null, "x")
            .Rule("b", f => f.Tier == AccountTier.B, "y")
            .Build(HitPolicy.First)
            .Verify();

        proof.IsComplete.Should().BeTrue();
        proof.Overlaps.Should().ContainSingle().Which.RuleIds.Should().Equal("any", "b");
        proof.UnusedRules.Should().Equal("b");
        proof.IsSound.Should().BeFalse();
        proof.ToString().Should().Contain("unused: b");
    }

    [Fact]
    public void The_proof_agrees_with_asking_the_table_for_every_combination()
    {
        var table = Broken.Build(HitPolicy.Collect);
        var gaps = 0;
        foreach (var tier in AccountTier.InOrder)
        {
            foreach (var overdue in (bool?[])[true, false, null])
                gaps += table.Decide(new() { Tier = tier, IsOverdue = overdue }).IsDecided ? 0 : 1;
        }

        table.Verify().Gaps.Should().HaveCount(gaps);
    }

    [Fact]
    public void Unique_gives_the_one_rule_with_its_reason_filled_in_each_language()
    {
        var decision = Sound.Decide(new() { Tier = AccountTier.B, IsOverdue = true });

        decision.IsDecided.Should().BeTrue();
        decision.Advice.Should().Be("dun");
        decision.TableId.Should().Be("sound");
        decision.TableVersion.Should().Be("7");
        decision.Hits.Should().ContainSingle().Which.RuleId.Should().Be("overdue");
        decision.Hits[0].Reason.Should().Be(new Text("B account: overdue is True", "B类客户：逾期为True", "B類客戶：逾期為True"));
    }

    [Fact]
    public void Two_hits_under_Unique_are_a_fault_that_names_the_rules()
    {
        var act = () => Broken.Build(HitPolicy.Unique).Decide(new() { Tier = AccountTier.A, IsOverdue = true });

        act.Should().Throw<InvalidOperationException>().WithMessage("*'broken'*Unique*a, overdue*");
    }

    [Theory]
    [InlineData(HitPolicy.First, "visit")]
    [InlineData(HitPolicy.Collect, "visit,dun")]
    public void First_stops_at_the_first_rule_and_Collect_gives_all_in_order(HitPolicy policy, string advice)
    {
        var decision = Broken.Build(policy).Decide(new() { Tier = AccountTier.A, IsOverdue = true });

        string.Join(',', decision.Hits.Select(hit => hit.Advice)).Should().Be(advice);
        decision.Advice.Should().Be("visit");
    }

    [Fact]
    public void No_rule_is_an_answer_and_no_exception()
    {
        var decision = Broken.Build(HitPolicy.Unique).Decide(new() { Tier = AccountTier.B });

        decision.IsDecided.Should().BeFalse();
        decision.Advice.Should().BeNull();
        decision.Hits.Should().BeEmpty();
    }

    [Fact]
    public void A_decision_is_the_same_after_a_round_trip_through_JSON()
    {
        Decision<string>[] decisions = [Sound.Decide(new() { IsOverdue = true }), Broken.Build(HitPolicy.First).Decide(new())];
        foreach (var decision in decisions)
        {
            var read = JsonSerializer.Deserialize<Decision<string>>(JsonSerializer.Serialize(decision));
            read.Should().Be(decision);
            read!.GetHashCode().Should().Be(decision.GetHashCode());
        }
    }

    [Fact]
    public void With_replaces_a_rule_in_its_place_and_leaves_the_table_as_it_was()
    {
        var table = Sound;
        var changed = table.With("a", "call", new Text("because", "因为", "因為"));

        changed.Decide(new() { Tier = AccountTier.A }).Hits[0].Should().Be(new Hit<string>("a", "call", new("because", "因为", "因為")));
        table.Decide(new() { Tier = AccountTier.A }).Advice.Should().Be("visit");
        changed.Rules.Select(rule => rule.Id).Should().Equal("overdue", "a", "rest");
        changed.Verify().IsSound.Should().BeTrue();
    }

    [Fact]
    public void Replacing_one_rule_changes_only_its_cells()
    {
        var table = Sound;
        var changed = table.With("a", "call");

        foreach (var tier in AccountTier.InOrder)
        {
            foreach (var overdue in (bool?[])[true, false, null])
            {
                var facts = new Facts { Tier = tier, IsOverdue = overdue };
                var before = table.Decide(facts);
                changed.Decide(facts).Advice.Should().Be(before.Hits[0].RuleId == "a" ? "call" : before.Advice);
            }
        }
    }

    [Fact]
    public void With_adds_a_rule_that_is_new_and_Without_takes_one_away()
    {
        var without = Sound.Without("rest");
        without.Verify().Gaps.Should().HaveCount(4);

        without.With("b", f => !(f.IsOverdue ?? false) && f.Tier == AccountTier.B, "write").Verify().Gaps.Should().HaveCount(2);
        without.With("overdue", f => f.IsOverdue == true && f.Tier == AccountTier.A, "dun").Verify().Gaps.Should().HaveCount(6);
    }

    [Fact]
    public void A_rule_that_is_not_there_is_an_error_that_names_those_that_are()
    {
        Sound.Invoking(table => table.Without("z")).Should().Throw<ArgumentException>().WithMessage("*'z'*overdue, a, rest*");
        Sound.Invoking(table => table.With("z", "x")).Should().Throw<ArgumentException>().WithMessage("*'z'*");
    }

    [Fact]
    public void A_wrong_definition_reports_all_its_faults_with_their_paths()
    {
        var act = () => DecisionTable.For<Facts, string>("wrong")
            .Domain(f => f.Tier, AccountTier.A, AccountTier.A)
            .Domain(f => f.Tier)
            .Domain(f => f.IsOverdue == true, true, false)
            .Rule("a", f => f.IsOverdue == true && f.Visits > 3, "x")
            .Rule("a", f => f.Tier == AccountTier.A, "y")
            .Rule(" ", f => f.Equals(null), "z")
            .Build((HitPolicy)9);

        act.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().BeEquivalentTo(
            "domain[\"Tier\"]: the value A is duplicated",
            "domain[\"Tier\"]: the fact is duplicated",
            "domain[\"Tier\"]: it has no values",
            "domain: '(f.IsOverdue == Convert(True, Nullable`1))' is not a fact; name one, such as f => f.Tier",
            "rules[\"a\"].when: it reads IsOverdue, which is not in the domain",
            "rules[\"a\"].when: it reads Visits, which is not in the domain",
            "rules[\"a\"]: the id is duplicated",
            "rules[\" \"]: the id is blank",
            "rules[\" \"].when: it reads the facts as a whole, which is not in the domain",
            "hitPolicy: 9 is not one of Unique, First, Collect, Any, Priority");
    }

    [Fact]
    public void A_table_without_rules_is_no_table()
    {
        var act = () => DecisionTable.For<Facts, string>("empty").Build(HitPolicy.First);

        act.Should().Throw<InvalidModelException>().WithMessage("*rules: it is empty; give at least one*");
    }

    [Fact]
    public void Without_a_domain_rules_may_read_anything_and_there_is_nothing_to_verify()
    {
        var table = DecisionTable.For<Facts, string>("free").Rule("busy", f => f.Visits > 3, "rest").Build(HitPolicy.Unique);

        table.Decide(new() { Visits = 4 }).Advice.Should().Be("rest");
        table.Invoking(t => t.Verify()).Should().Throw<InvalidOperationException>().WithMessage("*'free'*no domain*");
    }

    [Fact]
    public void A_domain_too_large_to_go_through_is_refused_by_its_size()
    {
        var table = DecisionTable.For<Facts, string>("huge")
            .Domain(f => f.Visits, [.. Enumerable.Range(0, 1001).Select(n => (double?)n)])
            .Domain(f => f.Calls, [.. Enumerable.Range(0, 1000).Select(n => (double?)n)])
            .Rule("x", f => f.Visits > f.Calls, "x")
            .Build(HitPolicy.First);

        table.Invoking(t => t.Verify()).Should().Throw<InvalidOperationException>().WithMessage("*1001000 combinations*1000000*");
    }

    [Fact]
    public void Facts_are_needed() =>
        Sound.Invoking(table => table.Decide(null!)).Should().Throw<ArgumentNullException>().WithParameterName("facts");

    [Fact]
    public void An_answer_is_looked_up_and_says_what_the_rules_say()
    {
        var table = Sound;
        foreach (var facts in All)
        {
            var first = table.Decide(facts);
            table.Decide(facts with { }).Should().BeSameAs(first);
            Sound.Decide(facts).Should().Be(first);
            first.Hits.Select(hit => hit.RuleId)
                .Should().Equal(table.Rules.Where(rule => rule.When.Compile()(facts)).Select(rule => rule.Id));
        }
    }

    [Fact]
    public void Facts_outside_the_domain_are_asked_of_the_rules()
    {
        var table = DecisionTable.For<Facts, string>("partial")
            .Domain(f => f.Tier, AccountTier.B, AccountTier.C)
            .Rule("notB", f => f.Tier != AccountTier.B, "x")
            .Build(HitPolicy.First);
        table.Decide(new() { Tier = AccountTier.A }).Advice.Should().Be("x");
        table.Decide(new() { Tier = AccountTier.C }).Advice.Should().Be("x");
        table.Decide(new() { Tier = null }).IsDecided.Should().BeFalse("whether an unknown tier is B is not known");
        table.Decide(new() { Tier = AccountTier.B }).IsDecided.Should().BeFalse();
    }

    // In the holes of a domain of numbers, beside its ends, and where the number does not fit: never the answer of another cell.
    [Fact]
    public void A_number_outside_the_domain_or_in_a_hole_of_it_gets_its_own_advice()
    {
        var table = DecisionTable.For<Holes, string>("holes")
            .Domain(f => f.First, 2, 3, 6)
            .Domain<int?>(f => f.Second, 1, 4, null)
            .Domain(f => f.IsThird, true, false)
            .Rule("three", f => f.First == 3 && f.IsThird, "three")
            .Rule("one", f => f.Second == 1, "one")
            .Rule("above", f => f.First > 3, "above")
            .Rule("below", f => f.First < 2, "below")
            .Rule("high", f => f.Second > 4, "high")
            .Rule("rest", f => f.First >= 2, "rest")
            .Build(HitPolicy.First);
        int[] firsts = [int.MaxValue, 7, 6, 5, 4, 3, 2, 1, 0, -3, int.MinValue];
        int?[] seconds = [int.MaxValue, 5, 4, 3, 2, 1, 0, -1, null, int.MinValue];
        for (var time = 0; time < 2; time++)
        {
            foreach (var facts in firsts.SelectMany(first => seconds.SelectMany(second => ((bool[])[true, false])
                .Select(third => new Holes { First = first, Second = second, IsThird = third }))))
            {
                table.Decide(facts).Advice.Should().Be(
                    facts is { First: 3, IsThird: true } ? "three" : facts.Second == 1 ? "one" : facts.First > 3 ? "above"
                        : facts.First < 2 ? "below" : facts.Second > 4 ? "high" : "rest",
                    $"it is {facts}");
            }
        }
    }

    [Fact]
    public void A_reason_speaks_of_the_facts_it_is_asked_about_even_outside_the_domain()
    {
        var list = new List<string> { "one" };
        var table = DecisionTable.For<Facts, string>("names")
            .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
            .Rule("any", f => f.Tier == AccountTier.A, "x", "{0}", f => [f.Name])
            .Rule("other", f => f.Tier == AccountTier.B, "y", "{0}", _ => [string.Join(',', list)])
            .Rule("odd", f => f.Tier == AccountTier.C, "z", "{0}", _ => [list])
            .Build(HitPolicy.Unique);
        Reason(AccountTier.A, "Anna").Should().Be("Anna");
        Reason(AccountTier.A, "Bert").Should().Be("Bert");
        Reason(AccountTier.A, "Anna").Should().Be("Anna");
        Reason(AccountTier.B).Should().Be("one");
        list.Add("two");
        Reason(AccountTier.B).Should().Be("one,two");

        // An object that may change is put into words each time.
        table.Decide(new() { Tier = AccountTier.C }).Should().NotBeSameAs(table.Decide(new() { Tier = AccountTier.C }));

        string Reason(AccountTier tier, string? name = null) => table.Decide(new() { Tier = tier, Name = name }).Hits.Single().Reason.En;
    }

    [Fact]
    public void A_table_does_not_change_with_the_variables_of_its_conditions()
    {
        var wanted = AccountTier.A;
        var table = DecisionTable.For<Facts, string>("captured")
            .Domain(f => f.Tier, [.. AccountTier.InOrder])
            .Rule("wanted", f => f.Tier == wanted, "x")
            .Build(HitPolicy.Unique);
        wanted = AccountTier.B;
        table.Decide(new() { Tier = AccountTier.A }).IsDecided.Should().BeTrue();
        table.Decide(new() { Tier = AccountTier.B }).IsDecided.Should().BeFalse();
        table.Verify().Gaps.Select(gap => gap.ToString()).Should().Equal("Tier = B", "Tier = C");
        wanted.Should().Be(AccountTier.B);
    }

    [Fact]
    public void Two_hits_under_Unique_are_a_fault_each_time_they_are_asked_for()
    {
        var table = Broken.Build(HitPolicy.Unique);
        var decide = () => table.Decide(new() { Tier = AccountTier.A, IsOverdue = true });
        for (var time = 0; time < 3; time++)
            decide.Should().Throw<InvalidOperationException>()
                .WithMessage("The table 'broken' has the hit policy Unique, and 2 rules match: a, overdue.");
    }

    [Fact]
    public void Threads_that_ask_at_once_get_the_same_answers()
    {
        var table = Sound;
        var expected = Array.ConvertAll(All, facts => Sound.Decide(facts));
        Parallel.For(
            0, 20_000, i => (table.Decide(All[i % All.Length]) == expected[i % All.Length] ? "" : $"differs at {i}").Should().BeEmpty());
    }

    [Fact]
    public void Numbers_and_enums_are_looked_up_too_and_texts_are_asked_of_the_rules()
    {
        var table = DecisionTable.For<Numbers, string>("numbers")
            .Domain(f => f.Count, 3, 1, 2)
            .Domain(f => f.Day, DayOfWeek.Monday, null, DayOfWeek.Friday)
            .Rule("many", f => f.Count == 3 && f.Day == DayOfWeek.Friday, "x")
            .Rule("unknown", f => f.Count == 2 && f.Day == null, "y")
            .Build(HitPolicy.Unique);
        table.Decide(new(3, DayOfWeek.Friday)).Advice.Should().Be("x");
        table.Decide(new(2, null)).Advice.Should().Be("y");
        table.Decide(new(3, DayOfWeek.Monday)).IsDecided.Should().BeFalse();
        table.Decide(new(int.MaxValue, DayOfWeek.Sunday)).IsDecided.Should().BeFalse();
        table.Decide(new(int.MinValue, null)).IsDecided.Should().BeFalse();
        table.Decide(new(3, DayOfWeek.Friday)).Should().BeSameAs(table.Decide(new(3, DayOfWeek.Friday)));

        var ofTexts = DecisionTable.For<Facts, string>("texts")
            .Domain(f => f.Name, "a", "b", null)
            .Rule("a", f => f.Name == "a", "x")
            .Build(HitPolicy.Unique);
        ofTexts.Decide(new() { Name = "a" }).Advice.Should().Be("x");
        ofTexts.Decide(new() { Name = null }).IsDecided.Should().BeFalse();
    }

    public sealed record Numbers(int Count, DayOfWeek? Day);

    public sealed record Facts
    {
        public AccountTier? Tier { get; init; }

        public bool? IsOverdue { get; init; }

        public double? Visits { get; init; }

        public double? Calls { get; init; }

        public string? Name { get; init; }
    }

    private sealed record Holes
    {
        public int First { get; init; }

        public int? Second { get; init; }

        public bool IsThird { get; init; }
    }
}
