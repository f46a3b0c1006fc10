using System.Text;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Purchases;

/// <summary>What programs export, and what becomes of each row of it.</summary>
public sealed class PurchaseVariantTests : IDisposable
{
    private const string Header = "account_id,date,amount\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("account_id;date;amount\nA;2025-01-31;1234.50\n")]
    [InlineData("account_id\tdate\tamount\nA\t2025-01-31\t1,234.50\n")]
    [InlineData("account_id|date|amount\nA|31.01.2025|1.234,50\n")]
    [InlineData("sep=;\naccount_id;date;amount\nA;31/01/2025;1 234,50\n")]
    [InlineData("SEP=|\r\naccount_id|date|amount\r\nA|20250131|$1,234.50\r\n")]
    [InlineData("Sales report, 2025\nprinted;on;1.2.2025;by;me\n\naccount_id,date,amount\nA,31-Jan-2025,\"1,234.50\"\n")]
    [InlineData("\ufeffaccount_id,date,amount\nA,1/31/2025 12:00:00 AM,1234.50\n,,\n,,\n")]
    [InlineData("account_id,date,amount\n=\"A\",2025-01-31T08:26:00Z,=\"1234.50\"\n")]
    [InlineData("account_id,date,amount\nA,2025-01-31,1000\naccount_id,date,amount\nA,2025-01-31,234.50\n")]
    [InlineData("account_id,date,amount\nA,2025-01-31,1.2345E+03\n")]
    [InlineData("account_id,date,amount\nA,２０２５年１月３１日,￥１，２３４．５０\n")]
    [InlineData("account_id,date,amount\nA,2025-01-31,1434.50\nA,2025-01-31,(200.00)\n")]
    [InlineData("account_id,date,amount\nA,2025-01-31,1434.50\nA,2025-01-31,200.00-\n")]
    public void All_of_these_say_the_same(string csv) =>
        Graded.Report(csv, "--from", "2025-01-31", "--to", "2025-01-31")["A"].Should().Be(1234.50m);

    [Theory]
    [InlineData("comma, UTF-8, 1,234.56, yyyy-MM-dd", "account_id,date,amount\nA,2025-01-31,\"1,234.50\"\n")]
    [InlineData("semicolon, UTF-8, 1.234,56, d.M.yyyy", "account_id;date;amount\nA;31.01.2025;1.234,50\n")]
    [InlineData("tab, UTF-8, 1'234.56, M/d/yyyy", "account_id\tdate\tamount\nA\t1/31/2025\t1'234.50\n")]
    [InlineData("pipe, UTF-8, 1234", "account_id|amount\nA|12\n")]
    public void What_was_decided_is_told_in_one_line(string line, string csv) => Graded.Run(csv, "--lang", "en").Notes.Should().Equal($"purchases.csv: {line}");

    [Theory]
    [InlineData("--separator", ";")]
    [InlineData("--separator", "semicolon")]
    public void A_separator_can_be_given(params string[] options) => Graded.Report("account_id;amount;note\nA;5;a,b\n", options)["A"].Should().Be(5);

    [Fact]
    public void A_separator_may_be_longer_than_one_character() => Graded.Report("account_id||amount\nA||5\n", "--separator", "||")["A"].Should().Be(5);

    [Fact]
    public void Quantity_times_price_is_an_amount()
    {
        const string csv = "account_id,date,quantity,price\nA,2025-01-31,3,2.50\nA,2025-02-01,-1,2.50\nB,2025-02-01,10,1\n";
        Graded.Report(csv, "--quantity", "quantity", "--price", "price").Accounts.Select(account => (account.Id, account.Revenue)).Should().Equal(("B", 10m), ("A", 5m));
        Graded.Run(csv, "--quantity", "quantity").FailsInOneLine().Should().StartWith("--quantity and --price go together; --price is missing.");
        Graded.Run(csv, "--quantity", "quantity", "--price", "price", "--amount", "x").FailsInOneLine().Should().StartWith("--amount-column cannot be combined with --quantity and --price");
    }

    [Theory]
    [InlineData("counted", 30, -5)]
    [InlineData("left-out", 50, 0)]
    [InlineData("netted", 30, 0)]
    public void Returns_are_counted_left_out_or_netted(string returns, decimal a, decimal b)
    {
        const string csv = Header + "A,2025-01-31,50\nA,2025-02-01,-20\nB,2025-02-01,-5\nC,2025-02-01,100\n";
        var report = Graded.Report(csv, "--returns", returns);
        report["A"].Should().Be(a);
        report.Accounts.Where(account => account.Id == "B").Sum(account => account.Revenue).Should().Be(b);
    }

    [Fact]
    public void Netted_returns_are_taken_off_earlier_purchases_in_a_review()
    {
        var file = _folder.Write("purchases.csv", Header + "A,2025-01-31,50\nA,2025-02-28,30\nA,2025-03-31,-40\nB,2025-03-31,7\n");
        var review = ToolRun.Of("review", "--purchases", file, "--returns", "netted", "--format", "csv").Succeeds().Split('\n');
        review.Should().Contain(line => line.StartsWith("A,A,40,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Total")]
    [InlineData("GRAND TOTAL:")]
    [InlineData("Sub-total")]
    [InlineData("Summe")]
    [InlineData("Gesamtergebnis")]
    [InlineData("Zwischensumme")]
    [InlineData("Total général")]
    [InlineData("Sous-total")]
    [InlineData("合计")]
    [InlineData("合 计")]
    [InlineData("總計")]
    [InlineData("小计")]
    [InlineData("everybody")]
    public void A_total_is_pointed_out_and_graded_only_with_consent(string name)
    {
        var csv = $"account_id,amount\nHarbour Steel,812400.50\nTianhe Pumps,121900.00\nAlder Cement,41000.00\nMoss Paper,24500.00\n{name},999800.50\n";
        Graded.Run(csv).Fails().Should().Contain("look like totals").And.Contain($"'{name}' with 999,800.50").And.Contain("--totals leave-out").And.Contain("--totals keep");
        Graded.Report(csv, "--totals", "leave-out").Total.Should().Be(999800.50m);
        Graded.Report(csv, "--totals", "keep").Total.Should().Be(1999601m);
    }

    [Fact]
    public void Subtotals_are_found_by_their_names_and_by_their_sums()
    {
        Graded.Run("account_id,amount\nA,100.25\nA,50.50\nA Total,150.75\nB,7.00\nB,1.50\nB Total,8.50\n").Fails().Should().Contain("'A Total'").And.Contain("'B Total'");
        Graded.Report("account_id,amount\nA,100.25\nB,50.50\nNorth,150.75\nC,7.00\nD,1.50\nSouth,8.50\n", "--totals", "leave-out").Ids.Should().Equal("A", "B", "C", "D");
    }

    [Theory]
    [InlineData("account_id,amount\nA,3\nB,2\nC,1\n")]
    [InlineData("account_id,amount\nA,6\nB,3\nC,2\nD,1\n")]
    [InlineData("account_id,amount\nTotalEnergies,600\nTotal Wine,300\nSummer Foods,200\n")]
    [InlineData("account_id,amount\nA,1\nB,1\nC,2\nD,4\nE,8\n")]
    public void Accounts_that_add_up_by_chance_or_are_called_alike_are_no_totals(string csv) => Graded.Report(csv).Accounts.Should().NotBeEmpty();

    [Fact]
    public void Repeated_rows_are_counted_and_told()
    {
        var run = Graded.Run(Header + "A,2025-01-31,100\nA,2025-01-31,100\nB,2025-01-31,10\nA,2025-01-31,100\n", "--format", "json", "--lang", "en");
        JsonReport.Parse(run.Succeeds())["A"].Should().Be(300);
        run.Notes.Should().Contain("2 rows repeat an earlier row in every field, with 200.00; they are counted.");
    }

    [Theory]
    [InlineData("ACME Ltd", "Acme  Ltd.")]
    [InlineData("Acme", "Acme Limited")]
    [InlineData("Müller GmbH", "Mu\u0308ller GmbH & Co. KG")]
    [InlineData("O'Neill Inc.", "ONEILL, INC")]
    [InlineData("上海机床厂", "上海机床厂有限公司")]
    [InlineData("001", "1")]
    [InlineData("ＡＣＭＥ", "acme")]
    public void Names_that_differ_in_form_only_look_alike(string first, string second) =>
        Graded.Run($"account_id,amount\n\"{first}\",5\n\"{second}\",6\n", "--lang", "en").Notes.Should().Contain(note => note.StartsWith("1 group of names look alike", StringComparison.Ordinal));

    [Theory]
    [InlineData("Acme North", "Acme South")]
    [InlineData("Acme 1", "Acme 2")]
    [InlineData("1", "10")]
    [InlineData("ab", "a")]
    public void Names_that_say_different_things_do_not(string first, string second) =>
        Graded.Run($"account_id,amount\n{first},5\n{second},6\n", "--lang", "en").Notes.Should().NotContain(note => note.Contains("alike"));

    [Theory]
    [InlineData("EUR", "€", true)]
    [InlineData("USD", "$", true)]
    [InlineData("CNY", "¥", true)]
    [InlineData("EUR", "$", false)]
    [InlineData("GBP", "€", false)]
    public void A_sign_and_a_code_are_one_currency_where_they_can_be(string code, string sign, bool isOne)
    {
        var run = Graded.Run($"account_id,amount\nA,{code} 5\nB,{sign}6\n");
        run.ExitCode.Should().Be(isOne ? 0 : 2);
        if (!isOne)
            run.Fails().Should().Contain("2 currencies");
    }

    [Fact]
    public void A_missing_rate_is_a_fault_by_date_and_pair()
    {
        var file = _folder.Write("purchases.csv", "account_id,date,amount,currency\nA,2025-01-31,100,EUR\nB,2025-06-01,100,USD\nC,2024-01-01,1,USD\n");
        var rates = _folder.Write("rates.csv", "date;from;to;rate\n2025-05-15;USD;EUR;0.9\n2025-06-02;USD;EUR;0.8\n");
        ToolRun.Of("grade", file, "--rates", rates, "--currency", "EUR").Fails().Should().Contain("line 4: --rates has no rate from USD to EUR of 2024-01-01, nor of the 31 days before");
        JsonReport.Parse(ToolRun.Of("grade", file, "--rates", rates, "--currency", "EUR", "--from", "2025-01-01", "--format", "json").Succeeds())["B"].Should().Be(90);
        ToolRun.Of("grade", file, "--rates", rates).FailsInOneLine().Should().StartWith("--rates needs --currency");
        ToolRun.Of("grade", file, "--rates", _folder.Write("bad.csv", "date,from,to,rate\n2025-05-15,USD,EUR,0\n"), "--currency", "EUR").FailsInOneLine().Should().Contain("bad.csv: line 2, column rate: '0'");
    }

    [Fact]
    public void Several_files_and_a_folder_are_one_table()
    {
        var first = _folder.Write("a.csv", Header + "A,01/02/2025,1\n");
        var second = _folder.Write("b.csv", "account_id;date;amount\nA;31/01/2025;2,50\n");
        _folder.Write("c.txt", "account_id\tdate\tamount\nB\t13/01/2025\t4\n");
        _folder.Write("notes.md", "no table");
        JsonReport.Parse(ToolRun.Of("grade", first, second, "--format", "json").Succeeds())["A"].Should().Be(3.50m, "the second file tells how the first is written");
        JsonReport.Parse(ToolRun.Of("grade", _folder.Path, "--format", "json").Succeeds()).Total.Should().Be(7.50m);
        ToolRun.Of("review", "--purchases", first, "--purchases", second).Notes.Where(note => note.Contains("UTF-8")).Should().HaveCount(2, "each file is read in its own way");
        ToolRun.Of("grade", first).FailsInOneLine().Should().Contain("--date-format d/M/yyyy");
    }

    [Fact]
    public void A_fault_in_one_of_several_files_names_the_file()
    {
        var (first, second) = (_folder.Write("a.csv", Header + "A,2025-01-31,1\n"), _folder.Write("b.csv", Header + "B,2025-01-31,x\n"));
        ToolRun.Of("grade", first, second).Fails().Should().Contain($"{second}, line 2, column amount: 'x'");
    }

    [Fact]
    public void A_column_is_decided_beyond_the_rows_that_are_looked_at_first()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"A{i % 7},05/05/2025,10\n"));
        Graded.Report($"{Header}{rows}B,01/02/2025,\"1,234\"\nC,31/01/2025,1.5\n", "--from", "2025-02-01", "--to", "2025-02-01")["B"].Should().Be(1234);
        Graded.Run($"{Header}{rows}B,01/02/2025,1\n").FailsInOneLine().Should().Contain("'01/02/2025' (line 20002)");
    }

    [Fact]
    public void Quiet_says_nothing_beside_the_result()
    {
        Graded.Run(Header + "A,2025-01-31,5\nB,2025-01-31,x\n", "--skip-bad-rows", "--quiet", "--no-progress", "--format", "csv").Error.Should().BeEmpty();
        ToolRun.Of("--quiet", "models", "pareto").Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("--separator", "\"", "--separator '\"' is not comma, semicolon, tab, pipe or another mark.")]
    [InlineData("--decimal", "x", "--decimal 'x' is not . or ,.")]
    [InlineData("--date-format", "x", "--date-format 'x' is not a pattern of d, M and y")]
    [InlineData("--culture", "xx-YY-ZZ", "--culture 'xx-YY-ZZ' is not a culture this machine knows")]
    [InlineData("--units", "en", "--units 'en' is not one of zh.")]
    [InlineData("--returns", "ignored", "--returns 'ignored' is not one of counted, left-out, netted.")]
    [InlineData("--totals", "x", "--totals 'x' is not one of leave-out, keep.")]
    public void A_bad_value_of_an_option_is_a_usage_error(string option, string value, string message)
    {
        var run = Graded.Run(Header + "A,2025-01-31,5\n", option, value);
        run.ExitCode.Should().Be(1);
        run.FailsInOneLine().Should().StartWith(message);
    }

    [Fact]
    public void A_culture_says_how_numbers_and_dates_are_written()
    {
        Graded.Report("account_id;date;amount\nA;01.02.2025;1.234\n", "--culture", "de-DE", "--from", "2025-02-01")["A"].Should().Be(1234);
        Graded.Report("account_id;date;amount\nA;01/02/2025;1.234\n", "--culture", "en-US", "--to", "2025-01-02")["A"].Should().Be(1.234m);
        Graded.Report("account_id;date;amount\nA;01/02/2025;1.234\n", "--culture", "en-US", "--date-format", "d/M/yyyy", "--from", "2025-02-01")["A"].Should().Be(1.234m);
    }

    [Fact]
    public void The_currency_of_the_file_is_that_of_the_review()
    {
        var file = _folder.Write("purchases.csv", "account_id,date,amount\nA,2025-01-31,€5\nB,2025-01-31,€6\n");
        ToolRun.Of("review", "--purchases", file, "--key-account", "100", "--lang", "en").Succeeds().Should().Contain("amounts in EUR");
        ToolRun.Of("review", "--purchases", file, "--key-account", "100", "--currency", "GBP").FailsInOneLine().Should().Contain("the amounts are in EUR, not in GBP");
        ToolRun.Of("review", "--purchases", _folder.Write("dollars.csv", "account_id,date,amount\nA,2025-01-31,$5\n")).FailsInOneLine().Should().Contain("--currency CODE");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Validate_and_review_read_a_portfolio_with_a_mark_alike(string encoding)
    {
        const string json = """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "A", "value": { "annualPurchases": 1200000 } } ] }""";
        var file = _folder.Write("portfolio.json", Encoding.GetEncoding(encoding).GetBytes("\ufeff" + json));
        ToolRun.Of("validate", file).Succeeds().Should().Contain("A portfolio of 1 account: no faults");
        ToolRun.Of("review", file, "--format", "csv").Succeeds().Should().Contain("\nA,A,1200000");
    }
}
