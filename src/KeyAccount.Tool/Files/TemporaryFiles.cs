using System.Collections.Concurrent;

namespace KeyAccount.Tool.Files;

/// <summary>Files that must not be left behind, whatever ends the program.</summary>
internal static class TemporaryFiles
{
    private static readonly ConcurrentDictionary<string, bool> Paths = new(StringComparer.Ordinal);

    /// <summary>The path of a file that does not exist yet, removed when the program is interrupted.</summary>
    public static string Reserve(string path)
    {
        Paths[path] = true;
        return path;
    }

    /// <summary>Removes a file, if it is still there.</summary>
    public static void Remove(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
        Paths.TryRemove(path, out _);
    }

    /// <summary>Removes all files; what cannot be removed stays.</summary>
    public static void RemoveAll()
    {
        foreach (var path in Paths.Keys)
        {
            try
            {
                Remove(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // There is nobody left to tell.
            }
        }
    }
}
