using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Files;

/// <summary>A file that is read; what keeps it from being read becomes an error for the user.</summary>
internal static class InputFile
{
    /// <summary>Reads something from a file.</summary>
    public static T Read<T>(FileInfo file, string kind, Func<FileStream, T> read)
    {
        using var stream = Open(file, kind);
        return Read(stream, file, read);
    }

    /// <summary>Opens a file, to be read more than once.</summary>
    public static FileStream Open(FileInfo file, string kind)
    {
        if (Directory.Exists(file.FullName))
            throw new ToolException($"'{file}' is a directory; name a file of {kind}.");
        try
        {
            return file.OpenRead();
        }
        catch (FileNotFoundException e)
        {
            throw new ToolException($"there is no file '{file}'.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot read '{file}': {e.Message}", e);
        }
    }

    /// <summary>Reads something from an open file.</summary>
    public static T Read<TStream, T>(TStream stream, FileInfo file, Func<TStream, T> read)
        where TStream : Stream
    {
        try
        {
            return read(stream);
        }
        catch (ToolException e)
        {
            throw new ToolException($"{file}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot read '{file}': {e.Message}", e);
        }
    }

    /// <summary>A stream that can go back: itself, or where it is a pipe all of it in memory.</summary>
    public static Stream Seekable(Stream stream)
    {
        if (stream.CanSeek)
            return stream;
        var bytes = BytesOf(stream);
        return new MemoryStream(bytes.ToArray(), writable: false);
    }

    /// <summary>The bytes of a stream, whether its length is known or not.</summary>
    public static ReadOnlyMemory<byte> BytesOf(Stream stream)
    {
        using var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, Array.MaxLength) : 0);
        stream.CopyTo(bytes);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
