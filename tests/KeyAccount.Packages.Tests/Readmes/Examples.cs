using System.Net;

namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>The programs in the documentation of types: what a developer sees while typing must compile and run.</summary>
internal static class Examples
{
    // What a reader of an example has at the top of the file anyway.
    private static readonly string Usings = string.Concat(
        ((string[])["Grading", "Pricing", "Relationships", "Reviews", "Rules", "Scoring", "Stakeholders"])
        .Select(room => $"using KeyAccount.Core.{room}; ").Append("using NodaTime; "));

    public static IReadOnlyList<ReadmeProgram> Programs { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => In(file, File.ReadAllLines(Repository.PathOf(file)))),
    ];

    public static IEnumerable<ReadmeProgram> In(string file, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "/// <code>")
                continue;
            var first = i + 1;
            while (lines[i].Trim() != "/// </code>")
                i++;
            var code = string.Concat(lines[first..i].Select(line => WebUtility.HtmlDecode(line.Trim()["///".Length..]) + "\n"));
            yield return new(file, first + 1, Usings + code.TrimStart(), Output: null);
        }
    }
}
