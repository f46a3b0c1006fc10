using System.Text.Json;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Reports;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Tests.Reviews;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tests.Output;

/// <summary>A topic that is added in one file outside the library is seen wherever a ready one is.</summary>
public class OwnTopicTests
{
    private static readonly SustainabilityTopic Ours = new();

    private static readonly ReviewModels Models = new ReviewModels { Materiality = 0 }.With(Ours);

    private static readonly PortfolioReviewRun Run = new AccountReviewer(Models).Begin(new Portfolio
    {
        Currency = "CNY",
        AsOf = new(2026, 3, 31),
        Accounts =
        [
            Ours.With(
                new() { Id = "a", Value = new() { AnnualPurchases = 1000 } },
                new() { TargetReduction = 0.5, OurReduction = 0.25, TenderValue = 900 }),
            new() { Id = "b" },
        ],
    });

    [Fact]
    public void It_is_seen_on_the_console()
    {
        var page = Shown(AccountReport.Of(Run.Review(Run.Accounts[0]), Run, Models, null).Describe("en"));
        page.Should().MatchRegex(@"Sustainability +Footprint: 25 points").And.Contain("footprintTooLarge")
            .And.Contain("Agree on a plan for the footprint.");
        Shown(AccountReport.Of(Run.Review(Run.Accounts[1]), Run, Models, null).Describe("zh-Hans")).Should()
            .MatchRegex(@"可持续发展 +未知");
        var explained = Shown(AccountReport.Explained(Run.Review(Run.Accounts[0]), Run).Describe("en"));
        explained.Should().Contain("\nsustainability\n• footprint: 25 points").And.Contain("gap: 25 %").And.Contain("Gap = 0.25");
        Shown(Run.Describe("en"))
            .Should().Contain("sustainability 1").And.Contain("Our footprint falls short");
    }

    [Fact]
    public void It_is_seen_in_Markdown() =>
        new MarkdownRenderer().Render(AccountReport.Of(Run.Review(Run.Accounts[0]), Run, Models, null).Describe("en")).Should()
            .Contain("| Sustainability | Footprint: 25 points |").And.Contain("| `footprintTooLarge` |");

    [Fact]
    public void It_is_seen_in_JSON()
    {
        var json = JsonDocument.Parse(
            Written(output => AccountReport.Explained(Run.Review(Run.Accounts[0]), Run).Json(output))).RootElement;
        json.GetProperty("topics").GetProperty("sustainability").GetProperty("score").GetDouble().Should().Be(25);
        json.GetProperty("findings")[0].GetProperty("stake").GetProperty("topic").GetString().Should().Be("sustainability");
        json.GetProperty("actions")[0].GetProperty("kind").GetString().Should().Be("FollowUp");
    }

    private static string Shown(Document document) => Written(output => DocumentConsole.Show(TerminalConsole.For(output), document));

    private static string Written(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }
}
