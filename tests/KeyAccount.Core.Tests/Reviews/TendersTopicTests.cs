using KeyAccount.Core.Bidding;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class TendersTopicTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 1);

    private static readonly TenderSummary Line4 = new()
    {
        Id = "t", Regime = TenderRegime.TenderingLaw, Deadline = AsOf.PlusDays(30), Price = 1_000, LowestAllowed = 900, Margin = 200, WinOdds = 0.5,
        OpenedOn = AsOf.PlusDays(-5),
    };

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(-1, false)]
    public void A_deadline_within_thirty_days_is_ahead(int days, bool isAhead)
    {
        var review = Reviewed(Line4 with { Deadline = AsOf.PlusDays(days), Regime = null });
        review.Findings.Any(finding => finding.RuleId == "tenderAhead").Should().Be(isAhead);
        review.Tenders.Single().IsAhead.Should().Be(isAhead);
    }

    [Fact]
    public void The_last_day_to_object_comes_before_the_deadline_and_bounds_the_action()
    {
        var review = Reviewed(Line4 with { Deadline = AsOf.PlusDays(14) });
        review.Tenders.Single().Ahead.Select(day => day.Date).Should().Equal(TenderDate.ObjectionToFile, TenderDate.Deadline);
        var finding = review.Findings.Single(each => each.RuleId == "tenderAhead");
        (finding.AtStake, finding.Kind, finding.Subjects.Single()).Should().Be((100m, FindingKind.Opportunity, "t"));
        finding.Text.En.Should().Be("1 tender is due soon; next on 2026-03-05: objection to the tender document.");
        review.Actions.Single(action => action.Kind == ActionKind.PrepareBid).DueOn.Should().Be(AsOf.PlusDays(4));
        Reviewed(Line4).Actions.Single(action => action.Kind == ActionKind.PrepareBid).DueOn.Should().Be(AsOf.PlusDays(7));
    }

    [Theory]
    [InlineData(900, 0)]
    [InlineData(899.99, 0.01)]
    [InlineData(901, 0)]
    public void A_price_below_the_lowest_that_we_may_offer_is_an_issue(double price, double shortfall)
    {
        var review = Reviewed(Line4 with { Price = (decimal)price });
        var finding = review.Findings.SingleOrDefault(each => each.RuleId == "bidBelowWalkAway");
        (finding?.AtStake ?? 0).Should().Be((decimal)shortfall);
        review.Actions.Any(action => action.Kind == ActionKind.ReviseBid).Should().Be(shortfall > 0);
    }

    [Fact]
    public void The_guardrails_of_the_quotation_give_a_walk_away_and_the_higher_one_counts()
    {
        var quote = new Quotation { Id = "q", Quantity = 10, ListPrice = 120, UnitCost = 90 };
        var walkAway = PriceReview.Of(quote).WalkAwayPrice!.Value * 10;
        Lowest(null).Should().Be(walkAway);
        Lowest(walkAway + 1).Should().Be(walkAway + 1);
        Lowest(walkAway - 1).Should().Be(walkAway);
        Reviewed(Line4 with { QuoteId = "nobody's" }).Tenders.Single().LowestAllowed.Should().Be(900);
        Reviewed(Line4 with { QuoteId = "nobody's" }).Warnings.Select(warning => warning.Path).Should().Contain("tenders[0].quoteId");

        decimal? Lowest(decimal? stated) =>
            Reviewed(new AccountFile { Id = "a", Quotes = [quote], Tenders = [Line4 with { QuoteId = "q", LowestAllowed = stated }] }).Tenders.Single().LowestAllowed;
    }

    [Fact]
    public void What_is_at_stake_is_the_margin_by_its_odds_and_never_more_than_the_account_buys()
    {
        Stake(Line4).Should().Be(100);
        Stake(Line4 with { WinOdds = 1 }).Should().Be(200);
        Stake(Line4 with { WinOdds = null }).Should().BeNull();
        Stake(Line4 with { Margin = null }).Should().BeNull();
        Stake(Line4, 60).Should().Be(60);
        Reviewed(Line4 with { WinOdds = 1, Margin = 1_000 }).Risk.Should().Be(Reviewed(Line4 with { Deadline = null }).Risk, "what can be won is nothing that we may lose");
        Stake(Line4 with { Deadline = AsOf, History = Until(BidEventKind.Won), Days = [new(TenderDate.Notice, AsOf)] }).Should().Be(200, "it is won");

        static decimal? Stake(TenderSummary tender, decimal purchases = 0) => Reviewed(new AccountFile
        {
            Id = "a", Tenders = [tender], Value = purchases > 0 ? new() { AnnualPurchases = purchases } : null,
        }).Findings.Single(finding => finding.RuleId == "tenderAhead").AtStake;
    }

    [Fact]
    public void What_has_come_out_is_not_ahead_and_its_price_is_no_issue_any_more()
    {
        foreach (var kind in (BidEventKind[])[BidEventKind.Lost, BidEventKind.Rejected, BidEventKind.Voided, BidEventKind.Withdrawn])
        {
            var review = Reviewed(Line4 with { Price = 100, Margin = 50, History = Until(kind), Days = [new(TenderDate.ResultKnown, AsOf)] });
            review.Findings.Select(finding => finding.RuleId).Should().NotContain(["tenderAhead", "bidBelowWalkAway"]);
            review.Tenders.Single().Result.Should().Be(kind);
        }

        var submitted = Reviewed(Line4 with { Price = 100, Margin = 50, History = Until(BidEventKind.Submitted) });
        submitted.Findings.Select(finding => finding.RuleId).Should().Contain("bidBelowWalkAway").And.NotContain("tenderAhead", "the bid is in");
    }

    [Theory]
    [InlineData("""{"id":"t","days":[{"date":"Deadline","on":"2026-03-02"}]}""", "days[0].date")]
    [InlineData("""{"id":"t","deadline":"2026-03-02","days":[{"date":"FileIssued","on":"2026-03-03"}]}""", "deadline")]
    [InlineData("""{"id":"t","deadline":"2026-03-02","days":[{"date":"FileIssued","on":"2026-03-01"},{"date":"Opening","on":"2026-03-01"}]}""", "days[1]")]
    [InlineData("""{"id":"t","days":[{"date":"Opening","on":"2026-03-02"},{"date":"Opening","on":"2026-03-02"}]}""", "days[1]")]
    [InlineData("""{"id":"t","deadline":"3000-01-01"}""", "deadline")]
    [InlineData("""{"id":"t","openedOn":"2026-02-01","history":[{"kind":"Won","on":"2026-02-01"}]}""", "history")]
    [InlineData("""{"id":"t","history":[{"kind":"FileIssued","on":"2026-02-01"}]}""", "openedOn")]
    [InlineData("""{"id":"t","openedOn":"2026-02-01","history":[{"kind":"FileIssued","on":"2026-03-02"}]}""", "history[0].on")]
    [InlineData("""{"id":"t","openedOn":"2026-03-02"}""", "openedOn")]
    [InlineData("""{"id":"t","price":5,"margin":6}""", "margin")]
    [InlineData("""{"id":"t","price":0}""", "price")]
    [InlineData("""{"id":"t","price":1000000000000001}""", "price")]
    [InlineData("""{"id":"t","winOdds":1.1}""", "winOdds")]
    [InlineData("""{"id":"t","winOdds":-0.1}""", "winOdds")]
    public void A_fault_is_named_by_its_place(string tender, string path) =>
        FluentActions.Invoking(() => Portfolio.FromJson($$"""{"version":3,"currency":"CNY","asOf":"2026-03-01","accounts":[{"id":"a","tenders":[{{tender}}]}]}"""))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path).Should().Equal($"accounts[0].tenders[0].{path}");

    [Fact]
    public void Tenders_of_members_are_those_of_the_group_and_keep_their_quotations()
    {
        var plant = new AccountFile { Id = "plant", Tenders = [Line4 with { QuoteId = "q" }], Quotes = [new() { Id = "q", Quantity = 1, ListPrice = 1_200, UnitCost = 990 }] };
        var group = new AccountGroup(new() { Id = "group", Tenders = [Line4] }, [plant]);
        group.RollUp(AsOf).Tenders.Select(tender => (tender.Id, tender.Title, tender.QuoteId)).Should().Equal(("t", null, null), ("plant/t", "t", "plant/q"));
        Reviewed(group.Merge(AsOf)).Tenders.Single(tender => tender.Tender.Id == "plant/t").LowestAllowed.Should().BeGreaterThan(900, "the guardrails of its quotation count");
    }

    [Fact]
    public void A_tender_that_comes_near_is_news()
    {
        static PortfolioReview Of(LocalDate day) => new AccountReviewer().Review(new Portfolio
        {
            Currency = "CNY", AsOf = day, Accounts = [new() { Id = "a", Tenders = [Line4 with { OpenedOn = null, Regime = null }] }],
        });
        Of(AsOf.PlusDays(-1)).Accounts[0].Findings.Select(finding => finding.RuleId).Should().NotContain("tenderAhead");
        Of(AsOf).Accounts[0].Findings.Select(finding => finding.RuleId).Should().Contain("tenderAhead");
    }

    [Fact]
    public void It_is_told_in_three_languages_in_a_line_and_a_section()
    {
        var review = Reviewed(Line4 with { Title = "Line 4", Deadline = AsOf.PlusDays(5) });
        var topic = AccountTopic.Ready.Single(each => each.Topic == ReviewTopic.Tenders);
        foreach (var (language, line) in ((string, string)[])[(Language.English, "1 tender, 1 open; deadline on 2026-03-06"), (Language.SimplifiedChinese, "1个招标项目，其中1个未定；2026-03-06：投标截止"), (Language.TraditionalChinese, "1個招標專案，其中1個未定；2026-03-06：投標截止")])
        {
            topic.Summarise(review, new(new(), "CNY", language)).Should().Be(line);
            topic.Describe(review, new(new(), "CNY", language)).Should().ContainSingle();
        }

        topic.Describe(Reviewed(new AccountFile { Id = "a" }), new(new(), "CNY", Language.English)).Should().BeEmpty();
    }

    private static BidEvent[] Until(BidEventKind kind)
    {
        var day = AsOf.PlusDays(-4);
        BidEventKind[] way = kind == BidEventKind.Won || kind == BidEventKind.Lost ? [BidEventKind.FileIssued, BidEventKind.Submitted, BidEventKind.Opened, kind]
            : kind == BidEventKind.Submitted ? [BidEventKind.FileIssued, kind]
            : [BidEventKind.FileIssued, BidEventKind.Submitted, kind];
        return [.. way.Select(each => new BidEvent(each, day))];
    }

    private static AccountReview Reviewed(TenderSummary tender) => Reviewed(new AccountFile { Id = "a", Tenders = [tender] });

    private static AccountReview Reviewed(AccountFile account) =>
        new AccountReviewer(new() { Materiality = 0.001m }).Review(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = [account] }).Accounts.Single();
}
