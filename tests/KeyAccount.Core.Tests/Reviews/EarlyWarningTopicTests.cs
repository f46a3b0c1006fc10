using KeyAccount.Core.Documents;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class EarlyWarningTopicTests
{
    private static readonly System.Text.Json.JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly LocalDate AsOf = new(2025, 12, 31);

    // Every 30 days, the last one 46 days ago.
    private static readonly AccountOrder[] Late =
        [.. Enumerable.Range(0, 6).Select(i => new AccountOrder { Date = AsOf.PlusDays(-46 - (30 * i)), Amount = 100 })];

    [Fact]
    public void An_account_without_any_of_it_has_no_early_warning()
    {
        var review = Review(new() { Id = "a" });

        (review.EarlyWarning, review.Winback).Should().Be((null, null));
        review.IsKnown(ReviewTopic.EarlyWarning).Should().BeFalse();
    }

    [Fact]
    public void Orders_that_are_overdue_make_a_sleeping_customer_that_is_called()
    {
        var review = Review(new() { Id = "a", Orders = Late });

        review.EarlyWarning!.State.Advice.Should().Be(CustomerState.Sleeping);
        review.Winback!.Strategy.Hits[0].RuleId.Should().Be("causeUnknown");
        review.Findings.Single(each => each.RuleId == "sleeping").Text.En
            .Should().Be("The customer is sleeping. It has been silent for longer than usual, by a factor of 1.5.");
        review.Actions.Single(each => each.RuleId == "sleeping.call").Kind.Should().Be(ActionKind.RecoverPurchases);
        Review(new() { Id = "a", Orders = [.. Late.Select(each => each with { Date = each.Date.PlusDays(2) })] })
            .EarlyWarning!.State.Advice.Should().Be(CustomerState.Active);
    }

    [Fact]
    public void Each_cause_has_an_action_of_its_own_and_none_but_price_offers_one()
    {
        var texts = DepartureCause.InOrder.ToDictionary(
            cause => cause,
            cause => Review(new() { Id = "a", Orders = Late, Warning = new() { Cause = cause } }).Actions
                .Single(each => each.Kind == ActionKind.RecoverPurchases).Text.En);

        texts.Values.Should().OnlyHaveUniqueItems();
        texts.Where(each => each.Value.Contains("better price", StringComparison.Ordinal)).Select(each => each.Key)
            .Should().Equal(DepartureCause.Price);
        texts[DepartureCause.Quality].Should()
            .Be("Cause: product quality. Correct the fault, prove it in a report (8D), then ask for a trial order.");
    }

    [Fact]
    public void A_tail_customer_that_left_for_the_price_is_let_go()
    {
        var review = Review(new()
        {
            Id = "a", Orders = Late, Warning = new() { Cause = DepartureCause.Price },
            TierOverrides = [new(AccountTierC, "Ann", "small", AsOf.PlusDays(-1), AsOf.PlusDays(30))],
        });

        review.Winback!.Strategy.Advice.Should().Be(WinbackStrategy.LetGo);
        review.Winback.Tools!.IsDecided.Should().BeFalse();
        review.Actions.Single(each => each.Kind == ActionKind.RecoverPurchases).Text.En.Should().Contain("let it go");
    }

    [Fact]
    public void What_the_months_tell_already_is_not_told_twice()
    {
        var months = Enumerable.Range(1, 8).Select(month => new MonthlyPurchases(new(2025, month), 100)).ToArray();
        var orders = months.Select(each => new AccountOrder { Date = each.Month.OnDayOfMonth(10), Amount = 100 }).ToArray();

        var review = Review(new() { Id = "a", Purchases = months, Orders = orders });

        review.EarlyWarning!.State.Advice.Should().Be(CustomerState.Lost);
        review.Findings.Select(each => each.RuleId).Should().Contain("purchasesStopped").And.NotContain(["lost", "alarm", "purchasesFall"]);
        review.ShownLifecycle!.IsDeclining.Should().BeTrue();
    }

    [Fact]
    public void The_period_follows_from_the_signs_and_what_is_stated_stands_beside_it()
    {
        var account = new AccountFile
        {
            Id = "a", Lifecycle = new() { HasBought = true, BuysRegularly = true, IsSatisfied = true, IsDeclining = false },
            Loyalty = new() { ShareOfWallet = 0.3m }, Warning = new() { PreviousShareOfWallet = 0.5 }, Orders = Late,
        };

        var review = Review(account);

        review.EarlyWarning!.Warning.Band.Should().Be(WarningLevel.Alarm);
        review.Lifecycle!.Period.Should().Be(LifecyclePeriod.Decline);
        review.StatedLifecycle!.IsDeclining.Should().BeFalse();
        review.Findings.Select(each => each.RuleId).Should().Contain(["declineNotStated", "alarm"]);
        Review(account with { Warning = null, Orders = [] }).Lifecycle!.Period.Should().Be(LifecyclePeriod.Stability);
    }

    [Fact]
    public void A_blacklist_and_a_contract_without_successor_are_findings()
    {
        Review(new() { Id = "a", Warning = new() { IsBlacklisted = true } }).Findings.Select(each => each.RuleId).Should().Contain("blacklisted");
        var ended = new Contract { Id = "c", From = AsOf.PlusDays(-400), Until = AsOf.PlusDays(-1) };
        var bought = new AccountOrder { Date = AsOf, Amount = 1 };
        Review(new() { Id = "a", Contracts = [ended], Orders = [bought] }).Findings.Single(each => each.RuleId == "contractEnding").Text.En
            .Should().Be("No new contract: The contract ended on 2025-12-30 and has no successor.");
        Review(new() { Id = "a", Contracts = [ended], Orders = [bought with { Date = AsOf.PlusDays(-2) }] }).Findings
            .Select(each => each.RuleId).Should().Contain("lost").And.NotContain("contractEnding");
        Review(new() { Id = "a", Contracts = [ended with { Until = AsOf.PlusDays(30) }] }).Findings
            .Select(each => each.RuleId).Should().Contain("contractEnds").And.NotContain("contractEnding");
    }

    [Fact]
    public void Overdue_debt_follows_from_the_invoices_and_is_a_sign()
    {
        var open = new Invoice { Amount = 100, Due = AsOf.PlusDays(-61) };
        AccountFile account = new()
        {
            Id = "a", Value = new() { DebtOverdueDays = 5 },
            Invoices = [open, open with { Due = AsOf.PlusDays(-90), Paid = AsOf }, open with { Amount = 0, Due = AsOf.PlusDays(-99) }],
        };

        var review = Review(account);

        review.DebtOverdueDays.Should().Be(61);
        review.EarlyWarning!.Raised.Single().Evidence.En.Should().Be("An invoice has been overdue for 61 days.");
        Review(account with { Invoices = [] }).DebtOverdueDays.Should().Be(5);
        Review(account with { Invoices = [], Value = new() { DebtOverdueDays = 70 } }).EarlyWarning!.Raised.Single().Sign
            .Should().Be(WarningSign.PaymentSlows, "a debt that is only stated is a sign too");
    }

    [Fact]
    public void The_range_is_compared_year_against_year_where_orders_name_their_items()
    {
        AccountOrder Order(int back, params string[] items) => new() { Date = AsOf.PlusDays(-back), Amount = 1, Items = items };
        AccountFile account = new()
        {
            Id = "a", Orders = [Order(725, "a", "b", "c"), Order(400, "d", "A"), Order(200, "a"), Order(10, "b")],
        };

        Sign(account, WarningSign.RangeNarrows)!.Evidence.En.Should().Be("The customer buys 2 different products; it used to buy 4.");
        Sign(account with { Orders = [Order(400, "a", "b"), Order(10, "a")] }, WarningSign.RangeNarrows)
            .Should().BeNull("the year before is not known whole");
        Sign(account with { Orders = [Order(725), Order(10)] }, WarningSign.RangeNarrows).Should().BeNull("no items are named");
    }

    [Fact]
    public void Visits_are_measured_by_the_standard_of_the_tier()
    {
        AccountFile account = new() { Id = "a", Visits = [new(AsOf.PlusDays(-182))] };

        // Nobody has graded it: one visit a quarter.
        Sign(account, WarningSign.ContactFades)!.IsRaised.Should().BeFalse();
        Sign(account with { Visits = [new(AsOf.PlusDays(-183))] }, WarningSign.ContactFades)!.IsRaised.Should().BeTrue();
    }

    [Fact]
    public void People_count_only_where_somebody_has_a_date()
    {
        Contact decider = new() { Id = "p1", Name = "Li", Role = StakeholderRole.KDM };
        Sign(new() { Id = "a", Contacts = [decider] }, WarningSign.KeyPersonLeft).Should().BeNull();
        Sign(new() { Id = "a", Contacts = [decider with { Until = AsOf.PlusDays(-1) }] }, WarningSign.KeyPersonLeft)!.Evidence.En
            .Should().Be("Li left on 2025-12-30.");
    }

    [Fact]
    public void Thresholds_are_a_model_of_the_review()
    {
        var models = new ReviewModels().With(new WarningThresholds { Version = "ours", RangeFall = 0.6 });

        models.Versions["winback.thresholds"].Should().Be("ours");
        models.WarningThresholds.Defaults.Single(each => each.Path == "RangeFall").Provenance.Should().BeNull("it is ours");
        new ReviewModels().WarningThresholds.Defaults.Should().OnlyContain(each => each.Provenance != null);
    }

    [Fact]
    public void Single_purchases_that_a_review_is_given_are_the_orders_of_accounts_without_any()
    {
        AccountPurchase[] purchases = [.. Late.Select(each => new AccountPurchase("a", each.Date, 100)), new("a", AsOf.PlusDays(1), 100)];
        var portfolio = new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = [new() { Id = "a" }, new() { Id = "b", Orders = Late[..1] }] };

        var review = new AccountReviewer().Review(portfolio, purchases);

        review.Accounts.Single(each => each.Id == "a").EarlyWarning!.Rhythm!.Silence.Should().Be(46, "what comes after the date is left out");
        review.Accounts.Single(each => each.Id == "b").EarlyWarning.Should().BeNull();
    }

    [Fact]
    public void Orders_without_purchases_are_the_purchases_and_never_counted_twice()
    {
        AccountOrder Order(LocalDate date, decimal amount) => new() { Date = date, Amount = amount };
        AccountOrder[] orders =
        [
            Order(AsOf.PlusMonths(-30), 900), Order(AsOf.PlusMonths(-11), 100), Order(AsOf.PlusMonths(-2), 30), Order(AsOf.PlusMonths(-2), -10),
            Order(AsOf, 5), Order(AsOf.PlusDays(1), 7_000),
        ];
        AccountFile[] accounts =
        [
            new() { Id = "orders", Orders = orders },
            new() { Id = "both", Orders = orders, Purchases = [new(AsOf.PlusMonths(-1).ToYearMonth(), 3)] },
            new() { Id = "stated", Orders = orders, Value = new() { AnnualPurchases = 42 } },
            new() { Id = "later", Orders = [Order(AsOf.PlusDays(1), 7_000)] },
        ];
        var portfolio = new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = accounts };

        var review = new AccountReviewer().Review(portfolio);

        review.Accounts.Select(each => (each.Id, each.AnnualPurchases, each.Rank)).Should().Equal(
            ("orders", 125m, 1), ("stated", 42m, 2), ("both", 3m, 3), ("later", null, null));
        review.Should().Be(new AccountReviewer().Begin(
            PortfolioFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(portfolio.ToJson())))).ToReview());

        // As a table of the same purchases is reviewed.
        AccountPurchase[] purchases = [.. orders.Select(each => new AccountPurchase("orders", each.Date, each.Amount))];
        var months = purchases.Where(each => each.Date <= AsOf).GroupBy(each => each.Date.ToYearMonth())
            .Select(month => new MonthlyPurchases(month.Key, month.Sum(each => each.Amount)));
        var alone = new AccountReviewer().Review(
            portfolio with { Accounts = [new() { Id = "orders", Purchases = [.. months] }] }, purchases).Accounts[0];
        var own = review.Accounts[0];
        (own.AnnualPurchases, own.Trend, own.EarlyWarning).Should().Be((alone.AnnualPurchases, alone.Trend, alone.EarlyWarning));
        new AccountReviewer().Begin(new Portfolio
        {
            Currency = "CNY", AsOf = AsOf, Accounts = [new() { Id = "g" }, .. accounts.Select(each => each with { Parent = "g" })],
        }).GroupReviews().Single().Group.AnnualPurchases.Should().Be(170);
    }

    [Fact]
    public void Orders_that_together_do_not_fit_a_decimal_are_a_fault_with_their_place() =>
        new Portfolio
        {
            Currency = "CNY",
            AsOf = AsOf,
            Accounts = [new() { Id = "a", Orders = [.. Enumerable.Repeat(new AccountOrder { Date = AsOf, Amount = decimal.MaxValue }, 2)] }],
        }.FaultsOf().Should().ContainSingle().Which.Path.Should().Be("accounts[0].orders");

    [Theory]
    [InlineData(0, "active")]
    [InlineData(1, "active")]
    [InlineData(2, "sleeping")]
    [InlineData(4, "lost")]
    public void By_months_a_customer_has_a_state_too(int silentMonths, string rule)
    {
        var last = new YearMonth(2026, 6).PlusMonths(-silentMonths);
        var review = new AccountReviewer().Review(new Portfolio
        {
            Currency = "CNY", AsOf = new(2026, 6, 30),
            Accounts = [new() { Id = "a", Purchases = [.. Enumerable.Range(0, 12).Select(i => new MonthlyPurchases(last.PlusMonths(-i), 100))] }],
        }).Accounts[0];

        review.EarlyWarning!.Rhythm.Should().Match<BuyingRhythm>(rhythm => rhythm.IsByMonth && rhythm.Orders == 12);
        review.EarlyWarning.State.Hits[0].RuleId.Should().Be(rule);
        review.EarlyWarning.Signs.Single(sign => sign.Sign == WarningSign.OrderOverdue).Evidence.En.Should().StartWith("By months: ");
    }

    [Fact]
    public void Signs_that_are_not_rated_say_what_is_known_and_what_is_missing()
    {
        var review = new AccountReviewer().Review(new Portfolio
        {
            Currency = "CNY", AsOf = AsOf, Accounts = [new() { Id = "a", Value = new() { AnnualPurchases = 5, DebtOverdueDays = 100 } }],
        }).Accounts[0];

        var report = review.EarlyWarning!;
        (report.Warning.Band, report.Raised.Single().Sign).Should().Be((null, WarningSign.PaymentSlows));
        report.Missing.Should().HaveCount(9).And.NotContain(WarningSign.PaymentSlows);
        report.WhyUnrated!.En.Should().Be(
            "Too little is known to say how urgent the signs are: 10 % of their weight is known, and 30 % is needed. Not known: falling purchases, "
            + "overdue order, falling share, narrowing range, unusual complaints, fading contact, key person left or new, competitor trial, contract not renewed.");
        foreach (var language in (string[])["en", "zh-Hans", "zh-Hant"])
        {
            foreach (var detail in (Detail[])[Detail.Brief, Detail.Full])
            {
                var text = System.Text.Json.JsonSerializer.Serialize(
                    review.Describe(new(new(), "CNY", language), detail), Readable);
                text.Should().Contain(language == "en" ? "10 % of the weight" : "10%");
            }
        }

        new AccountReviewer().Review(new Portfolio
        {
            Currency = "CNY", AsOf = AsOf,
            Accounts = [new() { Id = "a", Purchases = [.. Enumerable.Range(0, 12).Select(i => new MonthlyPurchases(AsOf.ToYearMonth().PlusMonths(-i), 1))] }],
        }).Accounts[0].EarlyWarning!.WhyUnrated.Should().BeNull();
    }

    [Fact]
    public void Single_purchases_give_each_account_a_segment_and_the_portfolio_its_totals()
    {
        AccountPurchase[] purchases =
        [
            .. from account in Enumerable.Range(1, 5)
               from order in Enumerable.Range(0, account)
               select new AccountPurchase($"a{account}", AsOf.PlusDays(-(30 * order) - (10 * (5 - account))), 100),
        ];
        var portfolio = new Portfolio
        {
            Currency = "CNY", AsOf = AsOf,
            Accounts = [.. Enumerable.Range(1, 6).Select(i => new AccountFile { Id = $"a{i}", Owner = i < 4 ? "Ann" : "Bo" })],
        };
        var run = new AccountReviewer().Begin(portfolio, purchases);

        var review = run.ToReview();

        review.RfmCuts.Should().Be(RfmReport.Of(purchases, AsOf).Cuts);
        review.Accounts.Select(each => each.Rfm?.Segment).Should().Equal(
            [.. RfmReport.Of(purchases, AsOf).Customers.Select(each => each.Segment), null]);
        review.Summary.Segments.Sum(each => each.Accounts).Should().Be(5);
        review.Summary.States.Sum(each => each.Accounts).Should().Be(3, "three have three orders");
        PortfolioReview.FromJson(review.ToJson()).Should().Be(review);
        run.OwnedBy("Ann").ToReview().Accounts.Select(each => each.Rfm).Should().Equal(review.Accounts.Take(3).Select(each => each.Rfm));
        new AccountReviewer().Review(portfolio).RfmCuts.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"orders": [null]}""", "accounts[0].orders[0]", "it is null; it must be an object")]
    [InlineData("""{"invoices": [{"amount": 1, "issued": "2025-02-01", "due": "2025-01-31"}]}""", "accounts[0].invoices[0].due", "it is 2025-01-31; it must not be before issued, 2025-02-01")]
    [InlineData("""{"invoices": [{"amount": 1, "issued": "2025-02-01", "due": "2025-03-31", "paid": "2025-01-31"}]}""", "accounts[0].invoices[0].paid", "it is 2025-01-31; it must not be before issued, 2025-02-01")]
    [InlineData("""{"invoices": [{"id": "x", "amount": 1, "due": "2025-01-31"}, {"id": "x", "amount": 1, "due": "2025-01-31"}]}""", "accounts[0].invoices[1].id", "x is duplicated")]
    [InlineData("""{"surveys": [{"on": "2025-01-31", "ratings": [6]}]}""", "accounts[0].surveys[0].ratings[0]", "it is 6; it must be between 1 and 5")]
    [InlineData("""{"surveys": [{"on": "2025-01-31", "recommendations": [11]}]}""", "accounts[0].surveys[0].recommendations[0]", "it is 11; it must be between 0 and 10")]
    public void What_is_wrong_in_a_file_is_named_with_its_place(string account, string path, string message)
    {
        var json = $$"""{"currency": "CNY", "asOf": "2025-12-31", "accounts": [{"id": "a", {{account[1..]}}]}""";
        FluentActions.Invoking(() => Portfolio.FromJson(json)).Should().Throw<InvalidModelException>().Which.Faults
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { Path = path, Message = message });
    }

    [Fact]
    public void A_survey_counts_before_what_is_stated_and_a_difference_is_a_finding()
    {
        AccountFile account = new()
        {
            Id = "a", Satisfaction = SatisfactionLevel.High, Surveys = [new() { On = AsOf.PlusDays(-10), Ratings = [1, 2, 5, 3] }],
        };

        var review = Review(account);

        (review.Satisfaction, review.StatedSatisfaction).Should().Be((SatisfactionLevel.Low, SatisfactionLevel.High));
        review.Findings.Select(each => each.RuleId).Should().Contain(["dissatisfied", "satisfactionNotShown"]);
        review.ShownLifecycle!.IsSatisfied.Should().BeFalse();
        var old = Review(account with { Surveys = [account.Surveys[0] with { On = AsOf.PlusDays(-731) }] });
        (old.Satisfaction, old.Survey).Should().Be((SatisfactionLevel.High, null));
    }

    [Fact]
    public void A_review_with_it_survives_JSON_and_is_told_in_every_language()
    {
        var portfolio = new Portfolio
        {
            Currency = "CNY", AsOf = AsOf,
            Accounts = [new() { Id = "a", Orders = Late, Warning = new() { Cause = DepartureCause.CompetitorPull } }],
        };
        var review = new AccountReviewer().Review(portfolio);

        PortfolioReview.FromJson(review.ToJson()).Should().Be(review);
        foreach (var language in Language.All)
        {
            var sections = new ReviewModels().Topics.Single(topic => topic.Topic == ReviewTopic.EarlyWarning)
                .Describe(review.Accounts[0], new(new(), "CNY", language));
            sections.Should().ContainSingle().Which.Blocks.Should().HaveCountGreaterThan(3);
        }
    }

    private static KeyAccount.Core.Grading.AccountTier AccountTierC => KeyAccount.Core.Grading.AccountTier.C;

    private static AccountReview Review(AccountFile account) => new AccountReviewer(new() { Materiality = 0 })
        .Review(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = [account] }).Accounts[0];

    private static WarningReading? Sign(AccountFile account, WarningSign sign) =>
        Review(account).EarlyWarning?.Signs.SingleOrDefault(each => each.Sign == sign);
}
