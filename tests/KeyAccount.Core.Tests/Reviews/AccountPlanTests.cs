using KeyAccount.Core.Documents;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Tests.House;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class AccountPlanTests
{
    private static readonly Portfolio Sample = Portfolio.FromJson(
        File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "portfolio.json")));

    private static readonly PortfolioReview Review = new AccountReviewer(ReviewModels.For(Sample)).Review(Sample);

    private static AccountReview Busy => Review.Accounts.First(account => account.Actions.Count == AccountActions.Most);

    [Fact]
    public void An_action_of_the_review_becomes_one_of_the_plan_and_is_known_from_then_on()
    {
        var plan = AccountPlan.Begin(Busy);
        plan.Actions.Should().HaveCount(Busy.Actions.Count);
        plan.Actions.Select(action => action.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.StartsWith(Busy.Id + "/"));
        Busy.WithPlan(plan).Planned!.Should().HaveCount(Busy.Actions.Count).And.OnlyContain(each => each.Asked != null && !each.IsOverdue);
        Busy.WithPlan(plan).Actions.Should().BeEmpty("what is planned is not proposed again");
        plan.TakeUp(Busy).Should().Be(plan, "the same review changes nothing");
    }

    [Fact]
    public void A_day_that_was_promised_stays_and_passes()
    {
        var plan = AccountPlan.Begin(Busy);
        var later = Later(Busy, 200);
        var after = plan.TakeUp(later);
        after.Actions.Select(action => (action.Id, action.DueOn)).Should().Equal(plan.Actions.Select(action => (action.Id, action.DueOn)));
        later.WithPlan(after).Planned!.Should().HaveCount(Busy.Actions.Count).And.OnlyContain(each => each.IsOverdue);
        after.Actions.Should().OnlyContain(action => action.Origin!.LastAskedOn == later.AsOf && action.Origin.FirstAskedOn == Busy.AsOf);
    }

    [Fact]
    public void What_is_done_or_dismissed_is_not_asked_for_again_until_it_has_come_back()
    {
        var plan = AccountPlan.Begin(Busy);
        var (done, dismissed) = (plan.Actions[0].Id, plan.Actions[1].Id);
        plan = Set(Set(plan, done, new(ActionStatus.Done, Busy.AsOf)), dismissed, new(ActionStatus.Dismissed, Busy.AsOf, "the customer declined"));
        for (var month = 1; month <= 3; month++)
        {
            plan = plan.TakeUp(Later(Busy, 30 * month));
            plan.Actions.Should().HaveCount(Busy.Actions.Count);
            Later(Busy, 30 * month).WithPlan(plan).Planned!.Where(each => each.Action.State.HasEnded).Select(each => each.Action.State.Status).Should().BeEquivalentTo([ActionStatus.Done, ActionStatus.Dismissed]);
        }

        var quiet = plan.TakeUp(Later(Busy, 120) with { Actions = [] });
        quiet.Actions.Should().Equal(plan.Actions, "nobody has asked");
        var back = quiet.TakeUp(Later(Busy, 150));
        back.Actions.Select(action => action.Id).Skip(Busy.Actions.Count).Should().Equal(done + ".2", dismissed + ".2");
        Later(Busy, 150).WithPlan(back).Planned!.Should().HaveCount(Busy.Actions.Count).And.OnlyContain(each => !each.Action.State.HasEnded);
        back.TakeUp(Later(Busy, 150)).Should().Be(back);
    }

    [Fact]
    public void A_contract_whose_id_ends_in_a_number_is_never_another_one_that_has_come_back()
    {
        var finding = Busy.Findings[0] with { Stake = new(ReviewTopic.Contract, 0.1m, null, FindingKind.Issue, FindingSubject.Contract) };
        var asked = Review.Accounts.SelectMany(account => account.Actions).First();
        var review = Busy with
        {
            Findings = [finding with { RuleId = "one", Subjects = ["FA"] }, finding with { RuleId = "two", Subjects = ["FA.2"] }],
            Actions = [asked with { Kind = ActionKind.RenewContract, Finding = "one" }, asked with { Kind = ActionKind.RenewContract, Finding = "two" }],
        };
        var key = $"{Busy.Id}/RenewContract/FA";
        foreach (var order in new[] { review, review with { Actions = [.. review.Actions.Reverse()] } })
        {
            var plan = AccountPlan.Begin(order);
            plan.Actions.Select(action => action.Id).Should().BeEquivalentTo(key, key + ".2");
            plan.TakeUp(order).Should().Be(plan);
            plan = Set(plan, key, new(ActionStatus.Done, Busy.AsOf));
            plan = plan.TakeUp(Later(order, 30) with { Actions = [.. order.Actions.Where(action => action.Finding == "two")] });
            plan.Actions.Should().HaveCount(2);
            var back = plan.TakeUp(Later(order, 60));
            back.Actions.Select(action => action.Id).Skip(2).Should().Equal(key + ".3");
            back.Actions.Single(action => action.Id == key + ".2").Origin!.Finding.Should().Be("two");
            new PlanFile { Plans = [back] }.FaultsOf().Should().BeEmpty();
            PlanFile.FromJson(new PlanFile { Plans = [back] }.ToJson()).Plans[0].TakeUp(Later(order, 60)).Should().Be(back);
        }

        // A file that does not say what its number means: what the review asks for by that id is that action.
        var old = AccountPlan.Begin(review) with { Actions = [.. AccountPlan.Begin(review).Actions.Select(action => action with { Origin = action.Origin! with { Number = null } })] };
        old.TakeUp(review).Actions.Select(action => (action.Id, action.Origin!.Finding)).Should().Equal((key, "one"), (key + ".2", "two"));
    }

    [Theory]
    [InlineData("en", "the review no longer asks for it: dismiss it if it is settled")]
    [InlineData("zh-Hans", "评审已不再提出此项：如已解决，可以放弃")]
    [InlineData("zh-Hant", "評審已不再提出此項：如已解決，可以放棄")]
    public void An_open_action_whose_reason_is_gone_says_so(string language, string note)
    {
        var plan = AccountPlan.Begin(Busy);
        var first = plan.Actions[0];
        var later = Later(Busy, 200);
        later = later with { Findings = [.. later.Findings.Where(finding => finding.RuleId != first.Origin!.Finding)], Actions = [.. later.Actions.Where(action => action.Finding != first.Origin!.Finding)] };
        var planned = later.WithPlan(plan);
        planned.Planned!.Where(each => each.IsReasonGone).Select(each => each.Action.Id).Should().Contain(first.Id);
        planned.Planned!.Should().OnlyContain(each => !each.IsReasonGone || each.Asked == null);
        var reader = new TopicReader(ReviewModels.For(Sample), Sample.Currency, language);
        Told(planned.Describe(reader)).Should().Contain(note);
        Told(Busy.WithPlan(plan).Describe(reader)).Should().NotContain(note);
        Told(plan.TakeUp(later).Describe(later, reader)).Should().Contain(note);
        Told(new PlanFile { Plans = [plan.TakeUp(later)] }.Describe(later.AsOf, language)).Should().Contain(note);
        Told(new PlanFile { Plans = [plan.TakeUp(Busy)] }.Describe(Busy.AsOf, language)).Should().NotContain(note);

        static string Told(Document document) => System.Text.RegularExpressions.Regex.Unescape(document.ToJson());
    }

    [Fact]
    public void A_year_of_monthly_reviews_leaves_every_id_once_and_the_same_bytes_on_replay()
    {
        string[] written = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            var file = new PlanFile();
            var known = new Dictionary<string, LocalDate>(StringComparer.Ordinal);
            for (var month = 0; month < 12; month++)
            {
                var asOf = Sample.AsOf.PlusMonths(month);
                var review = new AccountReviewer(ReviewModels.For(Sample)).Review(Sample with { AsOf = asOf });
                file = file.TakeUp(review.Accounts);
                file.FaultsOf().Should().BeEmpty();
                foreach (var action in file.Actions)
                    (known.TryAdd(action.Id, action.DueOn) || known[action.Id] == action.DueOn).Should().BeTrue("the day of {0} stays", action.Id);
                file.Actions.Select(action => action.Id).Order(StringComparer.Ordinal).Should().Equal(known.Keys.Order(StringComparer.Ordinal), "no id goes away");

                // Every month the first open action of each account is done.
                foreach (var id in file.Plans.Select(plan => plan.Actions.FirstOrDefault(action => !action.State.HasEnded)?.Id).OfType<string>().ToArray())
                    file = file.Edit(id, action => action with { State = new(ActionStatus.Done, asOf) }).File;
                var open = file.Actions.Where(action => !action.State.HasEnded).GroupBy(action => action.Id.Split('.')[0], StringComparer.Ordinal);
                open.Should().OnlyContain(group => group.Count() == 1, "no action is there twice");
                PlanFile.FromJson(file.ToJson()).Should().Be(file);
            }

            return file.ToJson();
        })];
        written[1].Should().Be(written[0]);
    }

    [Fact]
    public void An_account_whose_id_has_a_stroke_never_has_the_id_of_an_action_of_another_one()
    {
        var asked = Busy.Actions[0];
        var one = Busy with { Id = "A", Actions = [asked] };
        var other = Busy with { Id = "A/" + asked.Kind.Name, Actions = [asked] };
        var plans = new PlanFile().TakeUp([one, other]);
        plans.Actions.Select(action => action.Id.Split('/')[0]).Should().Equal("A", "A%2F" + asked.Kind.Name);
        plans.FaultsOf().Should().BeEmpty();
        plans.TakeUp([one, other]).Should().Be(plans, "it is known again");

        // Ids that were given before stay.
        var old = plans.With(plans.Plans[1] with { Actions = [.. plans.Plans[1].Actions.Select(action => action with { Id = action.Id.Replace("%2F", "/", StringComparison.Ordinal) })] });
        old.TakeUp([one, other]).Should().Be(old);
        var twice = old.With(old.Plans[1] with { Actions = [.. old.Plans[1].Actions, old.Plans[0].Actions[0]] });
        twice.FaultsOf().Single().Message.Should().Contain("accounts 'A' and 'A/" + asked.Kind.Name + "' have it");
    }

    [Fact]
    public void Reviews_of_others_and_older_ones_are_refused()
    {
        var plan = AccountPlan.Begin(Later(Busy, 10));
        FluentActions.Invoking(() => plan.TakeUp(Busy)).Should().Throw<ArgumentException>().WithMessage($"review is as of {Busy.AsOf:R}; the plan has taken up one as of*");
        FluentActions.Invoking(() => plan.TakeUp(Review.Accounts.First(account => account.Id != Busy.Id))).Should().Throw<ArgumentException>().WithMessage("*it must be of*");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void The_document_has_the_ten_sections_of_the_template_and_every_one_says_something(string language)
    {
        var review = Busy;
        var reader = new TopicReader(ReviewModels.For(Sample), Sample.Currency, language) { Account = Sample.Accounts.First(account => account.Id == review.Id) };
        var document = AccountPlan.Begin(review).Describe(review, reader, new());
        var sections = document.Blocks.OfType<Section>().ToArray();
        sections.Select(section => section.Key).Should().Equal(PlanSection.InOrder.Select(section => section.Name));
        sections.Should().OnlyContain(section => section.Blocks.Count > 0);
        Document.FromJson(document.ToJson()).Should().Be(document);
        new PlanFile { Plans = [AccountPlan.Begin(review)] }.Describe(review.AsOf, language).Blocks.OfType<Section>().Should().NotBeEmpty();
        new PlanFile().Describe(review.AsOf, language).Blocks.Should().NotBeEmpty();
    }

    [Fact]
    public void What_puts_much_at_stake_stands_among_the_risks_and_what_puts_little_does_not()
    {
        var review = Review.Accounts.First(account => account.Findings.Count > 1 && account.Findings[0].AtStake >= 0.4m * account.AnnualPurchases && account.Findings.Any(finding => finding.AtStake < account.AnnualPurchases / 10));
        var risks = AccountPlan.Begin(review).Describe(review, new(ReviewModels.For(Sample), Sample.Currency, "en")).Blocks.OfType<Section>().Last();
        var told = string.Join('\n', risks.Blocks.OfType<BulletList>().First().Items.Select(item => Run.TextOf(item.Runs)));
        told.Should().Contain(review.Findings[0].Text.En).And.NotContain(review.Findings.First(finding => finding.AtStake < review.AnnualPurchases / 10).Text.En);
    }

    [Fact]
    public void A_high_finding_needs_an_action_or_a_reason()
    {
        var review = Review.Accounts.First(account => account.Risk == RiskLevel.High);
        var plan = new AccountPlan { AccountId = review.Id };
        var unanswered = plan.Readiness(review).Where(fault => fault.Check == ReadinessCheck.Findings).Select(fault => fault.Subject!).ToArray();
        unanswered.Should().NotBeEmpty();
        (plan with { Answers = [.. unanswered.Select(finding => new FindingAnswer { Finding = finding, Reason = "known" })] })
            .Readiness(review).Should().NotContain(fault => fault.Check == ReadinessCheck.Findings);
        AccountPlan.Begin(review).Readiness(review).Count(fault => fault.Check == ReadinessCheck.Findings).Should().BeLessThan(unanswered.Length);
    }

    [Fact]
    public void A_review_with_its_plan_proposes_what_the_plan_does_not_know_and_loses_nothing_of_it()
    {
        var (first, second) = (Busy.Actions[0], Busy.Actions[1]);
        var plan = new AccountPlan { AccountId = Busy.Id, Answers = [new() { Finding = second.Finding, Reason = "agreed with the customer" }] }
            .TakeUp(Busy with { Actions = [first, second] });
        plan.Actions.Select(action => action.Origin!.Rule).Should().Equal([first.RuleId], "an answer with a reason needs no action");
        plan = plan with { Actions = [.. plan.Actions, new PlanAction { Id = "own", Text = "Call", Owner = "Li Wei", DueOn = Busy.AsOf.PlusDays(-1) }] };
        var review = Busy.WithPlan(plan);
        review.Planned!.Select(each => (each.Action.Id, each.Asked is not null, each.IsOverdue)).Should().Equal(("own", false, true), (plan.Actions[0].Id, true, false));
        review.Actions.Should().Equal(Busy.Actions.Where(action => action != first && action.Finding != second.Finding));
        review.Answers!.Select(answer => answer.Reason).Should().Equal("agreed with the customer");
        review.WithPlan(plan).Should().Be(review);
        plan.TakeUp(review).Should().Be(plan.TakeUp(Busy), "what a plan hides from the list is still asked for");
        Busy.WithPlan(null).Should().Be(Busy with { Planned = [], Answers = [] });
        PlanTotal.Of(review.Planned!).Should().Be(new PlanTotal(1, 0, 1, 0, 0));
        PortfolioSummary.Of([review, Busy]).Plan.Should().Be(new PlanTotal(1, 0, 1, 0, 0));
        PortfolioSummary.Of([Busy]).Plan.Should().BeNull();
        FluentActions.Invoking(() => Busy.WithPlan(plan with { AccountId = "x" })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Busy.WithPlan(plan with { ReviewedOn = Busy.AsOf.PlusDays(1) })).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_portfolio_is_reviewed_with_the_plans_of_its_accounts()
    {
        var run = new AccountReviewer(ReviewModels.For(Sample)).Begin(Sample);
        var plans = new PlanFile().TakeUp([Busy]);
        var review = run.WithPlans(plans).ToReview();
        review.Accounts.Should().OnlyContain(account => account.Planned != null);
        review.Accounts.Single(account => account.Id == Busy.Id).Actions.Should().BeEmpty();
        review.Summary.Plan!.Open.Should().Be(Busy.Actions.Count);
        review.Summary.Actions.Sum(action => action.Accounts).Should().Be(Review.Summary.Actions.Sum(action => action.Accounts) - Busy.Actions.Count);
        PortfolioReview.FromJson(review.ToJson()).Should().Be(review);
        run.WithPlans(plans).OwnedBy(Busy.Owner!).ToReview().Summary.Plan.Should().Be(review.Summary.Plan);
        run.WithPlans(plans).RankedBy(ParetoLevel.Account).ToReview().Accounts.Should().Equal(review.Accounts);
        run.ToReview().Accounts.Should().OnlyContain(account => account.Planned == null);
        new PlanFile().TakeUp(review.Accounts).Actions.Should().BeEquivalentTo(new PlanFile().TakeUp(Review.Accounts).Actions, "plans are taken up of a review with plans as of one without");
        var late = plans with { Plans = [plans.Plans[0] with { ReviewedOn = Sample.AsOf.PlusDays(1) }] };
        FluentActions.Invoking(() => run.WithPlans(late)).Should().Throw<ArgumentException>().WithMessage("plans has taken up a review of*");
        run.WithPlans(new() { Plans = [new() { AccountId = "nobody" }] }).ToReview().Accounts.Should().OnlyContain(account => account.Planned!.Count == 0);
    }

    [Fact]
    public void Objectives_are_proposed_from_figures_and_say_what_they_lack()
    {
        var review = Review.Accounts.First(account => account.Relationship is not null && account.AnnualPurchases is not null);
        var plan = new AccountPlan { AccountId = review.Id };
        var proposed = plan.ProposedObjectives(review);
        proposed.Select(each => each.Id).Should().Contain(["relationship", "purchases"]);
        proposed.Should().OnlyContain(each => each.Baseline != null && each.Target == null);
        (plan with { Objectives = [proposed[0]] }).ProposedObjectives(review).Should().NotContain(each => each.Id == proposed[0].Id);
    }

    [Fact]
    public void Every_change_of_the_score_is_told_with_its_reason()
    {
        var account = Sample.Accounts.First(each => each.Value?.GrossMarginRate is > 0);
        var richer = account with { Value = account.Value! with { GrossMarginRate = account.Value.GrossMarginRate / 2 } };
        var points = new[] { account, richer }.Select((each, i) => ReviewPoint.Of(new AccountReviewer(ReviewModels.For(Sample)).Review(
            Sample with { Accounts = [each], AsOf = Sample.AsOf.PlusDays(i) }).Accounts.Single())).ToArray();
        var history = new AccountHistory(account.Id, points);
        var step = history.Steps().Single();
        step.Score!.Parts.Select(part => part.Key).Should().Contain("grossMarginRate");
        FluentActions.Invoking(() => new AccountHistory(account.Id, [points[1], points[0]])).Should().Throw<ArgumentException>().WithMessage("points[1] is as of*must be after*");
        FluentActions.Invoking(() => new AccountHistory("other", points)).Should().Throw<ArgumentException>().WithMessage("points[0] is of*");
    }

    private static AccountPlan Set(AccountPlan plan, string id, ActionState state) =>
        plan with { Actions = [.. plan.Actions.Select(action => action.Id == id ? action with { State = state } : action)] };

    private static AccountReview Later(AccountReview review, int days) => review with { AsOf = review.AsOf.PlusDays(days), Actions = [.. review.Actions.Select(action => action with { DueOn = action.DueOn.PlusDays(days) })] };
}
