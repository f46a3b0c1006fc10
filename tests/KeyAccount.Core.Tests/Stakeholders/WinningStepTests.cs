using System.Text.Json;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Tests.Stakeholders;

public class WinningStepTests
{
    private static readonly StakeholderMap Eight = People.Map(People.Eight, []);

    [Fact]
    public void Methods_eight_people_whom_to_win_next_and_by_which_move() =>
        Eight.NextToWin().Select(step => (step.Person.Id, step.Move.Name, step.Gain)).Should().Equal(
            ("gm", "CR3ToCR2", 6.756757),
            ("pd", "CR2ToCR1", 5.405405),
            ("bu", "CR5ToCR3", 2.702703),
            ("wh", "CR2ToCR1", 2.702703),
            ("qe", "CR4ToCR3", 2.027027));

    [Fact]
    public void Methods_eight_people_every_move_that_S003_leaves_with_its_gain()
    {
        GainsOf("gm").Should().Equal([("CR3ToCR2", 250.0 / 37), ("CR3ToCR1", 500.0 / 37)], Close);
        GainsOf("bu").Should().Equal([("CR5ToCR3", 100.0 / 37), ("CR5ToCR2", 150.0 / 37)], Close);
        GainsOf("qe").Should().Equal([("CR4ToCR3", 75.0 / 37), ("CR4ToCR2", 150.0 / 37)], Close);
        GainsOf("wh").Should().Equal([("CR2ToCR1", 100.0 / 37)], Close);
    }

    [Fact]
    public void Who_is_not_known_and_who_is_at_the_top_is_not_to_be_won() =>
        Eight.NextToWin().Select(step => step.Person.Id).Should().NotContain(["fm", "td", "pe"]);

    [Fact]
    public void The_advice_says_whom_by_which_move_and_through_whom()
    {
        var map = People.Map(
            People.Eight,
            [new("td", "wh", TieKind.Alliance, 0.8), new("wh", "gm", TieKind.Influences, 0.9), new("bu", "gm", TieKind.Kinship, 1)]);

        var first = map.NextToWin()[0];

        first.Path!.Strength.Should().Be(0.9);
        first.Advice.En.Should().Be("general manager: neutral → friendly; through workshop head.");
        map.NextToWin()[1].Advice.En
            .Should().Be("purchasing director: friendly → die-hard supporter; nobody on our side can introduce us.");
        map.NextToWin().Single(step => step.Person.Id == "bu").Advice.ZhHans
            .Should().Be("buyer：把“我方死敌”变成“中立者”；通过workshop head → general manager。");
    }

    [Fact]
    public void Of_those_who_lift_the_support_alike_the_one_with_the_stronger_path_comes_first()
    {
        var people = "abcd".Select(id => People.Person($"{id}", LadderLevel.CR3)).Append(People.Person("s", LadderLevel.CR1)).ToArray();

        var map = People.Map(people, [new("s", "c", TieKind.Alliance, 0.9), new("s", "b", TieKind.Alliance, 0.4)]);

        map.NextToWin().Select(step => step.Person.Id).Should().Equal("c", "b", "a", "d");
    }

    [Fact]
    public void Where_nobody_known_has_influence_the_gain_is_not_known()
    {
        var step = People.Map([People.Person("a", LadderLevel.CR4, influence: 0)], []).NextToWin().Single();

        step.Gain.Should().BeNull();
        step.Moves.Select(each => each.Move).Should().Equal(LadderMove.CR4ToCR3, LadderMove.CR4ToCR2);
    }

    [Fact]
    public void A_company_withdraws_a_move()
    {
        var ours = People.OnLadder with { Moves = Ladder.Moves.Without("CR5ToCR3").Without("CR5ToCR2").Without("CR4ToCR3") };

        var steps = People.Map(People.Eight, [], models: ours).NextToWin();

        steps.Select(step => step.Person.Id).Should().NotContain("bu");
        steps.Single(step => step.Person.Id == "qe").Move.Should().Be(LadderMove.CR4ToCR2);
    }

    [Fact]
    public void Of_moves_as_long_as_each_other_the_first_of_the_ladder_is_the_nearest()
    {
        var ours = People.OnLadder with { Moves = Ladder.Moves.With("CR4ToCR2", LadderMove.CR3ToCR2) };

        var step = People.Map(People.Eight, [], models: ours).NextToWin().Single(each => each.Person.Id == "qe");

        step.Moves.Select(each => each.Move).Should().Equal(LadderMove.CR3ToCR2, LadderMove.CR4ToCR3);
    }

    [Fact]
    public void A_copy_of_the_models_with_another_table_decides_by_it_and_the_first_by_its_own()
    {
        var first = new StakeholderModels(Ladder.Points, Ladder.Stances, Ladder.Moves);
        var before = People.Map(People.Eight, [], models: first);
        var supporters = before.ByRole.Sum(each => each.Supporters);
        before.NextToWin().Select(step => step.Person.Id).Should().Contain("bu");

        var moves = first with { Moves = Ladder.Moves.Without("CR5ToCR3").Without("CR5ToCR2") };
        var stances = first with { Stances = Ladder.Stances.Without("supporter") };

        People.Map(People.Eight, [], models: moves).NextToWin().Select(step => step.Person.Id).Should().NotContain("bu");
        People.Map(People.Eight, [], models: stances).ByRole.Sum(each => each.Supporters).Should().Be(0);
        supporters.Should().Be(4);
        People.Map(People.Eight, [], models: first).NextToWin().Should().Equal(before.NextToWin());
    }

    [Fact]
    public void Every_step_is_a_move_of_the_ladder_that_lifts_the_support_by_what_it_says() => People.ForAll(People.Maps, each =>
    {
        var map = People.Map(each.People, each.Ties);
        var steps = map.NextToWin();
        steps.Select(step => step.Person.Id)
            .Should().BeEquivalentTo(
                each.People.Where(person => person.Ladder is not null && person.Ladder != LadderLevel.CR1).Select(person => person.Id));
        foreach (var step in steps)
        {
            step.Path.Should().Be(map.PathTo(step.Person.Id));
            foreach (var (move, gain) in step.Moves)
            {
                Ladder.IsMove(step.Person.Ladder!, move.To).Should().BeTrue();
                var after = People.Map(
                    [.. each.People.Select(person => person == step.Person ? person with { Ladder = move.To } : person)], []);
                (gain is null).Should().Be(map.Support.Value is null);
                (gain ?? 0).Should().BeApproximately((after.Support.Value - map.Support.Value) ?? 0, 1e-9);
            }
        }

        steps.Select(step => step.Gain ?? 0).Should().BeInDescendingOrder();
    }, tests: 300);

    [Fact]
    public void A_step_survives_JSON_and_refuses_what_is_none()
    {
        var step = People.Map(People.Eight, [new("td", "gm", TieKind.Alliance)]).NextToWin()[0];

        var read = JsonSerializer.Deserialize<WinningStep>(JsonSerializer.Serialize(step))!;

        read.Should().Be(step);
        read.GetHashCode().Should().Be(step.GetHashCode());
        step.Should().NotBe(Eight.NextToWin()[0]);
        step.Should().Be(new WinningStep(step.Person, [.. step.Moves], step.Path));
        step.Should().NotBe(new WinningStep(step.Person, [step.Moves[0]], step.Path));
        using var culture = new CultureScope("de-DE");
        new WinningStep(People.Person("a"), [new(LadderMove.CR3ToCR2, 0.5)], null).ToString().Should()
            .Be("WinningStep { Person = a, Moves = [MoveGain { Move = CR3ToCR2, Gain = 0.5 }], Path =  }");
        ((Action)(() => _ = new WinningStep(null!, step.Moves, null))).Should().Throw<ArgumentNullException>().WithParameterName("person");
        ((Action)(() => _ = new WinningStep(step.Person, null!, null))).Should().Throw<ArgumentNullException>().WithParameterName("moves");
        ((Action)(() => _ = new WinningStep(step.Person, [], null)))
            .Should().Throw<ArgumentException>().WithMessage("moves is empty; a step has at least one.*");
        step.Equals(null).Should().BeFalse();
    }

    private static IEnumerable<(string Move, double Gain)> GainsOf(string id) =>
        Eight.NextToWin().Single(step => step.Person.Id == id).Moves.Select(each => (each.Move.Name, each.Gain!.Value));

    private static bool Close((string Move, double Gain) one, (string Move, double Gain) other) =>
        one.Move == other.Move && Math.Abs(one.Gain - other.Gain) < 2e-6;
}
