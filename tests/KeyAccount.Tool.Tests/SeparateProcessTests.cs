using System.Diagnostics;
using System.Text;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests;

/// <summary>The tool as its users run it: its exit codes, its streams, what it does when these break.</summary>
public sealed class SeparateProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // For what is about the streams and not about the command: a review takes a second longer, and that of the sample two.
    private string Small => _folder.Write("p.json", """{ "name": "Small", "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "A" } ] }""");

    private string Purchases => _folder.Write("p.csv", Graded.Header + "A,2025-01-01,5\n");

    public void Dispose() => _folder.Dispose();

    // An ordinary run compares JSON below, without the cultures of the machine.
    public static TheoryData<string[]> Answers => Seeded.IsLong
        ? new(
            ["review", "--lang", "zh-Hant"], ["review", "--lang", "en", "--format", "json"], ["review", "--lang", "zh-Hans", "--format", "csv"])
        : new(["review", "--lang", "zh-Hant"], ["funnel", "--lang", "zh-Hans", "--format", "csv"]);

    [Theory, MemberData(nameof(Answers))]
    public async Task It_answers_as_in_process_in_utf_8_on_standard_output(string[] arguments)
    {
        var run = await ToolProcess.Run(arguments);
        run.Succeeds().Should().Be(ToolRun.Of(arguments).Output).And.NotContain("\u001b").And.NotContain("\ufeff").And.NotContain("�");
    }

    [Fact]
    public async Task Bad_input_is_an_exit_code_and_a_line_on_standard_error()
    {
        var run = await ToolProcess.Run("grade", _folder.Of("客户.csv"));
        run.FailsInOneLine().Should().Be($"there is no file '{_folder.Of("客户.csv")}'.");
        (await ToolProcess.Run("grade", _folder.Write("purchases.csv", Graded.Header + "A,2025-01-01,x\n"))).Fails().Should().Contain("line 2, column amount: 'x'");
        (await ToolProcess.Run()).FailsInOneLine().Should().StartWith("Required command was not provided.");
    }

    [Fact]
    public async Task A_warning_goes_to_standard_error_and_the_result_to_standard_output()
    {
        var run = await ToolProcess.Run("grade", _folder.Write("purchases.csv", Graded.Header + "A,2025-01-01,x\nB,2025-01-01,5\n"), "--skip-bad-rows", "--format", "csv");
        run.ExitCode.Should().Be(0);
        run.Error.Should().StartWith("warning: ").And.Contain("skipped 1 of 2 rows;");
        run.Output.Should().Be("id,revenue,share,cumulativeShare,rank,tier\nB,5,1,1,1,A\n");
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task A_reader_that_goes_away_is_no_crash(string format)
    {
        // More than a pipe holds, so that the tool still writes when nobody reads any more; the table is short and may be through.
        var rows = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"account {i},2025-01-01,{i}\n"));
        using var process = ToolProcess.Start("grade", _folder.Write("purchases.csv", Graded.Header + rows), "--format", format, "--lang", "en");
        var first = new char[20];
        await process.StandardOutput.ReadBlockAsync(first, TestContext.Current.CancellationToken);
        process.StandardOutput.Close();
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        error.Should().NotContain("   at ").And.NotContain("nhandled");
        process.ExitCode.Should().BeOneOf([0, 2], "the result was cut off by its reader, which is either nothing or a plain error");
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task A_full_disk_is_an_error_without_a_stack_trace(string format)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full, a device that is always full.");
        using var process = Shell($"\"$0\" \"$1\" grade \"$2\" --format {format} > /dev/full", ToolProcess.Host, ToolProcess.Assembly, Purchases);
        (await ToolProcess.End(process)).FailsInOneLine().Should().StartWith("cannot write the result: ");
    }

    // Closed, full, or the device itself: a message where one can be given, and never a stack trace. Every command has its result written by the
    // same few ways: an ordinary run tries each of these, a long run more of the commands.
    public static TheoryData<string, string> Streams
    {
        get
        {
            var data = new TheoryData<string, string>
            {
                { "review \"$2\"", ">&-" },
                { "grade \"$3\" --format json", ">&-" },
                { "grade \"$3\" --format csv", ">&-" },
                { "--help", ">&-" },
                { "--version", ">&-" },
                { "schema settings", "> /dev/full" },
                { "grade --help", "> /dev/full" },
                { "grade nowhere", "2>&-" },
                { "grade nowhere", "2> /dev/full" },
                { "nonsense", "2> /dev/full" },
                { "nonsense", ">&- 2>&-" },
                { "--help", "> /dev/full 2> /dev/full" },
                { "review \"$2\" --out /dev/full", "" },
                { "grade - --out /dev/full", "< \"$3\"" },
            };
            if (Seeded.IsLong)
            {
                data.Add("review", ">&-");
                data.Add("review \"$2\" --format json", ">&-");
                data.Add("review \"$2\" --format csv", ">&-");
                data.Add("explain A-100", ">&-");
                data.Add("validate \"$2\"", ">&-");
                data.Add("schema portfolio", ">&-");
                data.Add("models", ">&-");
                data.Add("validate \"$2\"", "> /dev/full");
                data.Add("models", "> /dev/full");
                data.Add("--help", "> /dev/full");
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Streams))]
    public async Task A_stream_that_takes_nothing_ends_with_an_exit_code(string arguments, string streams)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full, a device that is always full.");
        var (portfolio, purchases) = (Small, Purchases);
        using var process = Shell($"\"$0\" \"$1\" {arguments} {streams}", ToolProcess.Host, ToolProcess.Assembly, portfolio, purchases);
        var run = await ToolProcess.End(process);
        run.ExitCode.Should().BeOneOf(1, 2);
        (run.Output + run.Error).Should().NotContain("   at ").And.NotContain("nhandled");
        if (!streams.Contains("2>", StringComparison.Ordinal))
            run.Error.Should().StartWith("error: ").And.NotContain(".tmp");
    }

    [Theory]
    [InlineData("/dev/stdout")]
    [InlineData("/dev/fd/1")]
    public async Task Standard_output_by_its_name_in_the_file_system_is_standard_output(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems name it otherwise.");
        var purchases = Purchases;
        var shown = ToolRun.Of("grade", purchases, "--format", "csv").Output;
        (await ToolProcess.Run("grade", purchases, "--format", "csv", "--out", name)).Succeeds().Should().Be(shown).And.NotBeEmpty();
        var file = _folder.Write("kept", "before\n");
        using var process = Shell(
            $"\"$0\" \"$1\" grade \"$3\" --format csv --out {name} >> \"$2\"", ToolProcess.Host, ToolProcess.Assembly, file, purchases);
        (await ToolProcess.End(process)).Succeeds();
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Should().Be("before\n" + shown);
    }

    // A build server announces itself in the environment, and libraries then write colours where nobody asked for them.
    [Fact]
    public async Task Output_that_is_no_terminal_has_no_escape_sequences_on_any_build_server()
    {
        // Every report reaches the terminal and the file by the same way; this one has a heading and a table, and is quick.
        var file = _folder.Of("schema.txt");
        string[] report = ["schema", "settings", "--format", "table", "--lang", "en"];
        (await ToolProcess.Run(OnEveryServer, report)).Succeeds().Should().Be(ToolRun.Of(report).Output).And.NotContain("\u001b");
        (await ToolProcess.Run(OnEveryServer, [.. report, "--out", file])).Succeeds().Should().BeEmpty();
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Should().NotContain("\u001b");
    }

    // Each variable alone asks for colours, so all of them together do.
    private static void OnEveryServer(ProcessStartInfo start)
    {
        foreach (var (variable, value) in ((string, string)[])[
            ("GITHUB_ACTIONS", "true"), ("TF_BUILD", "True"), ("TEAMCITY_VERSION", "2025.1"), ("JENKINS_URL", "http://localhost"), ("GITLAB_CI", "true"),
            ("CI", "true"), ("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("FORCE_COLOR", "1")])
        {
            start.Environment[variable] = value;
        }
    }

    [Fact]
    public async Task Without_the_machines_cultures_it_answers_the_same()
    {
        // The texts of the sample and all that is sorted. That JSON is written alike without cultures is asked of purchases in an ordinary
        // run.
        foreach (var arguments in (string[][])[
            ["review", "--lang", "zh-Hans"],
            Seeded.IsLong ? ["review", "--format", "json"] : ["grade", Purchases, "--format", "json"]])
        {
            (await ToolProcess.Run(start => start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", arguments)).Succeeds()
                .Should().Be(ToolRun.Of(arguments).Output);
        }
    }

    [Theory]
    [InlineData("zh_CN.UTF-8", "最少客户")]
    [InlineData("zh_TW.UTF-8", "最少客戶")]
    [InlineData("en_GB.UTF-8", "the smallest set of accounts")]
    [InlineData("de_DE.UTF-8", "the smallest set of accounts")]
    public async Task It_speaks_the_language_of_the_system(string locale, string words)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has its language in the registry, not in the environment.");
        (await ToolProcess.Run(start => start.Environment["LC_ALL"] = locale, "grade", Purchases)).Succeeds().Should().Contain(words);
    }

    [Fact]
    public async Task Purchases_may_come_through_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file that is the standard input.");
        using var process = ToolProcess.Start("grade", "/dev/stdin", "--format", "csv");
        await process.StandardInput.WriteAsync($"{Graded.Header}A,2025-01-01,5\n");
        process.StandardInput.Close();
        (await ToolProcess.End(process)).Succeeds().Should().Be("id,revenue,share,cumulativeShare,rank,tier\nA,5,1,1,1,A\n");
    }

    [Fact]
    public async Task Standard_input_is_a_dash()
    {
        using var process = ToolProcess.Start("grade", "-", "--format", "csv");
        await process.StandardInput.WriteAsync("account_id;amount\nA;1.234,50\n");
        process.StandardInput.Close();
        (await ToolProcess.End(process)).Succeeds().Should().Contain("\nA,1234.50,1,1,1,A\n");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task An_interrupted_run_leaves_no_file(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        var temporary = Directory.CreateDirectory(_folder.Of("temporary")).FullName;
        using var process = ToolProcess.Start(
            start =>
            {
                start.Environment["TMPDIR"] = temporary;
                HeedSignals(start);
            },
            "grade", "-", "--out", _folder.Of("grades.json"), "--format", "json");
        await process.StandardInput.WriteAsync(Graded.Header + string.Concat(Enumerable.Repeat("A,2025-01-31,5\n", 10_000)));
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        while (!Directory.EnumerateFiles(temporary, "keyaccount-*").Any())
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using (var kill = Shell($"kill -{signal} \"$0\"", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await ToolProcess.End(process)).ExitCode.Should().Be(exitCode);
        Directory.EnumerateFiles(temporary, "keyaccount-*").Should().BeEmpty();
        _folder.Names.Should().Equal("temporary");
    }

    // A shell has jobs in the background ignore interrupts, and a program inherits that.
    private static void HeedSignals(ProcessStartInfo start)
    {
        if (!OperatingSystem.IsLinux())
            return;
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, "--default-signal");
        start.FileName = "env";
    }

    // A file moved onto it would take its place: the reader would wait for ever, and a device of the machine would be gone.
    [Fact(Timeout = 120_000)]
    public async Task A_result_goes_into_a_pipe_with_a_name_and_leaves_it_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        var pipe = _folder.Of("pipe");
        using var reader = Shell("mkfifo \"$0\" && echo ready && cat \"$0\" && test -p \"$0\"", pipe);
        (await reader.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).Should().Be("ready");
        var purchases = Purchases;
        (await ToolProcess.Run("grade", purchases, "--format", "csv", "--out", pipe)).Succeeds().Should().BeEmpty();
        (await ToolProcess.End(reader)).Succeeds().Should().Be(ToolRun.Of("grade", purchases, "--format", "csv").Output).And.NotBeEmpty();
        _folder.Names.Should().BeEquivalentTo("pipe", Path.GetFileName(purchases));
    }

    private static Process Shell(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
