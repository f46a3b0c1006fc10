using KeyAccount.Core.Documents;

namespace KeyAccount.Browser.Tests;

/// <summary>Names that would be markup, turn the reading direction, or fill the page.</summary>
public class HostileTextTests(Browser browser)
{
    private const string Script = "<script>window.harmed = 1</script><img src=x onerror=\"window.harmed = 1\">";
    private const string Turned = "שלום 12";
    private const string Override = "\u202Egnp.exe";
    private static readonly string Long = new('W', 10_000);
    private static readonly string Emoji = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦🏳️‍🌈", 200));

    [Fact]
    public async Task Hostile_names_are_text_in_their_place()
    {
        string[] names = [Script, Turned, Override, Long, Emoji, "javascript:window.harmed = 1", "</style></title></script>&lt;b&gt;"];
        Block[] blocks =
        [
            new Paragraph([Run.Name(Turned), new(" 34 orders")]),
            new Paragraph([Run.Name(Override), new(" 56 orders")]),
            new Table(
                [new("Account") { IsCategory = true }, TableColumn.Number("Orders")],
                [.. names.Select((name, i) => new TableRow([new TextCell([Run.Name(name)]), new NumberCell(i)]) { Key = name })]),
            new BarFigure(Script, Long, Turned, new(Script), [.. names.Select((name, i) => new Bar(name, i + 1))]),
            new TimelineFigure(Turned, Script, "date", "event", [.. names.Select((name, i) => new TimelineEvent(new(2025, 1 + i, 1), name))]),
            new FishboneFigure(
                Long, Override, Turned, Script, Script,
                [.. names.Select(name => new FishboneBone(name, [.. names.Select(item => new FishboneItem(item, name, item, true))]))]),
            new KeyValueList([.. names.Select(name => new KeyValueItem(name, new TextCell([Run.Name(name)])))]),
            .. names.Select(name => new Section(name, [new Paragraph(name)], name) { IsDetail = true }),
        ];
        await using var page = await browser.PageAsync(Script, blocks);
        await page.OpenAllAsync();
        (await page.Page.EvaluateAsync<bool>("() => 'harmed' in window")).Should().BeFalse();
        (await page.Page.TitleAsync()).Should().Be(Script);
        (await page.Page.Locator("h1").TextContentAsync()).Should().Be(Script);
        (await page.Page.Locator("img, main script, main style").CountAsync()).Should().Be(0);
        (await page.Page.Locator("table").First.Locator("tbody th").AllTextContentsAsync()).Should()
            .Contain([Script, Long, Emoji]).And.NotContain(each => each.Contains('\u202E'));

        // What follows a name stays behind it, whichever way the name reads.
        foreach (var i in new[] { 0, 1 })
        {
            (await page.Page.Locator("main > p").Nth(i).EvaluateAsync<bool>(
                """
                each => {
                  const rest = document.createRange();
                  rest.selectNodeContents(each.lastChild);
                  return rest.getBoundingClientRect().left >= each.querySelector('bdi').getBoundingClientRect().right - 1;
                }
                """)).Should().BeTrue();
        }

        // Sorting and filtering treat them as any other text.
        await page.Page.Locator("th button").First.ClickAsync();
        await page.Page.Locator(".filters select").First.SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = Script });
        (await page.Page.Locator("table").First.Locator("tbody tr:visible").CountAsync()).Should().Be(1);
        await page.Page.Locator(".filters select").First.SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 0 });

        foreach (var width in new[] { OpenPage.Wide, OpenPage.Narrow })
        {
            await page.Page.SetViewportSizeAsync(width, 900);
            (await page.OverflowAsync()).Should().BeEmpty($"at {width} pixels");
        }

        (await page.Page.EvaluateAsync<bool>("() => 'harmed' in window")).Should().BeFalse();
    }
}
