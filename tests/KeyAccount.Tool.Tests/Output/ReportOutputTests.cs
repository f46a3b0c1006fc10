using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Output;

public sealed class ReportOutputTests : IDisposable
{
    private const string Purchases = Graded.Header + "客户,2025-01-01,5\nB,2025-01-01,3\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public void The_file_holds_what_the_terminal_would_show(string format)
    {
        var input = _folder.Write("purchases.csv", Purchases);
        var shown = ToolRun.Of("grade", input, "--format", format, "--lang", "en").Succeeds();
        ToolRun.Of("grade", input, "--format", format, "--lang", "en", "--out", _folder.Of("result")).Succeeds().Should().BeEmpty();
        File.ReadAllText(_folder.Of("result")).ReplaceLineEndings("\n").Should().Be(shown.ReplaceLineEndings("\n"));
        File.ReadAllBytes(_folder.Of("result"))[0].Should().BeLessThan(0x80, "there is no byte order mark");
        _folder.Names.Should().BeEquivalentTo("purchases.csv", "result");
    }

    [Fact]
    public void An_older_file_is_replaced_as_a_whole()
    {
        var input = _folder.Write("purchases.csv", Purchases);
        _folder.Write("result", new string('x', 100_000));
        ToolRun.Of("grade", input, "--format", "csv", "--out", _folder.Of("result")).Succeeds();
        File.ReadAllText(_folder.Of("result")).Should().Be("id,revenue,share,cumulativeShare,rank,tier\n客户,5,0.625,0.625,1,A\nB,3,0.375,1,2,A\n");
        _folder.Names.Should().BeEquivalentTo("purchases.csv", "result");
    }

    [Fact]
    public void An_empty_file_is_filled()
    {
        _folder.Write("result", "");
        ToolRun.Of("review", "--format", "csv", "--out", _folder.Of("result")).Succeeds();
        File.ReadAllText(_folder.Of("result")).Should().Be(ToolRun.Of("review", "--format", "csv").Output);
        _folder.Names.Should().Equal("result");
    }

    [Theory]
    [InlineData(Graded.Header + "A,2025-01-01,x\n")]
    [InlineData(Graded.Header + "\"A,2025-01-01,5\n")]
    [InlineData("account,amount\nA,1\n")]
    [InlineData("")]
    [InlineData(Graded.Header + "A,2025-01-01,9999999999999999999999999999\nA,2025-01-01,0.1\n")]
    public void Bad_input_leaves_an_older_file_untouched_and_no_new_one(string csv)
    {
        var input = _folder.Write("purchases.csv", csv);
        _folder.Write("old", "as it was");
        ToolRun.Of("grade", input, "--out", _folder.Of("old")).Fails();
        ToolRun.Of("grade", input, "--out", _folder.Of("new")).Fails();
        File.ReadAllText(_folder.Of("old")).Should().Be("as it was");
        _folder.Names.Should().BeEquivalentTo("purchases.csv", "old");
    }

    [Fact]
    public void The_file_of_purchases_itself_is_refused()
    {
        var input = _folder.Write("purchases.csv", Purchases);
        foreach (var name in new[] { input, Path.Combine(_folder.Path, ".", "purchases.csv"), Path.GetRelativePath(Environment.CurrentDirectory, input) })
        {
            ToolRun.Of("grade", input, "--out", name).FailsInOneLine().Should().Be($"--out '{name}' is the file that is read; name another file. See keyaccount --help.");
            ToolRun.Of("grade", name, "--out", input).FailsInOneLine().Should().Be($"--out '{input}' is the file that is read; name another file. See keyaccount --help.");
        }

        File.ReadAllText(input).Should().Be(Purchases);
        _folder.Names.Should().Equal("purchases.csv");
    }

    [Fact]
    public void The_file_of_purchases_is_refused_behind_a_link_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link needs a privilege on Windows.");
        var input = _folder.Write("purchases.csv", Purchases);
        File.CreateSymbolicLink(_folder.Of("link"), "purchases.csv");
        File.CreateSymbolicLink(_folder.Of("link to link"), _folder.Of("link"));
        foreach (var link in new[] { _folder.Of("link"), _folder.Of("link to link") })
        {
            ToolRun.Of("grade", link, "--out", input).FailsInOneLine().Should().Contain("is the file that is read");
            ToolRun.Of("grade", input, "--out", link).FailsInOneLine().Should().Contain("is the file that is read");
        }

        File.ReadAllText(input).Should().Be(Purchases);
        _folder.Names.Should().BeEquivalentTo("purchases.csv", "link", "link to link");
    }

    [Fact]
    public void The_file_that_is_read_is_refused_behind_a_linked_folder_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link needs a privilege on Windows.");
        var input = _folder.Write("purchases.csv", Purchases);
        Directory.CreateSymbolicLink(_folder.Of("d"), ".");
        Directory.CreateSymbolicLink(_folder.Of("e"), "d");
        File.CreateSymbolicLink(_folder.Of("link"), Path.Join("d", "..", Path.GetFileName(_folder.Path), "purchases.csv"));
        string[] names = [Path.Join(_folder.Path, "d", "purchases.csv"), Path.Join(_folder.Path, "e", "d", "purchases.csv"), _folder.Of("link")];
        foreach (var name in names)
        {
            ToolRun.Of("grade", input, "--out", name).FailsInOneLine().Should().Contain("is the file that is read");
            ToolRun.Of("grade", name, "--out", input).FailsInOneLine().Should().Contain("is the file that is read");
        }

        File.ReadAllText(input).Should().Be(Purchases);
    }

    [Fact]
    public void Names_that_differ_in_case_are_one_file_where_the_file_system_says_so()
    {
        var input = _folder.Write("purchases.csv", Purchases);
        var other = _folder.Of("PURCHASES.csv");
        if (File.Exists(other))
        {
            ToolRun.Of("grade", input, "--out", other).FailsInOneLine().Should().Contain("is the file that is read");
            return;
        }

        ToolRun.Of("grade", input, "--format", "csv", "--out", other).Succeeds();
        ToolRun.Of("grade", input, "--format", "csv", "--out", other).Succeeds();
        File.ReadAllText(input).Should().Be(Purchases);
    }

    [Fact]
    public void A_message_names_the_file_of_the_user_only()
    {
        var file = Path.Combine(_folder.Of("nowhere"), "result");
        ToolRun.Of("review", "--out", file).FailsInOneLine().Should().NotContain(".tmp");
        Directory.CreateDirectory(_folder.Of("result"));
        ToolRun.Of("review", "--out", _folder.Of("result")).FailsInOneLine().Should().Be($"cannot write '{_folder.Of("result")}': it is a directory.");
    }

    [Fact]
    public void A_link_stays_a_link_and_its_file_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link needs a privilege on Windows.");
        _folder.Write("result", "as it was");
        File.CreateSymbolicLink(_folder.Of("link"), "result");
        File.CreateSymbolicLink(_folder.Of("dangling"), "new");
        var review = ToolRun.Of("review", "--format", "csv").Output;
        ToolRun.Of("review", "--format", "csv", "--out", _folder.Of("link")).Succeeds();
        ToolRun.Of("review", "--format", "csv", "--out", _folder.Of("dangling")).Succeeds();
        File.ReadAllText(_folder.Of("result")).Should().Be(review);
        File.ReadAllText(_folder.Of("new")).Should().Be(review);
        new FileInfo(_folder.Of("link")).LinkTarget.Should().Be("result");
        new FileInfo(_folder.Of("dangling")).LinkTarget.Should().Be("new");
        _folder.Names.Should().BeEquivalentTo("result", "link", "dangling", "new");
    }

    [Fact]
    public void A_directory_is_refused_and_nothing_is_left_behind()
    {
        Directory.CreateDirectory(_folder.Of("result"));
        ToolRun.Of("review", "--out", _folder.Of("result")).FailsInOneLine().Should().StartWith($"cannot write '{_folder.Of("result")}': ");
        _folder.Names.Should().Equal("result");
        Directory.EnumerateFileSystemEntries(_folder.Of("result")).Should().BeEmpty();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        var file = Path.Combine(_folder.Of("nowhere"), "result");
        ToolRun.Of("review", "--out", file).FailsInOneLine().Should().StartWith($"cannot write '{file}': ");
        _folder.Names.Should().BeEmpty();
    }

    [Fact]
    public void A_failure_half_way_leaves_what_was_there_before()
    {
        var old = new FileInfo(_folder.Write("old", "as it was"));
        var @new = new FileInfo(_folder.Of("new"));
        foreach (var file in new[] { old, @new })
        {
            var full = () => ReportOutput.Write(file, TextWriter.Null, output => WriteThenThrow(output, new IOException("The disk is full.")));
            full.Should().Throw<ToolException>().WithMessage($"cannot write '{file}': The disk is full.");
            var broken = () => ReportOutput.Write(file, TextWriter.Null, output => WriteThenThrow(output, new InvalidOperationException("broken")));
            broken.Should().Throw<InvalidOperationException>().WithMessage("broken", "a fault of ours is not dressed up as the user's");
        }

        File.ReadAllText(old.FullName).Should().Be("as it was");
        _folder.Names.Should().Equal("old");
    }

    [Fact]
    public void Until_it_is_complete_nobody_sees_the_new_file()
    {
        var file = new FileInfo(_folder.Write("result", "as it was"));
        ReportOutput.Write(file, TextWriter.Null, output =>
        {
            output.Write(new string('x', 1_000_000));
            output.Flush();
            File.ReadAllText(file.FullName).Should().Be("as it was");
        });
        File.ReadAllText(file.FullName).Should().Be(new string('x', 1_000_000));
        _folder.Names.Should().Equal("result");
    }

    [Fact]
    public void A_terminal_that_cannot_be_written_to_is_the_users_to_put_right()
    {
        var write = () => ReportOutput.Write(null, TextWriter.Null, output => WriteThenThrow(output, new IOException("No space left.")));
        write.Should().Throw<ToolException>().WithMessage("cannot write the result: No space left.");
    }

    private static void WriteThenThrow(TextWriter output, Exception fault)
    {
        output.Write(new string('x', 1_000_000));
        throw fault;
    }
}
