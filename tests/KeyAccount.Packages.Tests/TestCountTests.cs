namespace KeyAccount.Packages.Tests;

/// <summary>What <c>.ci/count-tests</c> makes of the runner's result files.</summary>
public sealed class TestCountTests : IDisposable
{
    private const string Passed =
        """<UnitTestResult testName="A(text: &quot; outcome=&quot;Failed&quot;&quot;)" outcome="Passed" duration="0" />""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Modules_add_up()
    {
        Write("One.net8.0", "passed=\"3\" failed=\"0\" error=\"0\"", Passed);
        Write("One.net10.0", "passed=\"4\" failed=\"0\" error=\"0\"", Passed);

        await MustEnd(0, "7 passed, 0 failed", "One.net8.0", "One.net10.0");
    }

    [Theory]
    [InlineData("passed=\"3\" failed=\"2\" error=\"0\"", "3 passed, 2 failed")]
    [InlineData("passed=\"3\" failed=\"0\" error=\"1\"", "3 passed, 1 failed")]
    [InlineData("passed=\"3\" failed=\"0\" timeout=\"1\" aborted=\"1\"", "3 passed, 2 failed")]
    [InlineData("passed=\"0\" failed=\"0\" error=\"0\"", "0 passed, 0 failed")]
    public async Task A_failure_fails_and_so_does_nothing_passed(string counters, string lastLine)
    {
        Write("One", counters, Passed);

        await MustEnd(1, lastLine, "One");
    }

    [Theory]
    [InlineData("<StdOut>The data is not here.</StdOut>")]
    [InlineData("<TextMessages><Message>printed</Message></TextMessages>\n<StdOut>\nThe data\nis not here.\n</StdOut>")]
    public async Task A_skipped_test_with_a_reason_is_counted(string output)
    {
        Write("One", "passed=\"1\" failed=\"0\" notExecuted=\"1\"", Passed, Skipped($"<Output>\n{output}\n</Output>"));

        (await MustEnd(0, "1 passed, 0 failed, 1 skipped", "One")).Text.Should().Contain("skipped: Skipped: The data is not here.");
    }

    [Fact]
    public async Task A_file_may_be_one_line()
    {
        var skipped = Skipped("<Output><StdOut>The data is not here.</StdOut></Output>").Replace("\n", "", StringComparison.Ordinal);
        _folder.Write(
            "One.trx",
            $"<TestRun><Results>{Passed}{skipped}{Passed}</Results><ResultSummary><Counters total=\"3\" passed=\"2\" failed=\"0\" notExecuted=\"1\" /></ResultSummary></TestRun>");

        (await MustEnd(0, "2 passed, 0 failed, 1 skipped", "One")).Text.Should().Contain("skipped: Skipped: The data is not here.");
    }

    [Theory]
    [InlineData("<Output>\n<StdOut></StdOut>\n</Output>")]
    [InlineData("<Output>\n<StdOut> \n\t </StdOut>\n</Output>")]
    [InlineData("<Output>\n<StdOut />\n</Output>")]
    [InlineData("<Output>\n<TextMessages><Message>printed</Message></TextMessages>\n</Output>")]
    [InlineData("")]
    public async Task A_skipped_test_without_a_reason_fails(string output)
    {
        Write(
            "One", "passed=\"1\" failed=\"0\" notExecuted=\"2\"", Skipped(output), Skipped("<Output>\n<StdOut>Named.</StdOut>\n</Output>"),
            Passed);

        (await MustEnd(1, "1 passed, 0 failed, 2 skipped", "One")).Text.Should().Contain("error: skipped without a reason: Skipped");
    }

    [Fact]
    public async Task A_test_that_only_runs_when_named_is_skipped_without_a_reason()
    {
        Write(
            "One", "passed=\"1\" failed=\"0\" notRunnable=\"1\"", Passed,
            """<UnitTestResult testName="Explicit" outcome="NotRunnable" />""");

        (await MustEnd(1, "1 passed, 0 failed, 1 skipped", "One")).Text.Should().Contain("error: skipped without a reason: Explicit");
    }

    [Fact]
    public async Task A_skipped_test_that_only_the_counters_know_fails()
    {
        Write("One", "passed=\"1\" failed=\"0\" notExecuted=\"1\"", Passed);

        await MustEnd(1, "1 passed, 0 failed, 1 skipped", "One");
    }

    [Fact]
    public async Task A_module_without_a_file_fails()
    {
        Write("One", "passed=\"1\" failed=\"0\"", Passed);

        (await MustEnd(1, "1 passed, 0 failed", "One", "Two")).Text.Should().Contain("Two left no complete result file");
        (await MustEnd(1, "0 passed, 0 failed", "Two")).Text.Should().Contain("Two left no complete result file");
        await MustEnd(1, "0 passed, 0 failed");
    }

    [Fact]
    public async Task A_file_that_breaks_off_fails()
    {
        _folder.Write("One.trx", $"<TestRun>\n<Results>\n{Passed}\n");

        (await MustEnd(1, "0 passed, 0 failed", "One")).Text.Should().Contain("One left no complete result file");
    }

    public void Dispose() => _folder.Dispose();

    private static string Skipped(string output) =>
        $"""<UnitTestResult testName="Skipped" outcome="NotExecuted">{"\n"}{output}{"\n"}</UnitTestResult>""";

    private void Write(string module, string counters, params string[] results) => _folder.Write(
        $"{module}.trx",
        $"<TestRun>\n<Results>\n{string.Join('\n', results)}\n</Results>\n<ResultSummary>\n<Counters total=\"9\" {counters} />\n</ResultSummary>\n</TestRun>\n");

    private async Task<CommandResult> MustEnd(int exitCode, string lastLine, params string[] modules)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for a POSIX shell.");
        var result = await Command.Run("bash", _folder.Root, [Repository.PathOf(".ci", "count-tests"), _folder.Root, .. modules]);

        result.Error.Should().BeEmpty();
        result.Text.TrimEnd('\n').Split('\n')[^1].Should().Be(lastLine);
        result.ExitCode.Should().Be(exitCode, result.Text);
        return result;
    }
}
