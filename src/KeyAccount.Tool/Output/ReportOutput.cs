using System.Text;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>Where a result goes: to the terminal, or to a file that is written completely or not at all.</summary>
internal static class ReportOutput
{
    // The streams of the process under the names they have in the file system.
    private static readonly string[] StandardOutput = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
    private static readonly string[] StandardError = ["/dev/stderr", "/dev/fd/2", "/proc/self/fd/2"];

    public static void Write(FileInfo? file, TextWriter terminal, Action<TextWriter> write)
    {
        if (file is null || StandardOutput.Contains(file.FullName, StringComparer.Ordinal))
            WriteTo(terminal, "the result", write);
        else if (StandardError.Contains(file.FullName, StringComparer.Ordinal))
            WriteTo(Console.Error, $"'{file}'", write);
        else
        {
            WriteFile(file, stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false));
                write(writer);
            });
        }
    }

    private static void WriteTo(TextWriter output, string name, Action<TextWriter> write)
    {
        try
        {
            write(output);
            output.Flush();
        }
        catch (Exception e) when (IsRefused(e))
        {
            throw new ToolException($"cannot write {name}: {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>Writes bytes to a file that is written completely or not at all.</summary>
    public static void WriteFile(FileInfo file, Action<Stream> write, FileSteps? steps = null)
    {
        steps ??= FileSteps.OfSystem;
        if (Directory.Exists(file.FullName))
            throw new ToolException($"cannot write '{file}': it is a directory.");

        // Written beside its target and moved there when complete, so that a failure leaves what was there before. A device and a pipe say
        // that they are empty; a file moved there would take their place from everybody, and their folder is not for files of ours.
        var target = FilePlace.RealPath(file.FullName);
        var isInPlace = file is { Exists: true, Length: 0 };
        var name = $"{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp";
        var unfinished = Path.Join(isInPlace ? Path.GetTempPath() : Path.GetDirectoryName(target), name);
        try
        {
            using (var stream = steps.Create(unfinished))
                write(stream);
            if (isInPlace)
                Copy(unfinished, file.FullName);
            else
                steps.Move(unfinished, target);
        }
        catch (Exception e) when (IsRefused(e))
        {
            // Of the file beside it the user knows nothing.
            var message = e.Message.Replace(unfinished, file.ToString(), StringComparison.Ordinal)
                .Replace(target, file.ToString(), StringComparison.Ordinal);
            throw new ToolException($"cannot write '{file}': {message}", e);
        }
        finally
        {
            TemporaryFiles.Remove(unfinished);
        }
    }

    // What cannot be read any more is another matter.
    private static bool IsRefused(Exception e) => e is (IOException or UnauthorizedAccessException) and not InputException;

    private static void Copy(string unfinished, string target)
    {
        using var from = File.OpenRead(unfinished);
        using var to = new FileStream(target, FileMode.Open, FileAccess.Write);
        from.CopyTo(to);
    }
}
