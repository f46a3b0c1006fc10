using System.Text.Json;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Rules;

public class CaseTests
{
    private static readonly Text Why = new("closed", "已结案", "已結案");
    private static readonly LocalDate Day = new(2026, 3, 31);

    [Fact]
    public void A_refusal_has_the_case_as_it_was_and_a_reason_and_an_acceptance_has_no_refusal()
    {
        var refused = new CaseResult<Ticket>(new("a"), IsAccepted: false, "closed", Why);
        var accepted = refused with { IsAccepted = true };
        refused.Refusal.Should().Be(Why);
        accepted.Refusal.Should().BeNull();
        accepted.Reason.Should().Be(Why);
        accepted.RuleId.Should().Be("closed");
    }

    [Fact]
    public void Results_are_equal_by_their_parts()
    {
        var result = new CaseResult<Ticket>(new("a"), IsAccepted: true, "open", Why);
        result.Should().Be(new CaseResult<Ticket>(new("a"), IsAccepted: true, "open", new("closed", "已结案", "已結案")));
        result.Should().NotBe(result with { Case = new("b") }).And.NotBe(result with { IsAccepted = false })
            .And.NotBe(result with { RuleId = "x" }).And.NotBe(result with { Reason = "x" });
    }

    [Fact]
    public void A_result_is_the_same_after_a_round_trip_through_JSON()
    {
        var result = new CaseResult<Ticket>(new("a"), IsAccepted: false, "closed", Why);
        var json = JsonSerializer.Serialize(result);
        json.Should().NotContain("Refusal", "it follows from the other parts");
        JsonSerializer.Deserialize<CaseResult<Ticket>>(json).Should().Be(result);
    }

    [Fact]
    public void A_step_is_due_on_a_day_or_on_none_and_is_the_same_after_a_round_trip_through_JSON()
    {
        foreach (var step in (CaseStep[])[new("Visit", Why, Day, IsOverdue: true), new("Visit", Why)])
            JsonSerializer.Deserialize<CaseStep>(JsonSerializer.Serialize(step)).Should().Be(step);
        JsonSerializer.Serialize(new CaseStep("Visit", "go", Day)).Should().Contain("\"DueOn\":\"2026-03-31\"");
        new CaseStep("Visit", Why, Day).Should().NotBe(new CaseStep("Visit", Why, Day.PlusDays(1))).And.NotBe(new CaseStep("Visit", Why));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void What_a_step_says_does_not_depend_on_the_machine(string culture)
    {
        using var _ = new CultureScope(culture);
        new CaseStep("Visit", Why, Day, IsOverdue: true).ToString()
            .Should().Be("CaseStep { Key = Visit, Text = closed, DueOn = 2026-03-31, IsOverdue = True }");
        new CaseStep("Visit", Why).ToString().Should().Be("CaseStep { Key = Visit, Text = closed, DueOn = , IsOverdue = False }");
    }

    public sealed record Ticket(string Id);
}
