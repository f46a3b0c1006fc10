using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Competition;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Reviews;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

[Trait("Frameworks", "all")]
public class PortfolioTests
{
    private const string Whole = """
        {
          // what a person may write
          "name": "Ours", "currency": "EUR", "keyAccountPurchases": 130000, "asOf": "2026-03-31",
          "accounts": [
            {
              "id": "acme", "name": "Acme", "asOf": "2026-03-30", "industry": "Finance", "cooperationStage": "Mature", "decisionMode": "Mixed",
              "value": { "grossMarginRate": 0.2, "netProfit": 12.5, "industryInfluence": "High" },
              "purchases": [ { "month": "2026-02", "amount": 10.10 }, { "month": "2026-01", "amount": -3 } ],
              "contacts": [ { "id": "p1", "name": "Ada", "jobTitle": "Buyer" } ],
              "competitors": [ { "name": "Rival", "annualSales": 7, "strength": "price" } ],
              "contracts": [ { "id": "c1", "from": "2025-01-01", "until": "2026-12-31", "annualValue": 100 } ],
              "quotes": [ { "id": "q1", "date": "2026-03-01", "product": "x", "quantity": 2, "listPrice": 10, "discounts": [ { "name": "d", "amount": 1 } ], "unitCost": 6, "inReturn": [ { "kind": "Volume", "extent": 3 } ] } ],
              "tierState": { "tier": "B", "since": "2025-12-31", "asOf": "2026-02-28", "pending": "A", "pendingPeriods": 1 },
              "tierOverrides": [ { "tier": "A", "by": "Me", "reason": "why", "from": "2026-01-01", "until": "2026-06-30" } ],
            },
            { "id": "bare" },
          ],
        }
        """;

    [Fact]
    public void A_portfolio_that_is_changed_is_checked_anew()
    {
        var sound = Portfolio.FromJson("""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a" } ] }""");
        sound.FaultsOf().Should().BeEmpty();
        (sound with { Currency = " " }).FaultsOf().Should().ContainSingle().Which.Path.Should().Be("currency");
        sound.Should().Be(Portfolio.FromJson(sound.ToJson()), "what was found of it is no part of it");
    }

    [Fact]
    public void Everything_in_the_file_is_read()
    {
        var portfolio = Portfolio.FromJson(Whole);
        (portfolio.Name, portfolio.Currency, portfolio.KeyAccountPurchases, portfolio.AsOf).Should()
            .Be(("Ours", "EUR", 130_000m, new LocalDate(2026, 3, 31)));
        var acme = portfolio.Accounts[0];
        (acme.Id, acme.Name, acme.AsOf, acme.Industry, acme.CooperationStage, acme.DecisionMode).Should().Be(
            ("acme", "Acme", new LocalDate(2026, 3, 30), CustomerIndustry.Finance, CooperationStage.Mature, DecisionMode.Mixed));
        acme.Value.Should().Be(new AccountValueFacts { GrossMarginRate = 0.2, NetProfit = 12.5m, IndustryInfluence = FactorLevel.High });
        acme.Purchases.Should().Equal(new MonthlyPurchases(new(2026, 2), 10.10m), new MonthlyPurchases(new(2026, 1), -3));
        acme.Contacts.Should().BeEquivalentTo([new Contact { Id = "p1", Name = "Ada", JobTitle = "Buyer" }]);
        acme.Rivals.Should().Equal(new Rival { Id = "Rival", Name = "Rival", AnnualSales = 7, Strength = "price" });
        acme.Contracts.Should()
            .Equal(new Contract { Id = "c1", From = new(2025, 1, 1), Until = new LocalDate(2026, 12, 31), AnnualValue = 100 });
        acme.Quotes.Should()
            .Equal(
                new Quotation { Id = "q1", Date = new(2026, 3, 1), Product = "x", Quantity = 2, ListPrice = 10,
                Discounts = [PriceDeduction.Off("d", 1)], UnitCost = 6, InReturn = [new(CounterConcessionKind.Volume, 3)] });
        acme.TierState.Should().Be(new TierState<AccountTier>(AccountTier.B, new(2025, 12, 31), new(2026, 2, 28), AccountTier.A, 1));
        acme.TierOverrides.Should().Equal(new TierOverride<AccountTier>(AccountTier.A, "Me", "why", new(2026, 1, 1), new(2026, 6, 30)));
        portfolio.Accounts[1].Should().BeEquivalentTo(new AccountFile { Id = "bare" });
    }

    [Fact]
    public void A_portfolio_survives_json_as_text_and_as_bytes()
    {
        var json = Portfolio.FromJson(Whole).ToJson();
        Portfolio.FromJson(json).ToJson().Should().Be(json);
        Portfolio.FromJson(Encoding.UTF8.GetBytes(json)).ToJson().Should().Be(json);
        Portfolio.FromJson(Encoding.UTF8.Preamble.ToArray().Concat(Encoding.UTF8.GetBytes(json)).ToArray()).ToJson().Should()
            .Be(json, "a byte order mark is no part of it");
        Portfolio.FromJson("\uFEFF" + json).ToJson().Should().Be(json);
    }

    [Theory]
    [InlineData("""{ "asOf": "2026-03-31" }""", "currency: it is missing")]
    [InlineData("""{ "currency": " ", "asOf": "2026-03-31" }""", "currency: it is blank")]
    [InlineData("""{ "currency": "CNY" }""", "asOf: it is missing")]
    [InlineData("""{ "currency": "CNY", "asOf": "31.3.2026" }""", "asOf: '31.3.2026' is not a date; write it as in 2026-03-31.")]
    [InlineData("""{ "currency": "EUR", "asOf": "2026-03-31" }""",
        "keyAccountPurchases: it is missing; the standard threshold is in CNY, the amounts are in EUR")]
    [InlineData("""{ "currency": "EUR", "asOf": "2026-03-31", "keyAccountPurchases": 0 }""",
        "keyAccountPurchases: it is 0; it must be above 0")]
    [InlineData("""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": {} }""", "accounts: it is an object; it must be a list")]
    [InlineData("""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ null ] }""",
        "accounts[0]: it is null; it must be an object")]
    public void A_faulty_head_is_reported(string json, params string[] faults) => FaultsOf(json).Should().Equal(faults);

    [Theory]
    [InlineData("""{ "name": "x" }""", "accounts[0].id: it is missing")]
    [InlineData("""{ "id": "" }""", "accounts[0].id: it is blank")]
    [InlineData("""{ "id": "a" }, { "id": "a" }""", "accounts[1].id: a is duplicated")]
    [InlineData("""{ "id": "a", "value": { "annualPurchases": "many", "visits": 3, "industryInfluence": "Huge" } }""",
        "accounts[0].value.annualPurchases: it is \"many\"; it must be a number",
        "accounts[0].value.visits: there is no such property; it must be one of annualPurchases, grossMarginRate, netProfit, creditDays, debtOverdueDays, marketGrowthRate, categorySpend, budgetTrend, industryInfluence, technicalSynergy, longTermCommitment",
        "accounts[0].value.industryInfluence: 'Huge' is not a FactorLevel; expected one of: None, Low, Medium, High.")]
    [InlineData("""{ "id": "a", "purchases": [ { "month": "2026-1", "amount": 1 }, { "amount": 1 }, { "month": "2026-01" } ] }""",
        "accounts[0].purchases[0].month: '2026-1' is not a month; write it as in 2026-03.",
        "accounts[0].purchases[1].month: it is missing",
        "accounts[0].purchases[2].amount: it is missing")]
    [InlineData("""{ "id": "a", "purchases": [ { "month": "2026-01", "amount": 1 }, { "month": "2026-01", "amount": 2 } ] }""",
        "accounts[0].purchases[1].month: 2026-01 is duplicated")]
    [InlineData("""{ "id": "a", "contacts": [ { "id": "p" }, { "id": "p" }, { "name": "x" } ] }""",
        "accounts[0].contacts[2].id: it is missing")]
    [InlineData("""{ "id": "a", "contacts": [ { "id": "p" }, { "id": "p" } ], "competitors": [ { "name": " " } ] }""",
        "accounts[0].contacts[1].id: p is duplicated", "accounts[0].rivals[0].id: it is blank")]
    [InlineData("""{ "id": "a", "contracts": [ { "id": "c", "from": "2026-02-01", "until": "2026-01-31" } ] }""",
        "accounts[0].contracts[0].until: it is 2026-01-31; it must not be before from, 2026-02-01")]
    [InlineData("""{ "id": "a", "quotes": [ { "id": "q", "quantity": 0, "listPrice": 10 }, { "id": "r", "quantity": 1, "listPrice": 10, "discounts": [ { "name": "d" } ] } ] }""",
        "accounts[0].quotes[0].quantity: it is 0; it must be above 0",
        "accounts[0].quotes[1].discounts[0]: 'd' has neither an amount nor a rate; it must have one of the two.")]
    [InlineData("""{ "id": "a", "quotes": [ { "id": "q", "listPrice": 10 } ] }""", "accounts[0].quotes[0].quantity: it is missing")]
    [InlineData("""{ "id": "a", "tierState": { "tier": "A", "since": "2026-01-01", "asOf": "2026-03-31" } }""",
        "accounts[0].tierState.asOf: it is 2026-03-31; it must be before 2026-03-31, the date of the facts")]
    [InlineData("""{ "id": "a", "tierOverrides": [ { "tier": "A", "by": "me", "reason": "x", "until": "2026-01-01" } ] }""",
        "accounts[0].tierOverrides[0].from: it is missing")]
    [InlineData("""{ "id": "a", "tierOverrides": [ { "tier": "A", "by": "me", "reason": "x", "from": "2026-01-02", "until": "2026-01-01" } ] }""",
        "accounts[0].tierOverrides[0].until: it is 2026-01-01; it must not be before from, 2026-01-02")]
    public void A_faulty_account_is_reported(string accounts, params string[] faults) =>
        FaultsOf($$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ {{accounts}} ] }""").Should().Equal(faults);

    [Fact]
    public void Bytes_that_are_no_text_are_a_fault()
    {
        var read = () => Portfolio.FromJson(new byte[] { (byte)'{', 0xff, (byte)'}' });
        read.Should().Throw<InvalidModelException>().Which.Faults.Should().Equal(new ModelFault("$", "it is not UTF-8"));
    }

    [Fact]
    public void Any_torn_or_smeared_portfolio_gives_a_portfolio_or_a_list_of_faults()
    {
        // Whatever is written into the comment, the portfolio is read.
        const string comment = "what a person may write";
        var start = Whole.IndexOf(comment, StringComparison.Ordinal);
        var anywhere =
            from at in Gen.Choose(0, Whole.Length - 1)
            from length in Gen.Choose(0, 12)
            select (At: at, Until: Math.Min(Whole.Length, at + length), IsRead: false);
        var inComment =
            from at in Gen.Choose(0, comment.Length)
            from length in Gen.Choose(0, comment.Length - at)
            select (At: start + at, Until: start + at + length, IsRead: true);
        var smeared =
            from place in Gen.Frequency((9, anywhere), (1, inComment))
            from put in Gen.Elements(
                "", "\"", "{", "}", "[", "]", ",", ":", "-", "0", "null", "1e9999", "9999999999999999999999999999999", "\\ud800", "true")
            select (Json: Whole[..place.At] + put + Whole[place.Until..], place.IsRead);
        int read = 0, faulty = 0;
        Prop.ForAll(smeared.ToArbitrary(), each =>
        {
            try
            {
                _ = Portfolio.FromJson(each.Json);
                read++;
            }
            catch (InvalidModelException e) when (!each.IsRead)
            {
                e.Faults.Should().NotBeEmpty();
                faulty++;
            }
        }).Check(Seeded.Cases(3_000));
        read.Should().BeGreaterThan(100);
        faulty.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void What_is_made_in_code_is_checked_too() => new Portfolio
    {
        Currency = "CNY",
        AsOf = new(2026, 3, 31),
        Accounts =
            [new() { Id = "a", Contacts = [null!], Purchases = [null!], TierOverrides = [null!], Quotes = [null!], Contracts = [null!] }],
    }.FaultsOf().Select(fault => fault.Path).Should().Equal(
        "accounts[0].purchases[0].month", "accounts[0].tierOverrides[0].tier", "accounts[0].contacts[0].id",
        "accounts[0].contracts[0].id", "accounts[0].quotes[0].id");

    [Theory]
    [InlineData("2026-03-31", 13)]
    [InlineData("2026-03-30", 7)]
    [InlineData("2025-12-31", 7)]
    [InlineData("2030-01-31", 0)]
    public void A_year_of_purchases_is_the_last_twelve_months_that_are_over(string asOf, int sum)
    {
        // 1 in 2025-03, 2 in 2025-04, 4 in 2025-12, 7 in 2026-03.
        var account =
            new AccountFile { Id = "a",
                Purchases = [new(new(2026, 3), 7), new(new(2025, 3), 1), new(new(2025, 12), 4), new(new(2025, 4), 2)] };
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(asOf).Value;
        account.PurchasesInYearTo(date).Should().Be(sum);
    }

    [Fact]
    public void Purchases_are_known_or_not()
    {
        var date = new LocalDate(2026, 3, 31);
        new AccountFile { Id = "a" }.PurchasesInYearTo(date).Should().BeNull();
        new AccountFile { Id = "a" }.ValueAsOf(date).Should().Be(new AccountValueFacts());
        var bought = new AccountFile { Id = "a", Purchases = [new(new(2026, 3), 7)] };
        bought.ValueAsOf(date).AnnualPurchases.Should().Be(7);
        new AccountFile { Id = "a", Purchases = bought.Purchases, Value = new() { AnnualPurchases = 99 } }.ValueAsOf(
            date).AnnualPurchases.Should().Be(99);
    }

    [Fact]
    public void The_parts_have_forms_for_logs_that_do_not_depend_on_the_machine()
    {
        var acme = Portfolio.FromJson(Whole).Accounts[0];
        using var _ = new CultureScope("de-DE");
        new object[] { acme.Purchases[0], acme.Rivals[0], acme.Contracts[0], acme.Quotes[0] }.Select(each => each.ToString()).Should()
            .Equal(
            "MonthlyPurchases { Month = 2026-02, Amount = 10.10, Currency =  }",
            "Rival { Id = Rival, Name = Rival, Role = , AnnualSales = 7 }",
            "Contract { Id = c1, From = 2025-01-01, Until = 2026-12-31, AnnualValue = 100, Currency = , Units =  }",
            "Quotation { Id = q1, Quantity = 2, ListPrice = 10, UnitCost = 6, CurrentPrice = , Tier =  }");
    }

    private static IEnumerable<string> FaultsOf(string json) =>
        FluentActions.Invoking(() => Portfolio.FromJson(json)).Should()
            .Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString());
}
