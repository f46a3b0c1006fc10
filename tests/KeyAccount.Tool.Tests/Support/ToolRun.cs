namespace KeyAccount.Tool.Tests.Support;

/// <summary>What one command answered.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command in this process.</summary>
    public static ToolRun Of(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = Program.Run(arguments, output, error);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The notes beside the result.</summary>
    public IEnumerable<string> Notes => Error.Split('\n').Where(line => line.StartsWith("note: ", StringComparison.Ordinal)).Select(line => line["note: ".Length..]);

    /// <summary>It did what was asked and had nothing to complain of; beside the result there are notes at most.</summary>
    public string Succeeds()
    {
        Error.Should().MatchRegex("^(note: [^\n]+\n)*$");
        ExitCode.Should().Be(0);
        return Output;
    }

    /// <summary>It refused: exit code 1 for the command line and 2 for a file, nothing on standard output, no trace of the program's insides, and this message.</summary>
    public string Fails()
    {
        ExitCode.Should().Be(Error.EndsWith(" See keyaccount --help.\n", StringComparison.Ordinal) ? 1 : 2);
        Output.Should().BeEmpty();
        Error.Should().StartWith("error: ").And.EndWith("\n").And.NotContain("   at ").And.NotContain("Exception").And.NotContain("System.");
        Error.Should().NotMatchRegex(@"[\u0000-\u0009\u000B-\u001F\u007F-\u009F]", "nothing in it may steer a terminal");
        return Error["error: ".Length..^1];
    }

    /// <summary>There was nothing to do: exit code 3, nothing on standard output, and this message.</summary>
    public string HasNothingToDo()
    {
        ExitCode.Should().Be(3);
        Output.Should().BeEmpty();
        Error.Should().StartWith("error: ").And.EndWith("\n");
        return Error["error: ".Length..^1];
    }

    /// <summary>It refused in a single line, which is this.</summary>
    public string FailsInOneLine()
    {
        var message = Fails();
        message.Should().NotContain("\n").And.NotBeEmpty();
        return message;
    }
}
