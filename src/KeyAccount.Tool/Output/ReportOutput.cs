using System.Text;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>Where a result goes: to the terminal, or to a file that is there whole or not at all.</summary>
internal static class ReportOutput
{
    public static void Write(FileInfo? file, TextWriter terminal, Action<TextWriter> write)
    {
        if (file is null)
        {
            try
            {
                write(terminal);
                terminal.Flush();
                return;
            }
            catch (IOException e)
            {
                throw new ToolException($"cannot write the result: {e.Message}", e);
            }
        }

        // Written beside its target and moved there when complete, so that a failure leaves what was there before.
        var target = TargetOf(file);
        var unfinished = TemporaryFiles.Reserve($"{target}.{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var writer = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                write(writer);
            Put(unfinished, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot write '{file}': {e.Message}", e);
        }
        finally
        {
            TemporaryFiles.Remove(unfinished);
        }
    }

    /// <summary>The full path of a file; of what it leads to, where it is a link.</summary>
    public static string TargetOf(FileInfo file)
    {
        try
        {
            return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName;
        }
        catch (IOException)
        {
            // A link in a circle leads nowhere else.
            return file.FullName;
        }
    }

    private static void Put(string unfinished, string target)
    {
        if (new FileInfo(target) is not { Exists: true, Length: 0 })
        {
            File.Move(unfinished, target, overwrite: true);
            return;
        }

        // It may be a device or a pipe, which say that they are empty: a file moved there would take their place from everybody.
        using var from = File.OpenRead(unfinished);
        using var to = new FileStream(target, FileMode.Open, FileAccess.Write);
        from.CopyTo(to);
    }
}
