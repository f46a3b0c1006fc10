namespace KeyAccount.Core.Tests.House;

/// <summary>The C# files of the repository these tests belong to.</summary>
internal static class SourceFiles
{
    public static string Root { get; } = SourceTree.Root;

    /// <summary>The files of a project below <c>src</c>, by path from the project, with forward slashes.</summary>
    public static IReadOnlyList<string> Of(string project) => Below(Path.Combine(Root, "src", project));

    /// <summary>The files of all projects, by path from <c>src</c>.</summary>
    public static IReadOnlyList<string> OfAllProjects() => Below(Path.Combine(Root, "src"));

    /// <summary>The lines of a file of <see cref="OfAllProjects"/>.</summary>
    public static IEnumerable<string> LinesOf(string file) => File.ReadLines(Path.Combine(Root, "src", file));

    private static IReadOnlyList<string> Below(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];
}
