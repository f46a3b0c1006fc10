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
        late.Reason.En.Should().Be("Action A/RenewContract is at revision 1, not 0: done since 2026-06-30, set by –; owner Li Wei, due 2026-06-30, note: signed. To edit the current state, name revision 1.");
        edit.File.Edit("A/RenewContract", action => action with { Id = "x", Revision = 77 }).Action.Should().Match<PlanAction>(action => action.Id == "A/RenewContract" && action.Revision == 2);
    }

    [Fact]
    public void A_state_from_before_the_action_was_asked_for_or_in_the_future_is_refused_with_what_stands_there_now()
    {
        var asked = File with { Plans = [File.Plans[0] with { Actions = [File.Plans[0].Actions[0] with { Origin = new("finding", "rule", Today, Today.PlusDays(10)) }] }] };
        Edit(asked, Today.PlusDays(-1)).Should().Be("Action A/RenewContract cannot be done since 2026-06-29: it was first asked for on 2026-06-30. It is open now, since – (revision 0).");
        Edit(asked, Today.PlusDays(12)).Should().Be("Action A/RenewContract cannot be done since 2026-07-12: that is in the future; the last day is 2026-07-11. It is open now, since – (revision 0).");
        Edit(asked, Today.PlusDays(10), Today).Should().BeNull("a review of that day has asked for it");
        Edit(File, Today.PlusDays(-400)).Should().BeNull("nobody says when a person added it");
        Edit(File, Today.PlusDays(12)).Should().Contain("the last day is 2026-07-11");
        asked.Edit("A/RenewContract", Done(Today.PlusDays(400))).IsAccepted.Should().BeTrue("no day is given");
        foreach (var refused in new[] { asked.Edit("A/RenewContract", Done(Today.PlusDays(-1)), today: Today), asked.Edit("A/RenewContract", Done(Today.PlusDays(99)), today: Today) })
        {
            refused.File.Should().BeSameAs(asked);
            refused.Reason.In("zh-Hans").Should().Contain("第 0 次修订");
            refused.Reason.In("zh-Hant").Should().Contain("第 0 次修訂");
        }

        // A day that stands there already is not the edit's.
        var wrong = asked with { Plans = [asked.Plans[0] with { Actions = [Done(Today.PlusDays(-9))(asked.Plans[0].Actions[0])] }] };
        wrong.Edit("A/RenewContract", action => action with { Owner = "Wu Min" }, today: Today).IsAccepted.Should().BeTrue();

        static Func<PlanAction, PlanAction> Done(LocalDate on) => action => action with { State = new(ActionStatus.Done, on) };

        static string? Edit(PlanFile file, LocalDate on, LocalDate? today = null) =>
            file.Edit("A/RenewContract", Done(on), today: today ?? Today.PlusDays(11)) is { IsAccepted: false } edit ? edit.Reason.En : null;
    }

    [Theory]
    [InlineData("Li Wei, Chen Wei", ",")]
    [InlineData("李伟和陈伟", "和")]
    [InlineData("李伟 与 陈伟", "与")]
    [InlineData("李偉與陳偉", "與")]
    [InlineData("李伟跟欧阳修", "跟")]
    [InlineData("张总和李经理", "和")]
    [InlineData("李和平和陈伟", "和")]
    [InlineData("Li Wei和Chen Wei", "和")]
    [InlineData("李伟、陈伟", "、")]
    [InlineData("李伟／陈伟", "／")]
    [InlineData("Li Wei＆Chen Wei", "＆")]
    [InlineData("Li Wei & Chen Wei", "&")]
    [InlineData("Li Wei|Chen Wei", "|")]
    [InlineData("Li Wei\tChen Wei", "tab")]
    [InlineData("Li Wei\r\nChen Wei", "line break")]
    [InlineData("Li Wei or Chen Wei", "or")]
    [InlineData("Li Wei  AND  Chen Wei", "AND")]
    [InlineData("Wei und Li", "und")]
    [InlineData("Wei Oder Li", "Oder")]
    [InlineData("Wei u. Li", "u.")]
    [InlineData("Wei / Li", "/")]
    [InlineData("Wei，李", "，")]
    [InlineData("Wei - Li", " - ")]
    [InlineData("Wei – Li", " – ")]
    [InlineData("Jan och Piet", "och")]
    [InlineData("Jan en Piet", "en")]
    [InlineData("Ana García y Luis Pérez", "y")]
    [InlineData("Ana e Luís", "e")]
    [InlineData("Анна и Иван", "и")]
    [InlineData("田中と鈴木", "と")]
    [InlineData("김철수와 이영희", "와")]
    [InlineData("王伟和李娜和张三", "和")]
    [InlineData("王伟和李娜与张三", "和")]
    [InlineData("Li Wei和Chen Wei和Wu Min", "和")]
    [InlineData("أحمد و محمد", "و")]
    [InlineData("أحمد وعلي", "و")]
    [InlineData("أحمد علي ومحمود حسن", "و")]
    [InlineData("सीता और राम", "और")]
    [InlineData("สมชายและสมหญิง", "และ")]
    [InlineData("王伟 李娜", "space")]
    [InlineData("王伟 李娜 张三丰", "space")]
    [InlineData("王伟　李娜", "space")]
    [InlineData("Anna as well as Ben", "as well as")]
    [InlineData("Anna ainsi que Ben", "ainsi que")]
    [InlineData("ANNA E BEN", "E")]
    [InlineData("ANA Y LUIS", "Y")]
    [InlineData("JAN OCH PIET", "OCH")]
    [InlineData("АННА И ИВАН", "И")]
    [InlineData("Anna y Ben", "y")]
    public void Two_owners_are_refused_however_they_are_written(string owner, string separator) =>
        FluentActions.Invoking(() => new OwnerCapacity { Owner = owner, HoursPerMonth = 1 }).Should().Throw<ArgumentException>()
            .WithMessage($"Owner is '*', which names more than one ('{separator}'); it must be one person*");

    [Theory]
    [InlineData("Anderson")]
    [InlineData("Lund")]
    [InlineData("Undine Mundt")]
    [InlineData("Santiago Ramón y Cajal")]
    [InlineData("João Costa e Silva")]
    [InlineData("Karl von und zu Guttenberg")]
    [InlineData("Lee Dan Brown")]
    [InlineData("Anna-Lena Ohm")]
    [InlineData("Head of Sales")]
    [InlineData("Jan van der Ende")]
    [InlineData("Alexandra Orlando")]
    [InlineData("Or Cohen")]
    [InlineData("和田")]
    [InlineData("Wada 和田太郎")]
    [InlineData("李和平")]
    [InlineData("欧阳和平")]
    [InlineData("五十嵐和彦")]
    [InlineData("马文同")]
    [InlineData("José Ortega y Gasset")]
    [InlineData("Smith-Jones")]
    [InlineData("阿卜杜勒·拉赫曼")]
    [InlineData("陈伟 高级经理")]
    [InlineData("KeyAccountManager")]
    [InlineData("张和平")]
    [InlineData("和田雅子")]
    [InlineData("王与之")]
    [InlineData("Ortega y Gasset")]
    [InlineData("ORTEGA Y GASSET")]
    [InlineData("João Paulo e Silva")]
    [InlineData("Ali bin Said")]
    [InlineData("أحمد وليد")]
    [InlineData("وليد أحمد")]
    [InlineData("田中 江美")]
    [InlineData("陈伟 高工")]
    [InlineData("LEE DAN BROWN")]
    [InlineData("JOHN A SMITH")]
    [InlineData("สมชาย ใจดี")]
    [InlineData("王伟 Wei")]
    [InlineData("Wang Wei 王伟")]
    public void A_name_of_one_person_is_one_owner(string owner) => new OwnerCapacity { Owner = owner, HoursPerMonth = 1 }.Owner.Should().Be(owner);

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

    [Theory]
    [InlineData("""{"kind":"Checked","on":"2026-02-01","figures":[]}""", "figures", "needs a figure for each objective that was agreed, and for no other: share")]
    [InlineData("""{"kind":"Checked","on":"2025-02-01","figures":[{"objectiveId":"share","value":1}]}""", "on", "is before the last event")]
    [InlineData("""{"kind":"Closed","on":"2026-02-01","note":"x"}""", "kind", "is not possible in the phase")]
    public void A_refused_event_is_named_by_its_place_and_not_dumped(string happened, string member, string reason)
    {
        var version = """{"objectives":[{"id":"share","statement":"s","direction":"Raise"}],"measures":[]}""";
        var json = $$"""{"plans":[{"accountId":"A","case":{"id":"A","openedOn":"2026-01-01","history":[{"kind":"Agreed","on":"2026-01-02","version":{{version}} },{{happened}}] } }] }""";
        var fault = FluentActions.Invoking(() => PlanFile.FromJson(json)).Should().Throw<InvalidModelException>().Which.Faults.Single();
        fault.Path.Should().Be("plans[0].case.history[1]." + member);
        fault.Message.Should().StartWith("it is refused: ").And.Contain(reason).And.NotContain("{");
    }

    [Fact]
    public void A_measure_of_no_objective_is_named_by_its_place() =>
        FluentActions.Invoking(() => PlanFile.FromJson("""
            {"plans":[{"accountId":"A","case":{"id":"A","openedOn":"2026-01-01","history":[{"kind":"Agreed","on":"2026-01-02","version":
              {"objectives":[{"id":"share","statement":"s","direction":"Raise"}],"measures":[{"id":"m","objectiveId":"shares","statement":"s"}]}}]}}]}
            """)).Should().Throw<InvalidModelException>().Which.Faults.Single().ToString()
            .Should().Be("plans[0].case.history[0].version.measures[0].objectiveId: it is 'shares'; there is no such objective, only 'share'");

    [Fact]
    public void What_is_impossible_in_an_objective_is_refused_by_its_path()
    {
        var faults = FluentActions.Invoking(() => PlanFile.FromJson("""
            {"plans":[{"accountId":"A","case":{"id":"A","openedOn":"2026-01-01"},"objectives":[
              {"id":"o","statement":"s","direction":"Raise","tenthPercentile":24,"ninetiethPercentile":10},
              {"id":"p","statement":"s","direction":"Raise","dueOn":"2025-12-31"},
              {"id":"q","statement":"s","direction":"Raise","dueOn":"2026-01-01","tenthPercentile":10,"ninetiethPercentile":10}]}]}
            """)).Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).ToArray();
        faults.Should().HaveCount(2);
        faults[0].Should().Be("plans[0].objectives[0].tenthPercentile: it is 24 and ninetiethPercentile is 10; the tenth percentile cannot be above the ninetieth");
        faults[1].Should().Be("plans[0].objectives[1].dueOn: it is 2025-12-31; it must be 2026-01-01, when the plan was begun, or later");
    }

    [Fact]
    public void What_is_unlikely_in_a_plan_is_pointed_out_by_its_path()
    {
        var file = new PlanFile
        {
            Plans =
            [
                new()
                {
                    AccountId = "A", ReviewedOn = Today, NextReviewOn = Today.PlusDays(-1),
                    Actions =
                    [
                        new() { Id = "A/1", Text = "t", Owner = "Li", DueOn = Today, Budget = 100, Spent = 100 },
                        new() { Id = "A/2", Text = "t", Owner = "Li", DueOn = Today, Budget = 100, Spent = 101 },
                    ],
                },
            ],
        };
        file.Warnings().Select(warning => warning.Path).Should().Equal("plans[0].nextReviewOn", "plans[0].actions[1].spent");
        file.Warnings()[1].Message.En.Should().Be("plans[0].actions[1].spent: action A/2 has cost 101, more than its budget of 100; correct one of them, or say why.");
        (file with { Plans = [file.Plans[0] with { NextReviewOn = Today, Actions = [] }] }).Warnings().Should().BeEmpty();
    }

    [Fact]
    public void What_is_dated_after_the_last_day_is_named()
    {
        var file = File.With(File.Plans[0] with
        {
            Actions = [File.Plans[0].Actions[0] with { State = new(ActionStatus.Done, Today.PlusDays(1)) }],
            Case = new("A", Today, [PlanEvent.Agreed(new([new("share", "s", ObjectiveDirection.Raise)]), Today.PlusDays(2))]),
        });
        file.FaultsOn(Today).Select(fault => fault.ToString()).Should().Equal(
            "plans[0].actions[0].state.on: it is 2026-07-01; it must be 2026-06-30 or earlier: a later day has not come yet",
            "plans[0].case.history[0].on: it is 2026-07-02; it must be 2026-06-30 or earlier: a later day has not come yet");
        file.FaultsOn(Today.PlusDays(2)).Should().BeEmpty();
        file.With(file.Plans[0] with { ReviewedOn = Today.PlusDays(2) }).FaultsOn(Today).Should().BeEmpty("a review of that day has been taken up");
        file.FaultsOn(Today.PlusDays(-1))[1].Path.Should().Be("plans[0].case.openedOn");
    }

    [Fact]
    public void A_day_before_the_action_was_asked_for_is_no_day_by_which_it_is_due()
    {
        var asked = File with { Plans = [File.Plans[0] with { Actions = [File.Plans[0].Actions[0] with { Origin = new("finding", "rule", Today, Today) }] }] };
        asked.Edit("A/RenewContract", action => action with { DueOn = Today.PlusDays(-1) }).Reason.En.Should()
            .Be("Action A/RenewContract cannot be due on 2026-06-29: it was first asked for on 2026-06-30. It is due on 2026-06-30 now (revision 0); name 2026-06-30 or a later day.");
        asked.Edit("A/RenewContract", action => action with { DueOn = Today.PlusDays(1) }).IsAccepted.Should().BeTrue();
    }

    [Theory]
    [InlineData("A-1/RenewContrct", "A-1/RenewContract")]
    [InlineData("a1/renewcontract", "A-1/RenewContract")]
    [InlineData("Ａ-1/RenewContract", "A-1/RenewContract")]
    [InlineData("A-01/RenewContract", "A-1/RenewContract")]
    [InlineData("A-2/RenewContract", null)]
    [InlineData("A-1/RenewContract.2", null)]
    [InlineData("A-1/WinPerson", null)]
    public void A_slip_is_nearer_than_a_new_name(string written, string? meant) =>
        LookAlikes.SlipOf(written, ["A-1/RenewContract", "A-1/FollowUp/trend"]).Should().Be(meant);

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
