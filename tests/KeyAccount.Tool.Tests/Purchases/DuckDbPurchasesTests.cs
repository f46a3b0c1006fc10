using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Purchases;

/// <summary>DuckDB gives the same answer as the table reader.</summary>
public class DuckDbPurchasesTests
{
    private static readonly string[] Header = ["account_id,date,amount,currency"];

    [Theory]
    [InlineData]
    [InlineData("--from", "2025-03-01", "--to", "2025-10-31")]
    [InlineData("--returns", "left-out")]
    [InlineData("--returns", "netted", "--rule", "inclusive")]
    [InlineData("--rule", "head-count", "--cuts", "0.1,0.3", "--totals", "keep")]
    [InlineData("--only-currency", "EUR", "--totals", "leave-out")]
    public void The_answer_is_that_of_the_reader_of_tables(params string[] options)
    {
        using var folder = new TemporaryFolder();
        var isMixed = options.Contains("--only-currency");
        var (one, two) = (Write(folder, "a.csv", 1, isMixed, 900), Write(folder, "b.csv", 2, isMixed, 700));
        var expected = Answer(["grade", one, two, .. options]);
        expected["accounts"]!.AsArray().Count.Should().BeGreaterThan(20);
        MustBe(Answer(["grade", one, two, "--engine", "duckdb", .. options]), expected);
        MustBe(Answer(["grade", Path.Combine(folder.Path, "*.csv"), "--engine", "duckdb", .. options]), expected);
        MustBe(Answer(["grade", folder.Path, "--engine", "duckdb", .. options]), expected);

        // As Parquet: what is text there and what has a type.
        var parquet = folder.Of("all.parquet");
        Run($"COPY (SELECT account_id, CAST(date AS DATE) AS date, CAST(amount AS DECIMAL(18, 4)) AS amount, currency FROM read_csv(['{one}', '{two}'], all_varchar = true)) TO '{parquet}'");
        MustBe(Answer(["grade", parquet, "--engine", "duckdb", .. options]), expected, isExactText: false);
    }

    [Fact]
    public void Real_purchases_are_graded_alike()
    {
        var file = SharedData.File("online-retail-purchases.csv");
        string[] keeping = ["--totals", "keep"];
        MustBe(Answer(["grade", file, "--engine", "duckdb", .. keeping]), Answer(["grade", file, .. keeping]));
    }

    [Fact]
    public void What_is_not_plain_is_left_to_the_reader_of_tables()
    {
        using var folder = new TemporaryFolder();
        Refused("a,2025-01-01,EUR 5,EUR").Should().Contain("1 of 2 rows have an amount in 'amount' that is not a plain number such as 1234.50 ('EUR 5'); nothing was graded.")
            .And.EndWith("leave out --engine duckdb.");
        Refused("a,2025-01-01,\"1.234,50\",EUR").Should().Contain("'1.234,50' (line 3) another one; --decimal . or --decimal , says which is right, and the other rows cannot be read.")
            .And.EndWith("leave out --engine duckdb.");
        Refused("a,31/01/2025,5,EUR").Should().Contain("1 of 2 rows have a date in 'date' that is not written as 2026-03-31");
        Refused(",2025-01-31,5,EUR").Should().Contain("1 of 2 rows have no account in 'account_id'");
        Refused("Total,2025-01-31,5,EUR").Should().Contain("these look like totals of other rows");
        Refused("a,2025-01-31,5,USD").Should().Contain("the amounts are in 2 currencies");
        ToolRun.Of("grade", folder.Write("other.csv", "customer,amount\na,5\n"), "--engine", "duckdb").Fails()
            .Should().Contain("there is no column 'account_id'; the header (line 1) has: customer, amount. Name the column with --account-column.");
        ToolRun.Of("grade", folder.Write("head.csv", "account_id,amount\n"), "--engine", "duckdb").Fails().Should().Contain("the file has a header but no rows.");
        ToolRun.Of("grade", folder.Write("broken.parquet", "no parquet"), "--engine", "duckdb").Fails().Should().StartWith(folder.Of("broken.parquet") + ": it is not Parquet that DuckDB can read (").And.EndWith(" It may be incomplete; write it again.");
        ToolRun.Of("grade", Path.Combine(folder.Path, "*.none"), "--engine", "duckdb").Fails().Should().EndWith("*.none'; --engine duckdb reads files that end in .parquet, .csv, .tsv, .tab, .txt.").And.StartWith("no file matches '");
        ToolRun.Of("grade", "-", "--engine", "duckdb").Fails().Should().Contain("name the file.");
        ToolRun.Of("grade", "x.csv", "--engine", "duckdb", "--engine-library", folder.Of("none.so")).Fails().Should().Contain("there is no file 'x.csv'");
        ToolRun.Of("grade", folder.Write("ok.csv", "account_id,amount\na,5\n"), "--engine", "duckdb", "--engine-library", folder.Of("none.so")).Fails()
            .Should().Contain("--engine-library names the library of DuckDB.");
        ToolRun.Of("grade", folder.Of("ok.csv"), "--engine", "duckdb", "--skip-bad-rows").Fails().Should().Contain("--skip-bad-rows is for the table reader; leave out --engine duckdb.");
        ToolRun.Of("grade", folder.Of("ok.csv"), "--engine-library", folder.Of("ok.csv")).Fails().Should().Contain("--engine-library needs --engine duckdb.");

        string Refused(string row) => ToolRun.Of(
            "grade", folder.Write("purchases.csv", $"{Header[0]}\nHarbour,2025-01-01,12.5,EUR\n{row}\n"), "--engine", "duckdb").Fails();
    }

    [Fact]
    public void Another_file_another_quotation_mark_and_another_option_are_never_taken_without_a_word()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data1.csv", "account_id,amount\nA,100\n");
        Fails(folder.Write("data[1].csv", "account_id,amount\nReal,7\n")).Should().Contain("DuckDB reads '[' in the name as a pattern");
        Fails(folder.Write("twice.csv", "account_id,amount,Amount\nA,1,2\n")).Should().Contain("the column 'amount' appears 2 times; rename one of them");
        Fails(folder.Write("day.csv", "account_id,date,amount\nA,2026-01-01T nonsense,100\n")).Should().Contain("not written as 2026-03-31");
        var plain = folder.Write("plain.csv", "account_id,amount\nA,1\n");
        foreach (string[] option in (string[][])[["--decimal", ","], ["--culture", "de-DE"], ["--separator", ";"], ["--encoding", "windows-1252"], ["--quoting", "literal"], ["--date-format", "dd.MM.yyyy"]])
            ToolRun.Of(["grade", plain, "--engine", "duckdb", .. option]).Fails().Should().Contain(option[0]).And.Contain("is for the table reader; leave out --engine duckdb.");

        // Quotation marks that begin late, and apostrophes that are none.
        var late = folder.Write("late.csv", "account_id,amount\n" + string.Concat(Enumerable.Repeat("A,1\nB,2\n", 30_000)) + "\"A\",500000\n\"B\",1\n'A',3\n");
        MustBe(Answer(["grade", late, "--engine", "duckdb"]), Answer(["grade", late]));
        string Fails(string file) => ToolRun.Of("grade", file, "--engine", "duckdb").Fails();
    }

    [Fact]
    public void What_DuckDB_cannot_read_is_told_in_the_words_of_the_tool()
    {
        using var folder = new TemporaryFolder();
        Refused(folder.Write("empty.csv", "")).Should().Be(folder.Of("empty.csv") + ": the file is empty.");
        Refused(folder.Write("empty.parquet", "")).Should().Be(folder.Of("empty.parquet") + ": the file is empty.");
        Refused(folder.Write("wide.csv", "account_id,amount\na,5,7,8\nb,\"6\n")).Should().Be(folder.Of("wide.csv")
            + ": line 3: a quotation mark is not closed; --quoting literal reads marks as they are. With these options, leave out --engine duckdb.");
        Refused(folder.Write("long.csv", "account_id,amount\na,5,7,8\nb,6\n")).Should().StartWith(folder.Of("long.csv") + ": it is not a table that DuckDB can read (")
            .And.EndWith("Leave out --engine duckdb: the table reader says which row is wrong.");
        File.WriteAllBytes(folder.Of("latin.csv"), [.. "account_id,amount\nM"u8, 0xFC, .. "ller,5\n"u8]);
        Refused(folder.Of("latin.csv")).Should().Be(folder.Of("latin.csv")
            + ": the file is not UTF-8 (line 2); --encoding windows-1252 reads 'Müller,5'. With these options, leave out --engine duckdb.");
        Refused(folder.Write("book.xlsx", "x")).Should().Be(folder.Of("book.xlsx") + ": it is a workbook, which DuckDB does not read; leave out --engine duckdb.");
        Refused(folder.Of("none.parquet")).Should().Be($"there is no file '{folder.Of("none.parquet")}'.");
        Refused(Path.Combine(folder.Path, "none", "*.csv")).Should().Be($"there is no folder '{Path.Combine(folder.Path, "none")}'.");
        Refused(Path.Combine(folder.Path, "2*", "*.csv")).Should().Contain("has a pattern in the name of a folder; only the name of the file may have one.");
        Refused(Path.Combine(Directory.CreateDirectory(folder.Of("bare")).FullName)).Should().Be(
            $"the folder '{folder.Of("bare")}' has no file of purchases; --engine duckdb reads files that end in .parquet, .csv, .tsv, .tab, .txt.");
        foreach (var (columns, fault) in ((string, string)[])
        [
            ("'a' AS account_id, 5 AS amount, 20250131 AS date", "the column 'date' is INTEGER; it must be a date, a timestamp, or a text such as 2026-03-31. --date-column names another."),
            ("['a'] AS account_id, 5 AS amount", "the column 'account_id' is VARCHAR[]; it must be a text or a number. --account-column names another."),
            ("{'a': 1} AS account_id, 5 AS amount", "the column 'account_id' is STRUCT(a INTEGER); it must be a text or a number. --account-column names another."),
            ("'a' AS account_id, 5 AS amount, 7 AS currency", "the column 'currency' is INTEGER; it must be a text. --currency-column names another."),
            ("'a' AS account_id, true AS amount", "the column 'amount' is BOOLEAN; money is exact: it must be a decimal or a whole number. --amount-column names another."),
            ("'a' AS account_id", "there is no column 'amount'; the file has 'account_id'. --amount-column names another."),
        ])
        {
            Run($"COPY (SELECT {columns}) TO '{folder.Of("typed.parquet")}'");
            Refused(folder.Of("typed.parquet")).Should().Be($"{folder.Of("typed.parquet")}: {fault}");
        }

        var whole = File.ReadAllBytes(folder.Of("typed.parquet"));
        File.WriteAllBytes(folder.Of("cut.parquet"), whole[..(whole.Length / 2)]);
        Refused(folder.Of("cut.parquet")).Should().StartWith(folder.Of("cut.parquet") + ": it is not Parquet that DuckDB can read (");

        static string Refused(string file) => ToolRun.Of("grade", file, "--engine", "duckdb").Fails();
    }

    [Fact]
    public void Money_that_is_no_decimal_is_refused()
    {
        using var folder = new TemporaryFolder();
        var parquet = folder.Of("double.parquet");
        Run($"COPY (SELECT 'a' AS account_id, 5.5::DOUBLE AS amount) TO '{parquet}'");
        ToolRun.Of("grade", parquet, "--engine", "duckdb").Fails().Should().Contain("the column 'amount' is DOUBLE; money is exact: it must be a decimal or a whole number.");
    }

    [Fact]
    public void A_folder_means_the_same_files_for_both()
    {
        using var folder = new TemporaryFolder();
        const string head = "account_id,amount\n";
        folder.Write("a.csv", head + "A,100\nB,7\n");
        folder.Write("b.tab", "account_id\tamount\nC\t20\n");
        folder.Write(".hidden.csv", head + "H,900\n");
        folder.Write("~$a.csv", head + "H,900\n");
        folder.Write("notes.md", "nothing");
        var csv = Path.Combine(folder.Path, "*.csv");
        MustBe(Answer(["grade", folder.Path, "--engine", "duckdb"]), Answer(["grade", folder.Path]));
        MustBe(Answer(["grade", csv, "--engine", "duckdb"]), Answer(["grade", folder.Of("a.csv")]));
        MustBe(Answer(["grade", Path.Combine(folder.Path, "*"), "--engine", "duckdb"]), Answer(["grade", folder.Path]));

        // What DuckDB cannot read is refused, by its ending or by how it begins.
        folder.Write("w.xlsx", "PK");
        ToolRun.Of("grade", folder.Path, "--engine", "duckdb").Fails().Should().Be($"{folder.Of("w.xlsx")}: it is a workbook, which DuckDB does not read; leave out --engine duckdb.");
        File.Delete(folder.Of("w.xlsx"));
        folder.Write("w.csv", "PK\u0003\u0004");
        ToolRun.Of("grade", folder.Path, "--engine", "duckdb").Fails().Should().StartWith(folder.Of("w.csv"));
        File.Delete(folder.Of("w.csv"));

        // Parquet beside tables may be the same purchases again.
        Run($"COPY (SELECT 'A' AS account_id, 5 AS amount) TO '{folder.Of("p.parquet")}'");
        ToolRun.Of("grade", folder.Path, "--engine", "duckdb").Fails().Should().Be(
            $"'{folder.Path}' means Parquet and other tables, which may hold the same purchases twice; name those that count, as '{Path.Combine(folder.Path, "*.parquet")}'.");
        Answer(["grade", Path.Combine(folder.Path, "*.parquet"), "--engine", "duckdb"])["total"]!.GetValue<decimal>().Should().Be(5);
    }

    [Fact]
    public void Names_of_folders_are_no_columns()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["amount=7", "account_id=Z", "currency=USD", "date=2026-01-01", "dt=2026-01-01"])
        {
            var inner = Directory.CreateDirectory(folder.Of(name)).FullName;
            var file = Path.Combine(inner, "h.csv");
            File.WriteAllText(file, "account_id,date,amount\nA,2026-03-04,100\nB,2026-03-05,50\n");
            MustBe(Answer(["grade", file, "--engine", "duckdb"]), Answer(["grade", file]));
            Run($"COPY (SELECT * FROM read_csv('{file}', hive_partitioning = false)) TO '{Path.Combine(inner, "h.parquet")}'");
            MustBe(Answer(["grade", Path.Combine(inner, "h.parquet"), "--engine", "duckdb"]), Answer(["grade", file]));
        }
    }

    [Fact]
    public void What_Parquet_holds_is_read_as_it_is_or_refused_with_a_way_out()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("a.parquet");
        foreach (var date in (string[])["DATE '20226-03-01'", "DATE 'infinity'", "DATE '-infinity'", "DATE '0044-03-15 (BC)'", "TIMESTAMP '20226-03-01 10:00:00'", "TIMESTAMP 'infinity'", "TIMESTAMPTZ 'infinity'", "NULL::DATE", "TIMESTAMP '0044-03-15 (BC) 10:00:00'"])
            Refused($"SELECT 'A' AS account_id, 5 AS amount, {date} AS date").Should().Be($"{file}: 1 of 1 rows have a date in 'date' that is not a day of the years 1 to 9999; nothing was graded. Only DuckDB reads Parquet: correct them where the file is written.");
        Refused("SELECT unnest(['A', 'B']) AS account_id, unnest([5, NULL]) AS amount").Should().Be($"{file}: 1 of 2 rows have no amount in 'amount'; nothing was graded. Only DuckDB reads Parquet: correct them where the file is written.");
        Refused("SELECT 'A' AS account_id, 'x' AS amount").Should().EndWith("('x'); nothing was graded. Only DuckDB reads Parquet: correct them where the file is written.");
        Refused("SELECT NULL::VARCHAR AS account_id, 5 AS amount").Should().EndWith("Only DuckDB reads Parquet: correct them where the file is written.");
        Refused("SELECT 'A' AS account_id, 123456789.5::DECIMAL(38, 20) AS amount").Should().EndWith("the amounts in 'amount' have up to 9 digits before the point and 20 behind it, and DuckDB adds up to 28 together. Write the column with fewer, such as DECIMAL(18, 2).");
        Refused("SELECT 'A' AS account_id, '1.234' AS amount").Should().EndWith("column amount: '1.234' can be 1.234 or 1234, and no other row of the column tells; --decimal . says that it is 1.234.");
        Refused("SELECT 'A' AS account_id, 5 AS \"金额（万元）\"", "--amount-column", "金额（万元）").Should().Contain("says that its numbers are in 万;");
        Refused("SELECT TIMESTAMPTZ '2026-01-01 00:00:00+00' AS account_id, 5 AS amount").Should().Contain("it must be a text or a number.");
        Written("SELECT 'A' AS account_id, 12345678.5::DECIMAL(38, 20) AS amount")["total"]!.GetValue<decimal>().Should().Be(12345678.5m);
        Written("SELECT 'A' AS account_id, '1.234' AS amount", "--decimal", ".")["total"]!.GetValue<decimal>().Should().Be(1.234m);
        Written("SELECT 'A' AS account_id, -9223372036854775808 AS amount, 1 AS \"É\", 2 AS \"é\", {'amount': 3} AS s UNION ALL SELECT 'B', 9223372036854775807, 1, 2, NULL")["accounts"]!.AsArray().Count.Should().Be(2);
        Refused("SELECT 'A' AS account_id, 1 AS \"É\", 2 AS \"é\"", "--amount-column", "é").Should().Contain("the column 'é' appears 2 times; rename one of them where the file is written");

        // DuckDB gives the second of two columns another name; it cannot write them so itself.
        Run($"COPY (SELECT 'A' AS account_id, 1 AS amount, 2 AS \"AMOUNU\") TO '{file}'");
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(File.ReadAllBytes(file)).Replace("AMOUNU", "AMOUNT", StringComparison.Ordinal)));
        ToolRun.Of("grade", file, "--engine", "duckdb").Fails().Should().Contain("the column 'amount' appears 2 times");

        // Parquet is what begins as it does.
        Run($"COPY (SELECT 'A' AS account_id, 1 AS amount) TO '{folder.Of("a.parq")}' (FORMAT parquet)");
        Answer(["grade", folder.Of("a.parq"), "--engine", "duckdb"])["total"]!.GetValue<decimal>().Should().Be(1);

        string Refused(string sql, params string[] options)
        {
            Run($"COPY ({sql}) TO '{file}'");
            return ToolRun.Of(["grade", file, "--engine", "duckdb", .. options]).Fails();
        }

        JsonNode Written(string sql, params string[] options)
        {
            Run($"COPY ({sql}) TO '{file}'");
            return Answer(["grade", file, "--engine", "duckdb", .. options]);
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/Los_Angeles")]
    public async Task The_day_of_a_moment_does_not_depend_on_the_zone_of_the_machine(string zone)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("a.parquet");
        Run($"COPY (SELECT 'A' AS account_id, 5 AS amount, TIMESTAMPTZ '2025-12-31 23:30:00+00' AS date UNION ALL SELECT 'B', 7, TIMESTAMPTZ '2026-01-01 00:30:00+00') TO '{file}'");
        var runtime = RuntimeInformation.RuntimeIdentifier;
        var library = Directory.EnumerateFiles(
            Path.Combine(AppContext.BaseDirectory, "runtimes", runtime.StartsWith("osx", StringComparison.Ordinal) ? "osx" : runtime, "native"), "*duckdb*").First();
        foreach (var (year, total) in ((string, decimal)[])[("2025", 5), ("2026", 7)])
        {
            var run = await ToolProcess.Run(
                start => start.Environment["TZ"] = zone,
                "grade", file, "--engine", "duckdb", "--engine-library", library, "--from", $"{year}-01-01", "--to", $"{year}-12-31", "--format", "json");
            JsonNode.Parse(run.Succeeds())!["total"]!.GetValue<decimal>().Should().Be(total);
        }
    }

    private static string Write(TemporaryFolder folder, string name, int seed, bool isMixed, int count)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, count).Select(_ =>
        {
            var amount = Math.Round((decimal)Math.Pow(random.NextDouble(), 4) * 90_000, random.Next(4)) - (random.Next(9) == 0 ? 5_000 : 0);
            var day = new DateOnly(2025, 1, 1).AddDays(random.Next(365));
            return string.Create(CultureInfo.InvariantCulture, $"{(random.Next(200) == 0 ? " a7 " : $"a{random.Next(60)}")},{day:yyyy-MM-dd},{amount},{(isMixed && random.Next(3) == 0 ? "USD" : "EUR")}");
        });
        return folder.Write(name, string.Join('\n', Header.Concat(rows)) + "\n");
    }

    internal static JsonNode Answer(params IEnumerable<string> arguments)
    {
        var json = JsonNode.Parse(ToolRun.Of([.. arguments, "--format", "json"]).Succeeds())!;
        json.AsObject().Remove("reading");
        return json;
    }

    // A decimal of a type is written with all its digits.
    internal static void MustBe(JsonNode answer, JsonNode expected, bool isExactText = true)
    {
        if (isExactText)
        {
            answer.ToJsonString().Should().Be(expected.ToJsonString());
            return;
        }

        answer["accounts"]!.AsArray().Select(Account).Should().Equal(expected["accounts"]!.AsArray().Select(Account));
        answer["total"]!.GetValue<decimal>().Should().Be(expected["total"]!.GetValue<decimal>());

        static (string, decimal, int, string) Account(JsonNode? account) =>
            (account!["id"]!.GetValue<string>(), account["revenue"]!.GetValue<decimal>(), account["rank"]!.GetValue<int>(), account["tier"]!.GetValue<string>());
    }

    internal static void Run(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
