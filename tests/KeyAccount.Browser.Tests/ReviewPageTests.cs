using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KeyAccount.Browser.Tests;

/// <summary>The review of the sample, as people use it.</summary>
public class ReviewPageTests(Browser browser)
{
    // A4 less its margins, 182 × 265 mm, at 96 pixels an inch.
    private const int PaperWidth = 688;
    private const int PaperHeight = 1002;

    private const string AtStake = ".filters + .table table";

    [Theory]
    [InlineData("en", ColorScheme.Light, OpenPage.Wide)]
    [InlineData("zh-Hans", ColorScheme.Dark, OpenPage.Narrow)]
    public async Task Nothing_lacks_a_name_or_contrast(string language, ColorScheme scheme, int width)
    {
        await using var review = await browser.ReviewAsync(language, scheme, width);

        // Two accounts tell for the others, which are made the same way.
        await review.Page.EvaluateAsync("() => [...document.querySelectorAll('details[id]')].slice(2).forEach(each => each.remove())");
        await review.OpenAllAsync();
        (await review.BarriersAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task Nothing_is_wider_than_the_window(string language)
    {
        await using var review = await browser.ReviewAsync(language);
        await review.OpenAllAsync();
        foreach (var width in new[] { OpenPage.Wide, OpenPage.Narrow })
        {
            await review.Page.SetViewportSizeAsync(width, 900);
            (await review.OverflowAsync()).Should().BeEmpty($"at {width} pixels");
        }
    }

    [Fact]
    public async Task A_table_is_sorted_by_mouse_and_by_keyboard()
    {
        await using var review = await browser.ReviewAsync("en");
        var table = review.Page.Locator(AtStake).First;
        var button = table.GetByRole(AriaRole.Button, new() { Name = "12 months" });
        var column = await button.EvaluateAsync<int>("each => each.closest('th').cellIndex");
        async Task<decimal[]> PurchasesAsync() => [.. (await CellsAsync(table, column)).Where(each => each != "–").Select(each => decimal.Parse(each, CultureInfo.InvariantCulture))];
        var before = await PurchasesAsync();

        await button.ClickAsync();
        (await table.Locator("th[aria-sort]").GetAttributeAsync("aria-sort")).Should().Be("descending", "of numbers the largest comes first");
        (await PurchasesAsync()).Should().Equal(before.OrderDescending()).And.NotEqual(before.Order());

        await button.FocusAsync();
        await review.Page.Keyboard.PressAsync("Enter");
        (await table.Locator("th[aria-sort]").GetAttributeAsync("aria-sort")).Should().Be("ascending");
        (await PurchasesAsync()).Should().Equal(before.Order());

        // Text goes from A to Z first, and only one column says that it leads.
        await table.GetByRole(AriaRole.Button, new() { Name = "Account" }).ClickAsync();
        (await table.Locator("th[aria-sort]").CountAsync()).Should().Be(1);
        var names = await CellsAsync(table, 0);
        names.Should().Equal(names.Order(StringComparer.OrdinalIgnoreCase)).And.HaveCount(before.Length);
    }

    [Fact]
    public async Task An_account_folds_by_mouse_and_by_keyboard_and_a_link_opens_it()
    {
        await using var review = await browser.ReviewAsync("en");
        var link = review.Page.Locator(AtStake).First.Locator("tbody a").Nth(1);
        var account = review.Page.Locator(await link.GetAttributeAsync("href") ?? "");
        (await IsOpenAsync(account)).Should().BeFalse();
        await link.ClickAsync();
        (await IsOpenAsync(account)).Should().BeTrue();
        (await account.Locator("summary").First.TextContentAsync()).Should().Be(await link.TextContentAsync());

        await account.Locator("summary").First.ClickAsync();
        (await IsOpenAsync(account)).Should().BeFalse();
        await account.Locator("summary").First.PressAsync("Enter");
        (await IsOpenAsync(account)).Should().BeTrue();

        // The address already names it: the same link opens it again.
        await account.Locator("summary").First.PressAsync("Enter");
        await link.PressAsync("Enter");
        (await IsOpenAsync(account)).Should().BeTrue();
    }

    [Fact]
    public async Task Filters_by_tier_risk_topic_and_owner_leave_the_rows_and_accounts_that_match()
    {
        await using var review = await browser.ReviewAsync("en");
        var filters = review.Page.Locator(".filters").First;
        var table = review.Page.Locator(AtStake).First;
        var all = await table.Locator("tbody tr").CountAsync();
        foreach (var name in new[] { "Tier", "Risk", "Topic", "Owner" })
        {
            var select = filters.GetByLabel(name);
            var column = await table.Locator("thead th").EvaluateAllAsync<int>($"all => all.findIndex(each => each.textContent === '{name}')");
            var cells = await CellsAsync(table, column);
            var values = cells.Distinct().Order(StringComparer.Ordinal).ToArray();
            (await select.Locator("option").AllTextContentsAsync()).Should().BeEquivalentTo([.. values, "all"]);
            await select.SelectOptionAsync(new SelectOptionValue { Label = values[0] });
            (await CellsAsync(table, column)).Should().HaveCount(cells.Count(each => each == values[0])).And.OnlyContain(each => each == values[0]);
            await select.SelectOptionAsync(new SelectOptionValue { Label = "all" });
        }

        // By keyboard: the next value; what is told and the accounts below follow.
        var tier = filters.GetByLabel("Tier");
        await tier.FocusAsync();
        await review.Page.Keyboard.PressAsync("ArrowDown");
        var chosen = await tier.EvaluateAsync<string>("each => each.selectedOptions[0].textContent");
        chosen.Should().NotBe("all");
        var left = await table.Locator("tbody tr:visible").CountAsync();
        left.Should().BeInRange(1, all - 1);
        (await filters.Locator("output").TextContentAsync()).Should().Be($"{left} of {all} rows");
        var disagreeing = await table.Locator("tbody tr").EvaluateAllAsync<int>(
            "rows => rows.filter(row => document.querySelector(row.querySelector('a').getAttribute('href')).hidden !== row.hidden).length");
        disagreeing.Should().Be(0);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task Nothing_is_cut_on_paper(string language)
    {
        await using var review = await browser.ReviewAsync(language, ColorScheme.Dark);
        await review.OpenAllAsync();
        await review.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await review.Page.SetViewportSizeAsync(PaperWidth, 900);
        (await review.CutAsync()).Should().BeEmpty();
        var style = await review.Page.EvaluateAsync<string[]>(
            """
            () => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('thead')).display,
              ...new Set([...document.querySelectorAll('tr, .drawing')].map(each => getComputedStyle(each).breakInside))]
            """);
        style.Should().Equal("rgb(255, 255, 255)", "table-header-group", "avoid");
    }

    [Fact]
    public async Task Paper_takes_the_page_in_its_size()
    {
        await using var review = await browser.ReviewAsync("en");
        await review.Page.EvaluateAsync("() => { for (const each of [...document.querySelectorAll('details')].slice(0, 12)) each.open = true; }");
        await review.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await review.Page.SetViewportSizeAsync(PaperWidth, 900);
        var height = await review.Page.EvaluateAsync<double>("() => document.querySelector('main').getBoundingClientRect().height");
        var pdf = Encoding.Latin1.GetString(await review.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));

        // Where something is too wide, the browser shrinks the page, and fewer sheets do. Breaks that keep rows whole only add to them.
        Regex.Count(pdf, @"/Type\s*/Page\b").Should().BeInRange((int)Math.Ceiling(height / PaperHeight), (int)Math.Ceiling(1.5 * height / PaperHeight));
    }

    private static Task<bool> IsOpenAsync(ILocator details) => details.EvaluateAsync<bool>("each => each.open");

    private static async Task<string[]> CellsAsync(ILocator table, int column) => await table.Locator("tbody tr").EvaluateAllAsync<string[]>(
        "(rows, column) => rows.filter(row => !row.hidden).map(row => row.cells[column].textContent.trim())", column);
}
