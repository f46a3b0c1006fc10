using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KeyAccount.Browser.Tests;

/// <summary>A page in the browser. When the test is over, nothing was complained of and nothing was asked of anybody else.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    public const int Wide = 1280;
    public const int Narrow = 390;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private OpenPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public static async Task<OpenPage> OfAsync(IBrowserContext context, string address)
    {
        var opened = new OpenPage(context, await context.NewPageAsync());
        opened.Page.Console += (_, message) => opened._complaints.Add($"{message.Type}: {message.Text}");
        opened.Page.PageError += (_, error) => opened._complaints.Add($"error: {error}");
        opened.Page.Dialog += (_, dialog) => opened._complaints.Add($"dialog: {dialog.Message}");
        opened.Page.Popup += (_, page) => opened._complaints.Add($"window: {page.Url}");
        context.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                opened._complaints.Add($"request: {request.Url}");
        };
        await opened.Page.GotoAsync(address);
        return opened;
    }

    public Task OpenAllAsync() => Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(each => each.open = true)");

    /// <summary>What a person who does not see well, or uses no mouse, would miss.</summary>
    public async Task<string[]> BarriersAsync()
    {
        var result = await Page.RunAxe(new() { ResultTypes = [ResultType.Violations, ResultType.Passes] });
        result.Passes.Select(each => each.Id).Should().Contain(["color-contrast", "svg-img-alt", "button-name"], "the check ran");
        return
        [
            .. result.Violations.Select(each =>
                $"{each.Id}: {each.Help} ({each.Nodes.Length}: {string.Join("; ", each.Nodes.Take(3).Select(node => node.Html))})"),
        ];
    }

    /// <summary>What is wider than its place: the page itself, or parts that reach beyond it and cannot be moved into sight.</summary>
    public Task<string[]> OverflowAsync() => Page.EvaluateAsync<string[]>(
        """
        () => {
          const width = document.documentElement.clientWidth, wide = [];
          if (document.documentElement.scrollWidth > width) wide.push(`page: ${document.documentElement.scrollWidth} > ${width}`);
          for (const each of document.querySelectorAll('main *')) {
            if (each.closest('.table, .drawing') !== null && !each.matches('.table, .drawing')) continue;
            const place = each.getBoundingClientRect();
            if (place.width > 0 && (place.right > width + 1 || place.left < -1))
              wide.push(`${each.tagName}.${each.className}: ${place.left}..${place.right} of ${width}: ${each.textContent.slice(0, 40)}`);
          }
          return wide.slice(0, 10);
        }
        """);

    /// <summary>What of the page would be missing on paper that holds this many pixels: parts of a table or a drawing beyond their frame.</summary>
    public Task<string[]> CutAsync() => Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('table, svg')].filter(each => {
          const place = each.getBoundingClientRect();
          return place.width > 0 && (place.right > document.documentElement.clientWidth + 1 || place.left < -1);
        }).map(each => `${each.getBoundingClientRect().right}: ${each.textContent.slice(0, 60)}`)
        """);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _complaints.Should().BeEmpty();
    }
}
