using System.Text.Json;
using KeyAccount.Core.Reviews;
using KeyAccount.Pages;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary><c>keyaccount whitespace</c>, and what prospects and groups are like in documents.</summary>
public sealed class WhiteSpaceCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "Units and categories")]
    [InlineData("zh-Hans", "单位与品类")]
    [InlineData("zh-Hant", "單位與品類")]
    public void The_matrix_of_the_sample_is_told_in_every_format(string language, string matrix)
    {
        ToolRun.Of("whitespace", "--lang", language).Succeeds().Should().NotBeEmpty();
        ToolRun.Of("whitespace", "--lang", language, "--format", "md").Succeeds().Should().Contain(matrix);
        HtmlPage.Parsed(ToolRun.Of("whitespace", "--lang", language, "--format", "html").Succeeds()).Value.Should().Contain(matrix);
        HtmlPage.Parsed(ToolRun.Of("review", "--lang", language, "--format", "html").Succeeds()).Value.Should().Contain(matrix);
    }

    [Fact]
    public void Programs_get_every_field()
    {
        using var json = JsonDocument.Parse(ToolRun.Of("whitespace", "--format", "json").Succeeds());
        var fields = json.RootElement.GetProperty("accounts").EnumerateArray().Sum(account => account.GetProperty("whiteSpace").GetProperty("cells").GetArrayLength());
        var rows = ToolRun.Of("whitespace", "--format", "csv").Succeeds().TrimEnd().Split('\n');
        rows[0].Should().StartWith("id,name,unit,category,state,spendWithUs,wallet,size");
        rows.Should().HaveCount(fields + 1);
        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());
        fields.Should().BeGreaterThanOrEqualTo(review.Accounts.Sum(account => account.WhiteSpace?.Cells.Count ?? 0));
        json.RootElement.GetProperty("whiteSpace").GetProperty("accounts").GetInt32().Should().Be(review.WhiteSpace!.Accounts);
        ToolRun.Of("whitespace", "--owner", "Chen Wei", "--format", "csv").Succeeds().Split('\n').Length.Should().BeLessThan(rows.Length);
    }

    [Fact]
    public void One_account_can_be_asked_for()
    {
        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());
        var account = review.Accounts.First(each => each.WhiteSpace?.Largest is not null);
        using var json = JsonDocument.Parse(ToolRun.Of("whitespace", "--account", account.Id, "--format", "json").Succeeds());
        json.RootElement.GetProperty("accounts").EnumerateArray().Single().GetProperty("id").GetString().Should().Be(account.Id);
        json.RootElement.TryGetProperty("whiteSpace", out _).Should().BeFalse();
        ToolRun.Of("whitespace", "--account", account.Id, "--format", "csv").Succeeds().TrimEnd().Split('\n').Should()
            .HaveCount(account.WhiteSpace!.Cells.Count + 1).And.OnlyContain(row => row.StartsWith("id,", StringComparison.Ordinal) || row.Contains(account.Id, StringComparison.Ordinal));
        ToolRun.Of("whitespace", "--account", account.Id, "--lang", "en").Succeeds().Should().StartWith(account.Name).And.Contain("a year are open");
        ToolRun.Of("whitespace", "--account", account.Id + "s").Fails().Should().Contain($"there is no account '{account.Id}s'; is it '{account.Id}'?");
        var portfolio = _folder.Write("p.json", """{ "currency": "CNY", "asOf": "2026-01-31", "accounts": [ { "id": "A" }, { "id": "B", "wallet": [ { "category": "x", "wallet": 1 } ] } ] }""");
        ToolRun.Of("whitespace", portfolio, "--account", "A").HasNothingToDo().Should().Contain("nothing is known by category of 'A'");
    }

    [Fact]
    public void Programs_get_the_portrait_with_the_evidence_of_its_tags()
    {
        var account = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds()).Accounts.First(each => each.Tags.Count > 0);
        using var json = JsonDocument.Parse(ToolRun.Of("explain", account.Id, "--format", "json").Succeeds());
        var portrait = json.RootElement.GetProperty("portrait");
        portrait.GetProperty("parts").GetArrayLength().Should().Be(8);
        portrait.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("ruleId").GetString()).Should().Equal(account.Tags.Select(tag => tag.RuleId));
        portrait.GetProperty("tags").EnumerateArray().Should().OnlyContain(tag => tag.GetProperty("evidence").GetArrayLength() > 0);
        var rows = ToolRun.Of("review", "--format", "csv").Succeeds().Split('\n');
        rows[0].Split(',').Should().Contain("tags");
        rows.Should().Contain(row => row.Contains(string.Join("; ", account.Tags.Select(tag => tag.RuleId)), StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_is_known_by_category_there_is_nothing_to_do()
    {
        var portfolio = _folder.Write("p.json", """{ "currency": "CNY", "asOf": "2026-01-31", "accounts": [ { "id": "A" } ] }""");
        ToolRun.Of("whitespace", portfolio).HasNothingToDo().Should().Contain("neither a wallet nor order lines");
    }

    [Fact]
    public void A_prospect_is_told_beside_the_best_customers_with_what_separates_it()
    {
        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());
        var prospect = review.Accounts.First(account => account.Prospect is not null);
        var told = ToolRun.Of("review", "--lang", "en", "--format", "md").Succeeds();
        var at = told.IndexOf("## Prospects most like the best customers", StringComparison.Ordinal);
        at.Should().BePositive();
        told[at..].Split("\n## ")[0].Should().ContainAll("Compared with", prospect.Name, "Separated by");
    }

    [Fact]
    public void A_group_begins_with_its_portrait_as_a_single_account_does()
    {
        var head = ToolRun.Of("review", "--sample", "group", "--format", "csv").Succeeds().Split('\n').Select(row => row.Split(',')).First(row => row.Length > 26 && row[26].Length > 0 && row[26] != "groupPurchases")[0];
        var told = ToolRun.Of("explain", head, "--sample", "group", "--lang", "en", "--format", "md").Succeeds();
        told.Should().ContainAll("## Portrait", "The portrait is ", "## Members");
        HtmlPage.Parsed(ToolRun.Of("explain", head, "--sample", "group", "--lang", "en", "--format", "html").Succeeds()).Value.Should().Contain("The portrait is ");
    }
}
