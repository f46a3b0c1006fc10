using System.Diagnostics;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Terminal;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Files;

/// <summary>A file that is cut off by another program while it is read.</summary>
public sealed class InputStreamTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_becomes_shorter_is_a_reading_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps others from cutting off a file that is read.");
        var file = new FileInfo(_folder.Write("long", new string('x', 100_000)));
        await using var stream = InputFile.Open(file, "anything");
        var buffer = new byte[50_000];
        InputFile.Read(stream, file, each => each.ReadAtLeast(buffer, 50_000)).Should().Be(50_000);
        await Cut(file);
        FluentActions.Invoking(() => InputFile.Read(stream, file, each => each.ReadAtLeast(buffer, 50_000, throwOnEndOfStream: false)))
            .Should().Throw<ToolException>().WithMessage($"cannot read '{file}': it became shorter while it was being read.");
    }

    [Fact]
    public async Task A_portfolio_that_becomes_shorter_before_its_accounts_are_reviewed_is_one_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps others from cutting off a file that is read.");
        // Too long to be kept: its accounts are read again for their reviews.
        var accounts = string.Join(", ", Enumerable.Range(0, 3_000).Select(i => $$"""{ "id": "c{{i}}", "name": "{{new string('n', 3_000)}}" }"""));
        var file = new FileInfo(_folder.Write("p.json", $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ {{accounts}} ] }"""));
        await using var stream = InputFile.Open(file, "accounts");
        var run = new AccountReviewer().Begin(PortfolioFile.Read(stream));
        await Cut(file);
        FluentActions.Invoking(() => run.Reviews().Count()).Should().Throw<InputException>().Which.File.Should().Be(file.ToString());
    }

    private static async Task Cut(FileInfo file)
    {
        var start = new ProcessStartInfo("/bin/sh");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("printf '{' > \"$0\"");
        start.ArgumentList.Add(file.FullName);
        using var shell = Process.Start(start)!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
