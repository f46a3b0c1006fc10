using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Tables;

public class WorkbookTests
{
    [Fact]
    public void Leading_zeros_dates_and_exact_amounts_survive()
    {
        var book = Workbook.Of(("Data", Workbook.Row(1, Workbook.Text("Report 2025")) + Header(3)
            + Workbook.Row(4, Workbook.Text("001"), Workbook.Number(45688, Workbook.DateStyle), Workbook.Number(812400.5))
            + Workbook.Row(7, Workbook.Text("001"), Workbook.Text("31.01.2025"), Workbook.Text("1.234,50"))
            + Workbook.Row(8, Workbook.Text("002"), Workbook.Number(45688.75, Workbook.DateStyle), Workbook.Number(0.1 + 0.2))));
        var report = JsonReport.Parse(Graded.Run(book, "--from", "2025-01-31", "--to", "2025-01-31", "--format", "json").Succeeds());
        report.Accounts.Select(account => (account.Id, account.Revenue)).Should().Equal(("001", 813635.0m), ("002", 0.3m));
    }

    [Fact]
    public void Days_may_be_counted_from_1904()
    {
        var rows = Workbook.Header + Workbook.Row(2, Workbook.Text("A"), Workbook.Number(44226, Workbook.DateStyle), Workbook.Number(5));
        JsonReport.Parse(Graded.Run(Workbook.Of([("Data", rows)], isFrom1904: true), "--from", "2025-01-31", "--to", "2025-01-31", "--format", "json").Succeeds()).Total.Should().Be(5);
    }

    [Fact]
    public void A_fault_names_the_row_of_the_sheet()
    {
        var rows = Workbook.Header + Workbook.Row(2, Workbook.Text("A"), Workbook.Number(45688, Workbook.DateStyle), Workbook.Number(5))
            + Workbook.Row(9, Workbook.Text("B"), Workbook.Number(45688), Workbook.Number(5)) + Workbook.Row(12, Workbook.Text("C"), Workbook.Number(45688, Workbook.DateStyle), Workbook.Text("x"));
        var message = Graded.Run(Workbook.Of(("Data", rows))).Fails();
        message.Should().Contain("row 9, column date: '45688'").And.Contain("which --date-format excel reads").And.Contain("row 12, column amount: 'x'");
        Graded.Run(Workbook.Of(("Data", rows)), "--date-format", "excel", "--skip-bad-rows", "--format", "csv").ExitCode.Should().Be(0);
    }

    [Fact]
    public void The_sheet_with_the_columns_is_read_and_asked_for_where_there_are_two()
    {
        var (a, b) = (Workbook.Header + Purchase("A"), Workbook.Header + Purchase("B"));
        Ids(Graded.Run(Workbook.Of(("Notes", Workbook.Row(1, Workbook.Text("nothing"))), ("Data", a)), "--format", "json")).Should().Equal("A");
        var two = Workbook.Of(("Jan", a), ("Feb", b));
        Graded.Run(two).FailsInOneLine().AboutFile().Should().Be("the sheets 'Jan', 'Feb' all have the columns; --sheet says which is meant.");
        Ids(Graded.Run(two, "--sheet", "feb", "--format", "json")).Should().Equal("B");
        Graded.Run(two, "--sheet", "Mar").FailsInOneLine().AboutFile().Should().Be("there is no sheet 'Mar'; the workbook has: Jan, Feb. Name one of them with --sheet.");

        static IEnumerable<string> Ids(ToolRun run) => JsonReport.Parse(run.Succeeds()).Ids;
    }

    [Fact]
    public void A_formula_is_its_value_and_refused_where_it_has_none_or_one_of_another_workbook()
    {
        Run(Workbook.Formula("1+1", "2")).Succeeds().Should().Contain("\nA,2,");
        Run(Workbook.Formula("1+1", null)).FailsInOneLine().AboutFile().Should().StartWith("sheet Data, cell C2, column amount: the formula has no value; open the workbook in Excel and save it");
        Run(Workbook.Formula("[1]Prices!B3", "2")).FailsInOneLine().AboutFile().Should().StartWith("sheet Data, cell C2, column amount: the formula takes its value from another workbook");

        static ToolRun Run(string cell) => Graded.Run(
            Workbook.Of(("Data", Workbook.Header + Workbook.Row(2, Workbook.Text("A"), Workbook.Number(45688, Workbook.DateStyle), cell))), "--format", "csv");
    }

    [Fact]
    public void What_unpacks_without_end_is_refused_in_bounded_memory()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Graded.Run(Workbook.Of(("Data", Workbook.Header + Workbook.Row(2, Workbook.Text(new string('A', 20_000_000)))))).FailsInOneLine()
            .Should().Contain("has a text of more than 131072 characters");
        Graded.Run(Workbook.Of([("Data", Workbook.Header + Purchase("A"))], isFrom1904: false, prolog: "<!DOCTYPE x [<!ENTITY a \"b\">]>")).FailsInOneLine()
            .Should().Contain("the workbook is damaged");
        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(600 << 20, "the test itself makes the texts");
    }

    [Fact]
    public void Millions_of_empty_cells_are_refused()
    {
        var row = string.Concat(Enumerable.Repeat("<c s=\"1\"/>", 10_000));
        var rows = Workbook.Header + string.Concat(Enumerable.Range(2, 600).Select(i => $"<row r=\"{i}\">{row}</row>"));
        Graded.Run(Workbook.Of(("Data", rows))).FailsInOneLine().AboutFile().Should().StartWith("the sheet 'Data' has millions of empty cells; delete the empty rows and columns, or save it as CSV UTF-8.");
    }

    [Fact]
    public void A_width_that_is_declared_and_not_there_costs_nothing()
    {
        var rows = Workbook.Header + Purchase("A");
        JsonReport.Parse(Graded.Run(Workbook.Of([("Data", rows)], isFrom1904: false, beforeRows: "<dimension ref=\"A1:XFD1048576\"/>"), "--format", "json").Succeeds()).Total.Should().Be(5);
    }

    [Fact]
    public void Rows_keep_their_numbers_where_more_columns_are_declared_than_used()
    {
        var rows = Header(3) + Workbook.Row(5, Workbook.Text("A"), Workbook.Text("2025-01-31"), Workbook.Number(5))
            + Workbook.Row(8, Workbook.Text("B"), Workbook.Text("2025-01-31"), Workbook.Text("x"));
        foreach (var dimension in (string[])["", "<dimension ref=\"A1\"/>", "<dimension ref=\"A3:C8\"/>", "<dimension ref=\"A1:ZZ9\"/>"])
        {
            var bytes = Workbook.Of([("Data", rows)], isFrom1904: false, beforeRows: dimension);
            Graded.Run(bytes).Fails().Should().Contain("row 8, column amount", dimension);
            JsonReport.Parse(Graded.Run(bytes, "--format", "json", "--skip-bad-rows").Output).Total.Should().Be(5, dimension);
        }
    }

    // Without a size the reader counts such cells; with one it would take each for the first of its row.
    [Fact]
    public void Cells_that_do_not_say_where_they_are_are_counted_or_refused_and_never_mixed_up()
    {
        var rows = $"<row>{Workbook.Text("account_id")}{Workbook.Text("amount")}</row><row>{Workbook.Text("A")}{Workbook.Number(5)}</row>";

        JsonReport.Parse(Graded.Run(Workbook.Of(("Data", rows)), "--format", "json").Succeeds()).Total.Should().Be(5);
        Graded.Run(Workbook.Of([("Data", rows)], isFrom1904: false, beforeRows: "<dimension ref=\"A1:B2\"/>")).FailsInOneLine().AboutFile()
            .Should().Be("the cells of the sheet 'Data' do not say where they are; open the workbook in Excel and save it again, or save the sheet as CSV UTF-8.");
    }

    private static string Header(int row) => Workbook.Row(row, Workbook.Text("account_id"), Workbook.Text("date"), Workbook.Text("amount"));

    private static string Purchase(string account) => Workbook.Row(2, Workbook.Text(account), Workbook.Number(45688, Workbook.DateStyle), Workbook.Number(5));
}
