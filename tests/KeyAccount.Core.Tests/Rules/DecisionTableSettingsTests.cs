using KeyAccount.Core.Activities;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Services;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Tests.Rules;

public class DecisionTableSettingsTests
{
    private static readonly DecisionTable<Facts, string> Table = DecisionTable.For<Facts, string>("visits")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Domain(f => f.Share, 0, 0.5, 1)
        .Rule("ungraded", f => f.Tier == null, "grade it first")
        .Rule("a", f => f.Tier == AccountTier.A, "monthly", "{0} carries us", f => [f.Tier])
        .Rule("much", f => f.Share >= 0.5, "quarterly")
        .Rule("other", f => f.Tier != AccountTier.A, "yearly")
        .Build(HitPolicy.First);

    [Fact]
    public void A_table_says_its_rules_as_rows() => Table.Settings.ToJson().ReplaceLineEndings("\n").Should().Be(
        """
        {
          "id": "visits",
          "version": "1",
          "hitPolicy": "First",
          "rules": [
            {
              "id": "ungraded",
              "when": [
                {
                  "Tier": "unknown"
                }
              ],
              "advice": "grade it first"
            },
            {
              "id": "a",
              "when": [
                {
                  "Tier": "A"
                }
              ],
              "advice": "monthly",
              "reason": "{0} carries us"
            },
            {
              "id": "much",
              "when": [
                {
                  "Share": "\u003E= 0.5"
                }
              ],
              "advice": "quarterly"
            },
            {
              "id": "other",
              "when": [
                {
                  "Tier": "B, C"
                }
              ],
              "advice": "yearly"
            }
          ]
        }
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_cell_ends_where_the_condition_in_code_ends()
    {
        var rules = CustomerStates.Standard.Settings.Rules!.ToDictionary(rule => rule.Id, rule => rule.When!);
        rules["active"].Should().BeEquivalentTo((Dictionary<string, string>[])[new() { ["OverdueRatio"] = "< 1.5" }]);
        rules["lost"].Should().BeEquivalentTo((Dictionary<string, string>[])[new() { ["OverdueRatio"] = "> 3" }]);
        rules["seasonal"].Should().BeEquivalentTo(
            (Dictionary<string, string>[])[new() { ["IsSeasonalPause"] = "true", ["OverdueRatio"] = "known" }]);
        var tuned = CustomerStates.Standard.With(Changed("active", new() { ["IsBlacklisted"] = "false", ["OverdueRatio"] = "< 1.5" }));
        foreach (var ratio in (double[])[0, 1.49, 1.495, 1.4999, 1.5])
        {
            tuned.Decide(new() { OverdueRatio = ratio }).Advice.Should().Be(
                CustomerStates.Standard.Decide(new() { OverdueRatio = ratio }).Advice);
        }
    }

    [Theory]
    [InlineData("active", "<= 1.49", "OverdueRatio = 1.495")]
    [InlineData("active", "(0..1.5)", "OverdueRatio = 0")]
    [InlineData("lost", "[3.005..3.01]", "OverdueRatio")]
    [InlineData("sleeping", "[1.5..2], [2.2..3]", "OverdueRatio = 2.1")]
    public void A_gap_between_two_ends_is_found(string rule, string cell, string gap)
    {
        // Only where no other rule answers is there a gap.
        var settings = CustomerStates.Standard.Settings with
        {
            Rules =
            [
                .. CustomerStates.Standard.Settings.Rules!.Select(each => each.Id != rule ? each
                    : each with { When = [new Dictionary<string, string> { ["OverdueRatio"] = cell }] })
                    .Where(each => rule != "lost" || each.Id != "sleeping"),
            ],
        };
        FluentActions.Invoking(() => CustomerStates.Standard.With(settings)).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.Message).Should().Contain(message =>
                message.Contains("would have no answer", StringComparison.Ordinal)
                && message.Contains(gap, StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_that_are_not_changed_keep_their_cells_and_conditions()
    {
        var before = CustomerStates.Standard;
        var tuned = before.With(Changed("sleeping", new() { ["OverdueRatio"] = "[1.5..3.005]" }));
        tuned.Settings.Rules!.Where(rule => rule.Id != "sleeping").Should()
            .Equal(before.Settings.Rules!.Where(rule => rule.Id != "sleeping"));
        var again = before.With(tuned.Settings);
        again.Settings.Should().Be(tuned.Settings);
        again.Rules.Count(rule => before.Rules.Contains(rule)).Should().Be(before.Rules.Count - 1);
        again.Decide(new() { OverdueRatio = 3.001 }).Advice.Should().Be(CustomerState.Lost);
    }

    [Fact]
    public void A_condition_that_cells_cannot_say_is_kept_or_replaced_as_a_whole()
    {
        var gifts = ActivityTables.GiftRules;
        var id = gifts.Rules.First(rule => rule.When.ToString().Contains("Limit", StringComparison.Ordinal)).Id;
        DecisionTableSettings With(Func<RuleSettings, RuleSettings> change) => new()
        {
            Rules = [.. gifts.Settings.Rules!.Select(rule => rule.Id == id ? change(rule) : rule)],
        };
        FluentActions.Invoking(() => gifts.With(With(rule => rule with
        {
            When = [.. rule.When!.Select(row => row.Append(new("IsCash", "false")).DistinctBy(cell => cell.Key).ToDictionary()),
                new Dictionary<string, string> { ["IsCash"] = "true", ["IsPublicSector"] = "true" }],
        }))).Should().Throw<InvalidModelException>().Which.Faults.Should().Contain(fault =>
            fault.Path == $"rules[\"{id}\"].when" && fault.Message.Contains("new rules with other ids", StringComparison.Ordinal));
        gifts.With(With(rule => rule with { Reason = "as the board says" })).Rules.Single(rule => rule.Id == id).When.ToString()
            .Should().Be(gifts.Rules.Single(rule => rule.Id == id).When.ToString());
        var own = gifts.With(new DecisionTableSettings
        {
            Rules =
            [
                .. gifts.Settings.Rules!.Where(rule => rule.Id is not ("aboveLimit" or "withinLimit")),
                new()
                {
                    Id = "large", When = [new Dictionary<string, string> { ["ValuePerHead"] = "> 150" }], Advice = "Refused", Reason = "too large",
                },
                new()
                {
                    Id = "small", When = [new Dictionary<string, string> { ["ValuePerHead"] = "<= 150" }], Advice = "Allowed", Reason = "small",
                },
            ],
        });
        own.Rules.Should().Contain(rule => rule.Id == "large");
    }

    [Fact]
    public void A_stray_brace_in_a_reason_is_refused_and_a_doubled_one_is_a_brace()
    {
        DecisionTableSettings Saying(Text reason) => new()
        {
            Rules = [.. Table.Settings.Rules!.Select(rule => rule.Id == "much" ? rule with { Reason = reason } : rule)],
        };
        foreach (var stray in (Text[])["now {0} {", "now }", new("now", "now", "now", new Dictionary<string, string> { ["de"] = "{" })])
        {
            FluentActions.Invoking(() => Table.With(Saying(stray))).Should().Throw<InvalidModelException>()
                .Which.Faults.Should().Contain(fault => fault.Path == "rules[\"much\"].reason" + (stray.En == "now" ? ".de" : "")
                    && fault.Message.Contains("stray brace", StringComparison.Ordinal));
        }

        Table.With(Saying("now {{")).Decide(new(AccountTier.B, 1)).Hits[0].Reason.En.Should().Be("now {");
    }

    private static DecisionTableSettings Changed(string rule, Dictionary<string, string> row) => new()
    {
        Rules =
        [
            .. CustomerStates.Standard.Settings.Rules!.Select(each => each.Id == rule ? each with { When = [row] } : each),
        ],
    };

    [Fact]
    public void A_rule_with_several_alternatives_has_several_rows() =>
        PricingPolicy.Posture.Settings.Rules!.Single(rule => rule.Id == "learnFirst").When.Should().BeEquivalentTo(
            (Dictionary<string, string>[])[new() { ["Sensitivity"] = "unknown" }, new() { ["Barrier"] = "unknown" }]);

    [Fact]
    public void Settings_change_advice_reason_and_condition_and_name_themselves()
    {
        var tuned = Table.With(DecisionTableSettings.FromJson(
            """
            {"rules": [
              {"id": "ungraded"},
              {"id": "a", "when": [{"Tier": "A, B", "Share": "any"}], "advice": "weekly"},
              {"id": "much", "reason": {"en": "much", "zh-Hans": "多", "zh-Hant": "多"}},
              {"id": "other"}]}
            """));
        var hit = tuned.Decide(new(AccountTier.B, 0)).Hits.Single();
        (hit.RuleId, hit.Advice, hit.Reason.En).Should().Be(("a", "weekly", "B account carries us"));
        tuned.Decide(new(AccountTier.C, 0.7)).Hits.Single().Reason.In("zh-Hans").Should().Be("多");
        tuned.Version.Should().StartWith("1+").And.HaveLength(14);
        tuned.Rules[0].Should().BeSameAs(Table.Rules[0]);
        tuned.Rules[1].Provenance.Should().Be(Provenance.Settings(tuned.Version));
        tuned.With(new DecisionTableSettings { Version = "ours" }).Version.Should().Be("ours");
        tuned.With(DecisionTableSettings.FromJson(tuned.Settings.ToJson())).Version.Should().Be(tuned.Version);
    }

    [Fact]
    public void New_ends_of_ranges_are_told_apart_in_the_proof()
    {
        var tuned = Table.With(With("much", rule => rule with { When = [Row("Share", "(0.2..0.3], >= 0.9")] }));
        tuned.Domain[1].Values.Should().Equal(0d, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 0.9, 0.95, 1d);
        string? At(double share) => tuned.Decide(new(AccountTier.C, share)).Advice;
        ((double[])[0.2, 0.21, 0.3, 0.31, 0.89, 0.9]).Select(At)
            .Should().Equal("yearly", "quarterly", "quarterly", "yearly", "yearly", "quarterly");
        tuned.Settings.Rules![2].When![0]["Share"].Should().Be("(0.2..0.3], >= 0.9");

        // Whole numbers have whole neighbours.
        var gaps = ServiceCatalogue.Maturity.With(ServiceCatalogue.Maturity.Settings);
        gaps.Verify().IsSound.Should().BeTrue();
    }

    [Fact]
    public void A_table_without_a_domain_takes_advice_and_order_and_keeps_its_conditions()
    {
        var open = DecisionTable.For<Facts, AccountTier>("open")
            .Rule("one", f => f.Share > 0.3, AccountTier.B).Rule("two", f => f.Share > 0.1, AccountTier.C).Build(HitPolicy.First);
        open.Settings.Rules.Should().AllSatisfy(rule => rule.When.Should().BeNull());
        var tuned = open.With(new DecisionTableSettings
        {
            Rules = [new() { Id = "two", Advice = "\"A\"" }, new() { Id = "one" }],
        });
        tuned.Decide(new(null, 0.5)).Advice.Should().Be(AccountTier.A);
        Faults(open, """{"rules": [{"id": "one", "when": [{"Share": "1"}]}]}""").Should().Equal(
            "rules[\"one\"].when: the table declares no domain, so its conditions are code; leave it out to keep the condition");
    }

    [Theory]
    [InlineData("""{"id": "x", "version": " "}""", "id: it is 'x'; the table is 'visits'", "version: it is blank")]
    [InlineData("""{"rules": []}""", "rules: it is empty; give at least one")]
    [InlineData(
        """{"rules": [{"id": "a", "when": [{"Tire": "A", "Tier": "D", "Share": "[1..0]"}]}, {"id": "a", "when": [{"Share": ">= 2"}]}]}""",
        "rules[\"a\"].when[0][\"Tire\"]: the table reads no such fact; it must be one of Tier, Share",
        "rules[\"a\"].when[0][\"Tier\"]: D is not one of the values of Tier; it must be any, or some of A, B, C, unknown",
        "rules[\"a\"].when[0][\"Share\"]: the range [1..0] is reversed; write its lower end first",
        "rules[\"a\"]: the id is duplicated",
        "rules[\"a\"].when[0][\"Share\"]: 2 is outside of the values of Share; it must be from 0 to 1")]
    [InlineData(
        """{"rules": [{"id": "a", "when": [{"Tier": "any, A", "Share": "[0..x]"}, {"Tier": "", "Share": "unknown"}, {"Share": "(1..1]"}]}]}""",
        "rules[\"a\"].when[0][\"Tier\"]: any cannot be combined with other values; it must be any, or some of A, B, C, unknown",
        "rules[\"a\"].when[0][\"Share\"]: [0..x] is not a range; it must be such as [1..5], (1..5], >= 1 or < 5",
        "rules[\"a\"].when[1][\"Tier\"]: a value is empty; it must be any, or some of A, B, C, unknown",
        "rules[\"a\"].when[1][\"Share\"]: Share is always known; it must be any, or some of 0, 0.5, 1, or a range such as [1..5] or >= 1",
        "rules[\"a\"].when[2][\"Share\"]: the range (1..1] is empty")]
    [InlineData(
        """{"rules": [{"id": "new"}, {"id": "other", "advice": 5}, {"id": "a", "advice": null}]}""",
        "rules[\"new\"].when: it is missing; a new rule needs a condition",
        "rules[\"new\"].advice: it is missing; a new rule needs advice",
        "rules[\"other\"].advice: it is 5; it must be a text",
        "rules[\"a\"].advice: it is null; it must be advice")]
    [InlineData(
        """{"rules": [{"id": "ungraded"}, {"id": "a"}, {"id": "much"}]}""",
        "rules: 2 combinations would have no answer: Tier = B, Share = 0; Tier = C, Share = 0")]
    [InlineData(
        """{"rules": [{"id": "ungraded"}, {"id": "other"}, {"id": "a"}, {"id": "much"}]}""",
        "rules[\"much\"]: it would never answer; other rules precede it, or it matches nothing")]
    [InlineData(
        """{"hitPolicy": "Unique", "rules": [{"id": "ungraded"}, {"id": "a"}, {"id": "other"}, {"id": "much", "when": [{"Tier": "B"}]}]}""",
        "rules: Unique allows one answer, and 3 combinations would have several: Tier = B, Share = 0: other, much; "
        + "Tier = B, Share = 0.5: other, much; Tier = B, Share = 1: other, much")]
    [InlineData(
        """{"hitPolicy": "Priority", "priorities": ["monthly", "yearly", "grade it first"]}""",
        "rules[\"much\"].then: quarterly is not one of the priorities; list all advice by rank with Priorities")]
    [InlineData("""{"priorities": "monthly"}""", "priorities: it must be a list of advice")]
    [InlineData(
        """{"rules": [{"id": "ungraded"}, {"id": "a", "reason": "{0} and {1}"}, {"id": "much"}, {"id": "other"}]}""",
        "rules[\"a\"].reason: '{0} and {1}' needs 2 arguments; 1 is given")]
    public void Every_fault_is_told_with_its_place(string json, params string[] faults) =>
        Faults(Table, json).Should().Equal(faults);

    [Theory]
    [InlineData("{\"rules\": [{\"when\": []}]}", "rules[0].id: it is missing")]
    [InlineData("{\"rules\": [{\"id\": \"a\", \"code\": \"1\"}]}",
        "rules[0].code: there is no such property; it must be one of id, when, advice, reason")]
    [InlineData("{\"rules\": [{\"id\": \"a\", \"when\": {\"Tier\": \"A\"}}]}", "rules[0].when: it is an object; it must be a list")]
    [InlineData("{\"rules\": [{\"id\": \"a\", \"when\": [{\"Tier\": 1}]}]}", "rules[0].when[0][\"Tier\"]: it is 1; it must be a text")]
    public void What_is_not_of_the_form_is_told_with_its_place(string json, string fault) =>
        FluentActions.Invoking(() => DecisionTableSettings.FromJson(json)).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(each => each.ToString()).Should().Equal(fault);

    [Fact]
    public void Advice_of_several_parts_is_checked_part_by_part() =>
        FluentActions.Invoking(() => PricingPolicy.Posture.With(new DecisionTableSettings
            {
                Rules = [new() { Id = "tail", Advice = """{"posture": "Yield", "approvl": "Salesperson"}""" }],
            }))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(each => each.Path)
            .Should().Contain("rules[\"tail\"].advice.approvl");

    [Fact]
    public void Settings_are_values()
    {
        var (one, other) = (Table.Settings, DecisionTableSettings.FromJson(Table.Settings.ToJson()));
        one.Should().Be(other);
        one.GetHashCode().Should().Be(other.GetHashCode());
        one.ContentHash().Should().Be((other with { Version = "2" }).ContentHash())
            .And.NotBe((other with { HitPolicy = HitPolicy.Collect }).ContentHash());
        new RuleSettings { Id = "a", Advice = "{ \"x\": 1 }" }.Should().Be(new RuleSettings { Id = "a", Advice = "{\"x\":1}" });
        FluentActions.Invoking(() => Table.With((DecisionTableSettings)null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Texts_that_read_like_cells_stand_in_quotation_marks()
    {
        string[] towns = ["any", "a, \"b\"", "", "plain"];
        var table = DecisionTable.For<Town, string>("towns").Domain(f => f.Name, towns)
            .Rule("odd", f => f.Name != "plain", "odd").Rule("plain", f => f.Name == "plain", "plain").Build(HitPolicy.Unique);
        table.Settings.Rules![0].When![0]["Name"].Should().Be("\"any\", \"a, \"\"b\"\"\", \"\"");
        var data = table.With(table.Settings with { Rules = [.. table.Settings.Rules.Select(rule => rule with { Id = $"{rule.Id}2" })] });
        towns.Select(town => data.Decide(new(town)).Advice).Should().Equal("odd", "odd", "odd", "plain");
    }

    private static Dictionary<string, string> Row(string fact, string cell) => new() { [fact] = cell };

    private static DecisionTableSettings With(string id, Func<RuleSettings, RuleSettings> change) => Table.Settings with
    {
        Rules = [.. Table.Settings.Rules!.Select(rule => rule.Id == id ? change(rule) : rule)],
    };

    private static IEnumerable<string> Faults(IDecisionTable table, string json) =>
        FluentActions.Invoking(() => table.With(DecisionTableSettings.FromJson(json))).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.ToString());

    private sealed record Facts(AccountTier? Tier, double Share);

    private sealed record Town(string Name);
}
