using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KeyAccount.Pages;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary>Reports as pages for a browser.</summary>
public sealed class PageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "Review: Sample portfolio of an industrial supplier", "Aldermoor Steel Works", "Pareto curve", "Purchases by month", "The people")]
    [InlineData("zh-Hans", "帕累托曲线", "逐月采购额", "关键人物")]
    [InlineData("zh-Hant", "帕累托曲線", "逐月採購額", "關鍵人物")]
    public void A_review_is_one_page_with_its_accounts(string language, params string[] texts)
    {
        var page = Parsed(ToolRun.Of("review", "--format", "html", "--lang", language).Succeeds());
        ((string)page.Attribute("lang")!).Should().Be(language);
        page.Value.Should().ContainAll(texts);

        // A row for each account, which leads to its section.
        var links = page.Descendants("table").Descendants("a").Select(each => (each.Value, Id: ((string)each.Attribute("href")!)[1..])).Distinct().ToArray();
        links.Should().HaveCount(41);
        var sections = page.Descendants("details").Where(each => each.Attribute("id") is not null).ToDictionary(each => (string)each.Attribute("id")!, each => each.Element("summary")!.Value);
        links.Should().OnlyContain(link => sections[link.Id] == link.Value);
        page.Descendants("thead").First(each => each.Descendants("th").Any(head => (string?)head.Attribute("class") == "c"))
            .Descendants("th").Count(head => (string?)head.Attribute("class") == "c").Should().Be(4, "tier, risk, topic and owner");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void The_page_of_the_sample_is_below_a_megabyte(string language) => Bytes("review", "--lang", language).Should().BeLessThan(1_000_000);

    [Fact]
    public void The_page_of_many_accounts_has_a_bounded_size_and_tells_of_each()
    {
        // The accounts of the sample over and over, under ids and with purchases of their own. Beyond 200 each is a row only: 300 of these
        // are enough to see it.
        var (count, bytes) = Seeded.IsLong ? (2_000, 10_000_000) : (500, 6_000_000);
        using var sample = typeof(KeyAccount.Tool.Terminal.ToolException).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!;
        var portfolio = JsonNode.Parse(sample)!.AsObject();
        var templates = portfolio["accounts"]!.AsArray().Select(account => account!.ToJsonString()).ToArray();
        portfolio["accounts"] = new JsonArray([.. Enumerable.Range(0, count).Select(i =>
        {
            var account = JsonNode.Parse(templates[i % templates.Length])!.AsObject();
            account["id"] = $"{i:0000} {account["id"]}";
            foreach (var month in account["purchases"]?.AsArray() ?? [])
                month!["amount"] = month["amount"]!.GetValue<decimal>() + i;
            return account;
        })]);
        var file = Path.Combine(_folder.Path, "page.html");
        Bytes("review", _folder.Write("many.json", portfolio.ToJsonString()), "--lang", "en").Should().BeLessThan(bytes);
        var page = Parsed(File.ReadAllText(file));
        page.Descendants("details").Count(each => each.Attribute("id") is not null).Should().Be(200, "so many accounts are told in full");
        page.Descendants("tbody").Descendants("th").Select(each => each.Value).Where(each => Regex.IsMatch(each, @"^\d{4} ", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Distinct().Should().HaveCount(count);
    }

    [Theory]
    [InlineData("page.html", "<!DOCTYPE html>")]
    [InlineData("page.HTM", "<!DOCTYPE html>")]
    [InlineData("page.json", "{")]
    [InlineData("page.csv", "criterion,group")]
    [InlineData("page.md", "# Baihe")]
    [InlineData("page.txt", "Baihe")]
    public void The_ending_of_the_file_says_the_format(string name, string start)
    {
        var file = Path.Combine(_folder.Path, name);
        ToolRun.Of("explain", "Baihe", "--lang", "en", "--out", file).Succeeds();
        File.ReadAllText(file).Should().StartWith(start);
    }

    [Fact]
    public void A_format_that_is_named_goes_before_the_ending()
    {
        var file = Path.Combine(_folder.Path, "x.html");
        ToolRun.Of("explain", "Baihe", "--lang", "en", "--format", "md", "--out", file).Succeeds();
        File.ReadAllText(file).Should().StartWith("# Baihe");
    }

    [Theory]
    [InlineData("review", "--account", "Baihe")]
    [InlineData("explain", "Baihe")]
    [InlineData("models", "pareto")]
    public void What_is_written_for_a_person_is_a_page_too(params string[] command) =>
        Parsed(ToolRun.Of([.. command, "--format", "html", "--lang", "en"]).Succeeds()).Descendants("h1").Should().ContainSingle();

    [Fact]
    public void A_grading_is_a_page_with_its_curve()
    {
        var file = _folder.Write("p.csv", "account_id,amount\n<script>x</script>,100\nB,50\n");
        var page = Parsed(ToolRun.Of("grade", file, "--format", "html", "--lang", "en").Succeeds());
        page.Descendants("svg").Descendants("polyline").Should().ContainSingle();
        page.Descendants("script").Should().ContainSingle();
        page.Descendants("bdi").Should().Contain(each => each.Value == "<script>x</script>");
    }

    [Fact]
    public void Purchases_by_month_stand_before_those_of_the_year_before()
    {
        var months = string.Join(',', Enumerable.Range(0, 24).Select(i => $$"""{"month":"{{2024 + (i / 12)}}-{{(i % 12) + 1:00}}","amount":{{100 + i}}}"""));
        var file = _folder.Write("p.json", $$"""{"currency":"CNY","asOf":"2025-12-31","accounts":[{"id":"a","purchases":[{{months}}]}]}""");
        var page = Parsed(ToolRun.Of("explain", "a", "--portfolio", file, "--format", "html", "--lang", "en").Succeeds());
        var drawing = page.Descendants("svg").Single(each => each.Element("title")!.Value == "Purchases by month");
        Widths("bar").Zip(Widths("ref").Skip(1)).Should().HaveCount(12).And.OnlyContain(pair => pair.First > pair.Second);
        drawing.Parent!.Parent!.Descendants("tbody").Descendants("tr").Select(row => string.Join(' ', row.Elements().Select(cell => cell.Value))).Should()
            .StartWith("2025-01 112 100").And.EndWith("2025-12 123 111");

        double[] Widths(string kind) =>
        [
            .. drawing.Descendants("path").Where(each => (string?)each.Attribute("class") == kind)
                .SelectMany(each => Regex.Matches((string)each.Attribute("d")!, @"(?<=h)[\d.]+", RegexOptions.None, TimeSpan.FromSeconds(1)))
                .Select(each => double.Parse(each.Value, CultureInfo.InvariantCulture)),
        ];
    }

    [Fact]
    public void Pages_of_a_folder_lead_to_each_other()
    {
        var folder = Path.Combine(_folder.Path, "new", "pages");
        ToolRun.Of("review", "--pages", folder, "--lang", "en").Succeeds().Should().BeEmpty();
        var files = Directory.GetFiles(folder).Select(Path.GetFileName).ToArray();
        files.Should().HaveCount(42).And.Contain("index.html");
        var index = Parsed(File.ReadAllText(Path.Combine(folder, "index.html")));
        var links = index.Descendants("table").Descendants("a").Select(each => (each.Value, File: (string)each.Attribute("href")!)).Distinct().ToArray();
        links.Select(link => link.File).Append("index.html").Should().BeEquivalentTo(files);
        foreach (var (name, file) in links)
        {
            var page = Parsed(File.ReadAllText(Path.Combine(folder, file)));
            page.Descendants("h1").Single().Value.Should().Be(name);
            page.Descendants("a").First().Attribute("href")!.Value.Should().Be("index.html");
        }
    }

    [Fact]
    public void No_id_leads_out_of_the_folder()
    {
        var file = _folder.Write("p.json", """{"currency":"CNY","asOf":"2025-12-31","accounts":[{"id":"../x"},{"id":"a"},{"id":"A"},{"id":"con"},{"id":"index"},{"id":"a b\"<"}]}""");
        var folder = Path.Combine(_folder.Path, "pages");
        ToolRun.Of("review", file, "--pages", folder).Succeeds();
        Directory.GetFiles(folder).Select(Path.GetFileName).Should().HaveCount(7).And.OnlyContain(name => Regex.IsMatch(name!, @"^(?:index|account[-.][A-Za-z0-9_-]+)\.html$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Directory.GetFiles(_folder.Path).Should().ContainSingle();
    }

    [Theory]
    [InlineData("--account", "Baihe")]
    [InlineData("--format", "html")]
    [InlineData("--out", "x.html")]
    public void Pages_are_whole_reviews(string option, string value) => ToolRun.Of("review", "--pages", Path.Combine(_folder.Path, "pages"), option, value).FailsInOneLine()
        .Should().Be("--pages writes every account into a folder; leave out --account, --format and --out. See keyaccount --help.");

    [Fact]
    public void A_folder_that_cannot_be_made_is_told() =>
        ToolRun.Of("review", "--pages", Path.Combine(_folder.Write("file", "x"), "pages")).FailsInOneLine().Should().StartWith("cannot write into '");

    private long Bytes(params string[] command)
    {
        var file = Path.Combine(_folder.Path, "page.html");
        ToolRun.Of([.. command, "--out", file]).Succeeds();
        return new FileInfo(file).Length;
    }

    private static XElement Parsed(string html) => HtmlPage.Parsed(html);
}
