using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public class ReviewCommandTests
{
    [Theory]
    [InlineData("en", "Sample portfolio: an industrial supplier, purchases of 2025", "All", "The largest accounts")]
    [InlineData("zh-Hans", "示例客户组合：某工业品供应商，2025年采购", "合计", "最大的客户")]
    [InlineData("zh-Hant", "示例客戶組合：某工業品供應商，2025年採購", "合計", "最大的客戶")]
    public void The_sample_is_shown_as_a_table(string language, string title, string all, string top)
    {
        var table = ToolRun.Of("review", "--lang", language).Succeeds();
        table.Should().StartWith(title + "\n").And.Contain(top);
        Cells.Rows(table).Should().ContainSingle(row => row[0] == all).Which.Should().Equal(all, "41", "100.0 %", "32,273,281.23", "100.0 %");
        Cells.Rows(table).Should().ContainSingle(row => row[0] == "Aldermoor Steel Works")
            .Which.Should().Equal("Aldermoor Steel Works", "1", "9,671,459.13", "30.0 %", "30.0 %", "A");
    }

    [Fact]
    public void The_sample_has_41_accounts_in_all_three_tiers_and_one_with_only_a_credit_note()
    {
        var report = JsonReport.Parse(ToolRun.Of("review", "--format", "json").Succeeds());
        report.Rule.Should().Be("crossing");
        report.Counts.Should().Be((12, 17, 12));
        report.Accounts.Should().HaveCount(41).And.OnlyHaveUniqueItems(account => account.Id);
        report.Total.Should().Be(report.Accounts.Where(account => account.Revenue > 0).Sum(account => account.Revenue)).And.Be(32_273_281.23m);
        report.Accounts.Where(account => account.Revenue <= 0).Should().Equal(new JsonAccount("Oldcastle Forge", -12_840.00m, 0, 1, 41, "C"));
        report.Accounts.Select(account => (account.Id, account.Revenue, account.Rank, account.Tier)).Should().Equal(
            PlainGrading.Grade(report.Accounts.Select(account => KeyValuePair.Create(account.Id, account.Revenue)), "crossing", 0.80m, 0.95m));
    }

    [Fact]
    public void The_sample_as_csv_has_a_row_for_every_account()
    {
        var lines = ToolRun.Of("review", "--format", "csv").Succeeds().Split('\n');
        lines.Should().HaveCount(43, "a header, 41 accounts, and the end");
        lines[0].Should().Be("id,revenue,share,cumulativeShare,rank,tier");
        lines[^2].Should().Be("Oldcastle Forge,-12840.00,0,1,41,C");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public void What_programs_read_is_the_same_in_every_language(string format) =>
        new[] { "en", "zh-Hans", "zh-Hant" }.Select(language => ToolRun.Of("review", "--format", format, "--lang", language).Succeeds()).Distinct(StringComparer.Ordinal)
            .Should().ContainSingle();

    [Fact]
    public void The_sample_goes_into_a_file_too()
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of("review", "--lang", "zh-Hans", "--out", folder.Of("review.txt")).Succeeds().Should().BeEmpty();
        File.ReadAllText(folder.Of("review.txt")).Should().Be(ToolRun.Of("review", "--lang", "zh-Hans").Output);
    }

    [Fact]
    public void Review_takes_no_file() => ToolRun.Of("review", "purchases.csv").FailsInOneLine().Should().StartWith("Unrecognized command or argument 'purchases.csv'.");

    [Theory]
    [InlineData("--lang", "de", "en, zh-Hans, zh-Hant")]
    [InlineData("--format", "pdf", "table, json, csv")]
    public void A_word_that_an_option_does_not_know_is_refused(string option, string word, string known) =>
        ToolRun.Of("review", option, word).FailsInOneLine().Should().Be($"{option} '{word}' is not one of {known}. See keyaccount --help.");
}
