using System.Text.Json;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Tests.Stakeholders;

public class StakeholderPathTests
{
    [Fact]
    public void The_path_with_the_greatest_product_of_strengths_is_the_best()
    {
        var map = Map(
            "s:CR1 n:CR3 t:CR3", new("s", "t", TieKind.Alliance, 0.4), new("s", "n", TieKind.Alliance, 0.7),
            new("n", "t", TieKind.Alliance, 0.6));

        var path = map.PathTo("t")!;

        Ids(path).Should().Be("s n t");
        path.Strength.Should().BeApproximately(0.42, 1e-15);
        path.Start.Id.Should().Be("s");
        Ids(map.PathTo("n")!).Should().Be("s n");
    }

    [Theory]
    [InlineData("CR1", "x t")]
    [InlineData("CR2", "x t")]
    [InlineData("CR3", "s x t")]
    [InlineData("CR4", null)]
    [InlineData("CR5", null)]
    [InlineData("?", null)]
    public void A_path_never_leads_over_an_opponent_nor_over_somebody_who_is_not_known(string between, string? expected)
    {
        var map = Map($"s:CR1 x:{between} t:CR5", new("s", "x", TieKind.Alliance, 1), new("x", "t", TieKind.Alliance, 1));

        // A supporter in between is one we stand with ourselves: the path begins there.
        (map.PathTo("t") is { } path ? Ids(path) : null).Should().Be(expected);
    }

    [Theory]
    [InlineData("ReportsTo", true, true)]
    [InlineData("Influences", true, false)]
    [InlineData("Alliance", true, true)]
    [InlineData("Opposition", false, false)]
    [InlineData("Kinship", true, true)]
    public void A_tie_carries_the_way_its_kind_does(string kind, bool forward, bool back)
    {
        var tie = new Tie("s", "t", TieKind.FromName(kind));
        (Map("s:CR1 t:CR4", tie).PathTo("t") is not null).Should().Be(forward);
        (Map("s:CR1 t:CR4", tie with { From = "t", To = "s" }).PathTo("t") is not null).Should().Be(back);
    }

    [Fact]
    public void Those_who_oppose_each_other_carry_nothing_to_each_other_whatever_else_binds_them()
    {
        var map = Map(
            "s:CR1 t:CR3", new("t", "s", TieKind.ReportsTo, 1), new("s", "t", TieKind.Kinship, 1), new("t", "s", TieKind.Opposition));

        map.PathTo("t").Should().BeNull();
        map.NextToWin().Single().Path.Should().BeNull();
    }

    [Fact]
    public void Of_several_ties_between_two_the_strongest_carries_and_of_equals_the_first_kind()
    {
        var map = Map(
            "s:CR1 t:CR3", new("s", "t", TieKind.Kinship, 0.5), new("s", "t", TieKind.Influences, 0.25),
            new("t", "s", TieKind.ReportsTo, 0.5), new("s", "t", TieKind.Alliance, 0.4));

        map.PathTo("t")!.Steps.Single().Should().Be(new PathStep(map.People[0], map.People[1], TieKind.ReportsTo, 0.5));
    }

    [Fact]
    public void Of_paths_as_strong_the_shorter_one_is_taken_then_the_one_whose_ids_come_first()
    {
        Tie[] ties =
        [
            new("s", "a", TieKind.Alliance, 1), new("a", "t", TieKind.Alliance, 0.25), new("s", "b", TieKind.Alliance, 0.5),
            new("b", "t", TieKind.Alliance, 0.5),
            new("s", "t", TieKind.Alliance, 0.25),
        ];

        Ids(Map("s:CR1 a:CR3 b:CR3 t:CR3", ties).PathTo("t")!).Should().Be("s t");
        Ids(Map("s:CR1 a:CR3 b:CR3 t:CR3", ties[..4]).PathTo("t")!).Should().Be("s a t");
        Ids(Map("s:CR1 a:CR3 b:CR3 t:CR3 0:CR2", [.. ties[..4], new("0", "b", TieKind.Influences, 0.5)]).PathTo("t")!).Should().Be("0 b t");
    }

    [Fact]
    public void A_supporter_is_reached_through_another_one_and_never_through_themselves()
    {
        var map = Map("s:CR1 t:CR2", new Tie("s", "t", TieKind.Alliance));

        Ids(map.PathTo("t")!).Should().Be("s t");
        Ids(map.PathTo("s")!).Should().Be("t s");
        Map("t:CR2 n:CR3", new Tie("t", "n", TieKind.Alliance)).PathTo("t").Should().BeNull();
    }

    [Fact]
    public void A_long_way_of_weak_ties_is_a_way_all_the_same()
    {
        var people = Enumerable.Range(0, 600).Select(i => People.Person($"p{i:000}", i == 0 ? LadderLevel.CR1 : LadderLevel.CR3)).ToArray();
        var map = People.Map(
            people, [.. Enumerable.Range(1, 599).Select(i => new Tie($"p{i - 1:000}", $"p{i:000}", TieKind.Influences, 0.01))]);

        var path = map.PathTo("p599")!;

        path.Steps.Should().HaveCount(599);
        path.Strength.Should().Be(0);
    }

    [Fact]
    public void The_path_is_the_best_of_all_paths_there_are() => People.ForAll(People.Maps, each =>
    {
        var map = People.Map(each.People, each.Ties);
        foreach (var person in map.People)
        {
            var path = map.PathTo(person.Id);
            (path is null ? null : Ids(path))
                .Should().Be(BestOf(map, person.Id), $"{string.Join(", ", map.People)}; {string.Join(", ", map.Ties)}");
            if (path is null)
                continue;
            map.StanceOf(path.Start.Id).Should().Be(Stance.Supporter);
            path.Strength.Should().Be(path.Steps.Aggregate(1.0, (product, step) => product * step.Strength));
            path.Steps.Skip(1).Select(step => map.StanceOf(step.From.Id)).Should().NotContain([Stance.Opponent, null]);
            path.Steps[^1].To.Should().Be(person);
        }
    });

    [Fact]
    public void A_path_survives_JSON_and_reads_the_same_in_every_culture()
    {
        using var culture = new CultureScope("de-DE");
        var map = Map("s:CR1 n:CR3 t:CR3", new("s", "n", TieKind.Alliance), new("n", "t", TieKind.Alliance));
        var path = map.PathTo("t")!;

        var read = JsonSerializer.Deserialize<StakeholderPath>(JsonSerializer.Serialize(path));

        read.Should().Be(path);
        read!.GetHashCode().Should().Be(path.GetHashCode());
        path.Should().Be(new StakeholderPath([.. path.Steps], path.Strength)).And.NotBe(map.PathTo("n"));
        path.ToString().Should().Be("StakeholderPath { s → n → t, Strength = 0.25 }");
        path.Steps[0].ToString().Should().Be("PathStep { From = s, To = n, Kind = Alliance, Strength = 0.5 }");
        ((Action)(() => _ = new StakeholderPath(null!, 1))).Should().Throw<ArgumentNullException>().WithParameterName("steps");
        ((Action)(() => _ = new StakeholderPath([], 1)))
            .Should().Throw<ArgumentException>().WithMessage("steps is empty; a path has at least one.*");
        path.Equals(null).Should().BeFalse();
    }

    /// <summary>Every simple path, one by one: the strongest, then the shortest, then the first by ids.</summary>
    private static string? BestOf(StakeholderMap map, string target)
    {
        var all = new List<(double Strength, string[] Ids)>();
        foreach (var start in map.People.Where(person => person.Id != target && map.StanceOf(person.Id) == Stance.Supporter))
            Walk([start.Id], 1);
        return all.OrderByDescending(path => path.Strength).ThenBy(path => path.Ids.Length)
            .ThenBy(path => string.Join(' ', path.Ids), StringComparer.Ordinal)
            .Select(path => string.Join(' ', path.Ids)).FirstOrDefault();

        void Walk(string[] ids, double strength)
        {
            if (ids[^1] == target)
            {
                all.Add((strength, ids));
                return;
            }

            if (map.StanceOf(ids[^1]) != Stance.Supporter && map.StanceOf(ids[^1]) != Stance.Neutral)
                return;
            foreach (var next in map.People.Select(person => person.Id).Where(id => !ids.Contains(id)))
            {
                var strongest = Carrying(map, ids[^1], next);
                if (strongest > 0)
                    Walk([.. ids, next], strength * strongest);
            }
        }
    }

    private static double Carrying(StakeholderMap map, string from, string to)
    {
        var between = map.Ties.Where(tie => (tie.From == from && tie.To == to) || (tie.From == to && tie.To == from)).ToArray();
        return between.Any(tie => tie.Kind == TieKind.Opposition)
            ? 0
            : between.Where(tie => tie.Kind != TieKind.Influences || tie.From == from).Select(tie => tie.Strength).DefaultIfEmpty(0).Max();
    }

    private static string Ids(StakeholderPath path) =>
        string.Join(' ', path.Steps.Select(step => step.From.Id).Append(path.Steps[^1].To.Id));

    private static StakeholderMap Map(string people, params Tie[] ties) => People.Map(
        [.. people.Split(' ').Select(each => each.Split(':'))
            .Select(each => People.Person(each[0], each[1] == "?" ? null : LadderLevel.FromName(each[1])))], ties);
}
