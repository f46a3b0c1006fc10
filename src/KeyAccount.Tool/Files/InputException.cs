namespace KeyAccount.Tool.Files;

/// <summary>A file that cannot be read any more while something is done with it. It tells reading from writing, where both go on at
/// once.</summary>
internal sealed class InputException(string file, string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>The file, as the user named it.</summary>
    public string File { get; } = file;
}
