namespace KeyAccount.Tool.Terminal;

/// <summary>The command and the data are right, and there is nothing to do.</summary>
internal sealed class NothingToDoException(string message) : ToolException(message)
{
    public override ExitCode ExitCode => ExitCode.NothingToDo;

    public override ToolException In(string file) => new NothingToDoException($"{file}: {Message}");
}
