namespace KeyAccount.Tool.Files;

/// <summary>The steps by which a file is replaced: made beside its place, filled, put on the disk, moved there. A program can be killed
/// between any two; a test stands there.</summary>
internal class FileSteps
{
    public static FileSteps OfSystem { get; } = new();

    public virtual Stream Create(string path) => TemporaryFiles.Create(path);

    public virtual void Flush(Stream stream)
    {
        stream.Flush();
        (stream as FileStream)?.Flush(flushToDisk: true);
    }

    public virtual void Move(string from, string to) => File.Move(from, to, overwrite: true);
}
