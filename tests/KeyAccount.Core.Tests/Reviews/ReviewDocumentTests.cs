using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>A portfolio and an account as documents: the same however they are reviewed, and the brief one a part of the full one.</summary>
public class ReviewDocumentTests
{
    private static readonly ReviewModels Models = new();

    private static readonly PortfolioReviewRun Portfolio = new AccountReviewer(Models).Begin(new Core.Reviews.Portfolio
    {
        Name = "Two",
        Currency = "CNY",
        AsOf = new(2026, 3, 31),
        Accounts =
        [
            new() { Id = "a", Name = "Ann & Co", Owner = "Li Na", Value = new() { AnnualPurchases = 2_000_000, DebtOverdueDays = 120 } },
            .. Enumerable.Range(0, 60).Select(i => new AccountFile { Id = $"b{i:00}", Value = new() { AnnualPurchases = 1000 - i } }),
        ],
    });

    [Fact]
    public void A_portfolio_is_told_alike_from_memory_and_account_by_account()
    {
        var review = Portfolio.ToReview();
        foreach (var language in Language.All)
        {
            foreach (var detail in Enum.GetValues<Detail>())
            {
                var document = review.Describe(language, detail);
                document.Should().Be(Portfolio.Describe(language, detail));
                document.Should().Be(PortfolioReview.FromJson(review.ToJson()).Describe(language, detail), "a review that comes from JSON tells the same");
                Document.FromJson(document.ToJson()).Should().Be(document);
            }
        }
    }

    [Theory]
    [InlineData(Detail.Brief, 6)]
    [InlineData(Detail.Full, 50)]
    public void What_is_left_out_is_counted(Detail detail, int named)
    {
        var document = Portfolio.Describe("en", detail);
        var atStake = document.Blocks.OfType<Section>().SelectMany(section => section.Blocks).OfType<BarFigure>().Single();
        atStake.Data!.Rows.Should().HaveCount(named);
        atStake.Data.Rows.Select(row => row.Cells[0]!.Display("en")).Should().StartWith(atStake.Bars.Select(bar => bar.Label));
        atStake.Bars.Should().HaveCount(Math.Min(named, 20), "more bars say no more");
        atStake.Bars[0].Label.Should().Be("Ann & Co");
        TextsOf(document.Blocks).Should().Contain($"… and {61 - named} more.");
    }

    [Fact]
    public void The_account_in_brief_is_a_part_of_the_account_in_full()
    {
        var account = Portfolio.Review(Portfolio.Accounts[0]);
        var (brief, full) = (account.Describe(new(Models, "CNY", "en"), Detail.Brief), account.Describe(new(Models, "CNY", "en")));
        brief.Title.Should().Be(full.Title).And.Be("Ann & Co");
        full.Blocks.Count.Should().BeGreaterThan(brief.Blocks.Count);
        TextsOf(full.Blocks).Should().Contain(TextsOf(brief.Blocks)).And.Contain("Once rated, at most C account, because debt is more than 90 days overdue.");
        Headings(full).Should().ContainInOrder(Headings(brief)).And.Contain("Account value");
        TextsOf(full.Blocks).Should().Contain("Li Na").And.Contain("2,000,000 CNY (rank 1; by purchases alone: A account)");
        TextsOf(account.Describe(new(Models, "CNY", "en"), accounts: 61).Blocks).Should().Contain("2,000,000 CNY (rank 1 of 61; by purchases alone: A account)");
    }

    [Fact]
    public void A_language_that_is_not_spoken_falls_back()
    {
        Portfolio.Describe("fr").Should().Be(Portfolio.Describe("en"));
        Portfolio.Describe("zh-HK").Should().Be(Portfolio.Describe("zh-Hant"));
        var account = Portfolio.Review(Portfolio.Accounts[0]);
        account.Describe(new(Models, "CNY", "fr")).Should().Be(account.Describe(new(Models, "CNY", "en")));
    }

    [Fact]
    public void An_account_says_what_has_changed_since_an_earlier_review()
    {
        var earlier = Portfolio.ToReview().ToSnapshot();
        TextsOf(Portfolio.Review(Portfolio.Accounts[0]).Describe(new(Models, "CNY", "en"), Detail.Brief, earlier).Blocks)
            .Should().ContainSingle(text => text.StartsWith("On 2026-03-31: ")).Which.Should().EndWith("New findings: –. Resolved: –.");
        var none = earlier with { Accounts = [] };
        TextsOf(Portfolio.Review(Portfolio.Accounts[0]).Describe(new(Models, "CNY", "en"), Detail.Brief, none).Blocks).Should().Contain("Not in the review of 2026-03-31.");
    }

    [Fact]
    public void A_depth_that_there_is_not_is_refused() =>
        FluentActions.Invoking(() => Portfolio.Describe("en", (Detail)7)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("detail is 7*Brief, Full*");

    private static IEnumerable<string> Headings(Document document) => document.Blocks.OfType<Section>().Select(section => section.Heading);

    private static IEnumerable<string> TextsOf(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Section section => TextsOf(section.Blocks).Prepend(section.Heading),
        Paragraph paragraph => [string.Concat(paragraph.Runs.Select(run => run.Text))],
        KeyValueList values => values.Items.Select(item => item.Value?.Display("en") ?? "–"),
        Table table => table.Rows.SelectMany(row => row.Cells).Select(cell => cell?.Display("en") ?? "–"),
        Figure figure => TextsOf([figure.ToTable()]),
        _ => (IEnumerable<string>)[],
    });
}
