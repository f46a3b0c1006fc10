namespace KeyAccount.Tool.Terminal;

/// <summary>Something the user can put right: shown as it is, without a stack trace, with exit code 1.</summary>
internal sealed class ToolException(string message, Exception? inner = null) : Exception(message, inner);
