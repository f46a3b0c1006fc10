using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Output;

public class GradingTableTests
{
    // Twelve accounts of 1,000, 900, … 100, then one with nothing and one that owes us.
    private static readonly string Portfolio = Graded.Header
        + string.Concat(Enumerable.Range(0, 10).Select(i => $"Account {i:00},2025-01-01,{1000 - (100 * i)}.5\n"))
        + "Zero,2025-01-01,0\nDebtor,2025-01-01,-70.25\n";

    [Fact]
    public void The_english_table_shows_everything()
    {
        var table = Graded.Run(Portfolio, "--lang", "en").Succeeds();
        table.Should().StartWith("purchases.csv\nA: the smallest set of accounts that brings 80% of the revenue. B: up to 95%. C: the rest.\n");
        table.Should().Contain("Gini coefficient: 0.4164 (0: all accounts bring in the same; near 1: one account brings in\neverything)");
        table.Should().ContainAll("Pareto curve", "The share of revenue that the largest accounts bring in together.", "The largest accounts", "… and 2 more.");
        Cells.Rows(table).Should().BeEquivalentTo(
            new[]
            {
                new[] { "Tier", "Accounts", "Share of accounts (%)", "Revenue", "Share of revenue (%)" },
                ["A account", "6", "50.0", "4,503.00", "81.8"],
                ["B account", "3", "25.0", "901.50", "16.4"],
                ["C account", "3", "25.0", "100.50", "1.8"],
                ["All", "12", "100.0", "5,505.00", "100.0"],
                ["Account", "Rank", "Revenue", "Share (%)", "Cumulative (%)", "Tier"],
                ["Account 00", "1", "1,000.50", "18.2", "18.2", "A"],
                ["Account 01", "2", "900.50", "16.4", "34.5", "A"],
                ["Account 02", "3", "800.50", "14.5", "49.1", "A"],
                ["Account 03", "4", "700.50", "12.7", "61.8", "A"],
                ["Account 04", "5", "600.50", "10.9", "72.7", "A"],
                ["Account 05", "6", "500.50", "9.1", "81.8", "A"],
                ["Account 06", "7", "400.50", "7.3", "89.1", "B"],
                ["Account 07", "8", "300.50", "5.5", "94.5", "B"],
                ["Account 08", "9", "200.50", "3.6", "98.2", "B"],
                ["Account 09", "10", "100.50", "1.8", "100.0", "C"],
            },
            options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData("zh-Hans", "A：累计带来80%收入的最少客户；B：累计至95%；C：其余客户。", "基尼系数0.4164", "帕累托曲线", "最大的客户累计带来多少收入。", "最大的客户", "A类客户",
        "等级|客户数|客户占比 (%)|收入|收入占比 (%)", "客户|排名|收入|占比 (%)|累计占比 (%)|等级")]
    [InlineData("zh-Hant", "A：累計帶來80%收入的最少客戶；B：累計至95%；C：其餘客戶。", "基尼係數0.4164", "帕累托曲線", "最大的客戶累計帶來多少收入。", "最大的客戶", "A類客戶",
        "等級|客戶數|客戶占比 (%)|收入|收入占比 (%)", "客戶|排名|收入|占比 (%)|累計占比 (%)|等級")]
    public void The_Chinese_tables_show_the_same(
        string language, string reading, string gini, string curve, string axis, string top, string tierA, string tiers, string accounts)
    {
        var table = Graded.Run(Portfolio, "--lang", language).Succeeds();
        table.Should().StartWith($"purchases.csv\n{reading}\n").And.ContainAll(gini, curve, axis, top);
        var rows = Cells.Rows(table);
        var english = Cells.Rows(Graded.Run(Portfolio, "--lang", "en").Output);
        rows[0].Should().Equal(tiers.Split('|'));
        rows[1][0].Should().Be(tierA);
        rows[5].Should().Equal(accounts.Split('|'));
        rows.Should().HaveSameCount(english);
        foreach (var i in Enumerable.Range(0, rows.Length).Except([0, 5]))
            rows[i][1..].Should().Equal(english[i][1..], "numbers are the same in every language");
    }

    [Theory]
    [InlineData("inclusive", "A: the largest accounts that together bring at most 80% of the revenue. B: at most 95%. C: the rest.")]
    [InlineData("head-count", "A: the largest 20% of the accounts. B: up to 50%. C: the rest.")]
    public void The_line_below_the_title_says_how_the_cuts_are_read(string rule, string reading) =>
        Graded.Run(Portfolio, "--lang", "en", "--rule", rule).Succeeds().ReplaceLineEndings("").Should().StartWith($"purchases.csv{reading}");

    [Fact]
    public void Cuts_of_ones_own_are_shown_in_full() =>
        Graded.Run(Portfolio, "--lang", "en", "--cuts", "0.123456789,1").Succeeds().Should().Contain("brings 12.3456789% of the revenue. B: up to 100%");

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void No_line_is_wider_than_100_columns_and_no_name_is_cut(string language)
    {
        foreach (var rule in new[] { "crossing", "inclusive", "head-count" })
        {
            foreach (var csv in new[] { Portfolio, Extreme() })
            {
                var table = Graded.Run(csv, "--lang", language, "--rule", rule).Succeeds();
                Cells.Lines(table).Should().OnlyContain(line => Cells.Width(line) <= 100);
                table.Count(each => each == 'W').Should().BeGreaterThanOrEqualTo(csv.Count(each => each == 'W'));
                table.Count(each => each == '客').Should().BeGreaterThanOrEqualTo(csv.Count(each => each == '客'));
            }
        }
    }

    [Fact]
    public void A_table_in_a_file_or_a_pipe_has_no_escape_sequences() =>
        Graded.Run(Portfolio, "--lang", "en").Succeeds().Should().NotContain("\u001b");

    [Fact]
    public void The_curve_rises_from_the_largest_account_to_one_hundred_percent()
    {
        // One account brings half, one a quarter, two an eighth each: 0.5, 0.75, 0.875, 1 in four slices of fifteen columns.
        var table = Graded.Run($"{Graded.Header}a,2025-01-01,4\nb,2025-01-01,2\nc,2025-01-01,1\nd,2025-01-01,1\n", "--lang", "en").Succeeds();
        var lines = Cells.Lines(table);
        var first = Array.FindIndex(lines, line => line.StartsWith("100.0 ", StringComparison.Ordinal));
        var curve = lines[first..(first + 6)].Select(line => line.PadRight(66)[6..]).ToArray();
        lines[first + 5].Should().StartWith("  0.0 ");
        var heights = Enumerable.Range(0, 60).Select(column => curve.Sum(row => " ▁▂▃▄▅▆▇█".IndexOf(row[column]))).ToArray();
        heights.Should().Equal([.. Enumerable.Repeat(24, 15), .. Enumerable.Repeat(36, 15), .. Enumerable.Repeat(48, 30)], "c and d are equal, and so is their cumulative share");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(1000)]
    public void The_curve_is_as_wide_for_any_number_of_accounts_and_never_falls(int count)
    {
        var csv = Graded.Header + string.Concat(Enumerable.Range(0, count).Select(i => $"k{i},2025-01-01,{1 + (i * 37 % 101)}\n"));
        var lines = Cells.Lines(Graded.Run(csv, "--lang", "en").Succeeds());
        var bottom = Array.FindIndex(lines, line => line.StartsWith("  0.0 ", StringComparison.Ordinal));
        var curve = lines[(bottom - 5)..(bottom + 1)].Select(line => line.PadRight(66)[6..]).ToArray();
        curve.Should().OnlyContain(row => row.Length == 60);
        var heights = Enumerable.Range(0, 60).Select(column => curve.Sum(row => " ▁▂▃▄▅▆▇█".IndexOf(row[column]))).ToArray();
        heights.Should().BeInAscendingOrder();
        heights[^1].Should().Be(48);
    }

    [Fact]
    public void At_most_ten_accounts_are_named()
    {
        var csv = Graded.Header + string.Concat(Enumerable.Range(0, 200).Select(i => $"k{i:000},2025-01-01,{1000 - i}\n"));
        Cells.Rows(Graded.Run(csv, "--lang", "en").Succeeds()).Select(row => row[0]).Where(id => id.StartsWith('k'))
            .Should().Equal(Enumerable.Range(0, 10).Select(i => $"k{i:000}"));
    }

    [Fact]
    public void Revenue_is_exact_to_its_last_place()
    {
        var rows = Cells.Rows(Graded.Run($"{Graded.Header}A,2025-01-01,1234567.000000000001\nB,2025-01-01,0.5\nC,2025-01-01,-1234.5678\n", "--lang", "en").Succeeds());
        rows.Should().ContainSingle(row => row[0] == "A").Which[2].Should().Be("1,234,567.000000000001");
        rows.Should().ContainSingle(row => row[0] == "B").Which[2].Should().Be("0.500000000000");
        rows.Should().ContainSingle(row => row[0] == "C").Which[2].Should().Be("-1,234.567800000000");
        rows.Should().ContainSingle(row => row[0] == "All").Which[3].Should().Be("1,234,567.500000000001");
    }

    [Fact]
    public void A_portfolio_without_revenue_is_shown_without_nonsense()
    {
        var table = Graded.Run($"{Graded.Header}A,2025-01-01,0\nB,2025-01-01,-5\n", "--lang", "en").Succeeds();
        table.Should().NotContainAny("NaN", "∞").And.Contain("Gini coefficient: 0.0000");
        Cells.Rows(table).Should().ContainSingle(row => row[0] == "C account").Which.Should().Equal("C account", "2", "100.0", "0.00", "0.0");
        Cells.Rows(table).Should().ContainSingle(row => row[0] == "All").Which.Should().Equal("All", "2", "100.0", "0.00", "0.0");
    }

    private static string Extreme() => Graded.Header + string.Concat(
        new[] { new string('客', 60), new string('W', 300), string.Concat(Enumerable.Repeat("한국어", 20)), "x", string.Concat(Enumerable.Repeat("ก็", 30)) }
            .Select((id, i) => $"{id},2025-01-01,{9_999_999_999_999_999_999_999.999999m - i}\n"));
}
