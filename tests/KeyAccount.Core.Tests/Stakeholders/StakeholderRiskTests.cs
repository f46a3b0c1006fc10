using System.Text.Json;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Tests.Stakeholders;

public class StakeholderRiskTests
{
    private static readonly StakeholderMap Eight = People.Map(People.Eight, []);

    [Theory]
    [InlineData("td", 1775.0 / 30, 59.1667)]
    [InlineData("pd", 1875.0 / 29, 64.6552)]
    [InlineData("bu", 2475.0 / 35, 70.7143)]
    public void Methods_eight_people_support_without_one_of_them(string id, double exact, double published) =>
        RiskOf(Eight, id).Without.Value.Should().BeApproximately(exact, 5e-7).And.BeApproximately(published, 5e-5);

    [Fact]
    public void Methods_eight_people_the_technical_director_is_the_largest_loss()
    {
        var worst = Eight.Risks()[0];

        worst.Person.Id.Should().Be("td");
        worst.SupportChange.Should().BeApproximately(-7.7252, 5e-5);
        Eight.Risks().Select(risk => risk.Person.Id).Should().Equal("td", "pe", "pd", "wh", "fm", "qe", "bu", "gm");
        Eight.Risks().Select(risk => risk.LosesDecision).Should().NotContain(true);
        RiskOf(Eight, "fm").SupportChange.Should().Be(0);
        RiskOf(Eight, "gm").SupportChange.Should().BePositive("they hold the support down");
    }

    [Fact]
    public void Methods_eight_people_whose_leaving_takes_the_last_supporter_of_a_part()
    {
        var parts = Eight.Risks().Select(risk => (risk.Person.Id, risk.UnsupportedRole?.Name, risk.UnsupportedLevel?.Name))
            .Where(each => each is not (_, null, null));

        parts.Should().Equal(("td", "KI", null), ("pe", null, "Base"), ("pd", "KDM", "Top"));
        Eight.Risks()
            .Should().OnlyContain(risk => risk.LostRole == null && risk.LostLevel == null && !risk.LosesCoach && risk.CutOff.Count == 0);
    }

    [Fact]
    public void What_is_lost_is_said_in_words()
    {
        In(RiskOf(Eight, "td"), "en").Should().Equal(
            "Without technical director, no key influencer is on our side any more.",
            "Without technical director, our support falls by 7.7 points to 59.2.");
        In(RiskOf(Eight, "pd"), "zh-Hans").Should().Equal(
            "没有purchasing director，关键决策者中再无人支持我方。", "没有purchasing director，高层再无人支持我方。", "没有purchasing director，支持度下降2.2分，降至64.7分。");
        RiskOf(Eight, "gm").Findings.Should().BeEmpty();
    }

    [Fact]
    public void Everything_a_person_carries_is_lost_with_them()
    {
        var map = People.Map(
            [
                new() { Id = "boss", Role = StakeholderRole.KDM, ManagementLevel = ManagementLevel.Top, Influence = 1,
                    Ladder = LadderLevel.CR1, IsCoach = true },
                People.Person("far"),
                People.Person("farther", LadderLevel.CR4),
            ],
            [new("boss", "far", TieKind.Alliance), new("boss", "farther", TieKind.Alliance)]);

        var risk = map.Risks()[0];

        risk.Person.Id.Should().Be("boss");
        risk.LosesDecision.Should().BeTrue();
        (risk.LostRole, risk.LostLevel, risk.UnsupportedRole, risk.UnsupportedLevel)
            .Should().Be((StakeholderRole.KDM, ManagementLevel.Top, null, null));
        risk.LosesCoach.Should().BeTrue();
        risk.CutOff.Select(other => other.Id).Should().Equal("far", "farther");
        In(risk, "en").Should().Equal(
            "If boss leaves, we lose the decision: no other decision maker is known.",
            "We know only boss in top management.",
            "Without boss, our support falls by 37.5 points to 25.0.",
            "boss is our only coach.",
            "Without boss, nobody on our side can introduce us to far.",
            "Without boss, nobody on our side can introduce us to farther.");
    }

    [Fact]
    public void The_only_one_in_a_role_or_at_a_layer_is_a_single_thread()
    {
        var map = People.Map(
            [
                People.Person("a", LadderLevel.CR4) with { Role = StakeholderRole.KU, ManagementLevel = ManagementLevel.Base },
                People.Person("b", LadderLevel.CR1) with { Role = StakeholderRole.KDM },
                People.Person("c", LadderLevel.CR3) with { Role = StakeholderRole.KDM },
            ],
            []);

        In(RiskOf(map, "a"), "en").Should().Equal("a is the only known key user.", "We know only a in operations.");
        RiskOf(map, "b").LosesDecision.Should().BeFalse();
        RiskOf(map, "b").UnsupportedRole.Should().Be(StakeholderRole.KDM);
        RiskOf(map, "b").UnsupportedLevel.Should().BeNull("nobody knows at which layer b stands");
        RiskOf(map, "c").UnsupportedRole.Should().BeNull("c is not for us");
    }

    [Fact]
    public void With_the_only_person_known_all_that_is_known_of_the_support_goes()
    {
        var map = People.Map([People.Person("a", LadderLevel.CR2), People.Person("b", influence: 9)], []);

        var risk = map.Risks()[0];

        (risk.Person.Id, risk.SupportChange, risk.LosesSupport).Should().Be(("a", null, true));
        risk.Without.Should().Be(Support.Of([(9, (double?)null)]));
        In(risk, "en").Should().Equal("Without a, we know nothing about our support any more.");
        (map.Risks()[1].SupportChange, map.Risks()[1].LosesSupport).Should().Be((0.0, false));
    }

    [Fact]
    public void A_second_coach_makes_the_first_one_no_single_thread()
    {
        var coach = People.Person("a") with { IsCoach = true };

        RiskOf(People.Map([coach, People.Person("b")], []), "a").LosesCoach.Should().BeTrue();
        RiskOf(People.Map([coach, coach with { Id = "b" }], []), "a").LosesCoach.Should().BeFalse();
        RiskOf(People.Map([coach, People.Person("b")], []), "b").LosesCoach.Should().BeFalse();
    }

    [Fact]
    public void Losing_the_only_decider_is_reported_as_losing_the_decision_and_comes_first() => People.ForAll(People.Maps, each =>
    {
        var map = People.Map(each.People, each.Ties);
        var deciders = each.People.Where(person => person.Role == StakeholderRole.KDM).Select(person => person.Id).ToArray();
        var lost = map.Risks().Where(risk => risk.LosesDecision).Select(risk => risk.Person.Id);

        lost.Should().BeEquivalentTo(deciders.Length == 1 ? deciders : []);
        if (deciders.Length == 1)
        {
            map.Risks()[0].Person.Id.Should().Be(deciders[0]);
            map.Risks()[0].Findings[0].En.Should().Contain("we lose the decision");
        }
    });

    [Fact]
    public void A_risk_is_what_the_map_without_the_person_says() => People.ForAll(People.Maps, each =>
    {
        var map = People.Map(each.People, each.Ties);
        foreach (var risk in map.Risks())
        {
            var rest = People.Map(
                [.. each.People.Where(person => person != risk.Person)],
                [.. each.Ties.Where(tie => tie.From != risk.Person.Id && tie.To != risk.Person.Id)]);
            risk.Without.Should().Be(rest.Support);
            risk.CutOff.Should().Equal(rest.People.Where(person =>
                map.StanceOf(person.Id) != Stance.Supporter && map.PathTo(person.Id) is not null && rest.PathTo(person.Id) is null));
        }

        var known = map.Risks().Where(risk => !risk.LosesDecision && risk.SupportChange is not null)
            .Select(risk => risk.SupportChange!.Value);
        known.Should().BeInAscendingOrder();
    }, tests: 300);

    [Fact]
    public void Of_equal_losses_the_smaller_id_comes_first()
    {
        var map = People.Map(
            [People.Person("c", LadderLevel.CR3), People.Person("b", LadderLevel.CR3), People.Person("a", LadderLevel.CR3)], []);

        map.Risks().Select(risk => risk.Person.Id).Should().Equal("a", "b", "c");
    }

    [Fact]
    public void Without_the_only_person_known_the_loss_is_greater_than_any_other()
    {
        var map = People.Map([People.Person("a"), People.Person("b", LadderLevel.CR3), People.Person("c")], []);

        map.Risks().Select(risk => risk.Person.Id).Should().Equal("b", "a", "c");
    }

    [Fact]
    public void A_loss_of_nothing_is_no_finding_and_whoever_has_a_name_is_called_by_it()
    {
        var map = People.Map(
            [
                People.Person("a", LadderLevel.CR1), People.Person("b", LadderLevel.CR1),
                People.Person("c") with { Name = "Ms Chen" }, People.Person("d"),
            ],
            [new("a", "c", TieKind.Alliance), new("a", "d", TieKind.Alliance)]);

        RiskOf(map, "b").SupportChange.Should().Be(0);
        RiskOf(map, "b").Findings.Should().BeEmpty();
        In(RiskOf(map, "a"), "en").Should().Equal(
            "Without a, nobody on our side can introduce us to Ms Chen.", "Without a, nobody on our side can introduce us to d.");
    }

    [Fact]
    public void Lengauer_and_Tarjan_1979_the_graph_of_thirteen()
    {
        // Figure 1: each letter with the letters it leads to; and, figure 2, with the nearest one that stands on every way to it.
        string[] ways = ["RABC", "AD", "BADE", "CFG", "DL", "EH", "FI", "GIJ", "HEK", "IK", "JI", "KIR", "LH"];
        var nearest = new Dictionary<char, char>
        {
            ['A'] = 'R', ['B'] = 'R', ['C'] = 'R', ['D'] = 'R', ['E'] = 'R', ['F'] = 'C', ['G'] = 'C', ['H'] = 'R', ['I'] = 'R',
            ['J'] = 'G', ['K'] = 'R', ['L'] = 'D',
        };
        var map = People.Map(
            [.. ways.Select(way => People.Person($"{way[0]}", way[0] == 'R' ? LadderLevel.CR1 : LadderLevel.CR3))],
            [.. ways.SelectMany(way => way.Skip(1).Select(to => new Tie($"{way[0]}", $"{to}", TieKind.Influences)))]);

        foreach (var risk in map.Risks().Where(risk => risk.Person.Id != "R"))
        {
            var cutOff = nearest.Keys.Where(each => For(each).Contains(risk.Person.Id[0]));
            risk.CutOff.Select(person => person.Id[0]).Should().Equal(cutOff, risk.Person.Id);
        }

        RiskOf(map, "R").CutOff.Should().HaveCount(12);

        IEnumerable<char> For(char each)
        {
            for (var at = nearest[each]; at != 'R'; at = nearest[at])
                yield return at;
        }
    }

    [Fact]
    public void Whoever_is_cut_off_is_nobodys_to_reach_once_the_person_is_gone()
    {
        for (var graph = 0; graph < 60; graph++)
        {
            var people = Enumerable.Range(0, 14)
                .Select(i => People.Person($"p{i:00}", i == 0 ? LadderLevel.CR1 : LadderLevel.CR3)).ToArray();
            var ties = Enumerable.Range(0, 13)
                .Select(i => (From: i - (i % 3 == 0 ? 0 : (graph * i) % (i + 1)), To: i + 1))
                .Concat(Enumerable.Range(0, 9).Select(i => (From: ((graph * 5) + (i * 7)) % 14, To: ((graph * 3) + (i * i) + 1) % 14)))
                .Where(tie => tie.From != tie.To).Distinct()
                .Select(tie => new Tie($"p{tie.From:00}", $"p{tie.To:00}", TieKind.Influences)).ToArray();
            var map = People.Map(people, ties);
            foreach (var risk in map.Risks())
            {
                var rest = map.Without(risk.Person.Id);
                risk.CutOff.Should().Equal(
                    rest.People.Where(person => map.StanceOf(person.Id) != Stance.Supporter
                        && map.PathTo(person.Id) is not null && rest.PathTo(person.Id) is null),
                    $"{risk.Person.Id} of graph {graph}");
            }
        }
    }

    [Fact]
    public void A_risk_survives_JSON_and_each_part_counts()
    {
        var risk = RiskOf(People.Map(People.Eight, [new("td", "gm", TieKind.Alliance), new("td", "fm", TieKind.Alliance)]), "td");
        risk.CutOff.Should().HaveCount(2);

        var read = JsonSerializer.Deserialize<StakeholderRisk>(JsonSerializer.Serialize(risk))!;

        read.Should().Be(risk);
        read.GetHashCode().Should().Be(risk.GetHashCode());
        StakeholderRisk[] others =
        [
            risk with { Person = People.Eight[0] }, risk with { Without = Support.Of([]) }, risk with { SupportChange = 1 },
            risk with { LosesSupport = true },
            risk with { LostRole = StakeholderRole.KI }, risk with { LostLevel = ManagementLevel.Base },
            risk with { UnsupportedRole = null },
            risk with { UnsupportedLevel = ManagementLevel.Base }, risk with { LosesCoach = true }, risk with { CutOff = null! },
        ];
        (risk with { CutOff = [.. risk.CutOff] }).Should().Be(risk);
        others.Should().NotContain(risk);
        using var _ = new CultureScope("de-DE");
        RiskOf(People.Map([People.Person("a", LadderLevel.CR1), People.Person("b", LadderLevel.CR4)], []), "a").ToString().Should()
            .Be("StakeholderRisk { Person = a, SupportChange = -37.5, Findings = [Without a, our support falls by 37.5 points to 25.0.] }");
        risk.Equals(null).Should().BeFalse();
    }

    private static StakeholderRisk RiskOf(StakeholderMap map, string id) => map.Risks().Single(risk => risk.Person.Id == id);

    private static IEnumerable<string> In(StakeholderRisk risk, string language) => risk.Findings.Select(finding => finding.In(language));
}
