namespace KeyAccount.Tool.Files;

/// <summary>The exception for a file that can no longer be read while it is processed. It distinguishes reading from writing if both happen
/// at once.</summary>
internal sealed class InputException(string file, string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>The file, as the user named it.</summary>
    public string File { get; } = file;
}
