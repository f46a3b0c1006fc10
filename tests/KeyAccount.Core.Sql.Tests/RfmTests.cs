using KeyAccount.Core.Records;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>RFM scores that engines find are those of memory.</summary>
[Collection("engines")]
public sealed class RfmTests(Engines engines)
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    [Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]
    public async Task Any_purchases_are_scored_as_in_memory(string name)
    {
        var engine = engines[name];
        foreach (var (count, accounts) in ((int, int)[])[(0, 1), (1, 1), (40, 7), (900, 60)])
        {
            var random = new Random(count + 11);
            var purchases = Enumerable.Range(0, count).Select(_ => new AccountPurchase($"a{random.Next(accounts)}", AsOf.PlusDays(random.Next(-400, 9)), random.Next(-20, 400))).ToArray();
            var table = SqlTable.Named(await engine.TableAsync(
                [("who", engine.Types.Text, false), ("when", engine.Types.Date, false), ("how much", engine.Types.Integer, false)],
                purchases.Select(each => (object?[])[each.AccountId, each.Date.ToDateOnly(), (long)each.Amount])));
            foreach (var cuts in (RfmCuts?[])[null, new([10, 30, 90, 200], [1, 2, 4, 8], [100, 250, 800, 2000])])
            {
                var report = RfmReport.Of(purchases, AsOf, cuts);
                var rows = await engine.QueryAsync(SqlRfm.Of(
                    table, new("who", engine.Types.Text), new("when", engine.Types.Date), new("how much", engine.Types.Integer), AsOf, engine.Dialect, cuts).Scores());
                rows.Select(row => (
                        (string)row[0]!, Number(row[1]), Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]), Number(row[6]), (string?)row[7]))
                    .Should().BeEquivalentTo(report.Customers.Select(each => (
                        each.AccountId, (long)each.DaysSincePurchase, (long)each.Orders, (long)each.Amount, (long)each.Recency, (long)each.Frequency, (long)each.Money, each.Segment?.Name)));
            }
        }

        static long Number(object? value) => Convert.ToInt64(value);
    }

    [Theory, InlineData("postgresql"), InlineData("duckdb")]
    public async Task Decimal_amounts_are_compared_exactly(string name)
    {
        var engine = engines[name];
        AccountPurchase[] purchases = [new("a", new(2026, 3, 1), 0.1m), new("a", new(2026, 3, 2), 0.2m), new("b", new(2026, 3, 1), 0.3001m)];
        var table = SqlTable.Named(await engine.TableAsync(
            [("who", engine.Types.Text, false), ("day", engine.Types.Date, false), ("amount", engine.Types.Decimal, false)],
            purchases.Select(each => (object?[])[each.AccountId, each.Date.ToDateOnly(), each.Amount])));
        RfmCuts cuts = new([1, 2, 3, 4], [1, 2, 3, 4], [0.1m, 0.2m, 0.3m, 0.4m]);
        var rows = await engine.QueryAsync(SqlRfm.Of(table, "who", "day", "amount", AsOf, engine.Dialect, cuts).Scores());
        rows.OrderBy(row => (string)row[0]!).Select(row => Convert.ToInt64(row[6])).Should().Equal(RfmReport.Of(purchases, AsOf, cuts).Customers.Select(each => (long)each.Money));
    }

    [Fact]
    public void A_column_of_another_kind_is_told_by_its_place() =>
        FluentActions.Invoking(() => SqlRfm.Of(SqlTable.Named("t"), "who", new("when", "text"), new("amount", "double"), AsOf, SqlDialect.PostgreSql)).Should()
            .Throw<InvalidModelException>().WithMessage("*date: the column when is text; it must be a date*amount: the column amount is double; money is exact: it must be whole numbers or decimals");
}
