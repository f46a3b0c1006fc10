using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class ProspectTopicTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    private static readonly ProspectRecord Good = new()
    {
        NeedUrgency = FactorLevel.High, PositioningFit = FactorLevel.High, AbilityToPay = PayingAbility.Met, ExpectedPurchases = 800_000,
        Incumbent = "Norvik", IncumbentSatisfaction = SatisfactionLevel.Low, IncumbentBarrier = BarrierLevel.Medium,
        OpenedOn = AsOf.PlusDays(-10), History = [ProspectEvent.Done(KeyAction.ListTargets, AsOf.PlusDays(-9), "trade fair list")],
    };

    [Fact]
    public void A_prospect_is_reviewed_with_priority_way_in_step_and_next_action()
    {
        var review = Review(Good);
        var prospect = review.Prospect!;

        prospect.Priority.Band.Should().Be(ProspectPriority.Pursue);
        prospect.Entry!.Advice.Should().Be(IncumbentEntry.SecondSource);
        (prospect.Case!.Step, prospect.Case.NextAction, prospect.DaysInStep, prospect.IsStuck)
            .Should().Be((ProspectStep.Find, KeyAction.CheckDefinition, 10, false));
        var finding = review.Findings.Single(each => each.RuleId == "prospectOpen");
        (finding.AtStake, finding.Kind).Should().Be((80_000m, FindingKind.Opportunity));
        var action = review.Actions.Single(each => each.RuleId == "prospect.advance");
        (action.Kind, action.DueOn, action.Text.En).Should().Be(
            (ActionKind.AdvanceProspect, AsOf.PlusDays(14), "Step “find”: Check need, positioning fit and ability to pay."));
        PortfolioReview.FromJson(new AccountReviewer().Review(Portfolio([new() { Id = "a", Prospect = Good }])).ToJson()).Accounts[0].Prospect
            .Should().Be(prospect);
    }

    [Fact]
    public void A_prospect_that_is_stuck_is_named_with_what_is_next()
    {
        var review = Review(Good with { OpenedOn = AsOf.PlusDays(-14), History = [] });

        review.Findings.Single(each => each.RuleId == "prospectStuck").Text.En
            .Should().Be("The prospect has been in the step “find” for 14 days, longer than usual.");
        review.Actions.Single(each => each.Kind == ActionKind.AdvanceProspect).Text.En
            .Should().Be("Step “find”: Put the company on the target list.");
    }

    [Fact]
    public void Work_on_a_prospect_that_cannot_pay_is_to_be_decided()
    {
        var review = Review(Good with { DaysLate = 91 });

        review.Prospect!.AbilityToPay.IsContradicted.Should().BeTrue();
        review.Findings.Should().Contain(each => each.RuleId == "prospectNotWorth").And.NotContain(each => each.RuleId == "prospectOpen");
        review.Actions.Should().Contain(each => each.Kind == ActionKind.DropProspect);
        Review(Good with { DaysLate = 91, OpenedOn = null, History = [] }).Findings.Should()
            .NotContain(each => each.RuleId == "prospectNotWorth", "nobody works on it");
    }

    // Whoever reads one line is never told the opposite by the next.
    [Theory]
    [InlineData(SatisfactionLevelOf.High, "prospectWaits", "prospect.wait")]
    [InlineData(SatisfactionLevelOf.Low, "prospectStuck", "prospect.advance")]
    [InlineData(SatisfactionLevelOf.Unknown, "prospectStuck", "prospect.advance")]
    public void A_prospect_that_waits_is_not_pressed_and_one_that_is_to_be_dropped_not_advanced(SatisfactionLevelOf satisfaction, string finding, string action)
    {
        var record = Good with
        {
            IncumbentSatisfaction = satisfaction switch { SatisfactionLevelOf.High => SatisfactionLevel.High, SatisfactionLevelOf.Low => SatisfactionLevel.Low, _ => null },
            IncumbentBarrier = BarrierLevel.High, OpenedOn = AsOf.PlusDays(-400), History = [],
        };
        var review = Review(record);

        Findings(review).Should().Equal(finding);
        review.Actions.Where(each => each.RuleId.StartsWith("prospect.", StringComparison.Ordinal)).Select(each => each.RuleId).Should().Equal(action);
        var isWaiting = finding == "prospectWaits";
        (review.Prospect!.IsWaiting, review.Prospect.IsStuck, review.Prospect.NextSteps.Count == 0).Should().Be((isWaiting, !isWaiting, isWaiting));
        new AccountReviewer().Review(Portfolio([new() { Id = "a", Prospect = record }])).Summary.Prospects!.Ranking[0].NextAction
            .Should().Be(isWaiting ? null : KeyAction.ListTargets);
        foreach (var priority in new[] { record with { DaysLate = 91 }, record with { PositioningFit = FactorLevel.None } })
            Findings(Review(priority)).Should().Equal("prospectNotWorth");
    }

    [Fact]
    public void Who_is_won_or_given_up_is_told_so_and_nothing_is_advised()
    {
        var dropped = Good with { IncumbentSatisfaction = SatisfactionLevel.High, IncumbentBarrier = BarrierLevel.High, History = [ProspectEvent.Dropped(AsOf, "no need")] };
        var won = Good with { OpenedOn = AsOf, History = [.. KeyAction.InOrder.Select(each => ProspectEvent.Done(each, AsOf, "seen"))] };
        foreach (var (record, end) in new[] { (dropped, "given up"), (won, "won") })
        {
            var review = Review(record);
            Findings(review).Should().BeEmpty();
            (review.Prospect!.IsWaiting, review.Prospect.IsStuck).Should().Be((false, false));
            var topic = AccountTopic.Ready.Single(each => each.Topic == ReviewTopic.Prospect);
            topic.Summarise(review, new(new(), "CNY", "en")).Should().Be(end);
            topic.Describe(review, new(new(), "CNY", "en")).Single().Blocks.OfType<BulletList>().Should().BeEmpty("no way in is advised");
        }

        var run = new AccountReviewer().Begin(Portfolio(
        [
            new() { Id = "best", Industry = CustomerIndustry.Finance, Value = new() { AnnualPurchases = 1_000_000 } },
            .. new[] { Good, dropped, won }.Select((each, i) => new AccountFile { Id = $"p{i}", Industry = CustomerIndustry.Finance, Prospect = each, Value = new() { AnnualPurchases = 1 } }),
        ]));
        run.LookAlikes().Select(each => each.Account).Should().Equal("p0");
    }

    [Fact]
    public void Access_is_told_by_the_contacts()
    {
        Access([]).Should().BeNull();
        Access([new() { Id = "p" }]).Should().Be(30);
        Access([new() { Id = "p", IsCoach = true }]).Should().Be(100);
        Access([new() { Id = "p", Ladder = [new(KeyAccount.Core.Relationships.LadderLevel.CR2, AsOf, "seen")] }]).Should().Be(65);
        Access([new() { Id = "p", Ladder = [new(KeyAccount.Core.Relationships.LadderLevel.CR3, AsOf, "seen")] }]).Should().Be(30);
        Access([new() { Id = "p", IsCoach = true, Until = AsOf.PlusDays(-1) }]).Should().BeNull("who has left opens no door");

        static double? Access(IReadOnlyList<Contact> contacts) => Review(new AccountFile { Id = "a", Prospect = Good, Contacts = contacts })
            .Prospect!.Priority.Contributions.Single(each => each.Key == "access").Points;
    }

    [Fact]
    public void Too_few_prospects_for_the_customers_that_are_wanted_is_a_warning_of_the_portfolio()
    {
        // One of ten passed the first step so far; with 0.6 and 10 each step lets 0.6 through: 13 for each customer.
        var portfolio = Portfolio([.. Enumerable.Range(0, 13).Select(i => new AccountFile
        {
            Id = $"a{i:00}", Prospect = Good with { ExpectedPurchases = 1_000 * (i + 1) },
        })]);
        var enough = new AccountReviewer().Review(portfolio with { NewCustomersTarget = 1 }).Summary.Prospects!;
        (enough.Funnel.Open, enough.Needed, enough.Warning).Should().Be((13, 13L, null));
        enough.Ranking[0].Account.Should().Be("a12", "it is expected to buy most");

        var run = new AccountReviewer().Begin(portfolio with { NewCustomersTarget = 2 });
        var few = run.ToReview().Summary.Prospects!;
        (few.Wanted, few.Needed).Should().Be((2, 26L));
        few.Warning!.En.Should().Be("Too few prospects: 13 are open, but 2 new customers would take 26; expect 1 from those open.");
        foreach (var language in Language.All)
        {
            run.Describe(language).Blocks.OfType<Paragraph>().Should().Contain(each =>
                each.Tone == Tone.Warning && string.Concat(each.Runs.Select(part => part.Text)).Contains("26"));
        }

        new AccountReviewer().Review(Portfolio([]) with { NewCustomersTarget = 1 }).Summary.Prospects!.Needed.Should().Be(13);
        new AccountReviewer().Review(Portfolio([new() { Id = "a" }])).Summary.Prospects.Should().BeNull();
    }

    [Fact]
    public void Who_is_won_or_given_up_is_ranked_no_more()
    {
        var dropped = Good with { History = [ProspectEvent.Dropped(AsOf, "no need")] };
        var summary = new AccountReviewer().Review(
            Portfolio([new() { Id = "a", Prospect = Good }, new() { Id = "b", Prospect = dropped }])).Summary.Prospects!;

        summary.Ranking.Select(each => each.Account).Should().Equal("a");
        summary.Funnel.Steps[0].Dropped.Should().Be(1);
    }

    [Theory]
    [InlineData("\"history\": [ { \"kind\": \"Done\", \"on\": \"2026-03-01\", \"action\": \"ListTargets\", \"note\": \"x\" } ]",
        "accounts[0].prospect.openedOn: it is missing; a history needs the day on which the work began")]
    [InlineData("\"openedOn\": \"2026-04-01\"",
        "accounts[0].prospect.openedOn: it is 2026-04-01; it must be 2026-03-31 (the day of the facts) or earlier")]
    [InlineData("\"openedOn\": \"2026-03-01\", \"history\": [ { \"kind\": \"Done\", \"on\": \"2026-04-01\", \"action\": \"ListTargets\", \"note\": \"x\" } ]",
        "accounts[0].prospect.history[0].on: it is 2026-04-01; it must be 2026-03-31 (the day of the facts) or earlier")]
    [InlineData("\"openedOn\": \"2026-03-01\", \"history\": [ { \"kind\": \"Done\", \"on\": \"2026-03-01\", \"action\": \"AgreeTerms\", \"note\": \"x\" } ]",
        "accounts[0].prospect.history[0]: it is refused: agree on terms does not belong to the current step (find); do or waive the actions of that step first.")]
    public void Bad_input_is_named(string part, string fault)
    {
        var json = $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "prospect": { {{part}} } } ] }""";

        FluentActions.Invoking(() => KeyAccount.Core.Reviews.Portfolio.FromJson(json)).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(each => $"{each.Path}: {each.Message}").Should().Equal(fault);
    }

    [Theory]
    [InlineData(200, 40, 60, "accounts[0].prospect.balance.workingCapital: it is 200; it must not be above totalAssets, 100: current assets are a part of all assets")]
    [InlineData(-61, 40, 60, "accounts[0].prospect.balance.workingCapital: it is -61; it must not be below -totalLiabilities, -60: current liabilities are a part of all liabilities")]
    [InlineData(20, 140, 60, "accounts[0].prospect.balance.bookEquity: it is 140; it must not be above totalAssets, 100: equity is what the assets leave after the liabilities")]
    public void A_balance_that_cannot_be_is_named(int capital, int equity, int liabilities, string fault)
    {
        var json = $$"""
            { "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "prospect": { "balance":
              { "workingCapital": {{capital}}, "retainedEarnings": 15, "ebit": 10, "bookEquity": {{equity}}, "totalLiabilities": {{liabilities}}, "totalAssets": 100 } } } ] }
            """;
        FluentActions.Invoking(() => KeyAccount.Core.Reviews.Portfolio.FromJson(json)).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(each => each.ToString()).Should().Equal(fault);
    }

    [Fact]
    public void A_balance_whose_sides_differ_and_a_payment_that_is_years_late_are_told()
    {
        var balance = new BalanceFigures { WorkingCapital = 20, RetainedEarnings = 15, Ebit = 10, BookEquity = 40, TotalLiabilities = 60, TotalAssets = 100 };
        Warnings(balance, 30).Should().BeEmpty();
        Warnings(balance with { TotalLiabilities = 61 }, 30).Should().BeEmpty("figures are rounded");
        Warnings(balance with { TotalLiabilities = 1_062 }, 4_000).Should().BeEquivalentTo(
            "prospect.daysLate is 4000; it is usually between 0 and 365.",
            "prospect.balance.totalAssets: equity and liabilities come to 1,102, but the assets to 100; the two sides of a balance sheet must be equal. Correct one of the three.");

        static IEnumerable<string> Warnings(BalanceFigures figures, double late) => new AccountReviewer().Review(
            Portfolio([new() { Id = "a", Prospect = new() { Balance = figures, DaysLate = late } }])).Accounts[0].Warnings.Select(each => each.Message.En);
    }

    [Fact]
    public void The_section_tells_evidence_reasons_and_what_is_due()
    {
        foreach (var language in Language.All)
        {
            var reader = new TopicReader(new(), "CNY", language);
            var topic = AccountTopic.Ready.Single(each => each.Topic == ReviewTopic.Prospect);
            topic.Describe(Review(Good with { DaysLate = 40 }), reader).Single().Blocks.Should().HaveCountGreaterThan(3);
            topic.Summarise(Review(Good), reader).Should().NotBeNullOrEmpty();
        }
    }

    public enum SatisfactionLevelOf
    {
        Unknown,
        Low,
        High,
    }

    private static IEnumerable<string> Findings(AccountReview review) =>
        review.Findings.Select(each => each.RuleId).Where(rule => rule.StartsWith("prospect", StringComparison.Ordinal));

    private static Portfolio Portfolio(IReadOnlyList<AccountFile> accounts) => new() { Currency = "CNY", AsOf = AsOf, Accounts = accounts };

    private static AccountReview Review(ProspectRecord prospect) => Review(new AccountFile { Id = "a", Prospect = prospect });

    private static AccountReview Review(AccountFile account) => new AccountReviewer().Review(Portfolio([account])).Accounts[0];
}
