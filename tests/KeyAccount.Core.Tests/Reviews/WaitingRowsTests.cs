using System.Globalization;
using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Stakeholders;
using NodaTime;
using Xunit;

namespace KeyAccount.Core.Tests.Reviews;

public class WaitingRowsTests
{
    private static readonly Portfolio Head = new() { Currency = "CNY", AsOf = new(2025, 12, 31) };

    [Fact]
    public void Rows_that_wait_say_what_rows_say_that_are_placed_at_once() =>
        Check.One(Seeded.Cases(20), Prop.ForAll(ArbMap.Default.ArbFor<int>(), Gen.Choose(1, 400).ToArbitrary(), (seed, steps) =>
        {
            foreach (var tolerance in Enum.GetValues<ImportTolerance>())
            {
                var atOnce = Imported(seed, steps, tolerance, cell => cell is string text ? new Written(text) : cell);
                Imported(seed, steps, tolerance, cell => cell).Should().Be(atOnce);
            }
        }));

    [Fact]
    public void Purchases_of_a_month_are_added_in_whatever_order_they_come() =>
        Check.One(Seeded.Cases(8), Prop.ForAll(ArbMap.Default.ArbFor<int>(), AddedInAnyOrder));

    private static void AddedInAnyOrder(int seed)
    {
        var random = new Random(seed);
        string?[] currencies = random.Next(2) == 0 ? [null] : [null, "EUR", "USD"];
        var rows = Enumerable.Range(0, random.Next(1, 400)).Select(_ => (
            Month: new YearMonth(2000 + random.Next(random.Next(1, 20)), 1 + random.Next(12)), Amount: random.Next(-1000, 1000) / 100m,
            Currency: currencies[random.Next(currencies.Length)])).ToArray();
        ExchangeRate[] rates = [.. currencies.OfType<string>().SelectMany(from => Enumerable.Range(2000, 26).SelectMany(year => Enumerable.Range(1, 12).Select(month =>
            new ExchangeRate { Date = new(year, month, 1), From = from, To = "CNY", Rate = 7 })))];
        var builder = new PortfolioBuilder(Head with { Rates = rates.Length == 0 ? null : new() { Name = "t", Rates = rates } });
        builder.Add(
            "orders", ["id", "purchases[].month", "purchases[].amount", "purchases[].currency"],
            rows.Select(row => new object?[] { "A", row.Month, row.Amount, row.Currency }));
        builder.Build().Accounts.Single().Purchases.Should().BeEquivalentTo(
            rows.GroupBy(row => (row.Month, row.Currency)).Select(group => new MonthlyPurchases(group.Key.Month, group.Sum(row => row.Amount)) { Currency = group.Key.Currency }))
            .And.BeInAscendingOrder(each => each.Month, Comparer<YearMonth>.Default);
    }

    [Fact]
    public void A_list_may_be_filled_anew_for_the_next_row()
    {
        var builder = new PortfolioBuilder(Head);
        var table = builder.AddTable("contacts", [new("id"), new("contacts[].id"), new("contacts[].name"), new("contacts[].values")]);
        var values = new List<string>();
        foreach (var value in CustomerValue.List)
        {
            values.Clear();
            values.Add(value.Name);
            table.Add(values.Count, "A", value.Name, "Wang", values);
        }

        builder.Build().Accounts.Single().Contacts.Should().AllSatisfy(contact => contact.Values.Should().ContainSingle().Which.Name.Should().Be(contact.Id));
    }

    [Fact]
    public void A_row_counts_as_soon_as_somebody_asks()
    {
        var builder = new PortfolioBuilder(Head);
        var accounts = builder.AddTable(PortfolioBuilder.Accounts, [new("id"), new("name")]);
        accounts.Add(1, "A", "Works");
        builder.Report.Tables.Should().Equal(new ImportTableReport(PortfolioBuilder.Accounts, 1, 0));
        builder.Report.Accounts.Should().Be(1);
        accounts.Add(2, null, "Nobody");
        builder.Report.Notes.Should().ContainSingle().Which.Place.Should().Contain("row 2");
        accounts.Refuse(3, -1, "x", "it cannot be read");
        builder.Report.Notes.Select(note => note.Row).Should().Equal(2, 3);
    }

    [Fact]
    public void Rows_before_the_table_of_the_accounts_name_accounts_of_their_own()
    {
        var builder = new PortfolioBuilder(Head);
        builder.AddTable("contacts", [new("id"), new("contacts[].id"), new("contacts[].name")]).Add(1, "B", "p", "Wang");
        builder.AddTable(PortfolioBuilder.Accounts, [new("id")]).Add(1, "A");
        builder.Build().Accounts.Select(account => account.Id).Should().Equal("B", "A");
    }

    // Tables take turns; faults of the reader stand between the rows, and somebody asks for the report now and then.
    private static string Imported(int seed, int steps, ImportTolerance tolerance, Func<object?, object?> cellOf)
    {
        var random = new Random(seed);
        var builder = new PortfolioBuilder(Head) { Tolerance = tolerance };
        ImportTable[] tables =
        [
            builder.AddTable(PortfolioBuilder.Accounts, [new("id"), new("name"), new("value.creditDays"), new("asOf")]),
            builder.AddTable("contacts", [new("id"), new("contacts[].id"), new("contacts[].name"), new("contacts[].influence")]),
            builder.AddTable("orders", [new("id"), new("purchases[].month"), new("purchases[].amount"), new("purchases[].currency")]),
            builder.AddTable("by name", [new("name"), new("contacts[].id"), new("contacts[].name")]),
        ];
        var told = new StringBuilder();
        for (var step = 0; step < steps; step++)
        {
            var which = random.Next(20) == 0 ? 3 : random.Next(3);
            var id = $"A{random.Next(1 + (steps / 5))}";
            object?[] cells = which switch
            {
                0 => [id, $"Works {id}", random.Next(-2, 90), random.Next(5) == 0 ? $"2025-{random.Next(1, 14):D2}-03" : null],
                1 => [id, $"p{random.Next(3)}", random.Next(9) == 0 ? "" : "Wang", random.Next(-1, 4)],
                2 => [random.Next(30) == 0 ? null : id, $"2025-{random.Next(1, 14):D2}", random.Next(1000), random.Next(3) == 0 ? "CNY" : null],
                _ => [$"Works {id}", "q", "Li"],
            };
            if (random.Next(25) == 0)
                tables[which].Refuse(step, random.Next(-1, 3), "x", "it cannot be read");
            cells[0] = cellOf(cells[0]);
            tables[which].Add(step, cells);
            if (random.Next(40) == 0)
                told.AppendJoin('\n', builder.Report.Tables).AppendJoin('\n', builder.Report.Notes);
        }

        using var target = new MemoryStream();
        try
        {
            builder.Write(target);
            told.Append(Encoding.UTF8.GetString(target.ToArray()));
        }
        catch (InvalidModelException e)
        {
            told.AppendJoin('\n', e.Faults);
        }

        return told.AppendJoin('\n', builder.Report.Tables).AppendJoin('\n', builder.Report.Notes).ToString();
    }

    /// <summary>A text in a class of its own: such a cell could change, so that its row does not wait.</summary>
    private sealed class Written(string text)
    {
        public override string ToString() => text;
    }
}
