using System.Text;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Files;

/// <summary>A file that is read; what keeps it from being read becomes an error for the user.</summary>
internal static class InputFile
{
    /// <summary>Reads something from a file.</summary>
    public static T Read<T>(FileInfo file, string kind, Func<Stream, T> read)
    {
        using var stream = Open(file, kind);
        return Read(stream, file, read);
    }

    /// <summary>Opens a file, to be read more than once.</summary>
    public static Stream Open(FileInfo file, string kind)
    {
        if (Directory.Exists(file.FullName))
            throw new ToolException($"'{file}' is a directory; name a file of {kind}.");
        try
        {
            return new InputStream(file);
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
    public static T Read<T>(Stream stream, FileInfo file, Func<Stream, T> read)
    {
        try
        {
            return read(stream);
        }
        catch (ToolException e)
        {
            throw e.In(file.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot read '{file}': {e.Message}", e);
        }
    }

    /// <summary>Does something with a file that is known already.</summary>
    public static T Read<T>(FileInfo file, string kind, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot read '{file}', which should be {kind}: {e.Message}", e);
        }
    }

    /// <summary>A stream of JSON in UTF-8 that can go back: itself, or in memory where it is a pipe or in UTF-16.</summary>
    public static Stream Seekable(Stream stream)
    {
        if (!stream.CanSeek)
            return new MemoryStream(BytesOf(stream).ToArray(), writable: false);
        Span<byte> mark = stackalloc byte[2];
        var isUtf16 = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && IsUtf16(mark);
        stream.Position = 0;
        return isUtf16 ? new MemoryStream(BytesOf(stream).ToArray(), writable: false) : stream;
    }

    /// <summary>JSON in UTF-8 without a byte order mark, whether its length is known or not.</summary>
    public static ReadOnlyMemory<byte> BytesOf(Stream stream)
    {
        using var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, Array.MaxLength) : 0);
        stream.CopyTo(bytes);
        var all = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (IsUtf16(all.Span))
            return Encoding.UTF8.GetBytes((all.Span[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(all.Span[2..]));
        return all.Span.StartsWith(Encoding.UTF8.Preamble) ? all[Encoding.UTF8.Preamble.Length..] : all;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF);
}
