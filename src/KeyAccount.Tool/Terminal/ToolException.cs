namespace KeyAccount.Tool.Terminal;

/// <summary>Something the user can put right: shown as it is, without a stack trace. By itself, what is wrong with a file or its
/// data.</summary>
internal class ToolException(string message, Exception? inner = null) : Exception(message, inner)
{
    public virtual ExitCode ExitCode => ExitCode.Data;

    /// <summary>What the library finds wrong, without the name of the parameter that .NET adds.</summary>
    public static string ReasonOf(Exception fault) => fault.Message.Split(" (Parameter", 2)[0];

    /// <summary>The same, said of a file.</summary>
    public virtual ToolException In(string file) => new($"{file}: {Message}", this);
}
