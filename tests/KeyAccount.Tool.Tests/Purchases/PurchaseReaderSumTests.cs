using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Purchases;

public class PurchaseReaderSumTests
{
    [Theory]
    [InlineData("0.3", "0.1", "0.2")]
    [InlineData("0.30", "0.1", "0.20")]
    [InlineData("1.0", "0.1", "0.2", "0.3", "0.4")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999998", "1")]
    [InlineData("0.9999999999999999999999999999", "0.9999999999999999999999999998", "0.0000000000000000000000000001")]
    [InlineData("12345678901234567890.12345678", "12345678901234567890", "0.12345678")]
    [InlineData("123456789012345678901234567.8", "123456789012345678901234567.9", "-0.1")]
    [InlineData("-7.5", "-5", "-2.5")]
    [InlineData("0.00", "5", "-5.00")]
    public void The_purchases_of_an_account_add_up_exactly(string sum, params string[] amounts)
    {
        var rows = string.Concat(amounts.Select(amount => $"A,2025-01-01,{amount}\nB,2025-01-01,-1\n"));
        Graded.Rows(rows)["A"].Should().Be(decimal.Parse(sum));
        Graded.Run(Graded.Header + rows, "--format", "csv").Succeeds().Should().MatchRegex($"(?m)^A,{Regex.Escape(sum)},");
    }

    [Theory]
    [InlineData("9999999999999999999999999999", "0.1")]
    [InlineData("12345678901234567890123456.78", "0.00000001")]
    [InlineData("0.0000000000000000000000000001", "1000")]
    [InlineData("-9999999999999999999999999999", "-0.5")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999", "9999999999999999999999999999", "9999999999999999999999999999",
        "9999999999999999999999999999", "9999999999999999999999999999", "9999999999999999999999999999", "9999999999999999999999999999")]
    public void More_digits_than_can_be_added_exactly_are_an_error(params string[] amounts) =>
        Graded.Run(Graded.Header + string.Concat(amounts.Select(amount => $"Moss Paper,2025-01-01,{amount}\n"))).FailsInOneLine().AboutFile()
            .Should().Be("the purchases of 'Moss Paper' have more than 28 digits together and cannot be added exactly.");

    [Fact]
    public void An_id_in_that_error_does_not_steer_the_terminal() =>
        Graded.Run($"{Graded.Header}A\u001b[2J{new string('x', 200)},2025-01-01,9999999999999999999999999999\nA\u001b[2J{new string('x', 200)},2025-01-01,0.1\n")
            .FailsInOneLine().AboutFile().Should().MatchRegex("^the purchases of 'A�\\[2Jx{55}…' have more than 28 digits");

    [Fact]
    public void A_total_with_more_digits_than_a_decimal_is_an_error()
    {
        var rows = string.Concat(Enumerable.Range(0, 9).Select(i => $"A{i},2025-01-01,9999999999999999999999999999\n"));
        Graded.Run(Graded.Header + rows).FailsInOneLine().Should().Contain("more digits than a decimal holds");
        Graded.Run($"{Graded.Header}A,2025-01-01,9999999999999999999999999999\nB,2025-01-01,0.0000000000000000000000000001\n")
            .FailsInOneLine().Should().Contain("too large to be added exactly");
    }

    // What a decimal cannot say, 0.1 + 0.2 in doubles, would show here: the sums are compared digit by digit.
    [Fact]
    public void Sums_are_those_of_decimals_whatever_the_order_of_the_rows()
    {
        var amount = Gen.Frequency(
            (1, from units in Gen.Choose(-100_000, 1_000_000) from scale in Gen.Choose(0, 6) select new decimal(Math.Abs(units), 0, 0, units < 0, (byte)scale)),
            (2, Gen.Choose(-1, 2).Select(units => (decimal)units)));
        var row = from account in Gen.Elements("a", "b", "c", "客户", "d \"q\", e") from value in amount select (account, value);
        var cases = from rows in row.ArrayOf() where rows.Length > 0 from shuffled in Gen.Shuffle(rows) select (rows, shuffled);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var json = Graded.Run(Csv(c.rows), "--format", "json", "--decimal", ".").Succeeds();
            Graded.Run(Csv(c.shuffled), "--format", "json", "--decimal", ".").Succeeds().Should().Be(json);
            JsonReport.Parse(json).Accounts.Select(account => (account.Id, account.Revenue))
                .Should().BeEquivalentTo(c.rows.GroupBy(r => r.account, StringComparer.Ordinal).Select(group => (group.Key, group.Sum(r => r.value))));
        }).Check(Seeded.Cases(100));

        static string Csv((string Account, decimal Value)[] rows) =>
            Graded.Header + string.Concat(rows.Select(r => $"\"{r.Account.Replace("\"", "\"\"")}\",2025-01-01,{r.Value}\n"));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public void Shuffled_rows_give_the_same_output(string format)
    {
        // Many accounts bring the same, so that only their ids can put them in order.
        var rows = Enumerable.Range(0, 500).Select(i => $"Account {i * 7919 % 83},2025-{1 + (i % 12):00}-01,{1 + (i % 83 % 5)}.50").ToArray();
        var expected = Run(rows);
        for (var seed = 1; seed <= 5; seed++)
        {
            var shuffled = rows.ToArray();
            new Random(seed).Shuffle(shuffled);
            Run(shuffled).Should().Be(expected);
        }

        string Run(string[] lines) =>
            Graded.Run(Graded.Header + string.Join('\n', lines), "--format", format, "--lang", "en").Succeeds();
    }
}
