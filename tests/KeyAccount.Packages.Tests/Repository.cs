using System.IO.Enumeration;
using System.Xml.Linq;

namespace KeyAccount.Packages.Tests;

/// <summary>The repository these tests belong to, as files.</summary>
internal static class Repository
{
    public const string Tool = "KeyAccount.Tool";

    public static string Root { get; } = SourceTree.Root;

    /// <summary>Gets the projects below src; each makes the package of its name.</summary>
    public static IReadOnlyList<string> Packages { get; } =
        [.. Directory.EnumerateDirectories(PathOf("src")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Libraries { get; } = [.. Packages.Where(package => package != Tool)];

    /// <summary>The frameworks that a package is for.</summary>
    public static IReadOnlyList<string> FrameworksOf(string package) => XDocument.Load(PathOf("src", package, $"{package}.csproj"))
        .Descendants().Single(element => element.Name.LocalName is "TargetFramework" or "TargetFrameworks").Value.Split(';');

    /// <summary>The version of a package of others that the repository uses on a framework.</summary>
    public static string VersionOf(string package, string framework)
    {
        var versions = XDocument.Load(PathOf("Directory.Packages.props"));
        var version = versions.Descendants("PackageVersion")
            .Single(each => each.Attribute("Include")!.Value == package).Attribute("Version")!.Value;

        // A version that differs between frameworks is a property; the one for a framework comes after the one for all. A group with a
        // condition is of one project.
        return version.StartsWith("$(", StringComparison.Ordinal)
            ? versions.Descendants(version[2..^1]).Last(each => each.Parent!.Attribute("Condition") is null && (
                each.Attribute("Condition") is not { } condition || condition.Value.Contains($"'{framework}'", StringComparison.Ordinal))).Value
            : version;
    }

    public static string PathOf(params ReadOnlySpan<string> names) => Path.Combine([Root, .. names]);

    /// <summary>The projects, by path from the root, with forward slashes.</summary>
    public static IEnumerable<string> Projects() =>
        from top in (string[])["src", "tests", "benchmarks"]
        from folder in Directory.EnumerateDirectories(PathOf(top))
        from file in Directory.EnumerateFiles(folder, "*.csproj")
        select Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The names at the top, without what git ignores.</summary>
    public static IEnumerable<string> TopLevel()
    {
        var ignored = File.ReadAllLines(PathOf(".gitignore")).Select(pattern => pattern.Trim('/')).ToList();
        return Directory.EnumerateFileSystemEntries(Root)
            .Select(entry => Path.GetFileName(entry)!)
            .Where(name => !ignored.Exists(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)));
    }

    /// <summary>Copies what packages are made of, and where their history is.</summary>
    public static void CopySources(string folder)
    {
        var built = new[] { "bin", "obj" };
        Copy(Root, folder);
        foreach (var source in Directory.EnumerateDirectories(PathOf("src"), "*", SearchOption.AllDirectories).Append(PathOf("src")))
        {
            var path = Path.GetRelativePath(Root, source);
            if (!path.Split(Path.DirectorySeparatorChar).Intersect(built, StringComparer.Ordinal).Any())
                Copy(source, Path.Combine(folder, path));
        }

        if (Directory.Exists(PathOf(".git")))
            File.WriteAllText(Path.Combine(folder, ".git"), $"gitdir: {PathOf(".git")}\n");

        static void Copy(string from, string to)
        {
            Directory.CreateDirectory(to);
            foreach (var file in Directory.EnumerateFiles(from))
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
