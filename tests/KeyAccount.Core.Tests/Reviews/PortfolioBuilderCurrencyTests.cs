using FluentAssertions;
using KeyAccount.Core.Reviews;
using NodaTime;
using Xunit;

namespace KeyAccount.Core.Tests.Reviews;

public class PortfolioBuilderCurrencyTests
{
    private static readonly Portfolio Head = new()
    {
        Currency = "CNY",
        AsOf = new(2025, 12, 31),
        Rates = new()
        {
            Name = "t",
            LongestDays = 3660,
            Rates = [Rate("EUR", 8), Rate("USD", 7)],
        },
    };

    [Fact]
    public void Purchases_of_a_month_add_up_in_each_currency()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id"], [["A"], ["B"]]);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount", "purchases[].currency"],
        [
            ["A", new LocalDate(2025, 3, 4), 10, "EUR"], ["A", new LocalDate(2025, 3, 9), 5, "EUR"], ["A", "2025-03", 7, "USD"],
            ["A", "2025-03", 1, null], ["A", "2025-04", 2, "EUR"], ["B", "2025-03", 3, " "], ["B", "2025-03", 4, null],
        ]);
        var accounts = builder.Build().Accounts;
        accounts[0].Purchases.Should().BeEquivalentTo(new MonthlyPurchases[]
        {
            new(new(2025, 3), 1), new(new(2025, 3), 15) { Currency = "EUR" }, new(new(2025, 3), 7) { Currency = "USD" },
            new(new(2025, 4), 2) { Currency = "EUR" },
        });
        accounts[1].Purchases.Should().Equal(new MonthlyPurchases(new(2025, 3), 7));
        builder.Report.Tables[1].Should().Be(new ImportTableReport("orders", 7, 7));
        accounts[0].In("CNY", Head.Rates, Head.AsOf).Purchases.Sum(each => each.Amount).Should().Be(1 + (15 * 8) + (7 * 7) + (2 * 8));
    }

    [Fact]
    public void Amounts_without_a_currency_are_in_that_of_the_account()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("accounts", ["id", "currency"], [["A", "EUR"], ["B", null]]);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount", "purchases[].currency"],
            [["A", "2025-03", 1, null], ["A", "2025-03", 2, "USD"], ["A", "2025-03", 4, "EUR"], ["B", "2025-03", 1, "CNY"], ["B", "2025-03", 2, null], ["B", "2025-04", 2, "CNY"]]);
        var accounts = builder.Build().Accounts;
        accounts[0].Purchases.Should().BeEquivalentTo(new MonthlyPurchases[] { new(new(2025, 3), 5), new(new(2025, 3), 2) { Currency = "USD" } });
        accounts[1].Purchases.Should().Equal(new MonthlyPurchases(new(2025, 3), 3), new(new(2025, 4), 2) { Currency = "CNY" });
    }

    [Fact]
    public void An_update_replaces_a_month_in_its_currency()
    {
        var before = Head with
        {
            Accounts = [new() { Id = "A", Purchases = [new(new(2025, 3), 1), new(new(2025, 3), 2) { Currency = "EUR" }, new(new(2025, 4), 3)] }],
        };
        var builder = new PortfolioBuilder(before);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount", "purchases[].currency"],
            [["A", "2025-03", 20, "EUR"], ["A", "2025-04", 30, "CNY"], ["A", "2025-05", 40, "USD"]]);
        builder.Build().Accounts[0].Purchases.Should().BeEquivalentTo(new MonthlyPurchases[]
        {
            new(new(2025, 3), 1), new(new(2025, 3), 20) { Currency = "EUR" }, new(new(2025, 4), 30), new(new(2025, 5), 40) { Currency = "USD" },
        });
        builder.Report.Notes.Select(note => $"{note.Kind} {note.Column} {note.Value}: {note.Message}").Should().BeEquivalentTo(
            "Change purchases[].amount 20: it was 2", "Change purchases[].amount 30: it was 3", "NewItem purchases 2025-05, USD: it is new in the account",
            "Kept purchases 2025-03: the tables do not have the entry; it stays in the account");
    }

    [Fact]
    public void A_missing_rate_is_told_with_the_row_it_is_missing_for()
    {
        var builder = new PortfolioBuilder(Head);
        builder.Add("orders", ["id", "purchases[].month", "purchases[].amount", "purchases[].currency"], [["A", "2025-03", 1, "EUR"], ["A", "2025-03", 2, "GBP"]]);
        var fault = builder.Invoking(each => each.Build()).Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle().Subject;
        fault.Path.Should().StartWith("orders, row 2");
        fault.Message.Should().Contain("no rate from GBP to CNY of 2025-03-31");
    }

    // Every part of the account file that holds a currency takes it from a table.
    [Fact]
    public void Every_table_with_a_currency_takes_amounts_in_it()
    {
        var paths = PortfolioBuilder.ColumnsOf().Where(column => column.Name == "currency" || column.Path.EndsWith(".currency", StringComparison.Ordinal))
            .Select(column => column.Path).ToArray();
        paths.Should().Contain(["currency", "purchases[].currency", "contracts[].currency", "opportunities[].currency", "quotes[].currency", "wallet[].currency"]);
        var rows = new Dictionary<string, (string[] Paths, object?[] Cells)>
        {
            ["currency"] = (["value.annualPurchases"], [5]),
            ["purchases[].currency"] = (["purchases[].month", "purchases[].amount"], ["2025-03", 5]),
            ["contracts[].currency"] = (["contracts[].id", "contracts[].from", "contracts[].annualValue"], ["c", "2025-01-01", 5]),
            ["opportunities[].currency"] = (["opportunities[].id", "opportunities[].name", "opportunities[].amount", "opportunities[].history[].stage"], ["d", "D", 5, "P2"]),
            ["quotes[].currency"] = (["quotes[].id", "quotes[].quantity", "quotes[].listPrice"], ["q", 1, 5]),
            ["wallet[].currency"] = (["wallet[].category", "wallet[].spendWithUs", "wallet[].wallet"], ["w", 5, 9]),
        };
        foreach (var (currency, (others, cells)) in rows)
        {
            var builder = new PortfolioBuilder(Head);
            builder.Add("accounts", ["id"], [["A"]]);
            builder.Add("t", ["id", .. others, currency], [["A", .. cells, "EUR"]]);
            var portfolio = builder.Build();
            portfolio.ToJson().Should().Contain("\"currency\": \"EUR\"", currency);
            portfolio.FaultsOf().Should().BeEmpty(currency);
        }
    }

    [Theory]
    [InlineData("purchases[].month", "purchases[].amount")]
    [InlineData("purchases[].amount", "purchases[].month")]
    [InlineData("contacts[].role", "contacts[].id")]
    [InlineData("contacts[].ladder[].level", "contacts[].id")]
    [InlineData("wallet[].spendWithUs", "wallet[].category")]
    public void A_table_that_lacks_what_each_entry_needs_is_one_fault(string path, string needed)
    {
        var builder = new PortfolioBuilder(Head);
        builder.Invoking(each => each.AddTable("t", [new("id"), new(path)])).Should().Throw<InvalidModelException>().Which.Faults
            .Should().ContainSingle().Which.ToString().Should().StartWith($"columns: no column has the path {needed}, which each entry of ");
        builder.Invoking(each => each.AddTable("t", [new("id"), new("contacts[].name"), new("contacts[].role")])).Should().NotThrow("a name is an id where there is none");
    }

    private static ExchangeRate Rate(string from, decimal rate) => new() { Date = new(2024, 1, 1), From = from, To = "CNY", Rate = rate };
}
