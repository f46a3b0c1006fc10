namespace KeyAccount.Tool.Files;

/// <summary>Files that must not be left behind, whatever ends the program.</summary>
internal static class TemporaryFiles
{
    private static readonly Lock Changing = new();
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal);

    private static bool _isAbandoned;

    /// <summary>Makes a file that does not exist yet, removed when the program is interrupted.</summary>
    public static FileStream Create(string path)
    {
        // Together, so that no file is made after all have been removed.
        lock (Changing)
        {
            if (_isAbandoned)
                throw new OperationCanceledException("The program was interrupted.");
            var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
            Paths.Add(path);
            return stream;
        }
    }

    /// <summary>Removes a file, if it is still there.</summary>
    public static void Remove(string path)
    {
        lock (Changing)
        {
            if (Paths.Remove(path) && File.Exists(path))
                File.Delete(path);
        }
    }

    /// <summary>Removes all files, and makes no more; what cannot be removed stays.</summary>
    public static void RemoveAll()
    {
        lock (Changing)
        {
            _isAbandoned = true;
            foreach (var path in Paths)
            {
                try
                {
                    File.Delete(path);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // There is nobody left to tell.
                }
            }

            Paths.Clear();
        }
    }
}
