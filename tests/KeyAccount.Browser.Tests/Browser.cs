using KeyAccount.Core.Documents;
using KeyAccount.Core.Reports;
using KeyAccount.Tool.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(KeyAccount.Browser.Tests.Browser))]

namespace KeyAccount.Browser.Tests;

/// <summary>One Chromium for all tests. Where there is none, the tests are skipped with that reason, unless KEYACCOUNT_REQUIRE_BROWSER=1
/// says that there must be one.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Required = "KEYACCOUNT_REQUIRE_BROWSER";
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens the review of the sample as the tool writes it.</summary>
    internal async Task<OpenPage> ReviewAsync(string language, ColorScheme scheme = ColorScheme.Light, int width = OpenPage.Wide)
    {
        var file = _folder.Of($"{language}.html");
        if (!File.Exists(file))
            ToolRun.Of("review", "--lang", language, "--out", file).Succeeds();
        return await OpenAsync(file, scheme, width);
    }

    /// <summary>Opens a page of these blocks.</summary>
    internal async Task<OpenPage> PageAsync(string title, params Block[] blocks)
    {
        var file = _folder.Of("page.html");
        await File.WriteAllTextAsync(file, new HtmlRenderer().Render(new("en", title, blocks)));
        return await OpenAsync(file, ColorScheme.Light, OpenPage.Wide);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
        _folder.Dispose();
    }

    private async Task<OpenPage> OpenAsync(string file, ColorScheme scheme, int width)
    {
        var browser = await StartedAsync();
        var context = await browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        return await OpenPage.OfAsync(context, new Uri(file).AbsoluteUri);
    }

    private async Task<IBrowser> StartedAsync()
    {
        await _starting.WaitAsync();
        try
        {
            return _browser ??= await StartAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<IBrowser> StartAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var program = Programs.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (program is null)
        {
            const string Reason = "PATH holds no Chromium.";
            if (Environment.GetEnvironmentVariable(Required) == "1")
                Assert.Fail($"{Required}=1, and {Reason}");
            Assert.Skip($"A browser is needed, and {Reason}");
        }

        _playwright = await Playwright.CreateAsync();

        // The sandbox of Chromium refuses root, and containers often run as root. The pages are our own.
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu"] });
    }
}
