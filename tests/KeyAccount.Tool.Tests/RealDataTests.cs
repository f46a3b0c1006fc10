using System.Globalization;
using System.Text;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests;

/// <summary>Real portfolios, with figures that others have published or that were checked apart from this program.</summary>
public class RealDataTests
{
    [Fact]
    public void Online_Retail_is_graded_as_published()
    {
        var file = SharedData.File("online-retail-purchases.csv");
        var report = Read(ToolRun.Of("grade", file, "--format", "json"));
        report.Total.Should().Be(8_911_407.904m);
        report.Counts.Should().Be((1133, 1469, 1736));
        Math.Round(report.Gini, 4).Should().Be(0.7151);
        ShouldBeThePlainGradingOf(file, report);

        var rows = Cells.Rows(ToolRun.Of("grade", file, "--lang", "en").Succeeds());
        rows.Single(row => row[0] == "All").Should().Equal("All", "4,338", "100.0", "8,911,407.904", "100.0");
        rows.Single(row => row[0] == "A account")[1].Should().Be("1,133");
    }

    [Fact]
    public void Cdnow_has_its_customers_and_its_total()
    {
        var file = SharedData.File("cdnow-purchases.csv");
        var report = Read(ToolRun.Of("grade", file, "--format", "json"));
        report.Accounts.Should().HaveCount(23_570);
        report.Total.Should().Be(2_500_315.63m);
        ShouldBeThePlainGradingOf(file, report);
    }

    [Theory]
    [InlineData("inclusive", 0.80, 0.95)]
    [InlineData("head-count", 0.20, 0.50)]
    [InlineData("crossing", 0.5, 0.6)]
    public void Cdnow_is_graded_by_every_rule_as_the_method_says(string rule, double a, double b)
    {
        var file = SharedData.File("cdnow-purchases.csv");
        var report = Read(ToolRun.Of("grade", file, "--format", "json", "--rule", rule, "--cuts", string.Create(CultureInfo.InvariantCulture, $"{a},{b}")));
        ShouldBeThePlainGradingOf(file, report, rule, (decimal)a, (decimal)b);
    }

    [Fact]
    public void A_year_of_Cdnow_is_what_stands_between_its_days()
    {
        var file = SharedData.File("cdnow-purchases.csv");
        var report = Read(ToolRun.Of("grade", file, "--format", "json", "--from", "1997-07-01", "--to", "1998-06-30"));
        ShouldBeThePlainGradingOf(file, report, keep: day => string.CompareOrdinal(day, "1997-07-01") >= 0 && string.CompareOrdinal(day, "1998-06-30") <= 0);
    }

    [Fact]
    public void The_wholesale_customers_are_graded_as_published()
    {
        using var folder = new TemporaryFolder();
        var csv = new StringBuilder("account_id,amount\n");
        foreach (var (client, i) in File.ReadLines(SharedData.File("wholesale_customers.csv")).Skip(1).Select((line, i) => (line, i)))
        {
            foreach (var category in client.Split(',')[2..])
                csv.Append(CultureInfo.InvariantCulture, $"client {i},{category}\n");
        }

        var report = Read(ToolRun.Of("grade", folder.Write("wholesale.csv", csv.ToString()), "--format", "json"));
        report.Total.Should().Be(14_619_500);
        report.Counts.Should().Be((252, 114, 74));
        Math.Round(report.Gini, 4).Should().Be(0.3640);
    }

    private static JsonReport Read(ToolRun run) => JsonReport.Parse(run.Succeeds());

    // These files have no quoted field and no fault, so they can be read without the tool's reader.
    private static void ShouldBeThePlainGradingOf(
        string file, JsonReport report, string rule = "crossing", decimal a = 0.80m, decimal b = 0.95m, Func<string, bool>? keep = null)
    {
        var revenues = File.ReadLines(file).Skip(1).Select(line => line.Split(','))
            .Where(row => keep is null || keep(row[1]))
            .GroupBy(row => row[0], row => decimal.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.Sum()))
            .ToList();
        report.Rule.Should().Be(rule);
        report.Total.Should().Be(revenues.Sum(account => Math.Max(0, account.Value)));
        report.Gini.Should().BeApproximately(PlainGrading.Gini(revenues.Select(account => account.Value)), 1e-9);
        var expected = PlainGrading.Grade(revenues, rule, a, b);
        report.Accounts.Select(account => (account.Id, account.Revenue, account.Rank, account.Tier)).SequenceEqual(expected).Should().BeTrue(
            "every account has the rank and the tier of the method as it is written down");
    }
}
