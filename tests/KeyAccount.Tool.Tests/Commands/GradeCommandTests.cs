using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public sealed class GradeCommandTests : IDisposable
{
    // 100, 50, 40, 5, 3, 2 of 200, and one that owes us: 80 % are reached exactly by no one, 95 % exactly by c.
    private const string Portfolio = """
        a,2025-01-01,100
        b,2025-01-01,50
        c,2025-01-01,40
        d,2025-01-01,5
        e,2025-01-01,3
        f,2025-01-01,2
        g,2025-01-01,-9

        """;

    private const string Year = """
        A,2024-12-31,1
        A,2025-01-01,2
        A,2025-06-15,4
        A,2025-12-31,8
        A,2026-01-01,16
        B,2024-02-29,32

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "crossing", 0.80, 0.95, "AAACCCC")]
    [InlineData("crossing", "crossing", 0.80, 0.95, "AAACCCC")]
    [InlineData("inclusive", "inclusive", 0.80, 0.95, "AABCCCC")]
    [InlineData("head-count", "head-count", 0.20, 0.50, "AABBCCC")]
    [InlineData("HEAD-Count", "head-count", 0.20, 0.50, "AABBCCC")]
    public void Every_rule_reads_its_own_cuts(string? rule, string code, double a, double b, string tiers)
    {
        var report = Graded.Rows(Portfolio, rule is null ? [] : ["--rule", rule]);
        report.Rule.Should().Be(code);
        report.CutA.Should().Be((decimal)a);
        report.CutB.Should().Be((decimal)b);
        report.Ids.Should().Equal("a", "b", "c", "d", "e", "f", "g");
        report.Tiers.Should().Be(tiers);
        report.Counts.Should().Be((tiers.Count(t => t == 'A'), tiers.Count(t => t == 'B'), tiers.Count(t => t == 'C')));
        report.Total.Should().Be(200, "what an account owes is outside the total");
    }

    [Theory]
    [InlineData("crossing", "0.5,0.75", "ABCCCCC")]
    [InlineData("crossing", "0.50000001,0.75000001", "AABCCCC")]
    [InlineData("crossing", "0.975,1", "AAAABBC")]
    [InlineData("crossing", " 0.5 , 1 ", "ABBBBBC")]
    [InlineData("inclusive", "0.5,0.75", "ABCCCCC")]
    [InlineData("inclusive", "0.49999999,0.75", "BBCCCCC")]
    [InlineData("inclusive", ".5,1.0", "ABBBBBC")]
    [InlineData("head-count", "0.1428571,0.2857142", "ABCCCCC")]
    [InlineData("head-count", "0.1428572,0.2857143", "AABCCCC")]
    [InlineData("head-count", "0.01,1", "ABBBBBC")]
    public void The_cuts_can_be_named(string rule, string cuts, string tiers)
    {
        var report = Graded.Rows(Portfolio, "--rule", rule, "--cuts", cuts);
        report.Tiers.Should().Be(tiers);
        report.CutA.Should().Be(decimal.Parse(cuts.Split(',')[0]));
        report.CutB.Should().Be(decimal.Parse(cuts.Split(',')[1]));
    }

    [Theory]
    [InlineData("0.9", "is not two fractions; expected A,B such as 0.80,0.95")]
    [InlineData("0.8,0.9,0.95", "is not two fractions; expected A,B such as 0.80,0.95")]
    [InlineData("0.8;0.9", "is not two fractions; expected A,B such as 0.80,0.95")]
    [InlineData("80%,95%", "is not two fractions; expected A,B such as 0.80,0.95")]
    [InlineData("a,b", "is not two fractions; expected A,B such as 0.80,0.95")]
    [InlineData(",", "is not two fractions; expected A,B such as 0.80,0.95")]
    [InlineData("", "is not two fractions; expected A,B such as 0.80,0.95")]
    [InlineData("NaN,0.9", "is not two fractions; expected A,B such as 0.80,0.95")]
    [InlineData("1e-1,0.9", "is not two fractions; expected A,B such as 0.80,0.95")]
    [InlineData("0,0.9", "A is 0; it must be above 0 and below 1")]
    [InlineData("-0.1,0.9", "A is -0.1; it must be above 0 and below 1")]
    [InlineData("1,1", "A is 1; it must be above 0 and below 1")]
    [InlineData("80,95", "A is 80; it must be above 0 and below 1")]
    [InlineData("0.9,0.9", "B is 0.9; it must be above A (0.9) and at most 1")]
    [InlineData("0.9,0.8", "B is 0.8; it must be above A (0.9) and at most 1")]
    [InlineData("0.9,1.01", "B is 1.01; it must be above A (0.9) and at most 1")]
    public void Bad_cuts_are_refused(string cuts, string fault) =>
        ToolRun.Of("grade", "purchases.csv", "--cuts", cuts).FailsInOneLine()
            .Should().StartWith($"--cuts '{cuts}'").And.Contain(fault).And.EndWith(". See keyaccount --help.");

    [Theory]
    [InlineData("--rule", "pareto", "crossing, inclusive, head-count")]
    [InlineData("--rule", "", "crossing, inclusive, head-count")]
    [InlineData("--rule", "1", "crossing, inclusive, head-count")]
    [InlineData("--rule", "headcount", "crossing, inclusive, head-count")]
    [InlineData("--lang", "fr", "en, zh-Hans, zh-Hant, de; --texts FILE brings another one")]
    [InlineData("--lang", "english", "en, zh-Hans, zh-Hant, de; --texts FILE brings another one")]
    [InlineData("--format", "xml", "table, json, csv, md, html")]
    [InlineData("--format", "0", "table, json, csv, md, html")]
    public void A_word_that_an_option_does_not_know_is_refused(string option, string word, string known) =>
        ToolRun.Of("grade", "purchases.csv", option, word).FailsInOneLine().Should().Be($"{option} '{word}' is not one of {known}. See keyaccount --help.");

    [Theory]
    [InlineData("A", 31, "B", 32)]
    [InlineData("A", 30, null, 0, "--from", "2025-01-01")]
    [InlineData("A", 28, null, 0, "--from", "2025-01-02")]
    [InlineData("A", 15, "B", 32, "--to", "2025-12-31")]
    [InlineData("A", 7, "B", 32, "--to", "2025-12-30")]
    [InlineData("A", 14, null, 0, "--from", "2025-01-01", "--to", "2025-12-31")]
    [InlineData("A", 4, null, 0, "--from", "2025-06-15", "--to", "2025-06-15")]
    [InlineData("B", 32, null, 0, "--from", "2024-02-29", "--to", "2024-02-29")]
    public void Both_ends_of_the_period_count(string? first, int firstRevenue, string? second, int secondRevenue, params string[] period) =>
        Graded.Rows(Year, period).Accounts.OrderBy(account => account.Id, StringComparer.Ordinal).Select(account => (account.Id, account.Revenue))
            .Should().Equal(new[] { (first!, (decimal)firstRevenue), (second!, secondRevenue) }.Where(account => account.Item1 is not null));

    [Theory]
    [InlineData("2025/1/1")]
    [InlineData("2025-1-1")]
    [InlineData("2025年1月1日")]
    [InlineData("2025-01-01 00:00")]
    [InlineData("2025-01-01T23:59:59")]
    public void A_purchase_on_the_first_day_counts_however_its_date_is_written(string date) =>
        Graded.Rows($"A,{date},5\n", "--from", "2025-01-01", "--to", "2025-01-01").Total.Should().Be(5);

    [Theory]
    [InlineData("--from", "2025-02-30")]
    [InlineData("--from", "2025-13-01")]
    [InlineData("--from", "01/02/2025")]
    [InlineData("--from", "2025/1/1")]
    [InlineData("--from", "")]
    [InlineData("--to", "today")]
    [InlineData("--to", "2025")]
    public void A_bad_day_is_refused(string option, string day) =>
        ToolRun.Of("grade", "purchases.csv", option, day).FailsInOneLine()
            .Should().Be($"{option} '{day}' is not a date; expected YYYY-MM-DD, such as 2025-01-31. See keyaccount --help.");

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Graded.Run(Graded.Header + Year, "--from", "2025-02-01", "--to", "2025-01-31").FailsInOneLine()
            .Should().Be("--from 2025-02-01 is after --to 2025-01-31. See keyaccount --help.");

    [Theory]
    [InlineData("--from", "2030-01-01")]
    [InlineData("--to", "2000-01-01")]
    public void A_period_without_purchases_is_nothing_to_do(params string[] period)
    {
        foreach (var format in new[] { "table", "json", "csv" })
        {
            Graded.Run(Graded.Header + Year, [.. period, "--format", format]).HasNothingToDo()
                .Should().MatchRegex("there are no purchases to be graded; [0-9]+ rows are outside the period, they are from 2024-[0-9-]+ to 2026-[0-9-]+\\.$");
        }
    }

    [Fact]
    public void Columns_can_be_named()
    {
        const string csv = "客户,account_id,日期,date,金额,amount\nA,x,2025-01-31,never,5,none\nB,x,2025-02-01,never,3,none\n";
        var report = Graded.Report(csv, "--account", "客户", "--date", "日期", "--amount", "金额", "--to", "2025-01-31");
        report.Accounts.Select(account => (account.Id, account.Revenue)).Should().Equal(("A", 5m));
    }

    [Theory]
    [InlineData("Customer Name", "customer name")]
    [InlineData("Customer Name", " CUSTOMER NAME ")]
    [InlineData("\"Customer, Name\"", "Customer, Name")]
    [InlineData("\"Customer \"\"Name\"\"\"", "customer \"name\"")]
    [InlineData("[red]", "[red]")]
    public void A_named_column_is_found_whatever_its_blanks_and_letter_case(string header, string name) =>
        Graded.Report($"{header},amount\nA,5\n", "--account", name).Ids.Should().Equal("A");

    [Fact]
    public void One_column_may_be_account_and_date() =>
        Graded.Report("day,amount\n2025-01-01,5\n2025-01-02,7\n", "--account", "day", "--date", "day", "--from", "2025-01-02").Ids.Should().Equal("2025-01-02");

    [Fact]
    public void A_date_column_that_is_named_must_be_there_and_hold_dates()
    {
        Graded.Run("account_id,amount\nA,5\n", "--date", "day").FailsInOneLine().AboutFile().Should().StartWith("there is no column 'day'");
        Graded.Run("account_id,amount,day\nA,5,soon\n", "--date", "day").Fails().Should().Contain("line 2, column day: 'soon'");
    }

    [Fact]
    public void The_language_is_that_of_the_system_where_none_is_named()
    {
        foreach (var (culture, account) in new[] { ("en-GB", "Account"), ("zh-CN", "客户"), ("zh-TW", "客戶"), ("zh-HK", "客戶"), ("de-DE", "Account"), ("", "Account") })
        {
            using (new CultureScope(culture))
                Cells.Rows(Graded.Run(Graded.Header + Portfolio).Succeeds()).Should().Contain(row => row[0] == account, "the system speaks '{0}'", culture);
        }
    }

    [Fact]
    public void A_relative_name_and_blanks_in_a_name_are_fine()
    {
        var path = _folder.Write("my purchases (2025) [final].csv", Graded.Header + Portfolio);
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        ToolRun.Of("grade", relative, "--lang", "en").Succeeds().Should().StartWith("my purchases (2025) [final].csv\n");
    }

    // Small numbers with many ties and round cuts: the places where a grading goes wrong.
    [Fact]
    public void Grades_are_those_of_the_method_as_it_is_written_down()
    {
        var cuts = from a in Gen.Choose(1, 19) from b in Gen.Choose(a + 1, 20) select (A: a / 20m, B: b / 20m);
        var cases =
            from revenues in Gen.Choose(-3, 12).ArrayOf()
            where revenues.Length > 0
            from rule in Gen.Elements("crossing", "inclusive", "head-count")
            from cut in cuts
            select (revenues, rule, cut);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var accounts = c.revenues.Select((revenue, i) => KeyValuePair.Create($"k{i:000}", (decimal)revenue)).ToArray();
            var csv = Graded.Header + string.Concat(accounts.Select(account => $"{account.Key},2025-01-01,{account.Value}\n"));
            var report = Graded.Report(csv, "--rule", c.rule, "--cuts", $"{c.cut.A},{c.cut.B}");

            report.Accounts.Select(account => (account.Id, account.Revenue, account.Rank, account.Tier))
                .Should().Equal(PlainGrading.Grade(accounts, c.rule, c.cut.A, c.cut.B));
            report.Gini.Should().BeApproximately(PlainGrading.Gini(accounts.Select(account => account.Value)), 1e-12);
        }).Check(Seeded.Cases(100));
    }
}
