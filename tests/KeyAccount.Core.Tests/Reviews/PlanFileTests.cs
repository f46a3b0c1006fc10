using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class PlanFileTests
{
    private static readonly LocalDate Today = new(2026, 6, 30);

    private static readonly PlanFile File = new()
    {
        Plans = [new() { AccountId = "A", Actions = [new() { Id = "A/RenewContract", Text = "Renew the contract", Owner = "Li Wei", DueOn = Today }] }],
    };

    [Fact]
    public void An_edit_of_an_older_version_is_refused_with_what_stands_there_now()
    {
        var edit = File.Edit("A/RenewContract", action => action with { State = new(ActionStatus.Done, Today, "signed") }, revision: 0);
        (edit.IsAccepted, edit.Action!.Revision).Should().Be((true, 1));
        var late = edit.File.Edit("A/RenewContract", action => action with { State = new(ActionStatus.Dismissed, Today, "no") }, revision: 0);
        late.IsAccepted.Should().BeFalse();
        late.File.Should().BeSameAs(edit.File);
        late.Action.Should().Be(edit.Action);
        late.Reason.En.Should().Be("Action A/RenewContract has been edited since revision 0; revision 1 stands there now: done since 2026-06-30, Li Wei, due 2026-06-30, note: signed.");
        edit.File.Edit("A/RenewContract", action => action with { Id = "x", Revision = 77 }).Action.Should().Match<PlanAction>(action => action.Id == "A/RenewContract" && action.Revision == 2);
    }

    [Fact]
    public void A_status_of_an_unknown_id_is_refused_with_the_ids_there_are()
    {
        File.Edit("A/Renew", action => action).Reason.En.Should().Be("There is no action “A/Renew”; there are: A/RenewContract.");
        File.Edit("B/Renew", action => action).Reason.En.Should().Be("There is no action “B/Renew”.");
    }

    [Fact]
    public void Every_fault_of_a_file_is_named_by_its_place()
    {
        FaultsOf("""
            {"version":1,"plans":[{"accountId":"A",
              "actions":[{"id":"b","text":"t","owner":"Li"},{"id":"c","text":"t","owner":["Li","Wu"],"dueOn":"2026-01-01"},{"id":"d","text":"t","dueOn":"2026-01-01"},
                {"id":"e","text":"t","owner":"Li","dueOn":"2026-01-01","state":{"status":"Finished"}}]}]}
            """).Should().ContainAll(
            "plans[0].actions[0].dueOn: it is missing", "plans[0].actions[1].owner: it is a list", "plans[0].actions[2].owner: it is missing", "plans[0].actions[3].state.status: 'Finished' is not");
        FaultsOf("""
            {"hoursPerMonth":900,"plans":[{"accountId":"A","objectives":[{"id":"o","statement":"s","direction":"Raise","baseline":30,"target":20}],
              "actions":[{"id":"a","text":"t","owner":"Li, Wu","dueOn":"2026-01-01"}]}]}
            """).Should().ContainAll("objectives[0].target: it is 20 and baseline is 30", "plans[0].objectives[0]", "names more than one", "plans[0].actions[0]");
        FaultsOf("""{"hoursPerMonth":900}""").Should().Contain("hoursPerMonth: it is 900; it must be between 0 and 744");

        static string FaultsOf(string json) => string.Join('\n', FluentActions.Invoking(() => PlanFile.FromJson(json)).Should().Throw<InvalidModelException>().Which.Faults);
    }

    [Fact]
    public void Links_and_ids_are_checked_across_the_file()
    {
        var plan = File.Plans[0];
        var broken = new PlanFile
        {
            Plans =
            [
                plan with { Actions = [plan.Actions[0] with { MeasureId = "m" }] },
                plan with { Measures = [new() { Id = "m", ObjectiveId = "o", Statement = "s" }] },
            ],
        };
        broken.FaultsOf().Select(fault => fault.Path).Should().Equal("plans[1].accountId", "plans[0].actions[0].measureId", "plans[1].measures[0].objectiveId", "plans[1].actions[0].id");
        FluentActions.Invoking(() => PlanFile.FromJson(broken.ToJson())).Should().Throw<InvalidModelException>();
        FluentActions.Invoking(() => PlanFile.FromJson("""{"version":2}""")).Should().Throw<InvalidModelException>().WithMessage("*version*");
    }

    [Fact]
    public void A_file_comes_back_equal()
    {
        PlanFile.FromJson(File.ToJson()).Should().Be(File);
        PlanFile.FromJson(System.Text.Encoding.UTF8.GetBytes(File.ToJson())).Should().Be(File);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(File.ToJson()));
        FileFormat.Inspect(stream).Format.Should().BeSameAs(FileFormat.Plan);
    }
}
