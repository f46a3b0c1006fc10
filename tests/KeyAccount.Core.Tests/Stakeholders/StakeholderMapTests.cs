using System.Text.Json;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Tests.Stakeholders;

public class StakeholderMapTests
{
    private static readonly StakeholderMap Eight = People.Map(People.Eight, []);

    [Fact]
    public void Methods_eight_people_influence_42_of_which_37_is_known()
    {
        Eight.People.Sum(person => person.Influence).Should().Be(42);
        (100 * Eight.Support.Coverage).Should().BeApproximately(100.0 * 37 / 42, 5e-5).And.BeApproximately(88.0952, 5e-5);
    }

    [Fact]
    public void Methods_eight_people_support_over_the_known() =>
        Eight.Support.Value.Should().BeApproximately(2475.0 / 37, 5e-7).And.BeApproximately(66.8919, 5e-5);

    [Fact]
    public void Methods_eight_people_range_of_the_support()
    {
        Eight.Support.Range.Low.Should().BeApproximately(2475.0 / 42, 5e-7).And.BeApproximately(58.9286, 5e-5);
        Eight.Support.Range.High.Should().BeApproximately(2975.0 / 42, 5e-7).And.BeApproximately(70.8333, 5e-5);
    }

    [Fact]
    public void Methods_eight_people_the_weakest_known_is_the_buyer_and_the_weakest_decider_is_neutral()
    {
        Eight.Support.Weakest.Should().Be(0);
        Eight.ByRole[0].Support.Weakest.Should().Be(50);
    }

    [Fact]
    public void Methods_eight_people_coverage_by_role()
    {
        Eight.ByRole.Select(each => (each.Part!.Name, each.People, each.Known, each.Supporters, each.Opponents)).Should().Equal(
            ("KDM", 2, 2, 1, 0), ("KI", 4, 3, 1, 2), ("KU", 2, 2, 2, 0));
        Eight.ByRole.Select(each => each.Support.Value!.Value)
            .Should().Equal([1100.0 / 18, 775.0 / 12, 600.0 / 7], (one, other) => Math.Abs(one - other) < 5e-7);
        Eight.ByRole.Select(each => each.Support.Coverage).Should().Equal([1, 12.0 / 17, 1], (one, other) => Math.Abs(one - other) < 5e-7);
    }

    [Fact]
    public void Methods_eight_people_coverage_by_management_level()
    {
        Eight.ByManagementLevel.Select(each => (each.Part!.Name, each.People, each.Known, each.Supporters, each.Opponents)).Should().Equal(
            ("Top", 2, 2, 1, 0), ("Middle", 3, 2, 2, 0), ("Base", 3, 3, 1, 2));
        Eight.ByManagementLevel.Select(each => each.Support.Coverage).Should().Equal(1, 0.6875, 1);
    }

    [Fact]
    public void S001_rooted_at_the_base_in_blossom_in_the_middle_bearing_fruit_at_the_top() =>
        Eight.Depth.Should().Equal(
            new DepthFinding(RelationshipDepth.Root, true), new DepthFinding(RelationshipDepth.Blossom, true),
            new DepthFinding(RelationshipDepth.Fruit, true));

    [Fact]
    public void A_depth_is_not_reached_where_everybody_of_the_layer_is_known_and_nobody_is_for_us()
    {
        var map = Eight.Without("pd").Without("pe").Without("td");

        map.Depth.Select(each => each.IsReached).Should().Equal(false, true, false);
    }

    [Fact]
    public void A_depth_stays_open_while_somebody_who_is_not_known_decides_it()
    {
        IsReached(Top("a", LadderLevel.CR3), Top("b", null)).Should().BeNull("b may be for us");
        IsReached(Top("a", LadderLevel.CR3), People.Person("b", LadderLevel.CR1)).Should().BeNull("b may be at the top");
        IsReached(Top("a", LadderLevel.CR3), People.Person("b")).Should().BeNull("b may be both");
        IsReached(Top("a", LadderLevel.CR3), People.Person("b", LadderLevel.CR3)).Should().BeFalse("b is not for us, wherever they are");
        IsReached().Should().BeNull("nobody is on the map");
        IsReached(Top("a", LadderLevel.CR2), Top("b", null)).Should().BeTrue();

        static Stakeholder Top(string id, LadderLevel? ladder) => People.Person(id, ladder) with { ManagementLevel = ManagementLevel.Top };

        static bool? IsReached(params Stakeholder[] people) => People.Map(people, []).Depth[2].IsReached;
    }

    [Fact]
    public void People_of_an_unknown_part_are_counted_in_an_entry_of_their_own()
    {
        var map = People.Map(
            [
                People.Person("a", LadderLevel.CR5) with { Chain = ChainVisibility.Hidden },
                People.Person("b"),
                People.Person("c", LadderLevel.CR1),
            ],
            []);

        map.ByChain.Select(each => (each.Part?.Name, each.People, each.Known, each.Supporters, each.Opponents)).Should().Equal(
            ("Visible", 0, 0, 0, 0), ("Hidden", 1, 1, 0, 1), (null, 2, 1, 1, 0));
        map.ByChain[0].Support.Should().Be(Support.Of([]));
        map.ByRole.Select(each => each.People).Should().Equal(0, 0, 0, 3);
        Eight.ByChain[2].People.Should().Be(8);
    }

    [Fact]
    public void The_parts_of_the_chain_hold_everybody_once() => People.ForAll(People.Maps, each =>
    {
        var map = People.Map(each.People, each.Ties);
        map.ByRole.Sum(part => part.People).Should().Be(each.People.Length);
        map.ByManagementLevel.Sum(part => part.Known).Should().Be(each.People.Count(person => person.Ladder is not null));
        map.ByChain.Sum(part => part.Supporters).Should().Be(each.People.Count(person => map.StanceOf(person.Id) == Stance.Supporter));
    });

    [Fact]
    public void The_order_of_people_and_ties_and_of_the_ends_of_a_mutual_tie_never_matters() =>
        People.ForAll(
            from map in People.Maps from people in Gen.Shuffle(map.People) from ties in Gen.Shuffle(map.Ties)
                select (map, people, ties), each =>
        {
            var map = People.Map(each.map.People, each.map.Ties);
            var other = People.Map(
                each.people, [.. each.ties.Select(tie => tie.Kind.IsMutual ? tie with { From = tie.To, To = tie.From } : tie)]);

            Said(other).Should().Be(Said(map));
            other.Risks().Should().Equal(map.Risks());
            other.NextToWin().Should().Equal(map.NextToWin());
        }, tests: 300);

    [Fact]
    public void A_stance_follows_from_the_ladder_and_a_company_may_read_it_otherwise()
    {
        Eight.StanceOf("gm").Should().Be(Stance.Neutral);
        Eight.StanceOf("fm").Should().BeNull();
        var ours = People.OnLadder with
        {
            Stances = Ladder.Stances.With("neutral", Stance.Opponent),
            Points = Scale.Levels(
                (LadderLevel.CR1, 100), (LadderLevel.CR2, 80), (LadderLevel.CR3, 0), (LadderLevel.CR4, 0), (LadderLevel.CR5, 0)),
        };
        var map = People.Map(People.Eight, [], ours, DecisionMode.Mixed);

        map.StanceOf("gm").Should().Be(Stance.Opponent);
        map.Support.Value.Should().BeApproximately((1000 + (80 * 12)) / 37.0, 5e-7);
        map.DecisionMode.Should().Be(DecisionMode.Mixed);
        map.Without("gm").Models.Should().Be(ours);
        map.Without("gm").DecisionMode.Should().Be(DecisionMode.Mixed);
    }

    [Fact]
    public void Without_somebody_their_ties_are_gone_too_and_the_map_stays_as_it_is()
    {
        var map = People.Map(People.Eight, [new("pe", "wh", TieKind.ReportsTo), new("td", "gm", TieKind.Influences)]);

        var rest = map.Without("pe");

        rest.People.Select(person => person.Id).Should().Equal("bu", "fm", "gm", "pd", "qe", "td", "wh");
        rest.Ties.Should().Equal(new Tie("td", "gm", TieKind.Influences));
        map.Ties.Should().HaveCount(2);
        map.Ties[0].Should().Be(new Tie("pe", "wh", TieKind.ReportsTo, 0.5));
    }

    [Fact]
    public void Every_fault_of_a_map_is_reported_at_once_with_its_path()
    {
        var act = () => People.Map(
            [
                People.Person("a"), People.Person(" "), People.Person("a", influence: -0.5), null!,
                People.Person("b", influence: double.NaN), People.Person("c"),
            ],
            [
                new("a", "x", TieKind.Influences),
                new("a", "a", TieKind.Alliance),
                new("", "b", TieKind.Opposition, 0),
                new("b", "a", TieKind.Kinship, 1.5),
                new("a", "b", TieKind.Kinship),
                null!,
                new("b", "c", null!, double.NaN),
                new("a", "b", TieKind.ReportsTo),
                new("b", "c", TieKind.ReportsTo),
                new("c", "a", TieKind.ReportsTo),
            ]);

        act.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "people[1].id: it is blank",
            "people[2].id: a is duplicated",
            "people[2].influence: it is -0.5; it must be finite and at least 0",
            "people[3]: it is null; it must be an object",
            "people[4].influence: it is NaN; it must be finite and at least 0",
            "ties[0].to: x is not on the map",
            "ties[1]: it ties a to itself",
            "ties[2].from: it is blank",
            "ties[2].strength: it is 0; it must be above 0 and at most 1",
            "ties[3].strength: it is 1.5; it must be above 0 and at most 1",
            "ties[4]: a Kinship b is duplicated",
            "ties[5]: it is null; it must be an object",
            "ties[6].kind: it is null; it must be one of ReportsTo, Influences, Alliance, Opposition, Kinship",
            "ties[6].strength: it is NaN; it must be above 0 and at most 1",
            "ties: people report in a circle: a, b, c");
    }

    [Fact]
    public void The_same_tie_the_other_way_round_is_a_second_tie_only_where_it_is_not_mutual()
    {
        Stakeholder[] two = [People.Person("a"), People.Person("b")];

        People.Map(two, [new("a", "b", TieKind.Influences), new("b", "a", TieKind.Influences), new("a", "b", TieKind.Alliance)]).Ties
            .Should().HaveCount(3);
        ((Action)(() => _ = People.Map(two, [new("a", "b", TieKind.Opposition), new("b", "a", TieKind.Opposition)]))).Should()
            .Throw<InvalidModelException>().WithMessage("*ties[1]: a Opposition b is duplicated*");
    }

    [Fact]
    public void Two_superiors_are_no_circle_and_nobody_outside_of_a_circle_is_named()
    {
        Stakeholder[] people = [People.Person("a"), People.Person("b"), People.Person("c"), People.Person("d")];

        People.Map(
            people, [new("a", "b", TieKind.ReportsTo), new("a", "c", TieKind.ReportsTo), new("b", "d", TieKind.ReportsTo),
                new("c", "d", TieKind.ReportsTo)])
            .Ties.Should().HaveCount(4);
        ((Action)(() => _ = People.Map(
            people, [new("a", "b", TieKind.ReportsTo), new("b", "c", TieKind.ReportsTo), new("c", "b", TieKind.ReportsTo),
                new("c", "d", TieKind.ReportsTo)])))
            .Should().Throw<InvalidModelException>().Which.Faults.Should().Equal(new ModelFault("ties", "people report in a circle: b, c"));
    }

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(1)]
    public void The_ends_of_a_strength_are_sound(double strength) =>
        People.Map([People.Person("a"), People.Person("b")], [new("a", "b", TieKind.Alliance, strength)]).Ties.Should().ContainSingle();

    [Fact]
    public void Missing_arguments_and_ids_of_nobody_are_refused()
    {
        ((Action)(() => _ = People.Map(null!, []))).Should().Throw<ArgumentNullException>().WithParameterName("people");
        ((Action)(() => _ = People.Map([], null!))).Should().Throw<ArgumentNullException>().WithParameterName("ties");
        var map = People.Map([People.Person("a"), People.Person("b")], []);
        foreach (var ask in (Action<string>[])[id => map.Without(id), id => map.PathTo(id), id => map.StanceOf(id)])
        {
            ask.Invoking(each => each(null!)).Should().Throw<ArgumentNullException>().WithParameterName("id");
            ask.Invoking(each => each("x"))
                .Should().Throw<ArgumentException>().WithMessage("id is 'x'; it must be one of a, b.*").WithParameterName("id");
        }
    }

    [Fact]
    public void A_map_of_nobody_is_a_map()
    {
        var map = People.Map([], []);

        map.Support.Should().Be(Support.Of([]));
        map.Risks().Should().BeEmpty();
        map.NextToWin().Should().BeEmpty();
        map.ByRole.Should().HaveCount(3).And.OnlyContain(each => each.People == 0);
    }

    [Fact]
    public void Hundreds_of_people_are_no_trouble()
    {
        const int count = 400;
        var people = Enumerable.Range(0, count)
            .Select(i => People.Person($"p{i:000}", LadderLevel.FromValue((i % 5) + 1), i % 7)).ToArray();
        var ties = Enumerable.Range(0, count).SelectMany(i => (Tie[])
        [
            new($"p{i:000}", $"p{(i + 1) % count:000}", TieKind.Influences, 0.9),
            new($"p{i:000}", $"p{((i * 7) + 3) % count:000}", TieKind.Alliance, 0.3),
            .. i == 0 ? (Tie[])[] : [new($"p{i:000}", $"p{i / 2:000}", TieKind.ReportsTo, 0.5)],
        ])
            .Where(tie => tie.From != tie.To)
            .DistinctBy(tie => tie.Kind.IsMutual && string.CompareOrdinal(tie.From, tie.To) >= 0
                ? (tie.Kind, tie.To + tie.From)
                : (tie.Kind, tie.From + tie.To));
        var map = People.Map(people, [.. ties]);

        map.Risks().Should().HaveCount(count);
        map.NextToWin().Should().HaveCount(count * 4 / 5);
        map.OpenQuestions().Should().HaveCountGreaterThan(count);
        map.ToMermaid().Split('\n').Should().HaveCountGreaterThan(3 * count);
    }

    [Fact]
    public void As_many_people_and_ties_as_a_map_holds_and_no_more()
    {
        var many = Enumerable.Range(0, StakeholderMap.MostPeople).Select(i => People.Person($"p{i:0000}")).ToArray();
        var ties = (
            from one in Enumerable.Range(0, 142)
            from other in Enumerable.Range(0, 142)
            where one != other
            select new Tie($"p{one:0000}", $"p{other:0000}", TieKind.Influences)).Take(StakeholderMap.MostTies).ToArray();

        var map = People.Map(many, ties);

        (map.People.Count, map.Ties.Count).Should().Be((4_000, 20_000));
        ((Action)(() => _ = People.Map(
            [.. many, People.Person("x")], [.. ties, new("p3000", "p3001", TieKind.Influences)]))).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.ToString()).Should().Equal(
                "people: there are 4001; a map holds at most 4000", "ties: there are 20001; a map holds at most 20000");
    }

    [Fact]
    public void Ties_are_in_the_order_of_their_ends_and_then_of_their_kinds()
    {
        Tie[] inOrder =
        [
            new("a", "b", TieKind.ReportsTo), new("a", "b", TieKind.Influences), new("a", "b", TieKind.Kinship),
            new("a", "c", TieKind.Influences), new("b", "a", TieKind.Influences), new("b", "c", TieKind.Influences),
        ];

        People.Map([People.Person("a"), People.Person("b"), People.Person("c")], [.. inOrder.OrderDescending(Comparer<Tie>.Create(
            (one, other) => Array.IndexOf(inOrder, one).CompareTo(Array.IndexOf(inOrder, other))))]).Ties.Should().Equal(inOrder);
    }

    [Fact]
    public void Each_part_of_a_map_counts_in_a_comparison()
    {
        Stakeholder[] people = [People.Person("a", LadderLevel.CR2), People.Person("b")];
        Tie[] ties = [new("a", "b", TieKind.Alliance, 0.5)];
        var map = People.Map(people, ties);

        map.Equals(People.Map([.. people], [.. ties])).Should().BeTrue();
        map.Equals(People.Map(people, ties, decisionMode: DecisionMode.Mixed)).Should().BeFalse();
        map.Equals(People.Map([people[0], people[1] with { Influence = 2 }], ties)).Should().BeFalse();
        map.Equals(People.Map(people, [ties[0] with { Strength = 0.25 }])).Should().BeFalse();
        map.Equals(People.Map(people, ties, People.OnLadder with { Stances = Ladder.Stances.With("neutral", Stance.Opponent) }))
            .Should().BeFalse();
        map.Equals(null).Should().BeFalse();
        ((Action)(() => _ = new StakeholderMap(people, ties, null!))).Should().Throw<ArgumentNullException>().WithParameterName("models");
    }

    [Fact]
    public void Models_that_say_the_same_are_equal_and_so_are_their_maps()
    {
        var again = new StakeholderModels(Ladder.Points, Ladder.Stances, Ladder.Moves);

        again.Should().Be(People.OnLadder);
        again.Should().NotBe(People.OnLadder with { Stances = Ladder.Stances.With("neutral", Stance.Opponent) });
        People.Map(People.Eight, [], again).Should().Be(Eight);
    }

    [Fact]
    public void People_and_ties_survive_JSON()
    {
        var person = People.Eight[1] with
        {
            Style = PersonalityStyle.Steadiness, Values = [CustomerValue.Time, CustomerValue.Economic, CustomerValue.Time], IsCoach = true,
            Chain = ChainVisibility.Visible,
        };
        person.Values.Should().Equal(CustomerValue.Economic, CustomerValue.Time);
        (person with { Values = null! }).Values.Should().BeEmpty();

        var read = JsonSerializer.Deserialize<Stakeholder>(JsonSerializer.Serialize(person))!;

        read.Should().Be(person);
        read.GetHashCode().Should().Be(person.GetHashCode());
        JsonSerializer.Deserialize<Tie>(JsonSerializer.Serialize(new Tie("a", "b", TieKind.Kinship, 0.25)))
            .Should().Be(new Tie("a", "b", TieKind.Kinship, 0.25));
        JsonSerializer.Deserialize<Tie>("""{"From":"a","To":"b","Kind":"Alliance"}""").Should().Be(new Tie("a", "b", TieKind.Alliance));
        JsonSerializer.Deserialize<ChainCoverage<StakeholderRole>>(JsonSerializer.Serialize(Eight.ByRole[1])).Should().Be(Eight.ByRole[1]);
        JsonSerializer.Deserialize<DepthFinding>(JsonSerializer.Serialize(Eight.Depth[1])).Should().Be(Eight.Depth[1]);
    }

    [Fact]
    public void Each_part_of_a_person_counts_in_a_comparison()
    {
        var person = People.Eight[0];
        Stakeholder[] others =
        [
            person with { Id = "x" }, person with { Name = "x" }, person with { Role = null }, person with { ManagementLevel = null },
            person with { Influence = 1 },
            person with { Ladder = null }, person with { Style = PersonalityStyle.Dominance },
            person with { Values = [CustomerValue.Time] }, person with { IsCoach = true },
            person with { Chain = ChainVisibility.Hidden },
        ];

        others.Should().NotContain(person);
        (person with { Id = "gm", Values = [] }).Should().Be(person);
        (person with { Values = [CustomerValue.Time] }).Should().Be(person with { Values = [CustomerValue.Time] });
        person.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void Everything_reads_the_same_in_every_culture()
    {
        using var _ = new CultureScope("de-DE");
        (People.Eight[0] with { Influence = 0.5, Values = [CustomerValue.Time] }).ToString().Should().Be(
            "Stakeholder { Id = gm, Name = general manager, Role = KDM, ManagementLevel = Top, "
            + "Influence = 0.5, Ladder = CR3, Style = , Values = [Time], IsCoach = False, IsInsider = False, Chain =  }");
        new Tie("a", "b", TieKind.ReportsTo, 0.25).ToString().Should().Be("Tie { From = a, To = b, Kind = ReportsTo, Strength = 0.25 }");
    }

    private static string Said(StakeholderMap map) => string.Join('\n', (string[])
    [
        map.Support.ToString(),
        .. map.ByRole.Select(each => each.ToString()),
        .. map.ByManagementLevel.Select(each => each.ToString()),
        .. map.Depth.Select(each => each.ToString()),
        .. map.OpenQuestions().Select(each => each.Text.En),
        .. map.People.Select(person => $"{map.PathTo(person.Id)}"),
        map.ToMermaid(),
        map.ToGraphviz(),
    ]);
}
