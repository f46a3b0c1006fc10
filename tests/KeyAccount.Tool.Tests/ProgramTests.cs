using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests;

public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_command_it_says_that_one_is_needed() =>
        ToolRun.Of().FailsInOneLine().Should().Be("Required command was not provided. See keyaccount --help.");

    [Fact]
    public void No_option_of_a_command_has_the_name_of_another()
    {
        var commands = NamesUnder("Commands:", ToolRun.Of("--help").Succeeds()).ToArray();
        commands.Should().Contain(["grade", "import", "plan"]);
        foreach (var command in commands)
            LooksAt(command);

        void LooksAt(params string[] command)
        {
            var help = ToolRun.Of([.. command, "--help"]).Succeeds();
            NamesUnder("Options:", help).Where(name => name.StartsWith('-')).Should().NotBeEmpty().And.OnlyHaveUniqueItems(string.Join(' ', command));
            foreach (var below in NamesUnder("Commands:", help))
                LooksAt([.. command, below]);
        }

        // Names stand two blanks inside, what they mean behind or deeper.
        static IEnumerable<string> NamesUnder(string title, string help) => help.Split('\n')
            .SkipWhile(line => line.Trim() != title).Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Where(line => line.Length > 2 && line[2] != ' ')
            .SelectMany(line => line[2..].Split("  ")[0].Split(',').Select(name => name.Trim().Split(' ')[0]));
    }

    [Theory]
    [InlineData("bogus", "'bogus'")]
    [InlineData("GRADE", "'GRADE'")]
    [InlineData("--verbose", "'--verbose'")]
    public void An_unknown_command_is_named(string argument, string named)
    {
        // The first line says what is wrong with the argument, the other that no command was given.
        var run = ToolRun.Of(argument);
        run.Fails().Should().Contain(named).And.Contain("See keyaccount --help.");
    }

    [Theory]
    [InlineData("review", "--cuts", "0.8,0.9")]
    [InlineData("grade", "{file}", "--formt", "json")]
    [InlineData("grade", "{file}", "-x")]
    public void An_unknown_option_or_argument_is_named(params string[] arguments)
    {
        var file = _folder.Write("purchases.csv", "account_id,amount\nA,1\n");
        var run = ToolRun.Of([.. arguments.Select(argument => argument == "{file}" ? file : argument)]);
        run.Fails().Split('\n')[0].Should().Be($"Unrecognized command or argument '{arguments.First(a => a is not "review" and not "grade" and not "{file}")}'. See keyaccount --help.");
    }

    [Theory]
    [InlineData("--skip-bad-rows")]
    [InlineData("--decimal", ",")]
    [InlineData("--account-column", "x")]
    public void An_option_of_purchases_without_purchases_is_named(params string[] options) =>
        ToolRun.Of(["review", .. options]).FailsInOneLine().Should().Be($"{options[0]} needs --purchases. See keyaccount --help.");

    [Theory]
    [InlineData("--from")]
    [InlineData("--to")]
    [InlineData("--rule")]
    [InlineData("--cuts")]
    [InlineData("--account")]
    [InlineData("--date")]
    [InlineData("--amount")]
    [InlineData("--encoding")]
    [InlineData("--lang")]
    [InlineData("--format")]
    [InlineData("--out")]
    public void An_option_without_its_value_is_named(string option) =>
        ToolRun.Of("grade", "purchases.csv", option).FailsInOneLine().Should().Be($"Required argument missing for option: '{option}'. See keyaccount --help.");

    [Fact]
    public void An_option_given_twice_is_named() =>
        ToolRun.Of("grade", "purchases.csv", "--from", "2025-01-01", "--from", "2025-01-02").FailsInOneLine().Should().Contain("'--from'");

    [Fact]
    public void Grade_without_a_file_says_that_one_is_needed() =>
        ToolRun.Of("grade").FailsInOneLine().Should().Be("Required argument missing for command: 'grade'. See keyaccount --help.");

    [Fact]
    public void An_empty_file_name_is_refused_in_the_users_words()
    {
        ToolRun.Of("grade", "").FailsInOneLine().Should().Be("PURCHASES.csv '' is not the name of a file. See keyaccount --help.");
        ToolRun.Of("review", "--out", "").FailsInOneLine().Should().Be("--out '' is not the name of a file. See keyaccount --help.");
    }

    [Fact]
    public void All_faults_of_the_command_line_are_named_at_once()
    {
        var lines = ToolRun.Of("grade", "purchases.csv", "--lang", "fr", "--format", "xml", "--from", "yesterday").Fails().Split('\n');
        lines.Should().HaveCount(3);
        lines.Should().Contain(line => line.Contains("--lang 'fr'")).And.Contain(line => line.Contains("--format 'xml'"))
            .And.Contain(line => line.Contains("--from 'yesterday'"));
    }

    [Fact]
    public void Help_lists_the_commands_and_every_option()
    {
        ToolRun.Of("--help").Succeeds().Should().Contain("grade").And.Contain("review").And.ContainAll("0 done", "1 the command line", "2 a file", "3 there was nothing to do", "--quiet", "--no-progress");
        ToolRun.Of("grade", "--help").Succeeds().Should().ContainAll(
            "PURCHASES.csv", "--from", "--to", "--rule", "crossing|inclusive|head-count", "--cuts", "0.80,0.95", "--account", "account_id", "--date",
            "--amount", "--encoding", "utf-8", "--skip-bad-rows", "--lang", "en|zh-Hans|zh-Hant", "--format", "table|json|csv", "--out");
    }

    [Fact]
    public void The_version_is_a_version() => ToolRun.Of("--version").Succeeds().Should().MatchRegex(@"^\d+\.\d+\.\d+");

    [Theory]
    [InlineData("grade", "purchases.csv", "--\u001b[2J")]
    [InlineData("grade", "purchases.csv", "--lang", "\u001b[2Jfr")]
    [InlineData("grade", "purchases.csv", "--from", "\u202e2025\n")]
    [InlineData("grade", "no\u001b[2J\u009bfile.csv")]
    [InlineData("grade", "purchases.csv", "--encoding", "\u001b]0;x\u0007")]
    public void What_steers_a_terminal_does_not_come_back_from_the_command_line(params string[] arguments) =>
        Cells.ShouldBeHarmless(ToolRun.Of(arguments).Fails());
}
