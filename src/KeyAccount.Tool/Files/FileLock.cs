using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Files;

/// <summary>Keeps other programs from editing a file at once. The lock is the system's, so that it ends with its program, however that
/// ends; the empty file that carries it stays beside the other, because one that is removed could be held twice.</summary>
internal static class FileLock
{
    private const int Tries = 600;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static FileStream Hold(FileInfo file)
    {
        var target = FilePlace.RealPath(file.FullName);
        var path = Path.Join(Path.GetDirectoryName(target), $".{Path.GetFileName(target)}.lock");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException e)
            {
                throw new ToolException($"cannot write '{file}': {e.Message}", e);
            }
            catch (DirectoryNotFoundException e)
            {
                throw new ToolException($"cannot write '{file}': there is no folder '{Path.GetDirectoryName(target)}'.", e);
            }
            catch (IOException e) when (attempt >= Tries)
            {
                throw new ToolException($"'{file}' is being edited by another program; try again.", e);
            }
            catch (IOException)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
