using System.Text;
using System.Text.RegularExpressions;

namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>Every link of every page leads somewhere: to a file of the repository, and to a heading of it where it names one.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages => [.. AllPages()];

    public static TheoryData<string> Packages => [.. Repository.Packages];

    public static TheoryData<string> Libraries => [.. Repository.Libraries];

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var text = File.ReadAllText(Repository.PathOf(page));
        foreach (var target in LinksIn(text))
            FaultOf(page, target).Should().BeNull();
    }

    [Theory]
    [InlineData("README.md", "src/KeyAccount.Core/Grading/READ.md", "There is no file")]
    [InlineData("README.md", "CHANGELOG.md#nowhere", "has no heading")]
    [InlineData("src/KeyAccount.Tool/README.md", "../../../outside", "outside")]
    public void A_link_to_nowhere_is_found_out(string page, string target, string fault) =>
        FaultOf(page, target).Should().Contain(fault);

    [Fact]
    public void Links_and_pictures_are_found_and_code_is_not() =>
        LinksIn("[a](b.md) ![c](d.png)\n```csharp\nx[i](y)\n```\n`z[1](q)` [e](f.md#g \"title\")\n").Should().Equal("b.md", "d.png", "f.md#g");

    // A gallery shows the page of a package alone, without the repository around it.
    [Theory, MemberData(nameof(Packages))]
    public void The_page_of_a_package_stands_alone(string package) =>
        LinksIn(Readme.TextOf($"src/{package}/README.md")).Where(target => target[0] != '#' && !target.StartsWith("https://", StringComparison.Ordinal))
            .Should().BeEmpty();

    [Theory, MemberData(nameof(Packages))]
    public void The_page_of_a_package_says_what_it_does_not_do_and_what_it_needs(string package)
    {
        var page = Readme.TextOf($"src/{package}/README.md");
        HeadingsOf(page).Should().Contain(["install", "what-it-does-not-do", "frameworks-and-dependencies"]);
        page.Should().ContainAll(Repository.FrameworksOf(package));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void The_page_of_a_library_shows_a_program_with_what_it_prints(string package)
    {
        var page = $"src/{package}/README.md";
        Readme.Programs.Should().Contain(program => program.File == page && program.Output != null);
    }

    [Fact]
    public void The_first_page_is_read_in_five_minutes() =>
        Encoding.UTF8.GetByteCount(File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n")).Should().BeLessThanOrEqualTo(9 * 1024);

    private static IEnumerable<string> AllPages() =>
        Directory.EnumerateFiles(Repository.Root, "*.md", new EnumerationOptions
        {
            RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System,
        })
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or ".git" or "Golden"))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> LinksIn(string markdown)
    {
        var text = Inline().Replace(Fenced().Replace(markdown, ""), "");
        return Link().Matches(text).Select(match => match.Groups["target"].Value);
    }

    private static string? FaultOf(string page, string target)
    {
        if (target.StartsWith("https://", StringComparison.Ordinal))
            return null;
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0
            ? Repository.PathOf(page)
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, parts[0]));
        if (!path.StartsWith(Path.GetFullPath(Repository.Root), StringComparison.Ordinal))
            return $"{page}: {target} is outside the repository.";
        if (!File.Exists(path) && !Directory.Exists(path))
            return $"{page}: {target}: There is no file {path}.";
        return parts.Length == 1 || HeadingsOf(File.ReadAllText(path)).Contains(parts[1], StringComparer.Ordinal)
            ? null
            : $"{page}: {target}: {parts[0]} has no heading '{parts[1]}'.";
    }

    // As the usual readers of Markdown name them.
    private static IEnumerable<string> HeadingsOf(string markdown) =>
        Heading().Matches(Fenced().Replace(markdown, "")).Select(match =>
            NoWord().Replace(match.Groups["title"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"(?ms)^```.*?^```\s*$", RegexOptions.None, 5000)]
    private static partial Regex Fenced();

    [GeneratedRegex("`[^`\n]*`", RegexOptions.None, 5000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(?:\s+""[^""]*"")?\)", RegexOptions.None, 5000)]
    private static partial Regex Link();

    [GeneratedRegex("(?m)^#{1,6} (?<title>.+)$", RegexOptions.None, 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 5000)]
    private static partial Regex NoWord();
}
