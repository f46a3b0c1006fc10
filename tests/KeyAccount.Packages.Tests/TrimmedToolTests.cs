using System.Runtime.InteropServices;
using KeyAccount.Packages.Tests.Readmes;

namespace KeyAccount.Packages.Tests;

/// <summary>The tool, trimmed and self-contained, answers like the one that is not. It is trimmed in long runs; in every run
/// <see cref="TrimmedLibraryTests"/> trim a program with the same libraries.</summary>
public class TrimmedToolTests(TrimmedToolTests.TrimmedTool tool) : IClassFixture<TrimmedToolTests.TrimmedTool>
{
    [Theory]
    [InlineData("en", null)]
    [InlineData("zh-Hans", "1")]
    [InlineData("zh-Hant", null)]
    public async Task It_reviews_to_the_byte_alike(string language, string? invariant) =>
        await MustAgree(["review", "--lang", language], invariant);

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    public async Task It_grades_a_file_of_another_encoding_alike(string? invariant)
    {
        using var folder = new TemporaryFolder();
        var purchases = folder.PathOf("purchases.csv");
        Purchases.WriteChinese(purchases);

        await MustAgree(
            ["grade", purchases, "--account", "客户", "--date", "日期", "--amount", "金额", "--encoding", "GB18030", "--format", "json"],
            invariant);
    }

    [Fact]
    public void Trimming_finds_no_fault_in_our_code()
    {
        MustBeLong();
        tool.Log.Should().NotContainAny("warning IL", "error IL");
    }

    private static void MustBeLong() => Assert.SkipUnless(Seeded.IsLong, "The tool is trimmed in a long run, with KEYACCOUNT_CASES=4.");

    private async Task MustAgree(string[] arguments, string? invariant)
    {
        MustBeLong();
        var whole = await tool.AnswerOfBuilt(arguments);
        var trimmed =
            (await Command.Run(tool.Path, Repository.Root, arguments, ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", invariant))).MustSucceed();

        trimmed.Text.Should().Be(whole.Text);
        trimmed.Output.Should().Equal(whole.Output).And.NotBeEmpty();
    }

    /// <summary>The tool, published trimmed and self-contained for this machine.</summary>
    public sealed class TrimmedTool(PackedSolution solution) : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private readonly Dictionary<string, CommandResult> _answers = new(StringComparer.Ordinal);

        public string Path => _folder.PathOf("published", OperatingSystem.IsWindows() ? "keyaccount.exe" : "keyaccount");

        public string Log { get; private set; } = "";

        /// <summary>What the tool as it is built answers, asked once.</summary>
        internal async Task<CommandResult> AnswerOfBuilt(string[] arguments)
        {
            var command = string.Join('\0', arguments);
            if (!_answers.TryGetValue(command, out var answer))
                _answers[command] = answer = (await Command.Dotnet(Repository.Root, [solution.BuiltTool, .. arguments])).MustSucceed();
            return answer;
        }

        public async ValueTask InitializeAsync()
        {
            if (!Seeded.IsLong)
                return;
            var project = solution.CopyTool(_folder);
            var result = await Command.Dotnet(
                _folder.Root,
                [
                    "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained",
                    "-p:PublishTrimmed=true", $"-p:RestoreAdditionalProjectSources={solution.Packages}", "--artifacts-path", _folder.PathOf("artifacts"),
                    "-o", _folder.PathOf("published"), .. Command.Once,
                ]);
            Log = result.MustSucceed().Text;
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
