using System.Text;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Satisfaction;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class PortfolioChangeTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    [Fact]
    public void What_has_moved_is_told_with_the_most_at_stake_first()
    {
        var before = Review(
            AsOf, Account("a", 100, SatisfactionLevel.High), Account("b", 500, SatisfactionLevel.High), Account(
                "c", 7, SatisfactionLevel.High), Account("gone", 9, SatisfactionLevel.High));
        var after = Review(
            AsOf.PlusMonths(1), Account("new", 3, null), Account("c", 8, SatisfactionLevel.High), Account("b", 500, SatisfactionLevel.Low),
            Account("a", 100, null));
        var change = after.ChangeSince(before);
        (change.From, change.To, change.Unmoved).Should().Be((AsOf, AsOf.PlusMonths(1), 1));
        change.ChangedModels.Should().BeEmpty();
        change.Movements.Select(each => each.Id).Should().Equal("b", "a", "gone", "new");
        var (b, a) = (change.Movements[0], change.Movements[1]);
        (b.IsRiskier, b.IsPromoted).Should().Be((true, null));
        b.NewFindings.Should().Equal("dissatisfied");
        b.SettledFindings.Should().BeEmpty();
        a.NewFindings.Should().Equal("satisfactionUnknown");
        (a.IsRiskier, a.Before!.Risk, a.After!.Risk).Should().Be((null, RiskLevel.Low, null));
        (change.Movements[2].After, change.Movements[3].Before).Should().Be((null, null));
        Review(
            AsOf.PlusMonths(1), Account("a", 100, null), Account("b", 500, SatisfactionLevel.Low), Account("c", 8, SatisfactionLevel.High),
            Account("new", 3, null))
            .ChangeSince(before).Movements.Select(each => each.Id).Should().Equal("b", "a", "gone", "new");
    }

    [Fact]
    public void The_accounts_of_an_owner_are_reviewed_as_they_stand_in_the_review_of_all()
    {
        static AccountFile Owned(string id, string? owner, int purchases, SatisfactionLevel? satisfaction = null) =>
            Account(id, purchases, satisfaction) with { Owner = owner };

        var portfolio = PortfolioOf(AsOf, Owned("a", "Li", 900), Owned("b", "Wu", 80), Owned("c", "Li", 20), Owned("d", null, 5));
        KeyAccount.Core.Records.AccountPurchase[] purchases = [new("a", AsOf, 5), new("b", AsOf, 5)];
        var all = new AccountReviewer().Review(portfolio, purchases);
        var run = new AccountReviewer().Begin(portfolio, purchases);
        run.Owners.Should().Equal("Li", "Wu");

        var li = all.OwnedBy("Li");
        li.Owner.Should().Be("Li");
        li.Accounts.Should().Equal(all.Accounts.Where(account => account.Owner == "Li"));
        li.Accounts.Select(account => account.Rank).Should().Equal(1, 3);
        li.Summary.Should().BeEquivalentTo(new { Accounts = 2, Purchases = 920m });
        li.Summary.Actions.Sum(action => action.Accounts).Should().Be(li.Accounts.Sum(account => account.Actions.Count));
        run.OwnedBy("Li").ToReview().Should().Be(li with { Retention = run.OwnedBy("Li").Retention });
        run.OwnedBy("Li").Retention!.Cohorts.Sum(cohort => cohort.Accounts).Should().Be(1);
        (run.OwnedBy("Li").Retention, run.OwnedBy("nobody").Accounts.Count).Should().NotBe((run.Retention, 1));
        run.OwnedBy("nobody").ToReview().Accounts.Should().BeEmpty();
        PortfolioReview.FromJson(li.ToJson()).Should().Be(li);
        ReviewSnapshot.Read(new MemoryStream(Encoding.UTF8.GetBytes(li.ToJson()))).Owner.Should().Be("Li");
        FluentActions.Invoking(() => li.OwnedBy(null!)).Should().Throw<ArgumentNullException>();

        var later = new AccountReviewer().Begin(
            PortfolioOf(AsOf.PlusDays(9), Owned("a", "Li", 900, SatisfactionLevel.Low), Owned("b", "Li", 80), Owned("d", null, 5)));
        var change = later.OwnedBy("Li").ToReview(all.ToSnapshot()).Since!;
        change.Movements.Select(each => (each.Id, each.Before?.Owner, each.After?.Owner)).Should()
            .Equal(("a", "Li", "Li"), ("c", "Li", null));
        change.Unmoved.Should().Be(1, "the one that came from Wu has not moved itself");
        later.ToReview(all.ToSnapshot()).OwnedBy("Li").Since!.Movements.Select(each => each.Id).Should().Equal("a", "c");
        FluentActions.Invoking(() => later.ToReview(li.ToSnapshot())).Should().Throw<ArgumentException>()
            .WithMessage("earlier has the accounts of 'Li' only; it must have all, or those of 'everybody'.*");
    }

    [Fact]
    public void A_blank_owner_is_a_fault() => PortfolioOf(AsOf, Account("a", 5, null) with { Owner = " " }).FaultsOf().Should()
        .Equal(new ModelFault("accounts[0].owner", "it is blank; leave it out if nobody is responsible for the account") { AccountId = "a" });

    [Fact]
    public void A_tier_moves_up_and_down()
    {
        AccountFile Set(string tier) =>
            new() { Id = "a", TierOverrides = [new(AccountTier.FromName(tier), "me", "why", AsOf, AsOf.PlusYears(1))] };
        Review(AsOf.PlusDays(1), Set("A")).ChangeSince(Review(AsOf, Set("B"))).Movements.Single().IsPromoted.Should().BeTrue();
        Review(AsOf.PlusDays(1), Set("C")).ChangeSince(Review(AsOf, Set("B"))).Movements.Single().IsPromoted.Should().BeFalse();
        Review(AsOf, Set("B")).ChangeSince(Review(AsOf, Set("B"))).Movements.Should().BeEmpty();
    }

    [Fact]
    public void Other_models_are_named()
    {
        var tuned = new AccountReviewer(
            new() { Findings = AccountFindings.Standard.Without("satisfactionUnknown").WithVersion("2") }).Review(
                PortfolioOf(AsOf, Account("a", 5, null)));
        var change = tuned.ChangeSince(Review(AsOf, Account("a", 5, null)));
        change.ChangedModels.Should().Equal("review.findings");
        change.Movements.Single().SettledFindings.Should().Equal("satisfactionUnknown");
    }

    [Fact]
    public void Two_reviews_that_cannot_be_compared_are_refused()
    {
        var (now, later) = (Review(AsOf), Review(AsOf.PlusDays(1)));
        FluentActions.Invoking(() => now.ChangeSince(later)).Should().Throw<ArgumentException>()
            .WithMessage("earlier is as of 2026-04-01; it must not be after 2026-03-31.*");
        var pounds = new AccountReviewer().Review(new() { Currency = "GBP", KeyAccountPurchases = 1, AsOf = AsOf });
        FluentActions.Invoking(() => later.ChangeSince(pounds)).Should().Throw<ArgumentException>()
            .WithMessage("earlier is in GBP; it must be in CNY.*");
        FluentActions.Invoking(() => later.ChangeSince(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_change_goes_through_json_with_its_review()
    {
        var before = Review(AsOf, Account("a", 5, SatisfactionLevel.Low)).ToSnapshot();
        var json = new AccountReviewer().Begin(PortfolioOf(AsOf.PlusDays(1), Account("a", 5, SatisfactionLevel.High))).ToReview(before)
            .ToJson();
        var back = PortfolioReview.FromJson(json);
        back.ToJson().Should().Be(json);
        back.Since!.Movements.Single().SettledFindings.Should().Equal("dissatisfied");
    }

    // Another program decides what stands in it, so it is kept as it is, and a review is told from one that was read otherwise.
    [Fact]
    public void How_the_data_were_read_stays_with_a_review()
    {
        var review = Review(AsOf, Account("a", 5, SatisfactionLevel.Low)) with { Reading = """{"files":[{"rows":3}],"rate":1.50}""" };

        var back = PortfolioReview.FromJson(review.ToJson());

        back.Reading.Should().Be(review.Reading);
        back.Should().Be(review).And.NotBe(review with { Reading = null });
        ReviewSnapshot.Read(new MemoryStream(Encoding.UTF8.GetBytes(review.ToJson()))).Should().Be(review.ToSnapshot());
        PortfolioReview.FromJson((review with { Reading = null }).ToJson()).Reading.Should().BeNull();
    }

    [Fact]
    public void An_earlier_review_is_read_line_by_line()
    {
        var review = Review(AsOf, Account("a", 5, SatisfactionLevel.Low), Account("b", 50, null));
        var told = new List<long>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(review.ToJson()));
        var read = ReviewSnapshot.Read(stream, told.Add);
        read.Should().BeEquivalentTo(review.ToSnapshot());
        told.Should().BeInAscendingOrder().And.HaveCount(4);
        PortfolioChange.Between(read, review.ToSnapshot()).Movements.Should().BeEmpty();

        FluentActions.Invoking(() => ReviewSnapshot.Read(new MemoryStream("{}"u8.ToArray()))).Should().Throw<InvalidModelException>();
        FluentActions.Invoking(
            () => ReviewSnapshot.Read(
                new MemoryStream(Encoding.UTF8.GetBytes(review.ToJson().Replace("\"annualPurchases\"", "\"annual\"")))))
            .Should().Throw<InvalidModelException>().Which.Faults.Should().OnlyContain(fault => fault.Path.StartsWith("accounts["));
        FluentActions.Invoking(
            () => ReviewSnapshot.Read(
                new MemoryStream(Encoding.UTF8.GetBytes(review.ToJson().Replace("\"accounts\": [", "\"accounts\": [7,")))))
            .Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle().Which.Path.Should().Be("accounts[0]");
    }

    [Fact]
    public void A_summary_counts_every_account_once()
    {
        var review = Review(
            AsOf, Account("a", 80, SatisfactionLevel.Low), Account("b", 15, SatisfactionLevel.High), Account("c", 5, null), Account(
                "d", -3, null), Account("e", null, null));
        var summary = review.Summary;
        (summary.Accounts, summary.AccountsWithPurchases, summary.Purchases).Should().Be((5, 4, 100));
        summary.Matrix.Should().HaveCount(16);
        summary.Matrix.Where(cell => cell.Accounts > 0).Should().Equal(
            new RiskCell(AccountTier.A, RiskLevel.High, 1, 80), new RiskCell(AccountTier.B, RiskLevel.Low, 1, 15), new RiskCell(
                AccountTier.C, null, 2, 5), new RiskCell(null, null, 1, 0));
        summary.Concentration.Should().Be(new PortfolioConcentration(Pareto.Gini([80, 15, 5, 0]), 0.8m, 1, 1, 0.665));
        summary.Coverage.Select(each => (each.Topic, each.Accounts, each.Purchases)).Should()
            .Contain([(ReviewTopic.Purchases, 4, 100m), (ReviewTopic.Satisfaction, 2, 95m), (ReviewTopic.Loyalty, 0, 0m)]);
        summary.Findings.Should()
            .Contain(new FindingTotal("dissatisfied", 1, 32)).And.Contain(new FindingTotal("satisfactionUnknown", 3, 0.1m));
        summary.Findings.Select(each => each.AtStake).Should().BeInDescendingOrder();
        summary.Actions.Should().Contain(each => each.Kind == ActionKind.FindDecider && each.Accounts == 5);
        PortfolioSummary.Of(review.Accounts.Reverse()).Should().BeEquivalentTo(summary);
        Review(AsOf).Summary.Concentration.Should().Be(new PortfolioConcentration(0, null, null, 0));
    }

    private static AccountFile Account(string id, decimal? purchases, SatisfactionLevel? satisfaction) =>
        new() { Id = id, Value = new() { AnnualPurchases = purchases }, Satisfaction = satisfaction };

    private static Portfolio PortfolioOf(LocalDate asOf, params AccountFile[] accounts) =>
        new() { Currency = "CNY", AsOf = asOf, Accounts = accounts };

    private static PortfolioReview Review(LocalDate asOf, params AccountFile[] accounts) =>
        new AccountReviewer(new() { Materiality = 0 }).Review(PortfolioOf(asOf, accounts));
}
