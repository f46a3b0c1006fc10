using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Purchases;

/// <summary>Files that are refused, and rows that cannot be read.</summary>
public sealed class PurchaseReaderFaultTests : IDisposable
{
    private const string AmountRange = "a number is needed, such as 1234.50 or 1.234,50";
    private const string DateRange = "a date is needed, such as 2025-01-31 or 31.01.2025";
    private const string QuotingRange =
        "there is text after a closing quotation mark; a mark inside a quoted field must be doubled, and --quoting literal reads marks as they are";

    private const string NotClosed = "a quotation mark is not closed; --quoting literal reads marks as they are.";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> BadAmounts => new()
    {
        { "", "", "an amount is needed" }, { "NaN", "NaN", AmountRange }, { "∞", "∞", AmountRange }, { "5 %", "5 %", "a percentage is not an amount" }, { "5\0", "5�", AmountRange },
        { "12.5万", "12.5万", "'万' multiplies the number; --units zh reads it so" }, { "--5", "--5", AmountRange },
        { "1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890", "it has more than 28 digits and cannot be read exactly" },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = _folder.Of("nope.csv");
        ToolRun.Of("grade", path).FailsInOneLine().Should().Be($"there is no file '{path}'.");
        ToolRun.Of("grade", Path.Combine(path, "nope.csv")).FailsInOneLine().Should().StartWith($"cannot read '{Path.Combine(path, "nope.csv")}': ");
    }

    [Fact]
    public void A_folder_without_tables_is_named()
    {
        _folder.Write("notes.md", "x");
        ToolRun.Of("grade", _folder.Path).FailsInOneLine().Should().Be($"the folder '{_folder.Path}' has no table (.csv, .tsv, .tab, .txt, .xlsx, .xlsm); name a file of purchases.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ufeff")]
    [InlineData("\n")]
    [InlineData("\r\n\r\n\r\n")]
    public void An_empty_file_is_refused(string csv) => Graded.Run(csv).FailsInOneLine().AboutFile().Should().Be("the file is empty.");

    [Theory]
    [InlineData("account_id,date,amount")]
    [InlineData("account_id,date,amount\n")]
    [InlineData("\naccount_id,date,amount\r\n\r\n")]
    public void A_header_without_rows_is_refused(string csv) =>
        Graded.Run(csv).FailsInOneLine().AboutFile().Should().Be("the file has a header but no rows.");

    [Theory]
    [InlineData("account,date,amount", "account_id", "--account-column")]
    [InlineData("account_id,date,value", "amount", "--amount-column")]
    [InlineData("account id,date,amount", "account_id", "--account-column")]
    [InlineData("account_id,date,amount", "day", "--date-column", "--date", "day")]
    [InlineData("account_id,amount", "date", "--date-column", "--from", "2025-01-01")]
    [InlineData("account_id,amount", "date", "--date-column", "--to", "2025-01-01")]
    [InlineData("account_id,amount", "", "--account-column", "--account", "")]
    public void A_column_that_is_not_there_is_named_with_those_that_are(string header, string column, string option, params string[] options) =>
        Graded.Run($"{header}\nA,2025-01-01,5\n", options).FailsInOneLine().AboutFile()
            .Should().Be($"there is no column '{column}'; the header (line 1) has: {header.Replace(",", ", ")}. Name the column with {option}.");

    [Theory]
    [InlineData("account_id,date,amount,account_id", "account_id")]
    [InlineData("account_id,amount,date,Amount ", "amount")]
    [InlineData("account_id,date,amount,DATE", "date")]
    public void A_column_that_is_there_twice_is_named(string header, string column) =>
        Graded.Run($"{header}\nA,2025-01-01,5,6\n").FailsInOneLine().AboutFile()
            .Should().Be($"line 1, the header: the column '{column}' appears 2 times; rename one of them in the file, or name another column with --{column.Replace("_id", "")}-column.");

    [Fact]
    public void A_header_of_another_kind_of_file_is_shown_short_and_harmless() =>
        Graded.Run($"XX\u0003\u0004\u001b[2J{new string('x', 5000)}\n").FailsInOneLine().AboutFile()
            .Should().MatchRegex("^there is no column 'account_id'; the header \\(line 1\\) has: XX���\\[2Jx{192}…\\. Name the column with --account-column\\.$");

    [Fact]
    public void Other_kinds_of_files_are_named()
    {
        Graded.Run([.. "%PDF-1.7\n"u8, .. new byte[100]]).FailsInOneLine().AboutFile().Should().StartWith("this is not a table but a PDF or a packed file");
        Graded.Run([0xD0, 0xCF, 0x11, 0xE0, .. new byte[100]]).FailsInOneLine().AboutFile().Should().StartWith("this is a workbook of Excel 97-2003, or one with a password; save it as .xlsx");
        Graded.Run([.. "PK\u0003\u0004"u8, .. new byte[100]]).FailsInOneLine().AboutFile().Should().StartWith("the workbook is damaged; ");
    }

    [Fact]
    public void A_header_that_cannot_be_read_is_not_mistaken_for_a_row()
    {
        Graded.Run("account_id,\"date,amount\nA,2025-01-01,5\n").FailsInOneLine().AboutFile().Should().StartWith("there is no column 'amount'; ");
        Graded.Run("\n\n\"account_id\"x,date,amount\nA,2025-01-01,5\n", "--skip-bad-rows").FailsInOneLine().AboutFile().Should().StartWith("there is no column 'account_id'; the header (line 3) has: ");
    }

    [Theory]
    [MemberData(nameof(BadAmounts))]
    public void A_bad_amount_is_named(string field, string shown, string why) => FaultOf($"A,2025-01-01,{field}").Should().Be($"line 2, column amount: '{shown}': {why}");

    [Theory]
    [InlineData("2025-13-01")]
    [InlineData("2025-02-30")]
    [InlineData("32/01/2025")]
    [InlineData("13-13-2025")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void A_bad_date_is_named(string field) => FaultOf($"A,{field},5").Should().Be($"line 2, column date: '{field}': {DateRange}");

    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "  ")]
    [InlineData("\"\"", "")]
    [InlineData("\"\n\"", "�")]
    [InlineData("\u3000", "\u3000")]
    public void A_blank_id_is_named(string field, string shown) =>
        FaultOf($"{field},2025-01-01,5").Should().Be($"line 2, column account_id: '{shown}': an account id is needed");

    [Theory]
    [InlineData("A,2025-01-01", 2)]
    [InlineData("A,2025-01-01,5,6", 4)]
    [InlineData("A", 1)]
    [InlineData("A;2025-01-01;5", 1)]
    [InlineData("A,2025-01-01,1,234.50", 4)]
    public void A_row_with_another_number_of_fields_is_named(string row, int fields) => FaultOf(row).Should().Be($"line 2: '{row}': {FieldsRange(fields)}");

    [Theory]
    [InlineData("A,2025-01-01,5,")]
    [InlineData("A,2025-01-01,5,,,")]
    public void Empty_fields_behind_the_last_column_are_no_fault(string row) => Graded.Rows(row + "\n").Total.Should().Be(5);

    [Theory]
    [InlineData("A\"B,2025-01-01,5", "A\"B")]
    [InlineData("A\"B\",2025-01-01,5", "A\"B\"")]
    [InlineData("24\" pipes,2025-01-01,5", "24\" pipes")]
    [InlineData("Harbour \"Steel\" Ltd,2025-01-01,5", "Harbour \"Steel\" Ltd")]
    public void A_quotation_mark_inside_an_unquoted_field_is_a_character(string row, string id) => Graded.Rows(row + "\n").Ids.Should().Equal(id);

    [Theory]
    [InlineData("\"A\"B,2025-01-01,5")]
    [InlineData("\"A\" ,2025-01-01,5")]
    [InlineData("\"Harbour \"Steel\" Ltd\",2025-01-01,5")]
    public void Text_behind_a_closing_quotation_mark_is_named(string row)
    {
        FaultOf(row).Should().Be($"line 2: '{row}': {QuotingRange}");
        Graded.Rows(row + "\n", "--quoting", "literal").Total.Should().Be(5);
    }

    [Theory]
    [InlineData("\"A,2025-01-01,5\nB,2025-01-01,6\n", 2)]
    [InlineData("A,2025-01-01,5\n\nB,2025-01-01,6\n\"C,2025-01-01,6", 5)]
    [InlineData("\"A\nB\",2025-01-01,5\nB,2025-01-01,\"6\nC,2025-01-01,6\n", 4)]
    [InlineData("A,2025-01-01,\"", 2)]
    public void A_quotation_mark_that_is_not_closed_is_refused_even_when_bad_rows_are_skipped(string rows, int line)
    {
        Graded.Run(Graded.Header + rows).FailsInOneLine().AboutFile().Should().Be($"line {line}: {NotClosed}");
        Graded.Run(Graded.Header + rows, "--skip-bad-rows").FailsInOneLine().AboutFile().Should().Be($"line {line}: {NotClosed}");
    }

    // Closed by the mark that opens a field lines further down: skipped as one row, B would be lost without a word.
    [Fact]
    public void A_quotation_mark_that_swallows_lines_is_refused_even_when_bad_rows_are_skipped()
    {
        const string rows = "\"A,2025-01-01,5\nB,2025-01-01,6\n\"C\",2025-01-01,7\nD,2025-01-01,8\n";
        const string fault = "line 2: a quotation mark is not closed before the end of the line, or one inside the field is not doubled; --quoting literal reads marks as they are.";
        Graded.Run(Graded.Header + rows).FailsInOneLine().AboutFile().Should().Be(fault);
        Graded.Run(Graded.Header + rows, "--skip-bad-rows").FailsInOneLine().AboutFile().Should().Be(fault);
    }

    [Fact]
    public void A_quotation_mark_that_swallows_a_large_file_is_refused_before_the_memory_is_full()
    {
        var rows = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"B{i},2025-01-01,6\n"));
        Graded.Run($"{Graded.Header}A,2025-01-01,5\n\"A,2025-01-01,5\n{rows}").FailsInOneLine().AboutFile()
            .Should().Be("the row after line 2 is longer than 1048576 bytes; a quotation mark is not closed (--quoting literal reads marks as they are), or this is not a table.");
    }

    [Fact]
    public void A_long_value_is_shown_short_and_harmless()
    {
        FaultOf($"A,2025-01-01,\u001b[2J{new string('9', 10_000)}").Should().Be($"line 2, column amount: '�[2J{new string('9', 56)}…': {AmountRange}");
        FaultOf($"A,\"\n\u202e{new string('客', 100)}\",5").Should().Be($"line 2, column date: '��{new string('客', 58)}…': {DateRange}");
        FaultOf($"\u001b[2J{new string('x', 100)},2025-01-01").Should().Be($"line 2: '�[2J{new string('x', 56)}…': {FieldsRange(2)}");
    }

    [Fact]
    public void The_first_fault_of_a_row_is_the_one_that_is_named() =>
        FaultsOf(",yesterday,x\nA,yesterday,x\nA,yesterday,5\n").Should().Equal(
            "line 2, column account_id: '': an account id is needed",
            $"line 3, column amount: 'x': {AmountRange}",
            $"line 4, column date: 'yesterday': {DateRange}");

    [Fact]
    public void Columns_are_named_as_in_the_file() =>
        Faults(Graded.Run("客户, 日期 ,金额\nA,2025-01-01,x\n,2025-01-01,5\nA,x,5\n", "--account", "客户", "--date", "日期", "--amount", "金额").Fails(), "3 of 3")
            .Should().Equal(
                $"line 2, column 金额: 'x': {AmountRange}",
                "line 3, column 客户: '': an account id is needed",
                $"line 4, column 日期: 'x': {DateRange}");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_are_counted_as_an_editor_counts_them(string end)
    {
        string[] lines =
        [
            "", "account_id,date,amount", "A,2025-01-01,5", "", "", "\"two", "lines\",2025-01-01,5", "B,2025-01-01,x", "\"three", "", "lines\",2025-01-01,y", "",
            "C,2025-01-01", "\"D\"x,2025-01-01,5", "E,2025-01-01,5", "F,z,5",
        ];
        Faults(Graded.Run(string.Join(end, lines)).Fails(), "5 of 8").Select(fault => fault.Split(',', ':')[0])
            .Should().Equal("line 8", "line 9", "line 13", "line 14", "line 16");
    }

    [Fact]
    public void Lines_are_counted_right_beyond_the_first_buffer()
    {
        var rows = string.Concat(Enumerable.Range(0, 50_000).Select(i => i % 3 == 0 ? $"\"A\n{i}\",2025-01-01,5\n" : $"B{i},2025-01-01,5\r\n"));
        var lines = 1 + rows.Count(c => c == '\n');
        FaultsOf(rows + "C,2025-01-01,x\n", "1 of 50001").Should().Equal($"line {lines + 1}, column amount: 'x': {AmountRange}");
    }

    [Fact]
    public void Ten_faults_are_named_and_all_are_counted()
    {
        var rows = string.Concat(Enumerable.Range(1, 12).Select(i => $"A,2025-01-01,x{i}\nA,2025-01-01,1\n"));
        var faults = FaultsOf(rows, "12 of 24");
        faults.Should().HaveCount(11);
        faults[..10].Should().Equal(Enumerable.Range(1, 10).Select(i => $"line {2 * i}, column amount: 'x{i}': {AmountRange}"));
        faults[10].Should().Be("… and 2 more");

        var ten = FaultsOf(string.Concat(Enumerable.Repeat("A,2025-01-01,x\n", 10)), "10 of 10");
        ten.Should().HaveCount(10).And.NotContain(line => line.Contains("more"));
    }

    [Fact]
    public void All_faults_of_a_large_file_are_counted()
    {
        var rows = string.Concat(Enumerable.Range(0, 200_000).Select(i => i % 2 == 0 ? "A,2025-01-01\n" : "A,2025-01-01,x\n"));
        FaultsOf(rows, "200000 of 200000")[^1].Should().Be("… and 199990 more");
    }

    [Fact]
    public void A_fault_outside_the_period_is_a_fault() =>
        Graded.Run($"{Graded.Header}A,2024-01-01,x\nA,2025-01-01,5\n", "--from", "2025-01-01").Fails().Should().Contain("1 of 2 rows");

    [Fact]
    public void A_bad_date_is_a_fault_also_where_no_period_is_asked_for() => FaultOf("A,x,5").Should().Contain("column date");

    [Fact]
    public void Skipping_bad_rows_grades_the_others_and_says_how_many_with_how_much_money_were_left_out()
    {
        var file = _folder.Write("purchases.csv", Graded.Header + "A,2025-01-01,5\nA,2025-01-01,x\nB,2025-01-01\n,2025-01-01,5\nC,never,7\n\"D\"D,2025-01-01,5\nB,2025-01-01,3\n");
        var run = ToolRun.Of("grade", file, "--skip-bad-rows", "--format", "json");
        run.ExitCode.Should().Be(0);
        JsonReport.Parse(run.Output).Accounts.Select(account => (account.Id, account.Revenue)).Should().Equal(("A", 5m), ("B", 3m));
        run.Error.Should().Be(
            $"""
            warning: {file}: skipped 5 of 7 rows, with about 12.00 in them (60.0 % of the money), and of 3 rows the money is not known.
              line 3, column amount: 'x': {AmountRange}
              line 4: 'B,2025-01-01': {FieldsRange(2)}
              line 5, column account_id: '': an account id is needed
              line 6, column date: 'never': {DateRange}
              line 7: '"D"D,2025-01-01,5': {QuotingRange}
            note: purchases.csv: comma, UTF-8, 1234, yyyy-MM-dd
            note: 2 of 7 rows are counted, with 8.00; skipped 5, with about 12.00

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Skipping_bad_rows_says_nothing_where_there_are_none() =>
        Graded.Rows("A,2025-01-01,5\n", "--skip-bad-rows").Total.Should().Be(5);

    [Fact]
    public void Skipping_bad_rows_names_ten_and_counts_all()
    {
        var run = Graded.Run(Graded.Header + string.Concat(Enumerable.Repeat("A,2025-01-01,x\n", 25)) + "A,2025-01-01,5\n", "--skip-bad-rows", "--format", "json");
        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain("skipped 25 of 26 rows; how much money is in them is not known.").And.Contain("  … and 15 more\n");
        run.Error.Split('\n').Count(line => line.StartsWith("  line ", StringComparison.Ordinal)).Should().Be(10);
    }

    [Fact]
    public void A_file_of_bad_rows_only_is_an_error_even_when_bad_rows_are_skipped()
    {
        var run = Graded.Run($"{Graded.Header}A,2025-01-01,x\nB,2025-01-01,y\n", "--skip-bad-rows", "--format", "json");
        run.Fails().Should().Contain("2 of 2 rows cannot be read, nothing was graded.").And.NotContain("--skip-bad-rows");
    }

    private static string FieldsRange(int fields) => $"the row has {fields} fields, the header 3; a field that holds the separator must be quoted";

    private static string FaultOf(string row) => FaultsOf(row + "\n", "1 of 1").Should().ContainSingle().Subject;

    private static string[] FaultsOf(string rows, string? count = null) => Faults(Graded.Run(Graded.Header + rows).Fails(), count ?? "3 of 3");

    private static string[] Faults(string message, string count)
    {
        var lines = message.AboutFile().Split('\n');
        lines[0].Should().StartWith($"{count} rows cannot be read, nothing was graded{(count.Split(" of ") is [var faulty, var all] && faulty == all ? "." : "; --skip-bad-rows leaves them out")}");
        lines[1..].Should().OnlyContain(line => line.StartsWith("  "));
        return [.. lines[1..].Select(line => line[2..])];
    }
}
