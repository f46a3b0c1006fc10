namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>The READMEs, of the repository, of each package and of the rooms, and what they promise.</summary>
internal static class Readme
{
    public static IReadOnlyList<string> Files { get; } =
    [
        "README.md",
        "README.zh-Hans.md",
        .. Repository.Packages.Select(package => $"src/{package}/README.md"),
        .. Directory.GetFiles(Repository.PathOf("src"), "README.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.PathOf("."), file).Replace('\\', '/'))
            .Where(file => file.Split('/') is { Length: > 3 } parts && !parts.Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<ReadmeProgram> Programs { get; } =
        [.. Files.SelectMany(file => ReadmeProgram.In(file, TextOf(file))), .. Examples.Programs];

    /// <summary>The lines of the shell blocks.</summary>
    public static IReadOnlyList<string> CommandsIn(string file) =>
    [
        .. MarkdownBlock.In(TextOf(file)).Where(block => block.Language == "sh")
            .SelectMany(block => block.Content.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];

    public static string TextOf(string file) => File.ReadAllText(Repository.PathOf(file));
}
