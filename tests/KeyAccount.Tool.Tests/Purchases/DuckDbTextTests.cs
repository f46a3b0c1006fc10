using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Purchases;

/// <summary>DuckDB decides nothing of a table of text: the answer is that of the reader of tables, or there is none.</summary>
public class DuckDbTextTests
{
    private const string Way = "eave out --engine duckdb";

    [Theory]
    [InlineData("account_id,date,amount\n#1001,2026-01-01,100\n#1002,2026-01-01,60\n1003#,2026-01-01,5\n")]
    [InlineData("account_id,date,amount\n#1001,2026-01-01,100\n1003,2026-01-02,50\n#1002,2026-01-01,60\n")]
    [InlineData("account_id,amount,note\nA,100,\\\nB,50,\"x\\\"\nC,7,'\n")]
    [InlineData("account_id,amount,note\nNULL,100,null\n\\N,50,NaN\nC,7,\n")]
    [InlineData("account_id,amount\nA,100\n\nB,7\n,\naccount_id,amount\nC,8\n account_id ,amount\nD,1\n")]
    [InlineData("account_id,amount,currency\nA,100,  \nB,50,\nC,7,EUR\nD,7, eur\n")]
    [InlineData("note,account_id,note,amount,É,é,,\na,A,b,100,,,,\nc,B,d,7,1,2,3,4\n")]
    [InlineData("account_id;amount;text\nA;12.5;5\" pipe\nB;1.234;say \"hi\" \nC;3;\"a \"\"b\"\" ; c\n d\"\n")]
    [InlineData("account_id\tdate\tamount\r\nA\t2026-01-01T23:59:59.5Z\t12.5\r\nB\t2026-01-02 10:00+02:00\t1.234\r\n")]
    [InlineData("\uFEFFaccount_id|amount\r A |  5 \r=\"007\"|5.5\r\u00A0A\u00A0|1\r")]
    [InlineData("account_id,date,amount\nA,0001-01-01,5\nB,9999-12-31,6.5\n")]
    public void Both_read_the_same(string text)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.csv", text);
        DuckDbPurchasesTests.MustBe(Whole(file, "--engine", "duckdb"), Whole(file));
    }

    [Theory]
    [InlineData("account_id;date;amount\nA;2026-01-01;1.234\nB;2026-01-01;950\nC;2026-01-01;12.500\n", "'1.234' (line 2) and '12.500' (line 4) can be 1.234 and 12.500 (--decimal .) or 1234 and 12500 (--decimal ,)")]
    [InlineData("account_id,date,amount\nA,2026-01-01T99:99:99,100\n", "not written as 2026-03-31")]
    [InlineData("account_id,date,amount\nA,2026-01-02T::.,100\n", "not written as 2026-03-31")]
    [InlineData("account_id,date,amount\nA,2026-01-02T10:00+19:00,100\n", "not written as 2026-03-31")]
    [InlineData("account_id,date,amount\nA,0050-01-02T10:00,100\n", "not written as 2026-03-31")]
    [InlineData("account_id,date,amount\nA,0000-01-01,100\n", "not written as 2026-03-31")]
    [InlineData("account_id,date,amount\nA,2026-02-30,100\n", "not written as 2026-03-31")]
    [InlineData("date,account_id,amount\n2026-01-01, \"B, x\",100\n", "line 2: there are blanks before a quotation mark, which DuckDB reads otherwise")]
    [InlineData("date,account_id,amount\n2026-01-01,\"B\" x,100\n", "line 2: there is text after a closing quotation mark")]
    [InlineData("account_id,amount,date\nA,100,\"2026-01-01\n", "a quotation mark is not closed")]
    [InlineData("account_id,amount\n\u2003,100\nB,5\n", "1 of 2 rows have no account in 'account_id'")]
    [InlineData("account_id,amount\n=\"\",100\nB,5\n", "have no account")]
    [InlineData("account_id,amount\nA,12345678901234567890123456789\n", "not a plain number")]
    [InlineData("account_id,amount\nA,1,\nB,5,x\n", "not a table that DuckDB can read")]
    public void What_the_reader_of_tables_refuses_is_refused(string text, string fault)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.csv", text);
        ToolRun.Of("grade", file).Fails();
        ToolRun.Of("grade", file, "--engine", "duckdb").Fails().Should().Contain(fault).And.StartWith(file + ": ");
    }

    [Theory]
    [InlineData("date,account_id,amount\n2026-01-01, \"B\",100\n", "blanks before a quotation mark")]
    [InlineData("Purchases of 2026\naccount_id,amount\nA,1\n", "rows above the header")]
    [InlineData("account_id,amount,note\nA,1,x\0y\n", "a character 0")]
    [InlineData("account_id,amount\nA,1\r\nB,2\nC,3\r\n", "not a table that DuckDB can read")]
    [InlineData("account_id,amount\nA,123456789012345678\nB,0.12345678901\n", "18 digits before the point and 11 behind it")]
    public void What_DuckDB_would_read_otherwise_is_left_to_the_reader_of_tables(string text, string fault)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.csv", text);
        ToolRun.Of("grade", file).Succeeds();
        ToolRun.Of("grade", file, "--engine", "duckdb").Fails().Should().Contain(fault).And.Contain(Way);
    }

    [Fact]
    public void Files_in_other_encodings_and_packed_ones_are_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("account_id,amount\nA,1\n")]);
        ToolRun.Of("grade", file).Succeeds();
        ToolRun.Of("grade", file, "--engine", "duckdb").Fails().Should().Contain("the file is UTF-16, and DuckDB reads UTF-8; leave out --engine duckdb.");

        // A byte that is none in a column that nobody reads, far behind the rows that are looked at first.
        file = folder.Write("b.csv", [.. Encoding.UTF8.GetBytes("account_id,amount,note\n" + string.Concat(Enumerable.Repeat("A,1,ä\n", 70_000))), .. "B,2,"u8, 0xFC, (byte)'\n']);
        ToolRun.Of("grade", file).Fails().Should().Contain("line 70002");
        ToolRun.Of("grade", file, "--engine", "duckdb").Fails().Should().Contain("line 70002").And.Contain(Way);
    }

    [Fact]
    public void A_point_is_what_the_column_tells_and_another_file()
    {
        using var folder = new TemporaryFolder();
        var open = folder.Write("a.csv", "account_id,amount\nA,1.234\nB,950\n");
        var told = folder.Write("b.csv", "account_id,amount\nA,1.25\n");
        ToolRun.Of("grade", open, "--engine", "duckdb").Fails().Should().Contain("(--decimal .)").And.Contain(Way);
        DuckDbPurchasesTests.MustBe(Whole(open, "--decimal", ".", "--engine", "duckdb"), Whole(open, "--decimal", "."));
        DuckDbPurchasesTests.MustBe(Whole(open, told, "--engine", "duckdb"), Whole(open, told));

        // Behind the rows that are looked at first.
        var late = folder.Write("late.csv", "account_id,amount\n" + string.Concat(Enumerable.Repeat("A,1\n", 6_000)) + "B,1.234\n");
        ToolRun.Of("grade", late).Fails().Should().Contain("can be 1.234");
        ToolRun.Of("grade", late, "--engine", "duckdb").Fails().Should().Be(
            $"{late}: column amount: '1.234' can be 1.234 or 1234, and no other row of the column tells; --decimal . says that it is 1.234. "
            + "For 1234, leave out --engine duckdb, and give --decimal ,.");
        DuckDbPurchasesTests.MustBe(Whole(late, "--engine", "duckdb", "--decimal", "."), Whole(late, "--decimal", "."));
        DuckDbPurchasesTests.MustBe(Whole(late, told, "--engine", "duckdb"), Whole(late, told));
    }

    [Fact]
    public void Random_tables_have_one_answer()
    {
        var cases = Seeded.Budget(20);
        var (graded, refused) = Sweep(seed: 43, cases);
        graded.Should().BeGreaterThan(cases / 4);
        refused.Should().BeGreaterThan(cases / 6);
    }

    private static (int Graded, int Refused) Sweep(int seed, int cases)
    {
        var random = new Random(seed);
        var (graded, refused) = (0, 0);
        for (var i = 0; i < cases; i++)
        {
            using var folder = new TemporaryFolder();
            var bytes = Table(random);
            var file = folder.Write("a.csv", bytes);
            string[] options = One<string[]>([], [], ["--totals", "keep"], ["--from", "2026-01-15"], ["--only-currency", "EUR"], ["--decimal", "."]);
            var (tables, duck) = (ToolRun.Of(["grade", file, "--format", "json", .. options]), ToolRun.Of(["grade", file, "--format", "json", "--engine", "duckdb", .. options]));
            var shown = string.Create(CultureInfo.InvariantCulture, $"case {i} of seed {seed} {string.Join(' ', options)}:\n{Encoding.UTF8.GetString(bytes)}\n{tables.Error}\n{duck.Error}");
            if (duck.ExitCode == 0)
            {
                tables.ExitCode.Should().Be(0, shown);
                Plain(duck.Output).ToJsonString().Should().Be(Plain(tables.Output).ToJsonString(), shown);
                graded++;
            }
            else if (tables.ExitCode == 0)
            {
                duck.Fails().Should().Contain(Way, shown);
                refused++;
            }
            else
            {
                refused++;
            }
        }

        return (graded, refused);

        T One<T>(params T[] all) => all[random.Next(all.Length)];
    }

    private static byte[] Table(Random random)
    {
        var separator = One(",", ",", ";", "\t", "|");
        var line = One("\n", "\n", "\r\n", "\r\n", "\r");
        string[] titles = ["account_id", "date", "amount", .. Rarely(3) ? (string[])["currency"] : [], .. Rarely(3) ? (string[])["note"] : [],
            .. Rarely(8) ? (string[])["Note", "É", "é"] : [], .. Rarely(8) ? (string[])[""] : []];
        random.Shuffle(titles);
        var text = new StringBuilder(Rarely(6) ? "\uFEFF" : "");
        if (Rarely(25))
            text.Append("Purchases").Append(line);
        text.AppendJoin(separator, titles.Select(title => Rarely(9) ? $"\"{title}\"" : title)).Append(line);
        for (var rows = random.Next(1, 9); rows > 0; rows--)
        {
            if (Rarely(40))
                text.Append(One("", "  ", string.Concat(Enumerable.Repeat(separator, titles.Length - 1)), string.Join(separator, titles))).Append(line);
            text.AppendJoin(separator, titles.Select(Field)).Append(Rarely(60) ? separator : "").Append(Rarely(60) ? $"{separator}x" : "");
            text.Append(Rarely(60) ? "\n" : rows == 1 && Rarely(3) ? "" : line);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (Rarely(60))
            bytes[random.Next(bytes.Length)] = One<byte>(0, 0xFC, (byte)'"', (byte)'#', (byte)'\n');
        return bytes;

        string Field(string title)
        {
            var plain = title switch
            {
                "account_id" => Rarely(15) ? One("#1001", "#", " C ", "=\"7\"", "NULL", "O'Neil", "x\"y", "\\", "Ä", "", "Total", "\u00A0A", "a#b", "nan", "A\tB") : One("A", "B", "C", "D7", "E"),
                "date" => Rarely(25)
                    ? One("2026-01-02T10:00", "2026-01-02 24:59:60", "2026-01-02T99:99:99", "2026-01-02T::.", "0000-01-01", "2026-02-30", "31.12.2025", "", "0050-01-01", "9999-12-31", "2026-1-2", "20260102", "2026-01-02T10:00:00.123Z", "2026-01-02 10:00:00+02:00", " 2026-01-02", "2026-01-02\u00A0", "infinity", "2026-01-02 (BC)")
                    : $"2026-01-{random.Next(10, 29)}",
                "amount" => Rarely(20)
                    ? One("1.234", "12.500", "0.125", "-3.20", "+7", "1,234", "", "abc", "1e3", "99999999999999999999.99", "12345678901234567890123456789", "007", ".5", "5.", "$5", "=\"5\"", " 5 ", "5\u00A0", "#5", "-0", "1 000", "0x10", "1_000", "NULL", "inf")
                    : string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 5000)}{One("", ".5", ".25", ".75")}"),
                "currency" => Rarely(15) ? One("", "  ", "\u00A0", "eur", "€", "USD", " EUR ", "#") : "EUR",
                _ => Rarely(4) ? One("5\" pipe", "#", " ", "x # y", "'", "say ", "\\\"", "NULL", "ü", "=\"1\"", "\t") : "",
            };
            return plain.Contains(separator, StringComparison.Ordinal) || plain.Contains('"', StringComparison.Ordinal) && Rarely(2) || Rarely(25)
                ? $"{(Rarely(20) ? One(" ", "\t") : "")}\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}{(Rarely(20) ? One(" x", ", y", line, "\n") : "")}\"{(Rarely(20) ? " " : "")}"
                : plain;
        }

        bool Rarely(int times) => random.Next(times) == 0;

        T One<T>(params T[] all) => all[random.Next(all.Length)];
    }

    private static JsonNode Whole(params string[] arguments) => Plain(ToolRun.Of(["grade", .. arguments, "--format", "json"]).Succeeds());

    // All that both tell: not how the files were read, nor the rows that repeat others, which DuckDB does not look for.
    private static JsonNode Plain(string json)
    {
        var answer = JsonNode.Parse(json)!;
        foreach (var member in (string[])["files", "repeatedRows", "repeatedMoney"])
            answer["reading"]!.AsObject().Remove(member).Should().BeTrue();
        return answer;
    }
}
