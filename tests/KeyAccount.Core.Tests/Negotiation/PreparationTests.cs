using System.Text.Json;
using KeyAccount.Core.Negotiation;

namespace KeyAccount.Core.Tests.Negotiation;

public class PreparationTests
{
    [Fact]
    public void The_check_is_complete_and_every_rule_answers_somewhere()
    {
        var proof = NegotiationTables.Preparation.Verify();

        proof.Combinations.Should().Be(128);
        proof.IsSound.Should().BeTrue(proof.ToString());
    }

    [Fact]
    public void S003_goals_and_fall_back_come_first()
    {
        Steps(new([])).Should().Equal(PreparationStep.NameIssues, PreparationStep.FindAlternative);
        Steps(new([new("price", "price", IssueDirection.HigherIsBetter)])).Should().Equal(
            PreparationStep.SetTargets,
            PreparationStep.SetReservations,
            PreparationStep.FindAlternative,
            PreparationStep.SetOpenings,
            PreparationStep.WeighIssues,
            PreparationStep.EstimateTheirs);
        Steps(new([new("price", "price", IssueDirection.HigherIsBetter, target: 2, reservation: 1)], new("wait", Value: 0))).Should().Equal(
            PreparationStep.SetOpenings, PreparationStep.WeighIssues, PreparationStep.EstimateTheirs, PreparationStep.Begin);
        Steps(Talks.Prepared).Should().Equal(PreparationStep.Begin);
    }

    [Fact]
    public void An_alternative_without_a_value_is_none_yet() =>
        Steps(new(Talks.Prepared.Issues, new("wait"))).Should().Equal(PreparationStep.FindAlternative);

    [Fact]
    public void One_issue_that_is_not_prepared_is_enough() =>
        Steps(new(
            [
                Talks.Price,
                new("x", "x", IssueDirection.LowerIsBetter, weight: 1, opening: 1, reservation: 2, theirReservation: new(1, 1)),
            ],
            Talks.Prepared.Alternative))
            .Should().Equal(PreparationStep.SetTargets);

    [Fact]
    public void Positions_run_from_opening_over_target_to_reservation()
    {
        Talks.Price.KeepsReservation(100).Should().BeTrue();
        Talks.Price.KeepsReservation(99.99m).Should().BeFalse();
        Talks.Days.KeepsReservation(60).Should().BeTrue();
        Talks.Days.KeepsReservation(60.01m).Should().BeFalse();
        new NegotiationIssue("x", "x", IssueDirection.LowerIsBetter).KeepsReservation(1_000_000).Should().BeTrue();
        _ = new NegotiationIssue("x", "x", IssueDirection.HigherIsBetter, opening: 5, target: 5, reservation: 5);

        Message(() => _ = new NegotiationIssue("x", "x", IssueDirection.HigherIsBetter, opening: 4.5m, target: 5))
            .Should().StartWith("opening is 4.5; with HigherIsBetter it must be at least target, 5.");
        Message(() => _ = new NegotiationIssue("x", "x", IssueDirection.LowerIsBetter, target: 5, reservation: 4))
            .Should().StartWith("target is 5; with LowerIsBetter it must be at most reservation, 4.");
        Message(() => _ = new NegotiationIssue("x", "x", IssueDirection.LowerIsBetter, opening: 5, reservation: 4))
            .Should().StartWith("opening is 5; with LowerIsBetter it must be at most reservation, 4.");
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Message(() => _ = new NegotiationIssue(" ", "x", IssueDirection.LowerIsBetter)).Should().Contain("key");
        Message(() => _ = new NegotiationIssue("x", null!, IssueDirection.LowerIsBetter)).Should().Contain("label");
        Message(() => _ = new NegotiationIssue("x", "x", (IssueDirection)7))
            .Should().StartWith("direction is 7; it must be one of HigherIsBetter, LowerIsBetter.");
        Message(() => _ = new NegotiationIssue("x", "x", IssueDirection.LowerIsBetter, weight: -1))
            .Should().StartWith("weight is -1; it must be between 0 and ");
        Message(() => _ = new NegotiationIssue("x", "x", IssueDirection.LowerIsBetter, weight: double.NaN))
            .Should().StartWith("weight is NaN;");
        Message(() => _ = new Alternative("wait", Value: 100.5)).Should().StartWith("Value is 100.5; it must be between 0 and 100.");
        Message(() => _ = Talks.Prepared.Alternative! with { Value = double.NaN }).Should().StartWith("Value is NaN;");
        Message(() => _ = new NegotiationPreparation([Talks.Price, null!, Talks.Price]))
            .Should().Contain("issues[1]: it is null").And.Contain("issues[\"price\"]: it is duplicated");
    }

    [Fact]
    public void Preparations_are_equal_by_their_issues()
    {
        NegotiationPreparation Of(params NegotiationIssue[] issues) => new(issues.ToList(), Talks.Prepared.Alternative);

        Of(Talks.Price, Talks.Days).Should().Be(Of(Talks.Price, Talks.Days))
            .And.NotBe(Of(Talks.Days, Talks.Price)).And.NotBe(Of(Talks.Price));
        Of(Talks.Price).GetHashCode().Should().Be(Of(Talks.Price).GetHashCode());
    }

    [Fact]
    public void A_preparation_survives_json()
    {
        var json = JsonSerializer.Serialize(Talks.Prepared);

        JsonSerializer.Deserialize<NegotiationPreparation>(json)
            .Should().Be(Talks.Prepared).And.NotBe(new NegotiationPreparation([Talks.Price]));
        json.Should().Contain("\"Direction\":\"LowerIsBetter\"").And.NotContain("Zone");
        Talks.Prepared.GetHashCode().Should().Be(JsonSerializer.Deserialize<NegotiationPreparation>(json)!.GetHashCode());
    }

    [Fact]
    public void Values_say_what_they_are_in_every_culture()
    {
        using var _ = new CultureScope("de-DE");
        new NegotiationIssue("price", "price", IssueDirection.HigherIsBetter, target: 1.5m).ToString()
            .Should().Be("NegotiationIssue { price, HigherIsBetter, Opening = , Target = 1.5, Reservation = , TheirReservation =  }");
        Talks.Prepared.ToString().Should().Be("NegotiationPreparation { price, days }");
        new Alternative("wait", Talks.Deal(1.5m, 30), 12.5).ToString()
            .Should().Be("Alternative { wait, Package = days = 30, price = 1.5, Value = 12.5 }");
    }

    private static IEnumerable<PreparationStep> Steps(NegotiationPreparation preparation) =>
        preparation.Check().Hits.Select(hit => hit.Advice);

    private static string Message(Action action) => action.Should().Throw<ArgumentException>().Which.Message;
}
