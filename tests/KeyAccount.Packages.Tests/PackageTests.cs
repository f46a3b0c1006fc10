using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace KeyAccount.Packages.Tests;

public class PackageTests(PackedSolution solution)
{
    public static TheoryData<string> Packages => [.. Repository.Packages];

    public static TheoryData<string> Libraries => [.. Repository.Libraries];

    [Fact]
    public void The_solution_packs() => solution.Packing?.MustSucceed();

    [Fact]
    public void Each_project_below_src_makes_one_package_and_nothing_else_does() =>
        Directory.EnumerateFiles(solution.Packages).Select(Path.GetFileName).Should().BeEquivalentTo(
            Repository.Packages.SelectMany(
                package => new[] { $"{package}.{solution.Version}.nupkg", $"{package}.{solution.Version}.snupkg" }));

    [Theory, MemberData(nameof(Packages))]
    public void A_package_says_what_it_is_and_its_licence(string package)
    {
        var metadata = solution.MetadataOf(package);

        Value(metadata, "id").Should().Be(package);
        Value(metadata, "description").Should().NotBeNullOrWhiteSpace().And.NotBe("Package Description");
        Value(metadata, "license").Should().Be("MIT");
        Child(metadata, "license")!.Attribute("type")!.Value.Should().Be("expression");
        Value(metadata, "authors").Should().NotBe(package);
        Value(metadata, "tags").Should().NotBeNullOrWhiteSpace();
    }

    [Theory, MemberData(nameof(Packages))]
    public void A_package_says_from_which_sources_it_is_made(string package)
    {
        Assert.SkipUnless(Directory.Exists(Repository.PathOf(".git")), "The sources are no clone: they have no commit to name.");
        var repository = Child(solution.MetadataOf(package), "repository")!;

        repository.Attribute("type")!.Value.Should().Be("git");
        repository.Attribute("commit")!.Value.Should().MatchRegex("^[0-9a-f]{40}$");
    }

    // What a compiler says that writes the same bytes of the same sources; where these are is in no path (PublishedPackageTests).
    [Theory, MemberData(nameof(Packages))]
    public void A_package_holds_nothing_of_the_time_it_was_made_at(string package)
    {
        using var archive = solution.Open(package);

        archive.Entries.Select(entry => entry.LastWriteTime.DateTime).Distinct().Should().Equal(new DateTime(2026, 1, 1));
        foreach (var name in Names(archive).Where(IsOurs))
        {
            using var image = new PEReader(new MemoryStream(BytesOf(archive, name)));
            image.ReadDebugDirectory().Should().Contain(entry => entry.Type == DebugDirectoryEntryType.Reproducible, name);
        }
    }

    // Somewhere else and from nothing: neither the place nor the time of a build is in it. That is every library compiled once more, for each
    // framework: in long runs.
    [Fact]
    public async Task Two_packs_are_the_same_bytes()
    {
        Assert.SkipUnless(Seeded.IsLong, "Everything is built a second time in a long run, with KEYACCOUNT_CASES=4.");
        using var folder = new TemporaryFolder();
        (await PackedSolution.Pack(folder, solution.Version)).MustSucceed();

        foreach (var package in Directory.EnumerateFiles(solution.Packages))
        {
            var other = folder.PathOf("packages", Path.GetFileName(package));
            var (once, again) = (
                await File.ReadAllBytesAsync(package, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(
                    other, TestContext.Current.CancellationToken));
            once.AsSpan().SequenceEqual(again)
                .Should().BeTrue("{0} differs in {1}", Path.GetFileName(package), string.Join(", ", EntriesThatDiffer(package, other)));
        }
    }

    [Theory, MemberData(nameof(Packages))]
    public void A_package_holds_the_readme_of_its_project(string package)
    {
        using var archive = solution.Open(package);

        Value(solution.MetadataOf(package), "readme").Should().Be("README.md");
        BytesOf(archive, "README.md").Should().Equal(File.ReadAllBytes(Repository.PathOf("src", package, "README.md")));
    }

    [Theory, MemberData(nameof(Packages))]
    public void Each_assembly_of_ours_has_its_symbols(string package)
    {
        using var archive = solution.Open(package);
        using var symbols = solution.Open(package, "snupkg");

        var assemblies = Names(archive).Where(IsOurs).ToList();
        assemblies.Should().NotBeEmpty();
        Names(symbols).Should().Contain(assemblies.Select(assembly => Path.ChangeExtension(assembly, ".pdb")));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void Each_assembly_of_a_library_has_its_documentation(string package)
    {
        using var archive = solution.Open(package);

        var assemblies = Names(archive).Where(IsOurs).ToList();
        assemblies.Should().OnlyContain(assembly => assembly.EndsWith($"/{package}.dll", StringComparison.Ordinal)).And.NotBeEmpty();
        foreach (var assembly in assemblies)
            BytesOf(archive, Path.ChangeExtension(assembly, ".xml")).Should().NotBeEmpty();
    }

    [Fact]
    public void The_core_serves_both_frameworks_and_depends_on_two_packages()
    {
        var groups = Child(solution.MetadataOf("KeyAccount.Core"), "dependencies")!.Elements().ToList();
        using var archive = solution.Open("KeyAccount.Core");

        groups.Select(group => group.Attribute("targetFramework")!.Value).Should().BeEquivalentTo("net8.0", "net10.0");
        groups.Should().AllSatisfy(group =>
            group.Elements().Select(dependency => dependency.Attribute("id")!.Value).Should()
                .BeEquivalentTo("Ardalis.SmartEnum", "NodaTime"));
        Names(archive).Where(IsOurs).Should().BeEquivalentTo("lib/net8.0/KeyAccount.Core.dll", "lib/net10.0/KeyAccount.Core.dll");
    }

    [Fact]
    public void The_package_for_hosts_serves_both_frameworks_and_depends_on_what_every_host_has()
    {
        var groups = Child(solution.MetadataOf("KeyAccount.Core.DependencyInjection"), "dependencies")!.Elements().ToList();

        groups.Select(group => group.Attribute("targetFramework")!.Value).Should().BeEquivalentTo("net8.0", "net10.0");
        groups.Should()
            .AllSatisfy(group => group.Elements().Select(dependency => dependency.Attribute("id")!.Value).Should().BeEquivalentTo(
            "KeyAccount.Core",
            // Only the section itself, not its interface, tells a section that is empty from one that is not there.
            "Microsoft.Extensions.Configuration",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options"));

        // A host that pins a version of its framework must not be told to go up: each framework has the floor of its own number.
        groups.Should().AllSatisfy(group => group.Elements()
            .Where(dependency => dependency.Attribute("id")!.Value.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(dependency => Version.Parse(dependency.Attribute("version")!.Value)).Should()
            .OnlyContain(version => group.Attribute("targetFramework")!.Value == "net8.0"
                ? version.Major == 8 && version <= new Version(8, 0, 2) : version == new Version(10, 0, 0)));
    }

    [Fact]
    public void The_package_of_renderers_serves_both_frameworks_and_depends_on_the_core_only()
    {
        var groups = Child(solution.MetadataOf("KeyAccount.Core.Reports"), "dependencies")!.Elements().ToList();

        groups.Select(group => group.Attribute("targetFramework")!.Value).Should().BeEquivalentTo("net8.0", "net10.0");
        groups.Should().AllSatisfy(group =>
            group.Elements().Select(dependency => dependency.Attribute("id")!.Value).Should().BeEquivalentTo("KeyAccount.Core"));
    }

    [Fact]
    public void The_database_package_names_no_provider()
    {
        var groups = Child(solution.MetadataOf("KeyAccount.Core.EntityFrameworkCore"), "dependencies")!.Elements().ToList();

        groups.Select(group => group.Attribute("targetFramework")!.Value).Should().BeEquivalentTo("net8.0", "net10.0");
        groups.Should().AllSatisfy(group =>
        {
            group.Elements().Select(dependency => dependency.Attribute("id")!.Value)
                .Should().BeEquivalentTo("KeyAccount.Core", "Microsoft.EntityFrameworkCore.Relational");

            // It uses internals of the core, so it goes with no other.
            group.Elements().Single(dependency => dependency.Attribute("id")!.Value == "KeyAccount.Core")
                .Attribute("version")!.Value.Should().Be($"[{solution.Version}]");

            // Each framework with the Entity Framework Core of its own number.
            var framework = group.Attribute("targetFramework")!.Value;
            group.Elements().Single(dependency => dependency.Attribute("id")!.Value == "Microsoft.EntityFrameworkCore.Relational")
                .Attribute("version")!.Value.Should().StartWith(framework["net".Length..framework.IndexOf('.')] + ".");
        });
    }

    [Fact]
    public void The_package_that_fits_models_serves_both_frameworks_and_depends_on_one_library()
    {
        var groups = Child(solution.MetadataOf("KeyAccount.Core.Estimation"), "dependencies")!.Elements().ToList();

        groups.Select(group => group.Attribute("targetFramework")!.Value).Should().BeEquivalentTo("net8.0", "net10.0");
        groups.Should().AllSatisfy(group =>
        {
            group.Elements().Select(dependency => dependency.Attribute("id")!.Value)
                .Should().BeEquivalentTo("KeyAccount.Core", "MathNet.Numerics");

            // It uses internals of the core, so it goes with no other.
            group.Elements().Single(dependency => dependency.Attribute("id")!.Value == "KeyAccount.Core")
                .Attribute("version")!.Value.Should().Be($"[{solution.Version}]");
        });
    }

    [Fact]
    public void The_package_of_SQL_texts_serves_both_frameworks_and_depends_on_the_core_only()
    {
        var groups = Child(solution.MetadataOf("KeyAccount.Core.Sql"), "dependencies")!.Elements().ToList();

        groups.Select(group => group.Attribute("targetFramework")!.Value).Should().BeEquivalentTo("net8.0", "net10.0");

        // It uses internals of the core, so it goes with no other.
        groups.Should().AllSatisfy(group => group.Elements().Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value))
            .Should().Equal(("KeyAccount.Core", $"[{solution.Version}]")));
    }

    [Fact]
    public void The_tool_is_a_dotnet_tool_named_keyaccount()
    {
        var types = Child(solution.MetadataOf(Repository.Tool), "packageTypes")!.Elements();
        using var archive = solution.Open(Repository.Tool);
        using var settings = archive.GetEntry("tools/net10.0/any/DotnetToolSettings.xml")!.Open();

        types.Select(type => type.Attribute("name")!.Value).Should().Equal("DotnetTool");
        XDocument.Load(settings).Descendants("Command").Select(command => command.Attribute("Name")!.Value).Should().Equal("keyaccount");
    }

    private static IEnumerable<string> EntriesThatDiffer(string one, string other)
    {
        using var first = ZipFile.OpenRead(one);
        using var second = ZipFile.OpenRead(other);
        var (before, after) = (Entries(first), Entries(second));
        return before.Except(after).Concat(after.Except(before)).Select(entry => entry.Name).Distinct(StringComparer.Ordinal);
    }

    private static List<(string Name, uint Crc, DateTimeOffset Written)> Entries(ZipArchive archive) =>
        [.. archive.Entries.Select(entry => (entry.FullName, entry.Crc32, entry.LastWriteTime))];

    private static bool IsOurs(string name) => Path.GetFileName(name) is var file
        && Path.GetExtension(file) == ".dll"
        && (file.StartsWith("KeyAccount.", StringComparison.Ordinal) || file.StartsWith("keyaccount", StringComparison.Ordinal));

    private static IEnumerable<string> Names(ZipArchive archive) => archive.Entries.Select(entry => entry.FullName);

    private static byte[] BytesOf(ZipArchive archive, string name)
    {
        using var entry = (archive.GetEntry(name) ?? throw new InvalidOperationException($"The package has no '{name}'.")).Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static XElement? Child(XElement metadata, string name) =>
        metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    private static string? Value(XElement metadata, string name) => Child(metadata, name)?.Value;
}
