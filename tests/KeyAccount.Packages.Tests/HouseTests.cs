using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KeyAccount.Packages.Tests;

/// <summary>The order of the house: what lies where, and who says which version.</summary>
public class HouseTests
{
    private static readonly string[] Rooms =
    [
        "src", "tests", "benchmarks", "KeyAccount.Core.sln", "README.md", "README.zh-Hans.md", "CHANGELOG.md", "LICENSE", "nuget.config", "global.json",
        "Directory.Build.props", "Directory.Packages.props",
    ];

    public static TheoryData<string> Projects => [.. Repository.Projects()];

    [Fact]
    public void The_top_level_holds_what_belongs_there_and_nothing_else() =>
        Repository.TopLevel().Where(name => name[0] != '.').Should().BeEquivalentTo(Rooms);

    [Fact]
    public void The_solution_is_classic_and_holds_every_project()
    {
        var solution = File.ReadAllText(Repository.PathOf("KeyAccount.Core.sln"));

        solution.Should().Contain("Microsoft Visual Studio Solution File, Format Version 12.00");
        solution.Split('"').Where(part => part.EndsWith(".csproj", StringComparison.Ordinal)).Select(path => path.Replace('\\', '/'))
            .Should().BeEquivalentTo(Repository.Projects());
    }

    [Fact]
    public void No_package_source_is_named()
    {
        XDocument.Load(Repository.PathOf("nuget.config")).Descendants().Select(element => element.Name.LocalName)
            .Should().NotContain(name => name.Contains("source", StringComparison.OrdinalIgnoreCase));
        Directory.EnumerateFiles(Repository.Root, "Directory.*.props")
            .Concat(Repository.Projects().Select(project => Repository.PathOf(project)))
            .Select(File.ReadAllText).Should()
                .OnlyContain(text => !Regex.IsMatch(text, "Restore\\w*Sources", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Every_version_is_central(string project) =>
        XDocument.Load(Repository.PathOf(project)).Descendants("PackageReference")
            .Should().NotContain(reference =>
                reference.Attribute("Version") != null || reference.Attribute("VersionOverride") != null
                    || reference.Element("Version") != null);
}
