namespace KeyAccount.Tool.Terminal;

/// <summary>What is wrong with the command line.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : ToolException(message, inner)
{
    public override ExitCode ExitCode => ExitCode.Usage;

    public override ToolException In(string file) => this;
}
