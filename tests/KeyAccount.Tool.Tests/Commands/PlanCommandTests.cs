using System.Globalization;
using System.Text.Json;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Pages;
using KeyAccount.Tool.Plans;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tests.Support;
using MiniExcelLibs;
using NodaTime;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary><c>keyaccount plan</c>, <c>plan set</c> and <c>review --history</c>.</summary>
public sealed class PlanCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "What to do", "Timeline", "Progress")]
    [InlineData("zh-Hans", "待办行动", "时间线", "进度")]
    [InlineData("zh-Hant", "待辦行動", "時間線", "進度")]
    public void The_plans_of_the_sample_are_told_on_one_page(string language, params string[] texts)
    {
        ToolRun.Of("plan", "--lang", language, "--format", "md").Succeeds().Should().ContainAll(texts);
        var page = HtmlPage.Parsed(ToolRun.Of("plan", "--lang", language, "--format", "html").Succeeds());
        page.Value.Should().ContainAll(texts);
        page.Descendants("svg").Should().HaveCountGreaterThan(1);
        ToolRun.Of("plan", "--lang", language).Succeeds().Should().NotBeEmpty();
    }

    [Fact]
    public void A_plan_of_an_account_has_the_ten_sections()
    {
        var told = ToolRun.Of("plan", Busiest(), "--lang", "en", "--format", "md").Succeeds();
        told.Should().ContainAll(
            "Profile and value", "Organisation and decision chain", "Relationship", "Needs and value", "Competition", "Goals", "Strategies", "Actions", "Budget and resources",
            "Risks and reviews", "Is the plan ready?");
        ToolRun.Of("plan", "nobody").Fails().Should().Contain("there is no account 'nobody'");
        ToolRun.Of("plan", "--update").Fails().Should().Contain("--plan");
        ToolRun.Of("plan", "--plan", _folder.Of("none.json")).Fails().Should().Contain("there is no file");
    }

    [Fact]
    public void A_review_becomes_actions_and_the_next_one_knows_them()
    {
        var plan = Updated();
        var before = Plans(plan);
        before.Actions.Should().NotBeEmpty();
        Updated();
        Plans(plan).Should().Be(before, "the same review changes nothing");

        var action = before.Actions.First();
        ToolRun.Of("plan", "set", action.Id, "--plan", plan, "--status", "done", "--on", "2026-01-05", "--note", "signed", "--lang", "en").Succeeds().Should().Be($"Action {action.Id} is done now (revision 1).\n");
        var after = Plans(plan).Actions.First();
        after.State.Should().Be(new ActionState(ActionStatus.Done, new(2026, 1, 5), "signed"));
        Updated();
        Plans(plan).Actions.First().Should().Be(after, "it is done, and not asked for again");
        ToolRun.Of("plan", "--plan", plan, "--format", "csv").Succeeds().Split('\n')[1].Should().StartWith($"{action.Id},").And.Contain(",Done,false,2026-01-05,");
        Directory.EnumerateFiles(_folder.Path, "*.tmp").Should().BeEmpty();
    }

    [Fact]
    public void The_sample_has_plans_with_actions_in_every_state_and_they_hold()
    {
        var plans = PlanStore.Sample();
        var (asOf, review) = (Review().AsOf, Review());
        plans.Actions.Select(action => action.State.Status).Distinct().Should().BeEquivalentTo(ActionStatus.InOrder);
        plans.Actions.Should().Contain(action => action.IsOverdue(asOf));
        var asked = new PlanFile().TakeUp(review.Accounts).Actions.Select(action => action.Id).ToArray();
        plans.Actions.Where(action => action.Origin is not null).Select(action => action.Id).Should().BeSubsetOf(asked, "the sample still asks for what its plans hold");
        foreach (var plan in plans.Plans.SelectMany(plan => plan.Answers.Select(answer => (plan.AccountId, answer.Finding))))
            review.Accounts.Single(account => account.Id == plan.AccountId).Findings.Should().Contain(finding => finding.RuleId == plan.Finding);
        plans.Plans[0].Case!.Changes().Should().ContainSingle().Which.Should().NotBeEmpty();
        var told = ToolRun.Of("plan", "--lang", "en", "--format", "md").Succeeds();
        told.Should().ContainAll("Overdue", "Paul Kerr has arranged a visit", "Hours by owner and month");
        ToolRun.Of("plan", "Aldermoor", "--lang", "en", "--format", "md").Succeeds().Should().ContainAll("Version 2 has changed", "Plan, do, check, act", "(SPI)");
        PlanFile.FromJson(ToolRun.Of("plan", "--format", "json").Succeeds()).Plans.Should().Contain(plan => plan.Case != null && plan.Case.Versions.Count == 2);
        ToolRun.Of("plan", "--redact", "--lang", "en").Output.Should().NotContain("Paul Kerr has arranged");
    }

    [Theory]
    [InlineData("en", "Plans: 3 overdue", "In the plan", "Dismissed", "the customer reorganises its purchasing until summer")]
    [InlineData("zh-Hans", "计划：已逾期3项", "计划中的行动", "已放弃", "the customer reorganises its purchasing until summer")]
    [InlineData("zh-Hant", "計劃：已逾期3項", "計劃中的行動", "已放棄", "the customer reorganises its purchasing until summer")]
    public void A_review_knows_what_is_planned_in_every_format(string language, string totals, string section, string dismissed, string reason)
    {
        var plan = _folder.Write("plan.json", PlanStore.Sample().ToJson());
        var screen = ToolRun.Of("review", "--plan", plan, "--lang", language).Succeeds();
        screen.Should().Contain(totals);
        screen.TrimEnd().Split('\n').Length.Should().BeLessThanOrEqualTo(50);
        ToolRun.Of("review", "--plan", plan, "--lang", language, "--format", "md").Succeeds().Should().Contain(totals);
        ToolRun.Of("review", "--plan", plan, "--lang", language, "--account", "Baihe").Succeeds().Should().ContainAll(section, dismissed);
        ToolRun.Of("review", "--plan", plan, "--lang", language, "--account", "Baihe", "--format", "md").Succeeds().Should().ContainAll(section, dismissed, reason);
        HtmlPage.Parsed(ToolRun.Of("review", "--plan", plan, "--lang", language, "--format", "html").Succeeds()).Value.Should().ContainAll(section, dismissed, reason);
        ToolRun.Of("review", "--plan", plan, "--lang", language, "--pages", _folder.Of("pages")).Succeeds();
        Directory.EnumerateFiles(_folder.Of("pages"), "*.html").Select(File.ReadAllText).Should().Contain(page => page.Contains(reason));
    }

    [Fact]
    public void What_is_planned_is_not_proposed_again()
    {
        var plan = _folder.Write("plan.json", PlanStore.Sample().ToJson());
        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--plan", plan, "--format", "json").Succeeds());
        var without = Review();
        foreach (var (with, account) in review.Accounts.Zip(without.Accounts))
        {
            var hidden = account.Actions.Except(with.Actions).ToArray();
            hidden.Where(action => with.Planned!.All(each => each.Asked != action) && with.Answers!.All(answer => answer.Finding != action.Finding)).Should().BeEmpty();
            with.Actions.Should().BeSubsetOf(account.Actions);
        }

        review.Summary.Plan.Should().Be(new PlanTotal(3, 0, 4, 2, 1));
        var rows = ToolRun.Of("review", "--plan", plan, "--format", "csv").Succeeds().Split('\n');
        rows[0].Should().EndWith("toDo,overdue,plannedAction,plannedStatus,plannedDueOn,plannedOwner,plannedNote");
        rows[1].Should().EndWith(",4,1,Aldermoor Steel Works/WinPerson,Overdue,2025-11-14,Chen Wei,Paul Kerr has arranged a visit to our plant");
        ToolRun.Of("review", "--format", "csv").Succeeds().Split('\n')[0].Should().NotContain("planned");
        ToolRun.Of("review", "--plan", plan, "--owner", "Chen Wei", "--lang", "en").Succeeds().Should().Contain("Plans: 1 overdue");
        ToolRun.Of("review", "--plan", plan, "--sample", "group", "--lang", "en").Error.Should().Contain("3 plans belong to accounts that are not in the portfolio");
        ToolRun.Of("review", "--plan", plan, "--redact").Fails().Should().Contain("--redact cannot be combined with --plan");
        ToolRun.Of("review", "--plan", _folder.Of("none.json")).Fails().Should().Contain("there is no file");
        var later = PlanStore.Sample();
        later = later with { Plans = [later.Plans[0] with { ReviewedOn = new(2026, 1, 31) }] };
        ToolRun.Of("review", "--plan", _folder.Write("later.json", later.ToJson())).FailsInOneLine().Should().Contain("later.json: plans has taken up a review of 'Aldermoor Steel Works' as of 2026-01-31");
    }

    [Fact]
    public void What_is_refused_says_what_stands_there_now()
    {
        var plan = Updated();
        var id = Plans(plan).Actions.First().Id;
        ToolRun.Of("plan", "set", id, "--plan", plan, "--owner", "Li Wei", "--revision", "0").Succeeds();
        ToolRun.Of("plan", "set", id, "--plan", plan, "--due", "2030-01-01", "--revision", "0").FailsInOneLine().Should()
            .Contain("is at revision 1, not 0: open").And.Contain("Li Wei");
        ToolRun.Of("plan", "set", id + "x", "--plan", plan, "--due", "2030-01-01").FailsInOneLine().Should().StartWith($"There is no action “{id}x”; there are: ");
        ToolRun.Of("plan", "set", id, "--plan", plan, "--owner", "Li, Wang").FailsInOneLine().Should().Contain("names more than one");
        ToolRun.Of("plan", "set", id, "--plan", plan, "--status", "dismissed").FailsInOneLine().Should().Contain("it must be the reason why the action is dismissed");
        ToolRun.Of("plan", "set", id, "--plan", plan, "--status", "finished").Fails().Should().Contain("--status 'finished' is not one of open, in-progress, done, dismissed");
        ToolRun.Of("plan", "set", id, "--plan", plan).Fails().Should().Contain("there is nothing to set");
        ToolRun.Of("plan", "set", "--plan", plan, "--due", "2030-01-01").Fails().Should().Contain("name an ACTION");
        ToolRun.Of("plan", "set", id, "--plan", _folder.Of("none.json"), "--due", "2030-01-01").Fails().Should().Contain("there is no file");
        Plans(plan).Actions.First().Revision.Should().Be(1, "nothing that was refused is written");
    }

    [Fact]
    public void Edits_come_from_a_file_and_name_the_line_that_is_wrong()
    {
        var plan = Updated();
        var ids = Plans(plan).Actions.Select(action => action.Id).Take(2).ToArray();
        var edits = _folder.Write("edits.jsonl", $$"""
            {"action":"{{ids[0]}}","status":"InProgress","on":"2026-01-05","progress":0.5,"hours":8,"budget":1000,"spent":400}

            {"action":"{{ids[1]}}","status":"Dismissed","on":"2026-01-05","note":"no need"}
            """);
        ToolRun.Of("plan", "set", "--plan", plan, "--from", edits, "--lang", "en").Succeeds().Split('\n').Should().HaveCount(3);
        var action = Plans(plan).Actions.First();
        (action.State.Progress, action.Hours, action.Budget, action.Spent).Should().Be((0.5, 8.0, 1000m, 400m));
        Plans(plan).Actions.ElementAt(1).State.Status.Should().Be(ActionStatus.Dismissed);
        ToolRun.Of("plan", "set", "--plan", plan, "--from", _folder.Write("bad.jsonl", "\n{\"action\":\"x\",\"stat\":1}\n")).Fails().Should().StartWith("line 2 of the edits: it is not an edit");
    }

    [Theory]
    [InlineData("{}", "it names no action")]
    [InlineData("{\"action\":\"ID\"}", "there is nothing to set")]
    [InlineData("{\"action\":\"ID\",\"revision\":0,\"status\":null}", "there is nothing to set")]
    [InlineData("{\"action\":\"ID\",\"hours\":1,\"revision\":99999999999}", "revision is 99999999999; it must be a whole number from 0 to 2147483647")]
    [InlineData("{\"action\":\"ID\",\"status\":\"finished\"}", "status is \"finished\"; it must be one of open, in-progress, done, dismissed")]
    [InlineData("{\"action\":\"ID\",\"due\":\"31.1.2026\"}", "due is \"31.1.2026\"; it must be a date as YYYY-MM-DD")]
    [InlineData("{\"action\":\"ID\",\"hours\":-1}", "hours is -1; it must be a number of at least 0")]
    [InlineData("{\"action\":\"ID\",\"progress\":2}", "progress is 2; it must be a number from 0 to 1")]
    [InlineData("{\"action\":\"ID\",\"owner\":[\"a\"]}", "owner is [\"a\"]; it must be a text that is not blank")]
    [InlineData("{\"action\":\"ID\",\"stat\":1}", "there is no member 'stat'; it must be one of action, status, on")]
    [InlineData("{\"action\":\"ID\",\"hours\":1,\"hours\":2}", "each member appears once")]
    [InlineData("[1]", "a line is one JSON object")]
    [InlineData("done", "a line is one JSON object")]
    public void An_edit_that_is_none_says_which_member_is_wrong_and_what_it_can_be(string line, string reason)
    {
        var plan = Updated();
        var before = File.ReadAllText(plan);
        var told = ToolRun.Of("plan", "set", "--plan", plan, "--from", _folder.Write("edits.jsonl", line.Replace("ID", Plans(plan).Actions.First().Id))).FailsInOneLine();
        told.Should().StartWith("line 1 of the edits: it is not an edit: ").And.Contain(reason).And.NotContain("System.");
        File.ReadAllText(plan).Should().Be(before);
    }

    [Theory]
    [InlineData("done")]
    [InlineData("Done")]
    [InlineData("已完成")]
    [InlineData("in-progress")]
    [InlineData("InProgress")]
    [InlineData("in progress")]
    [InlineData("進行中")]
    [InlineData("Erledigt")]
    [InlineData("in Arbeit")]
    [InlineData("erledigt", "--lang", "de")]
    public void A_status_is_taken_by_its_code_or_its_name_in_every_language(string word, params string[] options)
    {
        var plan = Updated();
        var ids = Plans(plan).Actions.Select(action => action.Id).Take(2).ToArray();
        ToolRun.Of(["plan", "set", ids[0], "--plan", plan, "--status", word, .. options]).Succeeds();
        ToolRun.Of("plan", "set", "--plan", plan, "--from", _folder.Write("edits.jsonl", $$"""{"action":"{{ids[1]}}","status":"{{word}}"}""")).Succeeds();
        ToolRun.Of("plan", "set", ids[0], "--plan", plan, "--status", "finished").Fails().Should().Contain("--status 'finished' is not one of open, in-progress, done, dismissed");
        Plans(plan).Actions.Take(2).Select(action => action.State.Status).Distinct().Should().ContainSingle().Which.Should().NotBe(ActionStatus.Open);
    }

    [Fact]
    public void A_day_that_cannot_be_is_refused_with_what_stands_there_now()
    {
        var plan = Updated();
        var id = Plans(plan).Actions.First().Id;
        ToolRun.Of("plan", "set", id, "--plan", plan, "--status", "done", "--on", "2999-01-01").FailsInOneLine().Should().Contain("that is in the future").And.Contain("It is open now");
        ToolRun.Of("plan", "set", id, "--plan", plan, "--status", "done", "--on", "2020-01-01").FailsInOneLine().Should().Contain("it was first asked for on").And.Contain("(revision 0)");
        ToolRun.Of("plan", "set", id, "--plan", plan, "--hours", "1", "--revision", "99999999999").Fails().Should().Contain("--revision '99999999999' is not a whole number from 0 to 2147483647");
        Plans(plan).Actions.First().Revision.Should().Be(0);
        ToolRun.Of("plan", "set", id, "--plan", plan, "--status", "done").Succeeds();
    }

    [Theory]
    [InlineData("en", "actions in ", "no longer asked for", "Overdue", "is not done; owner: Li Wei", "1 plan belongs to an account that is not in the portfolio: 'gone'")]
    [InlineData("zh-Hans", "份计划、", "已不再提出", "已逾期", "至今未完成；责任人：Li Wei", "有 1 份计划的客户不在该组合中：'gone'")]
    [InlineData("zh-Hant", "份計劃、", "已不再提出", "已逾期", "至今未完成；責任人：Li Wei", "有 1 份計劃的客戶不在該組合中：'gone'")]
    public void Every_command_that_reviews_knows_the_plan(string language, string updated, string gone, string overdue, string watched, string others)
    {
        var plan = _folder.Of("plan.json");
        ToolRun.Of("plan", "--plan", plan, "--update", "--lang", language).Error.Should().StartWith("note: ").And.Contain(updated);
        var (id, asOf) = (Busiest(), Review().AsOf);
        var plans = Plans(plan);
        var old = new PlanAction { Id = "old", Text = "Call", Owner = "Li Wei", DueOn = asOf.PlusDays(-2), Origin = new("never", "never", asOf.PlusDays(-40), asOf.PlusDays(-40)) };
        var done = plans.Find(id)!.Actions[0];
        var soon = old with { Id = "soon", DueOn = asOf.PlusDays(2) };
        plans = plans.With(plans.Find(id)! with { Actions = [old, soon, .. plans.Find(id)!.Actions.Select(action => action == done ? done with { State = new(ActionStatus.Done, asOf, "signed on paper") } : action)] })
            .With(new() { AccountId = "gone" });
        _folder.Write("plan.json", plans.ToJson());
        ToolRun.Of("explain", id, "--plan", plan, "--lang", language, "--format", "md").Succeeds().Should().ContainAll(overdue, "signed on paper", "old");
        var page = ToolRun.Of("review", "--plan", plan, "--lang", language, "--format", "md");
        page.Succeeds().Should().Contain(gone);
        page.Error.Should().Contain(others);
        var earlier = _folder.Of("earlier.json");
        ToolRun.Of("review", "--format", "json", "--out", earlier).Succeeds();
        var events = ToolRun.Of("watch", Moved(1), "--since", earlier, "--plan", plan, "--lang", language).Succeeds();
        events.Should().ContainAll(watched, "signed on paper");
        ToolRun.Of("watch", Moved(1), "--since", earlier, "--plan", plan, "--format", "jsonl").Succeeds().Should().Contain($"/ActionOverdue/soon\"").And.Contain($"/ActionEnded/{done.Id}\"");
        ToolRun.Of("watch", Moved(1), "--since", earlier, "--format", "jsonl").Succeeds().Should().NotContain("/Action");
        ToolRun.Of("explain", id, "--plan", plan, "--redact").Fails().Should().Contain("--redact cannot be combined with --plan");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void A_plan_that_is_written_as_a_table_and_read_back_is_equal(string format)
    {
        var (plan, table) = (Updated(), _folder.Of("actions." + format));
        var plans = Plans(plan);
        var action = plans.Actions.First();
        plans = plans.With(plans.Plans[0] with
        {
            Actions =
            [
                action with { State = new(ActionStatus.InProgress, action.Origin!.FirstAskedOn, "=note, with \"marks\"", 0.25, "-5 % agreed"), Hours = 7.5, Budget = 1234.5m, Spent = 0, Resource = ResourceKind.InOrder[0] },
                .. plans.Plans[0].Actions.Skip(1),
                new PlanAction { Id = "own", Text = "拜访客户", Owner = "Li Wei", DueOn = new(2026, 2, 1), State = new(ActionStatus.Dismissed, new(2026, 1, 5), "no need") },
            ],
        });
        _folder.Write("plan.json", plans.ToJson() + "\n");
        var bytes = File.ReadAllBytes(plan);
        Written();
        ToolRun.Of("plan", "set", "--plan", plan, "--from", table, "--lang", "en").Succeeds().Should().Be($"0 actions added, 0 changed, {plans.Actions.Count()} as before.\n");
        File.ReadAllBytes(plan).Should().Equal(bytes);

        // The same table makes a plan where there is none: of each text one language.
        var other = _folder.Of("other.json");
        ToolRun.Of("plan", "set", "--plan", other, "--from", table, "--lang", "en").Succeeds().Should().StartWith($"{plans.Actions.Count()} actions added");
        Plans(other).Actions.Select(each => each with { Text = each.Text.En }).Should()
            .Equal(Plans(plan).Actions.Select(each => each with { Text = each.Text.En }));

        void Written()
        {
            // Without a review, so that nothing is taken up.
            if (format == "csv")
                File.WriteAllText(table, ToolRun.Of("plan", "--plan", plan, "--format", "csv", "--lang", "en").Succeeds());
            else
                ToolRun.Of("plan", "--plan", plan, "--xlsx", table, "--lang", "en").Succeeds();
        }
    }

    [Fact]
    public void A_table_edits_and_adds_actions_all_or_none()
    {
        var plan = Updated();
        var actions = Plans(plan).Actions.ToArray();
        var (first, second, account) = (actions[0].Id, actions[1].Id, Plans(plan).Plans[0].AccountId);
        var good = _folder.Write("good.csv", $"编号,客户,行动,责任人,到期日,状态,备注\n{first},,,Chen Wei,2026-05-01,已完成,签字\n{second},,,,,dismissed,no need\n,{account},Call the plant,Wu Min,2026-03-01,,\n");
        ToolRun.Of("plan", "set", "--plan", plan, "--from", good, "--lang", "zh-Hans").Succeeds().Should().Be($"新增 1 项行动，修改 2 项，0 项不变。 新行动：{account}/own-1。\n");
        var after = Plans(plan);
        var done = after.Actions.First();
        (done.State.Status, done.State.Note, done.Owner, done.DueOn, done.Revision).Should().Be((ActionStatus.Done, "签字", "Chen Wei", new LocalDate(2026, 5, 1), 1));
        done.Text.Should().Be(actions[0].Text);
        after.Find(account)!.Actions[^1].Should().Match<PlanAction>(each => each.Id == account + "/own-1" && each.Text.En == "Call the plant" && each.Owner == "Wu Min");

        var before = File.ReadAllText(plan);
        var bad = _folder.Write("bad.csv", $"id,account,action,owner,due,status,since,progress,revision\n{first},,,Chen Wei,,done,,,0\n{second},,,Li和Wu,,,,,\n{second},,,,,,,,\nnew,Nobody,Call,Li Wei,,,,,\nnew2,Nobody,Call,李伟和陈伟,2026-01-01,,,,\nnew3,Nobody,Call,Li Wei,2026-01-01,finished,,,\nnew4,Nobody,Call,Li Wei,2026-01-01,done,2999-01-01,,\n{first}x,,,,,,,,\n");
        var told = ToolRun.Of("plan", "set", "--plan", plan, "--from", bad).Fails();
        told.Should().ContainAll("rows cannot be applied; nothing is changed", "it is duplicated; an action has one row", "a date is needed", "names more than one ('和')", "… and ");
        File.ReadAllText(plan).Should().Be(before);
        ToolRun.Of("plan", "set", "--plan", plan, "--from", _folder.Write("measure.csv", $"id,measure\n{first},zz\n")).Fails().Should().Contain("line 2, column measure: 'zz'").And.Contain("has no measure with this id");
        ToolRun.Of("plan", "set", first, "--plan", plan, "--budget", "100000000000000000000000000").Fails().Should().Contain("1000000000000");
        ToolRun.Of("plan", "--plan", plan).Succeeds();
        File.ReadAllText(plan).Should().Be(before);
        ToolRun.Of("plan", "set", "--plan", plan, "--from", _folder.Write("old.csv", $"id,owner,revision\n{first},Li Wei,0\n")).Fails().Should().Contain("is at revision 1, not 0").And.Contain("To edit the current state, name revision 1");
        ToolRun.Of("plan", "set", "--plan", plan, "--from", _folder.Write("late.csv", $"id,status,since\n{first},in-progress,2999-01-01\n")).Fails().Should().Contain("that is in the future");
        ToolRun.Of("plan", "set", "--plan", plan, "--from", _folder.Write("other.csv", "x,y\n1,2\n")).Fails().Should().Contain("it has no column 'id' and none 'action'");
        ToolRun.Of("plan", "set", "--plan", plan, "--from", "-", "--decimal", ",").Fails().Should().Contain("--decimal needs a table with --from");
        ToolRun.Of("plan", "set", "--plan", plan, "--from", _folder.Write("titles.csv", $"key;Who\n{first};Wu Min\n"), "--column", "id=key", "--lang", "en").Succeeds().Should().Be("0 actions added, 1 changed, 0 as before.\n");
        ToolRun.Of("plan", "set", "--plan", plan, "--from", _folder.Write("again.csv", $"id,status\n{first},in-progress\n")).Succeeds();
        Plans(plan).Actions.First().State.On.Should().NotBe(done.State.On!.Value.PlusDays(-1)).And.NotBeNull();
    }

    [Fact]
    public void A_workbook_has_a_row_for_each_action()
    {
        var (plan, book) = (Updated(), _folder.Of("plan.xlsx"));
        ToolRun.Of("plan", "--plan", plan, "--xlsx", book, "--lang", "en").Succeeds();
        var rows = MiniExcel.Query(book, useHeaderRow: true).Cast<IDictionary<string, object?>>().ToArray();
        rows.Select(row => (string)row["id"]!).Should().Equal(Plans(plan).Actions.Select(action => action.Id));
        rows[0].Keys.Should().Contain(["owner", "due", "status", "revision"]);
    }

    [Theory]
    [InlineData("tables")]
    [InlineData("book.xlsx")]
    public void Objectives_measures_and_notes_are_written_and_read_back(string place)
    {
        var plans = Plans(Updated());
        var first = plans.Plans[0] with
        {
            Objectives =
            [
                new("share", "Raise our share", ObjectiveDirection.Raise, 20.5, 40)
                {
                    Metric = "share", Unit = "%", DataSource = "=review", DueOn = new(2026, 12, 31), Owner = "Li Wei", Goal = "grow", Best = 25,
                    TenthPercentile = 10, NinetiethPercentile = 24, Reason = "'=new plant, \"two\"\nlines",
                },
                new("complaints", "投诉减少", ObjectiveDirection.Lower),
            ],
            Measures = [new() { Id = "visit", ObjectiveId = "share", Statement = "Visit the plant" }],
            Notes = [new() { Section = PlanSection.Goals, Text = "-1 % a year" }, new() { Section = PlanSection.Risks, Text = "one buyer" }],
        };
        first = first with
        {
            Actions = [.. first.Actions, new PlanAction { Id = "own", Text = "Call", Owner = "Li Wei", DueOn = new(2026, 6, 1), MeasureId = "visit", State = new(ActionStatus.InProgress, new(2026, 1, 2), by: "Wu Min") }],
        };
        plans = plans.With(first);
        var plan = _folder.Write("whole.json", plans.ToJson() + "\n");
        var (bytes, target, count) = (File.ReadAllBytes(plan), _folder.Of(place), plans.Actions.Count());
        ToolRun.Of("plan", "--plan", plan, place == "tables" ? "--tables" : "--xlsx", target, "--lang", "en").Succeeds();
        ToolRun.Of("plan", "set", "--plan", plan, "--from", target, "--lang", "en").Succeeds().Should().Be($"0 actions added, 0 changed, {count} as before.\n");
        File.ReadAllBytes(plan).Should().Equal(bytes);

        var other = _folder.Of("other.json");
        ToolRun.Of("plan", "set", "--plan", other, "--from", target, "--lang", "en").Succeeds().Should()
            .StartWith($"{count} actions added, 0 changed, 0 as before. New: ").And.EndWith(" 4 objectives, measures or lists of notes added or changed.\n");
        var read = Plans(other).Find(first.AccountId)!;
        read.Objectives.Should().Equal(first.Objectives);
        read.Measures.Should().Equal(first.Measures);
        read.Notes.Should().Equal(first.Notes);
        read.Actions[^1].Should().Be(first.Actions[^1]);
    }

    [Theory]
    [InlineData("actions.csv", "action,owner,due\nCall,Li Wei,2026-03-01\n")]
    [InlineData("actions.csv", "id,account,action,owner,due\nnew,,Call,Li Wei,2026-03-01\n")]
    [InlineData("objectives.csv", "id,accountId,statement,direction\no,,Grow,Raise\n")]
    [InlineData("measures.csv", "id,objectiveId,statement\nm,share,Visit\n")]
    [InlineData("notes.csv", "section,text\nGoals,mine\n")]
    public void A_row_without_an_account_is_refused(string name, string table)
    {
        var plan = Agreed();
        var before = File.ReadAllText(plan);
        Taken(plan, _folder.Write(name, table)).Fails().Should().Contain("it is needed for what the plan does not have");
        File.ReadAllText(plan).Should().Be(before);
    }

    [Theory]
    [InlineData("tables")]
    [InlineData("book.xlsx")]
    public void Two_who_bring_the_same_tables_back_lose_nothing_of_each_other(string place)
    {
        var (plan, target) = (Agreed(), _folder.Of(place));
        ToolRun.Of("plan", "--plan", plan, place == "tables" ? "--tables" : "--xlsx", target, "--lang", "en").Succeeds();
        var plans = Plans(plan);
        var agreed = plans.Plans[0] with
        {
            Objectives = [plans.Plans[0].Objectives[0] with { Owner = "Wu Min" }, plans.Plans[0].Objectives[1]],
            Measures = [plans.Plans[0].Measures[0] with { Statement = "Visit both plants" }],
            Notes = [.. plans.Plans[0].Notes, new() { Section = PlanSection.Risks, Text = "of A" }],
        };
        _folder.Write("plan.json", plans.With(agreed).ToJson() + "\n");
        var after = File.ReadAllText(plan);

        // Who has changed nothing changes nothing.
        Taken(plan, target).Succeeds().Should().StartWith("0 actions added, 0 changed").And.NotContain("objective");
        File.ReadAllText(plan).Should().Be(after);
    }

    [Fact]
    public void What_was_changed_from_an_older_state_is_refused_with_what_stands_there_now()
    {
        var (plan, target) = (Agreed(), _folder.Of("tables"));
        ToolRun.Of("plan", "--plan", plan, "--tables", target).Succeeds();
        var plans = Plans(plan);
        _folder.Write("plan.json", plans.With(plans.Plans[0] with
        {
            Objectives = [plans.Plans[0].Objectives[0] with { Owner = "Wu Min" }, plans.Plans[0].Objectives[1]],
            Measures = [plans.Plans[0].Measures[0] with { Statement = "Visit both plants" }],
            Notes = [.. plans.Plans[0].Notes, new() { Section = PlanSection.Risks, Text = "of A" }],
        }).ToJson() + "\n");
        var after = File.ReadAllText(plan);
        Changed("objectives", "Raise our share", "Raise it");
        Changed("measures", "Visit the plant", "Visit it");
        Changed("notes", "one buyer", "two buyers");
        var told = Taken(plan, target).Fails();
        told.Should().ContainAll(
            "objectives: ", "it has been changed since the table was written; it is now: Raise our share, Raise, baseline 20.5, target 40, due 2026-12-31, owner Wu Min",
            "measures: ", "it is now: Visit both plants, objective share", "now they are: Goals: half a year; Risks: one buyer; Risks: of A");
        File.ReadAllText(plan).Should().Be(after);

        // What it says as the way out is one.
        foreach (var (name, stands) in new[] { ("objectives", PlanFingerprint.Of(Plans(plan).Plans[0].Objectives[0])), ("measures", PlanFingerprint.Of(Plans(plan).Plans[0].Measures[0])), ("notes", PlanFingerprint.Of(Plans(plan).Plans[0].Notes)) })
        {
            told.Should().Contain(stands);
            var was = name == "objectives" ? PlanFingerprint.Of(plans.Plans[0].Objectives[0]) : name == "measures" ? PlanFingerprint.Of(plans.Plans[0].Measures[0]) : PlanFingerprint.Of(plans.Plans[0].Notes);
            Changed(name, was, stands);
        }

        Taken(plan, target).Succeeds().Should().Contain("3 objectives, measures or lists of notes added or changed");
        (Plans(plan).Plans[0].Objectives[0].Owner, Plans(plan).Plans[0].Measures[0].Statement).Should().Be(("Li Wei", "Visit it"));
        Plans(plan).Plans[0].Notes.Select(note => note.Text).Should().Equal("half a year", "two buyers");

        void Changed(string name, string from, string to)
        {
            var file = Path.Combine(target, name + ".csv");
            File.ReadAllText(file).Should().Contain(from);
            File.WriteAllText(file, File.ReadAllText(file).Replace(from, to, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_table_without_fingerprints_is_taken_as_before()
    {
        var plan = Agreed();
        var account = Plans(plan).Plans[0].AccountId;
        Taken(plan, _folder.Write("objectives.csv", $"id,account,statement\nshare,{account},Raise it\n")).Succeeds();
        Taken(plan, _folder.Write("notes.csv", $"account,section,text\n{account},Goals,mine\n")).Succeeds();
        Plans(plan).Plans[0].Objectives[0].Statement.Should().Be("Raise it");
        Plans(plan).Plans[0].Notes.Should().ContainSingle().Which.Text.Should().Be("mine");
    }

    [Fact]
    public void Notes_are_taken_out_of_the_accounts_that_a_table_covers_and_of_no_others()
    {
        var plan = Agreed();
        var plans = Plans(plan);
        plans = plans.With(plans.Plans[1] with { Notes = [new() { Section = PlanSection.Risks, Text = "other" }] });
        _folder.Write("plan.json", plans.ToJson() + "\n");
        var (target, of) = (_folder.Of("tables"), _folder.Of("one"));
        ToolRun.Of("plan", plans.Plans[0].AccountId, "--plan", plan, "--tables", of).Succeeds();
        ToolRun.Of("plan", "--plan", plan, "--tables", target).Succeeds();
        var before = File.ReadAllText(plan);

        // A header only, beside the tables of one account: its notes, and not those of the other.
        var notes = Path.Combine(of, "notes.csv");
        File.WriteAllText(notes, File.ReadLines(notes).First() + "\n");
        Taken(plan, notes).Fails().Should().Contain("a row with an account and neither section nor text removes all notes of the account");
        Taken(plan, of).Succeeds().Should().Contain("1 objective, measure or list of notes added or changed");
        Plans(plan).Plans[0].Notes.Should().BeEmpty();
        Plans(plan).Plans[1].Notes.Should().ContainSingle();

        // Who has not seen that puts nothing back.
        var back = Taken(plan, target);
        back.Succeeds().Should().NotContain("objective");
        back.Error.Should().Contain("The notes of 1 account have been taken out since the table was written");
        Plans(plan).Plans[0].Notes.Should().BeEmpty();

        // Without the table of accounts, a table covers the accounts that it names.
        _folder.Write("plan.json", before);
        Taken(plan, _folder.Write("notes.csv", $"account,section,text\n{plans.Plans[1].AccountId},,\n")).Succeeds();
        Plans(plan).Plans[0].Notes.Should().HaveCount(2);
        Plans(plan).Plans[1].Notes.Should().BeEmpty();

        // What was added since is not taken out by who has not seen it.
        _folder.Write("plan.json", plans.With(plans.Plans[0] with { Notes = [.. plans.Plans[0].Notes, new() { Section = PlanSection.Risks, Text = "new" }] }).ToJson());
        Taken(plan, of).Fails().Should().Contain("have been changed since the table was written");
    }

    [Fact]
    public void A_row_goes_to_no_account_that_it_may_not_mean()
    {
        var plan = _folder.Write("plan.json", """
            {"plans":[{"accountId":"C-7","name":"Baihe Heavy Machinery","actions":[{"id":"C-7/x","text":"t","owner":"Li","dueOn":"2026-01-01"}]},
              {"accountId":"C-8","name":"Twin"},{"accountId":"C-9","name":"Twin"},{"accountId":"Twins","name":"C-7"}]}
            """);
        var before = File.ReadAllText(plan);
        Refused("account", "Twin", "accounts 'C-8', 'C-9' have this name; name one of them by its id");
        Refused("account", "Baihe", "there is no plan for this account, but one for 'Baihe Heavy Machinery' (id 'C-7'); write it that way");
        Refused("account", "heavy machinery", "'Baihe Heavy Machinery'");
        Refused("accountId,account", "C-7,Twin", "the two contradict each other");
        Taken(plan, _folder.Write("a.csv", "id,account,note\nC-7/x,C-8,mine\n")).Fails().Should().Contain("the action is of account 'C-7' (Baihe Heavy Machinery); the two contradict each other");
        Taken(plan, _folder.Write("a.csv", "id,accountId,note\nC-7/x,C-8,mine\n")).Fails().Should().Contain("the two contradict each other");
        File.ReadAllText(plan).Should().Be(before);

        Taken(plan, _folder.Write("a.csv", "accountId,account,action,owner,due\nC-8,Twin,Call,Li Wei,2026-03-01\nBaihe,,Call,Li Wei,2026-03-01\n,C-7,Call,Li Wei,2026-03-01\n,baihe heavy machinery,Write,Li Wei,2026-03-01\n")).Succeeds()
            .Should().Contain("4 actions added").And.Contain("New: C-8/own-1, Baihe/own-1, C-7/own-1, C-7/own-2.").And.Contain("Plans begun for: Baihe.");
        Taken(plan, _folder.Write("a.csv", "id,account,accountId,note\nC-7/x,Baihe of old,C-7,mine\n")).Succeeds();

        void Refused(string titles, string cells, string reason) =>
            Taken(plan, _folder.Write("a.csv", $"{titles},action,owner,due\n{cells},Call,Li Wei,2026-03-01\n")).Fails().Should().Contain(reason);
    }

    [Fact]
    public void The_same_table_of_new_actions_adds_them_once()
    {
        var plan = Agreed();
        var account = Plans(plan).Plans[0].AccountId;
        var table = _folder.Write("new.csv", $"account,action,owner,due,budget\n{account},Call,Li Wei,2026-03-01,5\n{account},Call,Wu Min,2026-03-01,5\n");
        Taken(plan, table).Succeeds().Should().StartWith("2 actions added");
        ToolRun.Of("plan", "set", $"{account}/own-1", "--plan", plan, "--status", "done").Succeeds();
        var before = File.ReadAllText(plan);
        Taken(plan, table).Succeeds().Should().StartWith("0 actions added, 0 changed, 0 as before.")
            .And.Contain($"2 rows without an id name actions that already exist, and nothing is added: {account}/own-1, {account}/own-2.");
        File.ReadAllText(plan).Should().Be(before);
    }

    [Fact]
    public void Who_makes_the_edits_of_a_file_is_kept_with_them()
    {
        var plan = Agreed();
        var (first, second, account) = (Plans(plan).Actions.First().Id, Plans(plan).Actions.ElementAt(1).Id, Plans(plan).Plans[0].AccountId);
        ToolRun.Of("plan", "set", "--plan", plan, "--by", "Chen Wei", "--from", _folder.Write("a.csv", $"id,account,action,owner,due,hours,setBy\n{first},,,,,5,\n{second},,,,,5,Wu Min\n,{account},Call,Li Wei,2026-03-01,,\n"), "--lang", "en")
            .Error.Should().Contain("2 rows have no owner or no day; an action needs both");
        Plans(plan).Actions.Take(2).Select(action => action.State.By).Should().Equal("Chen Wei", "Wu Min");
        Plans(plan).Plans[0].Actions[^1].State.By.Should().Be("Chen Wei");
        ToolRun.Of("plan", "set", "--plan", plan, "--by", "Li Na", "--from", _folder.Write("e.jsonl", $$"""
            {"action":"{{first}}","hours":6}
            {"action":"{{second}}","status":"done","by":"Wu Min"}
            """)).Succeeds();
        Plans(plan).Actions.Take(2).Select(action => action.State.By).Should().Equal("Li Na", "Wu Min");
        ToolRun.Of("plan", "set", "--plan", plan, "--owner", "Li Na", "--from", _folder.Of("e.jsonl")).Fails().Should().Contain("except --by");
    }

    [Fact]
    public void What_cannot_be_in_a_table_is_refused_and_what_is_unlikely_is_pointed_out()
    {
        var plan = Agreed();
        var (first, account, begun) = (Plans(plan).Actions.First().Id, Plans(plan).Plans[0].AccountId, Plans(plan).Plans[0].Case!.OpenedOn);
        Taken(plan, _folder.Write("objectives.csv", $"id,account,statement,direction,tenthPercentile,ninetiethPercentile\no,{account},Grow,Raise,24,10\n")).Fails()
            .Should().Contain("it must be at most ninetiethPercentile, 10");
        Taken(plan, _folder.Write("objectives.csv", $"id,account,statement,direction,due\no,{account},Grow,Raise,{begun.PlusDays(-1):uuuu'-'MM'-'dd}\n")).Fails()
            .Should().Contain("it is before the plan was begun");
        Taken(plan, _folder.Write("a.csv", $"id,budget,spent\n{first},5,6\n")).Error.Should().Contain($"spent: action {first} has cost 6, more than its budget of 5");
        ToolRun.Of("plan", "set", first, "--plan", plan, "--hours", "1", "--lang", "en").Error.Should().Contain("more than its budget of 5");
        ToolRun.Of("plan", "--plan", plan, "--lang", "en").Error.Should().Contain("more than its budget of 5");
        ToolRun.Of("plan", "set", first, "--plan", plan, "--spent", "5", "--lang", "en").Error.Should().BeEmpty();
    }

    [Fact]
    public void A_slip_in_an_id_is_named_and_adds_nothing()
    {
        var plan = Updated();
        var (first, account) = (Plans(plan).Actions.First().Id, Plans(plan).Plans[0].AccountId);
        var before = File.ReadAllText(plan);
        foreach (var id in new[] { first[..^1], first.ToUpperInvariant(), first + "s", first.Replace(" ", "", StringComparison.Ordinal) })
        {
            var table = _folder.Write("slip.csv", $"id,account,action,owner,due\n{id},{account},Call,Li Wei,2026-03-01\n");
            ToolRun.Of("plan", "set", "--plan", plan, "--from", table).Fails().Should().Contain($"there is no such action, but there is '{first}'");
        }

        var misspelled = _folder.Write("account.csv", $"account,action,owner,due\n{account}s,Call,Li Wei,2026-03-01\n");
        ToolRun.Of("plan", "set", "--plan", plan, "--from", misspelled).Fails().Should().Contain($"there is no plan for this account, but one for '{account}'");
        ToolRun.Of("plan", "set", first[..^1], "--plan", plan, "--status", "open").Fails().Should().Contain($"there are: {first}");
        ToolRun.Of("plan", account + "s").Fails().Should().Contain($"is it '{account}'?");
        ToolRun.Of("plan", first).Fails().Should().Contain($"name its account, '{account}'");
        File.ReadAllText(plan).Should().Be(before);

        // Another number is another action.
        var next = _folder.Write("next.csv", $"id,account,action,owner,due\n{first}.7,{account},Call,Li Wei,2026-03-01\n");
        ToolRun.Of("plan", "set", "--plan", plan, "--from", next, "--lang", "en").Succeeds().Should().Contain($"New: {first}.7.");
    }

    [Fact]
    public void Plans_of_accounts_beyond_the_portfolio_are_named_with_the_nearest()
    {
        var account = Review().Accounts[0].Id;
        var plan = _folder.Write("p.json", $$"""{"plans":[{"accountId":"{{account}}s"},{"accountId":"zzzzzz"}]}""");
        foreach (var command in new[] { "plan", "review" })
        {
            ToolRun.Of(command, "--plan", plan, "--lang", "en").Error.Should()
                .Contain($"2 plans belong to accounts that are not in the portfolio: '{account}s' (is it '{account}'?), 'zzzzzz'.");
        }
    }

    [Fact]
    public void What_has_not_happened_yet_is_refused_by_its_path()
    {
        var plan = _folder.Write("p.json", """
            {"plans":[{"accountId":"A","actions":[{"id":"A/1","text":"t","owner":"Li","dueOn":"2999-02-01","state":{"status":"Done","on":"2999-01-01"}}],
              "case":{"id":"A","openedOn":"2026-01-01","history":[{"kind":"Agreed","on":"2999-03-01","version":{"objectives":[{"id":"o","statement":"s","direction":"Raise"}],"measures":[]}}]}}]}
            """);
        foreach (var command in new[] { "plan", "review" })
        {
            ToolRun.Of(command, "--plan", plan).Fails().Should().ContainAll(
                "plans[0].actions[0].state.on: it is 2999-01-01", "plans[0].case.history[0].on: it is 2999-03-01", "or earlier");
        }

        var id = Plans(Updated()).Actions.First().Id;
        ToolRun.Of("plan", "set", id, "--plan", _folder.Of("plan.json"), "--due", "2001-01-01").Fails().Should()
            .Contain("cannot be due on 2001-01-01: it was first asked for on");
    }

    [Fact]
    public void A_table_is_written_in_the_language_that_is_asked_for() =>
        ToolRun.Of("plan", "--format", "csv", "--lang", "zh-Hans").Succeeds().Split('\n')[1].Should().MatchRegex("\\p{IsCJKUnifiedIdeographs}{3}");

    [Fact]
    public void Who_has_set_what_stands_there_is_told_to_whoever_has_read_an_older_revision()
    {
        var plan = Updated();
        var id = Plans(plan).Actions.First().Id;
        ToolRun.Of("plan", "set", id, "--plan", plan, "--status", "in-progress", "--by", "Chen Wei").Succeeds();
        ToolRun.Of("plan", "set", id, "--plan", plan, "--status", "done", "--revision", "3").FailsInOneLine().Should()
            .ContainAll("is at revision 1, not 3", "set by Chen Wei", "name revision 1");
        ToolRun.Of("plan", "set", id, "--plan", plan, "--status", "done", "--revision", "1").Succeeds();
        Plans(plan).Actions.First().State.By.Should().BeNull("nobody has said who has done it");
    }

    [Fact]
    public void Every_fault_of_a_plan_is_named()
    {
        var file = _folder.Write("p.json", """{"version":1,"plans":[{"accountId":"A","actions":[{"id":"a","text":"t","owner":"Li"}]}]}""");
        ToolRun.Of("plan", "--plan", file).Fails().Should().Contain("plans[0].actions[0].dueOn: it is missing");
        using var schema = JsonDocument.Parse(ToolRun.Of("schema", "plan").Succeeds());
        schema.RootElement.GetProperty("properties").TryGetProperty("plans", out _).Should().BeTrue();
    }

    [Fact]
    public void A_history_compares_with_the_last_review_and_draws_the_score()
    {
        var history = _folder.Of("history");
        ToolRun.Of("review", Moved(0), "--history", history, "--lang", "en").Succeeds().Should().NotContain("Since ");
        ToolRun.Of("review", Moved(1), "--history", history, "--lang", "en").Succeeds();
        ToolRun.Of("review", Moved(1), "--history", history, "--lang", "en").Succeeds();
        Directory.EnumerateFiles(history, "review-*.json").Should().HaveCount(2);
        ToolRun.Of("review", Moved(1, "name"), "--history", history).ExitCode.Should().Be(2, "another review of that day is kept");
        var page = HtmlPage.Parsed(ToolRun.Of("plan", Busiest(), "--portfolio", Moved(1), "--history", history, "--lang", "en", "--format", "html").Succeeds());
        page.Value.Should().Contain("Value score");
        ToolRun.Of("review", Moved(1), "--history", history, "--since", Moved(0)).Fails().Should().Contain("leave out --since");
    }

    private static ToolRun Taken(string plan, string from) => ToolRun.Of("plan", "set", "--plan", plan, "--from", from, "--lang", "en");

    // A plan with objectives, a measure and notes.
    private string Agreed()
    {
        var plans = Plans(Updated());
        return _folder.Write("plan.json", plans.With(plans.Plans[0] with
        {
            Objectives =
            [
                new("share", "Raise our share", ObjectiveDirection.Raise, 20.5, 40) { DueOn = new(2026, 12, 31), Owner = "Li Wei" },
                new("complaints", "投诉减少", ObjectiveDirection.Lower, 1.0 / 3, 0.1),
            ],
            Measures = [new() { Id = "visit", ObjectiveId = "share", Statement = "Visit the plant" }],
            Notes = [new() { Section = PlanSection.Goals, Text = "half a year" }, new() { Section = PlanSection.Risks, Text = "one buyer" }],
        }).ToJson() + "\n");
    }

    private string Updated()
    {
        var plan = _folder.Of("plan.json");
        ToolRun.Of("plan", "--plan", plan, "--update", "--lang", "en").Succeeds();
        return plan;
    }

    private static PlanFile Plans(string file) => PlanFile.FromJson(File.ReadAllText(file));

    private static PortfolioReview Review() => PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());

    private static string Busiest() => Review().Accounts.OrderByDescending(account => account.Actions.Count).First().Id;

    // The sample some months later.
    private string Moved(int months, string? name = null)
    {
        using var reader = new StreamReader(Samples.Portfolio());
        var sample = Portfolio.FromJson(reader.ReadToEnd());
        var moved = sample with { AsOf = sample.AsOf.PlusMonths(months) };
        if (name is not null)
            moved = moved with { Accounts = [.. moved.Accounts.Skip(1)] };
        return _folder.Write($"portfolio{months}{name}.json", moved.ToJson());
    }
}
