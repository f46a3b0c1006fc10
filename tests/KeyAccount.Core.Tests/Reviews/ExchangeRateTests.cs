using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Services;
using KeyAccount.Core.Tests.House;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class ExchangeRateTests
{
    private static readonly LocalDate AsOf = new(2025, 12, 31);

    private static readonly ExchangeRateTable Table = new()
    {
        Name = "Group treasury 2025-12",
        Rates =
        [
            Rate("2025-12-31", "EUR", "CNY", 8), Rate("2025-11-30", "EUR", "CNY", 7), Rate("2025-09-30", "EUR", "CNY", 6),
            Rate("2025-12-31", "CNY", "USD", 0.14m),
        ],
    };

    [Theory]
    [InlineData("2025-09-29", null)]
    [InlineData("2025-09-30", 6)]
    [InlineData("2025-10-31", 6)]
    [InlineData("2025-11-01", null)]
    [InlineData("2025-11-29", null)]
    [InlineData("2025-11-30", 7)]
    [InlineData("2025-12-30", 7)]
    [InlineData("2025-12-31", 8)]
    [InlineData("2026-01-31", 8)]
    [InlineData("2026-02-01", null)]
    public void The_last_rate_holds_until_the_next_and_not_longer_than_31_days(string date, int? rate) =>
        Table.RateOn("EUR", "CNY", Day(date))?.Rate.Should().Be(rate);

    [Fact]
    public void A_rate_holds_as_long_as_the_table_says()
    {
        var oneDay = Table with { LongestDays = 0 };
        oneDay.RateOn("EUR", "CNY", AsOf)!.Rate.Should().Be(8);
        oneDay.RateOn("EUR", "CNY", AsOf.PlusDays(1)).Should().BeNull();
        FluentActions.Invoking(() => Table with { LongestDays = -1 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Table with { LongestDays = 3661 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Rate("2025-12-31", "EUR", "CNY", 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("EUR", "CNY", "2025-11-10", "rates has no rate from EUR to CNY of 2025-11-10, nor of the 31 days before; the last one before is of 2025-09-30; add one.*")]
    [InlineData("CNY", "EUR", "2025-12-31", "rates has no rate from CNY to EUR of 2025-12-31, nor of the 31 days before; the rates from EUR to CNY are not inverted; add one.*")]
    [InlineData("EUR", "USD", "2025-12-31", "rates has no rate from EUR to USD of 2025-12-31, nor of the 31 days before; add one.*")]
    public void A_rate_that_is_missing_is_named_and_neither_turned_round_nor_chained(string from, string to, string date, string message) =>
        FluentActions.Invoking(() => Table.Convert(1, from, to, Day(date))).Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void An_amount_in_its_own_currency_needs_no_rate_and_a_product_is_exact()
    {
        Table.Convert(12.34m, "SEK", "SEK", AsOf).Should().Be(12.34m);
        Table.Convert(0.01m, "CNY", "USD", AsOf).Should().Be(0.0014m);
        FluentActions.Invoking(() => Table.Convert(1.0000000000000000000000000001m, "CNY", "USD", AsOf)).Should().Throw<OverflowException>()
            .WithMessage("*CNY times 0.14 of 2025-12-31 has more digits than a decimal holds; round the rate*");
        FluentActions.Invoking(() => Table.Convert(decimal.MaxValue, "EUR", "CNY", AsOf)).Should().Throw<OverflowException>();
    }

    [Fact]
    public void Conversion_keeps_sums_and_order() => Prop.ForAll(
        Gen.Choose(-1_000_000, 1_000_000).Select(cents => cents / 100m).ArrayOf(12).ToArbitrary(),
        Gen.Choose(1, 99_999_999).Select(rate => rate / 10_000m).ToArbitrary(),
        (amounts, rate) =>
        {
            var table = Table with { Rates = [Rate("2025-01-01", "EUR", "CNY", rate)], LongestDays = 366 };
            amounts.Sum(amount => table.Convert(amount, "EUR", "CNY", AsOf)).Should().Be(table.Convert(amounts.Sum(), "EUR", "CNY", AsOf));
            var account = new AccountFile
            {
                Id = "a", Currency = "EUR", Purchases = [.. amounts.Select((amount, i) => new MonthlyPurchases(new(2025, i + 1), amount))],
            };
            account.In("CNY", table, AsOf).PurchasesInYearTo(AsOf).Should().Be(amounts.Sum() * rate);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_rate_that_holds_is_the_last_at_or_before_the_date() => Prop.ForAll(
        Gen.Choose(0, 200).ArrayOf(20).ToArbitrary(),
        Gen.Choose(0, 260).ToArbitrary(),
        Gen.Choose(0, 60).ToArbitrary(),
        (days, asked, longest) =>
        {
            var start = new LocalDate(2025, 1, 1);
            var distinct = days.Distinct().ToArray();
            var table = new ExchangeRateTable
            {
                Name = "t", LongestDays = longest,
                Rates = [.. distinct.Select(day => new ExchangeRate { Date = start.PlusDays(day), From = "A", To = "B", Rate = day + 1 })],
            };
            var before = distinct.Where(day => day <= asked && asked - day <= longest).ToArray();
            table.RateOn("A", "B", start.PlusDays(asked))?.Rate.Should().Be(before.Max() + 1);
            (table.RateOn("A", "B", start.PlusDays(asked)) is null).Should().Be(before.Length == 0);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void A_table_of_a_file_that_does_not_say_how_long_a_rate_holds_takes_it_for_31_days(int days, bool isThere)
    {
        var table = KeyAccount.Core.Reviews.Portfolio.FromJson(
            """{"currency":"CNY","asOf":"2025-12-31","rates":{"name":"t","rates":[{"date":"2025-01-01","from":"EUR","to":"CNY","rate":8}]},"accounts":[]}""").Rates!;
        (table.RateOn("EUR", "CNY", new LocalDate(2025, 1, 1).PlusDays(days)) is not null).Should().Be(isThere);
    }

    // Whatever amount an account file comes to hold, it is converted.
    [Fact]
    public void Every_amount_of_money_is_converted()
    {
        var account = Rich("EUR");
        var before = AmountsOf(account, "").ToArray();
        var after = AmountsOf(account.In("CNY", Table, AsOf), "").ToDictionary(each => each.Path, each => each.Amount);
        before.Select(each => each.Property).Distinct().Should().BeEquivalentTo(MoneyOf(typeof(AccountFile), []), "the account has every amount");
        before.Should().OnlyContain(each => after[each.Path] == 8 * each.Amount);
        account.In("EUR", null, AsOf).Should().BeSameAs(account);
        account.In("CNY", Table, AsOf).In("CNY", null, AsOf).Should().Be(account.In("CNY", Table, AsOf) with { });
    }

    [Fact]
    public void Each_amount_is_converted_at_its_date()
    {
        var account = new AccountFile
        {
            Id = "a",
            Purchases = [new(new(2025, 10), 1) { Currency = "EUR" }, new(new(2025, 11), 1) { Currency = "EUR" }, new(new(2025, 12), 1) { Currency = "EUR" }, new(new(2025, 12), 5)],
            Contracts = [new() { Id = "c", From = new(2020, 1, 1), AnnualValue = 1, Currency = "EUR" }],
            Opportunities = [Deal("open", null), Deal("won", new(2025, 12, 30)), Deal("lost", new(2025, 10, 31))],
            Quotes = [new() { Id = "q", Date = new(2025, 11, 30), Quantity = 3, ListPrice = 1, Currency = "EUR" }, new() { Id = "p", Quantity = 3, ListPrice = 1, Currency = "EUR" }],
        };
        var converted = account.In("CNY", Table, AsOf);
        converted.Purchases.Select(each => (each.Month.Month, each.Amount, each.Currency)).Should()
            .Equal((10, 6m, null), (11, 7m, null), (12, 13m, null));
        converted.Contracts[0].AnnualValue.Should().Be(8, "it is still to come");
        converted.Opportunities.Select(each => each.Amount).Should().Equal(8, 7, 6);
        converted.Quotes.Select(each => each.ListPrice).Should().Equal(7, 8);
        converted.Quotes.Select(each => each.Quantity).Should().Equal(3, 3);

        var inMonth = account with { AsOf = new(2025, 12, 30), Opportunities = [], Quotes = [], Contracts = [] };
        inMonth.In("CNY", Table, AsOf).Purchases[2].Amount.Should().Be(12, "the month runs until the date of the facts");
    }

    [Fact]
    public void The_category_spend_never_falls_below_the_purchases_that_are_part_of_it()
    {
        var account = new AccountFile
        {
            Id = "a", Currency = "EUR", Value = new() { CategorySpend = 5 },
            Purchases = [new(new(2025, 10), 1), new(new(2025, 11), 1), new(new(2025, 12), 2)],
        };
        account.In("CNY", Table with { Rates = [.. Table.Rates.Select(each => each.Date == AsOf ? each with { Rate = 1 } : each)] }, AsOf)
            .Value!.CategorySpend.Should().Be(6 + 7 + (2 * 1) + 1);
        var portfolio = Portfolio(account with { Value = new() { CategorySpend = 3 } });
        portfolio.FaultsOf().Should().ContainSingle().Which.Path.Should().Be("accounts[0].value.categorySpend");
    }

    [Fact]
    public void A_missing_rate_is_a_fault_with_its_place_date_and_pair()
    {
        var portfolio = Portfolio(
            new AccountFile { Id = "a", Currency = "EUR", Purchases = [new(new(2025, 8), 3), new(new(2025, 12), 3)] },
            new AccountFile { Id = "b", Wallet = [new("seals", 1, 2) { Currency = "USD" }] });
        portfolio.FaultsOf().Select(fault => (fault.Path, fault.AccountId, fault.Message)).Should().Equal(
            ("accounts[0].purchases[0]", "a", "rates has no rate from EUR to CNY of 2025-08-31, nor of the 31 days before; add one"),
            ("accounts[1].wallet[0].spendWithUs", "b", "rates has no rate from USD to CNY for 2 amounts of 2025-12-31, nor of the 31 days before; the rates from CNY to USD are not inverted; add one for each of their dates"));
        (portfolio with { Rates = null }).FaultsOf().Select(fault => fault.Message).Should().Equal(
            "2 amounts from 2025-08-31 to 2025-12-31 are in EUR, and the portfolio is in CNY; give rates, or convert them",
            "2 amounts of 2025-12-31 are in USD, and the portfolio is in CNY; give rates, or convert them");
        FluentActions.Invoking(() => portfolio.Accounts[0].In("CNY", Table, AsOf)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Path.Should().Be("account.purchases[0]");
        Portfolio(new AccountFile { Id = "a", Currency = " " }).FaultsOf().Should().ContainSingle().Which.Path.Should().Be("accounts[0].currency");
        Portfolio(new AccountFile { Id = "a", Purchases = [new(new(2025, 12), 3) { Currency = "" }] }).FaultsOf().Should().ContainSingle()
            .Which.Message.Should().Be("its currency is blank; leave it out if it is that of the account");
    }

    // One line a pair, whatever the number of months and accounts; the file and the portfolio in memory tell the same.
    [Fact]
    public void Missing_rates_of_a_pair_are_one_fault_with_the_first_and_the_last_date()
    {
        AccountFile Buying(string id, string currency, int year) => new()
        {
            Id = id, Currency = currency, Purchases = [.. Enumerable.Range(1, 12).Select(month => new MonthlyPurchases(new(year, month), 1))],
        };
        var portfolio = Portfolio(Buying("a", "GBP", 2024), Buying("b", "GBP", 2025), Buying("c", "JPY", 2025));
        (string, string?, string)[] expected =
        [
            ("accounts[0].purchases[0]", "a", "rates has no rate from GBP to CNY for 24 amounts of 2 accounts from 2024-01-31 to 2025-12-31, nor of the 31 days before; add one for each of their dates"),
            ("accounts[2].purchases[0]", "c", "rates has no rate from JPY to CNY for 12 amounts from 2025-01-31 to 2025-12-31, nor of the 31 days before; add one for each of their dates"),
        ];
        portfolio.FaultsOf().Select(fault => (fault.Path, fault.AccountId, fault.Message)).Should().Equal(expected);
        var json = System.Text.Encoding.UTF8.GetBytes(portfolio.ToJson());
        FluentActions.Invoking(() => PortfolioFile.Read(new MemoryStream(json))).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => (fault.Path, fault.AccountId, fault.Message)).Should().Equal(expected);

        // Left out one by one, each account says what it lacks itself.
        PortfolioFile.ReadSkippingBadAccounts(new MemoryStream(json)).Skipped.Select(each => each.Faults.Single().Message.Split(" for ")[1].Split(',')[0])
            .Should().Equal("12 amounts from 2024-01-31 to 2024-12-31", "12 amounts from 2025-01-31 to 2025-12-31", "12 amounts from 2025-01-31 to 2025-12-31");
    }

    [Fact]
    public void Nothing_needs_no_rate()
    {
        var portfolio = Portfolio(new AccountFile
        {
            Id = "a", Currency = "GBP", Value = new() { NetProfit = 0 }, Purchases = [new(new(2025, 12), 0)],
            EconomicValues = [new() { Id = "e", Reference = new() { Amount = 0, Currency = "GBP" } }],
        });
        portfolio.FaultsOf().Should().BeEmpty();
        new AccountReviewer().Review(portfolio).Accounts[0].AnnualPurchases.Should().Be(0);
        (portfolio with { Accounts = [portfolio.Accounts[0] with { Value = new() { NetProfit = 0.01m } }] }).FaultsOf().Should().ContainSingle()
            .Which.Path.Should().Be("accounts[0].value.netProfit");
    }

    [Theory]
    [InlineData("eur", "EUR")]
    [InlineData(" EUR", null)]
    [InlineData("€", "EUR")]
    [InlineData("US$", "USD")]
    [InlineData("rmb", "CNY")]
    [InlineData("Euro", "EUR")]
    [InlineData("人民币", "CNY")]
    [InlineData("EUR", null)]
    [InlineData("points", null)]
    public void A_sign_or_small_letters_are_a_fault_that_names_the_code(string written, string? code)
    {
        var account = new AccountFile { Id = "a", Currency = written };
        string[] faults = code is null ? [] : [$"it is {written}; write the code {code}"];
        Portfolio(account).FaultsOf().Where(fault => fault.Path == "accounts[0].currency").Select(fault => fault.Message)
            .Should().Equal(written == " EUR" ? ["it is  EUR; write the code EUR"] : faults);
        (Portfolio(new AccountFile { Id = "a" }) with { Currency = written, KeyAccountPurchases = 1 }).FaultsOf()
            .Where(fault => fault.Path == "currency").Select(fault => fault.Message)
            .Should().Equal(written == " EUR" ? ["it is  EUR; write the code EUR"] : faults);
        var amount = new AccountFile { Id = "a", Purchases = [new(new(2025, 12), 3) { Currency = written }] };
        Portfolio(amount).FaultsOf().Any(fault => fault.Message.Contains($"write the code {code ?? "EUR"}")).Should().Be(code is not null || written == " EUR");
        ExchangeRateTable TableOf(string from, string to) => new() { Name = "t", Rates = [new() { Date = AsOf, From = from, To = to, Rate = 1 }] };
        (Portfolio(new AccountFile { Id = "a" }) with { Rates = TableOf(written, "GBP") }).FaultsOf().Should().HaveCount(code is null && written != " EUR" ? 0 : 1);
        (Portfolio(new AccountFile { Id = "a" }) with { Rates = TableOf("GBP", written) }).FaultsOf().Should().HaveCount(code is null && written != " EUR" ? 0 : 1);
    }

    // What many write for CNY has three letters too: it is no fault where it stands alone.
    [Fact]
    public void A_portfolio_in_RMB_is_told_which_code_its_amounts_have()
    {
        var portfolio = new Portfolio
        {
            Currency = "RMB", KeyAccountPurchases = 1, AsOf = AsOf, Accounts = [new() { Id = "a", Purchases = [new(new(2025, 12), 3) { Currency = "CNY" }] }],
        };
        portfolio.FaultsOf().Should().ContainSingle().Which.Message.Should().Be("it is in CNY, and the portfolio is in RMB; write CNY there too");
        (portfolio with { Accounts = [new() { Id = "a", Purchases = [new(new(2025, 12), 3)] }] }).FaultsOf().Should().BeEmpty();
    }

    // At a rate of 8, on either side of the largest amount that the file holds.
    [Theory]
    [InlineData(125_000_000_000, 125_000_000_000_000, null)]
    [InlineData(125_000_000_001, 1, "accounts[0].needs[0].worth[0].perUnit")]
    [InlineData(1, 125_000_000_000_001, "accounts[0].economicValues[0].price")]
    public void An_amount_that_becomes_too_large_is_a_fault_with_its_place(long perUnit, long price, string? path)
    {
        var portfolio = Portfolio(new AccountFile
        {
            Id = "a",
            Needs = [new() { Id = "n", Worth = [new() { PerUnit = perUnit, Currency = "EUR" }] }],
            EconomicValues = [new() { Id = "e", Reference = new() { Amount = 1, Currency = "EUR" }, Price = price }],
        });
        portfolio.FaultsOf().Select(fault => fault.Path).Should().Equal(path is null ? [] : [path]);
        if (path is null)
            portfolio.Accounts[0].In("CNY", Table, AsOf).EconomicValues[0].Price.Should().Be(1e15m);
        else
            portfolio.FaultsOf()[0].Message.Should().StartWith("in CNY it is 100000000000").And.Contain("it must be at most 1000000000000");
    }

    [Fact]
    public void An_encounter_is_converted_at_its_date()
    {
        var account = new AccountFile
        {
            Id = "a", Currency = "EUR",
            Rivals = [new() { Id = "r", AnnualSales = 1, Encounters = [new() { Date = new(2025, 10, 31), IsWon = true, Amount = 1 }] }],
        };
        var rival = account.In("CNY", Table, AsOf).Rivals[0];
        (rival.AnnualSales, rival.Encounters[0].Amount).Should().Be((8m, 6m));
    }

    [Fact]
    public void What_is_wrong_with_a_table_is_named()
    {
        var portfolio = Portfolio() with
        {
            Rates = new()
            {
                Name = " ",
                Rates = [Rate("2025-12-31", "EUR", "CNY", 8), Rate("2025-12-31", "EUR", "CNY", 9), Rate("2025-12-31", "", "CNY", 9), Rate("2025-12-31", "EUR", "", 9), Rate("2025-12-31", "EUR", "EUR", 1), null!],
            },
        };
        portfolio.FaultsOf().Select(fault => (fault.Path, fault.Message)).Should().Equal(
            ("rates.name", "it is blank; name the table and its version"),
            ("rates.rates[1]", "the rate from EUR to CNY of 2025-12-31 is duplicated"),
            ("rates.rates[2].from", "it is blank; it must be a currency such as EUR"),
            ("rates.rates[3].to", "it is blank; it must be a currency such as CNY"),
            ("rates.rates[4].to", "it is EUR, like from; a rate is between two currencies"),
            ("rates.rates[5]", "it is null; it must be an object"));
        var one = Rate("2025-12-31", "EUR", "CNY", 8);
        IReadOnlyList<ExchangeRate> many = [.. Enumerable.Range(0, ExchangeRateTable.MostRates).Select(i => one with { From = $"E{i}" })];
        (portfolio with { Rates = new() { Name = "t", Rates = many } }).FaultsOf().Should().BeEmpty();
        (portfolio with { Rates = new() { Name = "t", Rates = [.. many, one] } }).FaultsOf().Should().ContainSingle().Which.Message.Should()
            .Be("it has 100001 entries; it must have at most 100000");
    }

    [Fact]
    public void A_review_is_in_one_currency_and_names_the_table()
    {
        var portfolio = Portfolio(
            new AccountFile { Id = "a", Currency = "EUR", Purchases = [new(new(2025, 11), 100), new(new(2025, 12), 100)] },
            new AccountFile { Id = "b", Purchases = [new(new(2025, 12), 1400)] });
        var review = new AccountReviewer().Review(portfolio);
        review.Accounts.Select(each => (each.Id, each.AnnualPurchases, each.Rank)).Should().Equal(("a", 1500m, 1), ("b", 1400m, 2));
        review.Accounts[0].Conversion.Should().Be(new CurrencyConversion
        {
            Table = "Group treasury 2025-12", Currencies = ["EUR"], FirstRate = new(2025, 11, 30), LastRate = AsOf,
        });
        review.Accounts[1].Conversion.Should().BeNull();
        review.Summary.Conversion.Should().Be(review.Accounts[0].Conversion);
        var file = PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(portfolio.ToJson())));
        file.Read(0).Should().Be(portfolio.Accounts[0]);
        file.ReadConverted(0).Should().Be(portfolio.Accounts[0].In("CNY", Table, AsOf));
        new AccountReviewer().Begin(file).ToReview().Should().Be(review);
        foreach (var (language, told) in new[] { ("en", "Amounts in EUR are converted to CNY"), ("zh-Hans", "折算为CNY"), ("zh-Hant", "折算為CNY") })
        {
            Told(review.Describe(language)).Should().Contain(told).And.Contain("Group treasury 2025-12");
            Told(review.Accounts[0].Describe(new(new(), "CNY", language))).Should().Contain(told);
            Told(review.Accounts[1].Describe(new(new(), "CNY", language))).Should().NotContain(told);
        }
    }

    [Fact]
    public void Members_in_other_currencies_are_converted_for_their_group_and_rows_for_their_company()
    {
        AccountFile Buying(string id, string? currency) => new() { Id = id, Currency = currency, Purchases = [new(new(2025, 12), 100)] };
        var portfolio = Portfolio(
            new AccountFile { Id = "g" }, Buying("de", "EUR") with { Parent = "g" }, Buying("cn", null) with { Parent = "g" },
            Buying("cn2", "EUR") with { SameAs = "cn" });
        var review = new AccountReviewer().Begin(portfolio).GroupReviews().Single();
        review.Group.AnnualPurchases.Should().Be(800 + 100 + 800);
        review.Group.Conversion!.Currencies.Should().Equal("EUR");
        FluentActions.Invoking(() => new AccountGroup(Buying("g", "CNY"), [Buying("a", "EUR")]).RollUp(AsOf)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Should().Be(
                new ModelFault("members[0]", "it has amounts in EUR, others of the group are in CNY; convert them to one currency (AccountFile.In)"));
    }

    [Fact]
    public void What_a_faulty_account_buys_counts_in_the_currency_of_the_portfolio()
    {
        var portfolio = Portfolio(
            new AccountFile { Id = "a", Currency = "EUR", Owner = " ", Purchases = [new(new(2025, 12), 100)] },
            new AccountFile { Id = "b", Currency = "SEK", Purchases = [new(new(2025, 12), 100)] });
        var file = PortfolioFile.ReadSkippingBadAccounts(new MemoryStream(Encoding.UTF8.GetBytes(portfolio.ToJson())));
        file.Skipped.Select(each => (each.Id, each.AnnualPurchases)).Should().Equal(("a", 800m), ("b", null));
    }

    private static Portfolio Portfolio(params AccountFile[] accounts) =>
        new() { Currency = "CNY", AsOf = AsOf, Rates = Table, Accounts = accounts };

    private static ExchangeRate Rate(string date, string from, string to, decimal rate) =>
        new() { Date = Day(date), From = from, To = to, Rate = rate };

    private static LocalDate Day(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

    private static Opportunity Deal(string id, LocalDate? closed) => new()
    {
        Id = id, Amount = 1, Currency = "EUR", History = [new(FunnelStage.P1, new(2025, 6, 1))],
        Outcome = closed is { } day ? new(id == "won", day, null) : null,
    };

    private static string Told(Document document) => string.Join(
        '\n', document.Blocks.OfType<Paragraph>().Select(each => string.Concat(each.Runs.Select(run => run.Text))));

    private static AccountFile Rich(string currency)
    {
        var json = File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "portfolio.json"));
        var sample = KeyAccount.Core.Reviews.Portfolio.FromJson(json);
        return new()
        {
            Id = "rich",
            Currency = currency,
            Purchases = [new(new(2025, 12), 3)],
            Value = new() { AnnualPurchases = 10, NetProfit = -2, CategorySpend = 20 },
            Wallet = [new("seals", 1, 2)],
            Contracts = [new() { Id = "c", From = AsOf, AnnualValue = 5 }],
            Orders = [new() { Date = AsOf, Amount = 21 }],
            Company = new() { Revenue = 25 },
            Prospect = new()
            {
                ExpectedPurchases = 24,
                Balance = new()
                {
                    On = AsOf, WorkingCapital = 1, RetainedEarnings = 2, Ebit = 3, BookEquity = 4, TotalLiabilities = 5, TotalAssets = 6,
                },
            },
            OrderLines = [new() { Date = AsOf, Category = "seals", Amount = 23 }],
            Invoices = [new() { Issued = AsOf, Due = AsOf, Amount = 22 }],
            Opportunities = [Deal("d", null) with { Currency = null }],
            Rivals =
            [
                new()
                {
                    Id = "r", AnnualSales = 7, AmountWon = 30, AmountLost = 40,
                    Encounters = [new() { Date = AsOf, IsWon = true, Amount = 2 }],
                },
            ],
            Needs = [new() { Id = "n", Worth = [new() { PerUnit = 3, Currency = currency }] }],
            EconomicValues =
            [
                new()
                {
                    Id = "e", Reference = new() { Amount = 100, Currency = currency }, Price = 110,
                    Differences = [new() { Label = "less scrap", Amount = 20 }, new() { Label = "new cabinet", Amount = -5 }],
                },
            ],
            Tenders = [new() { Id = "t", Price = 60, LowestAllowed = 50, Margin = 12 }],
            Activities = [new() { Id = "a", Date = AsOf, GiftPerHead = 8, Budget = [new() { Item = "hall", Amount = 11 }] }],
            ServiceOrders = [new() { Type = ServiceType.Repair, Date = AsOf, Cost = 4, Price = 6 }],
            ServiceContracts =
            [
                new() { Id = "s", Type = ServiceType.Vmi, From = AsOf, AnnualFee = 7, AnnualCost = 5 },
                new()
                {
                    Id = "p", Type = ServiceType.PerformanceContract, From = AsOf,
                    Terms = new() { HoursPerYear = 8_000, FeePerHour = 3, Target = 0.97m },
                },
            ],
            ServiceSite = new() { DowntimeCostPerHour = 9 },
            Cooperation = new()
            {
                JointInvestment = 14,
                Gain = new() { ValueCreated = 90, OurInvestment = 10, TheirInvestment = 20, OurAlternative = 5, TheirAlternative = 15 },
            },
            Lifetime = new() { CostToServe = 1, MeanSpend = 3 },
            SwitchingCostAmounts = sample.Accounts.First(each => each.SwitchingCostAmounts.Count > 0).SwitchingCostAmounts,
            Quotes =
            [
                new()
                {
                    Id = "q", Quantity = 1, ListPrice = 9, UnitCost = 4, CurrentPrice = 6, CompetitorPrice = 5, FixedCostChange = 2,
                    Discounts = [new("d", 1, null)], Rebates = [new("r", 0.5m, null)], CostsToServe = [new("c", 0.2m, null)],
                },
            ],
        };
    }

    private static IEnumerable<(string Path, string Property, decimal Amount)> AmountsOf(object part, string path)
    {
        foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsOfFile))
        {
            var value = property.GetValue(part);
            if (value is decimal amount && property.GetCustomAttribute<FactRangeAttribute>()?.Unit == FactUnit.Money)
                yield return ($"{path}.{property.Name}", $"{part.GetType().Name}.{property.Name}", amount);
            else if (value is IEnumerable items and not string)
            {
                var i = 0;
                foreach (var (item, place) in items.Cast<object>().Select(item => (item, i++)).Where(pair => IsPart(pair.item.GetType())))
                {
                    foreach (var each in AmountsOf(item, $"{path}.{property.Name}[{place}]"))
                        yield return each;
                }
            }
            else if (value is not null && IsPart(value.GetType()))
            {
                foreach (var each in AmountsOf(value, $"{path}.{property.Name}"))
                    yield return each;
            }
        }
    }

    private static IEnumerable<string> MoneyOf(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            yield break;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsOfFile))
        {
            if (property.GetCustomAttribute<FactRangeAttribute>()?.Unit == FactUnit.Money)
                yield return $"{type.Name}.{property.Name}";
            var part = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            foreach (var each in IsPart(part) ? MoneyOf(part, seen) : [])
                yield return each;
        }
    }

    private static bool IsOfFile(PropertyInfo property) => property.GetIndexParameters().Length == 0
        && property.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>() is null;

    private static bool IsPart(Type type) => type.Assembly == typeof(AccountFile).Assembly && type != typeof(TopicValue) && !type.IsEnum
        && !(type.BaseType is { } parent && typeof(IComparable).IsAssignableFrom(type)) && !IsTerm(type);

    private static bool IsTerm(Type type) =>
        type.BaseType is { } parent && (parent.Name.StartsWith("Term`", StringComparison.Ordinal) || IsTerm(parent));
}
