using System.Text;

namespace KeyAccount.Tool.Files;

/// <summary>The real location of a file.</summary>
internal static class FilePlace
{
    // As many links as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The full path without a link in any part of it; where a link leads nowhere or in a circle, as far as it goes.</summary>
    public static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var left = new Stack<string>(PartsOf(full[real.Length..]).Reverse());
        for (var links = 0; left.TryPop(out var part);)
        {
            // Above what a link leads to is not above the link.
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var here = Path.Join(real, part);
            if (LinkTarget(here) is not { } target || ++links > MostLinks)
            {
                real = here;
                continue;
            }

            if (Path.IsPathRooted(target))
            {
                real = Path.GetPathRoot(Path.GetFullPath(target))!;
                target = target[Math.Min(target.Length, Path.GetPathRoot(target)!.Length)..];
            }

            foreach (var each in PartsOf(target).Reverse())
                left.Push(each);
        }

        return real;
    }

    /// <summary>Whether two names are those of one file, whatever links and letter cases lead to it. Two hard links are two files here:
    /// what takes the place of one leaves the other as it is.</summary>
    public static bool IsSame(FileInfo one, FileInfo other)
    {
        var (first, second) = (RealPath(one.FullName), RealPath(other.FullName));
        return string.Equals(first, second, StringComparison.Ordinal)
            || (string.Equals(Plain(first), Plain(second), StringComparison.OrdinalIgnoreCase) && IsOneEntry(first, second));
    }

    /// <summary>Whether a file is one of several, as <see cref="IsSame"/> tells it.</summary>
    public static bool IsAmong(FileInfo file, IEnumerable<FileInfo?> files) => files.OfType<FileInfo>().Any(each => IsSame(file, each));

    private static string Plain(string path) => path.Normalize(NormalizationForm.FormC);

    // Names that differ only in letter case or in how a letter is composed are one file where the file system says so: both are there, and
    // the folder does not list them both.
    private static bool IsOneEntry(string one, string other)
    {
        if (!File.Exists(one) || !File.Exists(other))
            return false;
        var (first, second) = (Path.GetDirectoryName(one)!, Path.GetDirectoryName(other)!);
        return string.Equals(first, second, StringComparison.Ordinal)
            ? !(IsListed(first, one) && IsListed(first, other))
            : Directory.EnumerateFiles(first).Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal)
                .SetEquals(Directory.EnumerateFiles(second).Select(Path.GetFileName));
    }

    private static bool IsListed(string folder, string path) =>
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Contains(Path.GetFileName(path), StringComparer.Ordinal);

    private static IEnumerable<string> PartsOf(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != ".");

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
