using System.Reflection.Metadata;
using System.Text.Json.Nodes;
using NuGet.Packaging;

namespace KeyAccount.Packages.Tests;

/// <summary>The packages as NuGet itself reads them: what a gallery shows of them, and what a debugger finds in their symbols.</summary>
public sealed class PublishedPackageTests(PackedSolution solution)
{
    // What a gallery takes of them at most.
    private const int LongestDescription = 4_000;
    private const int LongestReleaseNotes = 35_000;
    private const int LargestIcon = 1 << 20;

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static TheoryData<string> Packages => [.. Repository.Packages];

    [Theory, MemberData(nameof(Packages))]
    public void A_package_shows_an_icon_a_description_and_what_is_new(string package)
    {
        using var reader = Read(package);
        var nuspec = reader.NuspecReader;

        nuspec.GetId().Should().Be(package);
        nuspec.GetVersion().ToString().Should().Be(solution.Version);
        nuspec.GetDescription().Length.Should().BeInRange(60, LongestDescription);
        nuspec.GetReleaseNotes().Length.Should().BeInRange(60, LongestReleaseNotes);
        File.ReadAllText(Repository.PathOf("CHANGELOG.md")).ReplaceLineEndings("\n").Should()
            .Contain($"\n\n{nuspec.GetReleaseNotes().ReplaceLineEndings("\n")}\n\n### ");
        nuspec.GetReleaseNotes().Should().ContainAll(Repository.Libraries.Where(IsNew).Select(library => $"`{library}`"), "who reads them learns what is new");
        nuspec.GetReadme().Should().Be("README.md");
        nuspec.GetLicenseMetadata()!.License.Should().Be("MIT");
        reader.GetFiles().Should().Contain(nuspec.GetIcon());
        using var icon = reader.GetStream(nuspec.GetIcon()!);
        using var bytes = new MemoryStream();
        icon.CopyTo(bytes);
        bytes.ToArray().Should().StartWith(Png);
        bytes.Length.Should().BeLessThan(LargestIcon);
    }

    [Fact]
    public void Every_package_has_a_description_and_tags_of_its_own()
    {
        var all = Repository.Packages.Select(package =>
        {
            using var reader = Read(package);
            return (Description: reader.NuspecReader.GetDescription(), Tags: reader.NuspecReader.GetTags());
        }).ToList();

        all.Select(each => each.Description).Should().OnlyHaveUniqueItems();
        all.Select(each => each.Tags).Should().OnlyHaveUniqueItems().And.OnlyContain(tags => tags.StartsWith("key-account-management ", StringComparison.Ordinal));
        all.Should().OnlyContain(each => each.Tags.Split(' ').Distinct(StringComparer.Ordinal).Count() == each.Tags.Split(' ').Length);
    }

    // Whoever packs, and wherever: nobody learns the name of their home.
    [Theory, MemberData(nameof(Packages))]
    public void The_symbols_name_no_path_of_a_machine(string package)
    {
        using var symbols = new PackageArchiveReader(Path.Combine(solution.Packages, $"{package}.{solution.Version}.snupkg"));
        foreach (var file in symbols.GetFiles().Where(file => Path.GetFileName(file).StartsWith(
            "KeyAccount", StringComparison.OrdinalIgnoreCase) && file.EndsWith(".pdb", StringComparison.Ordinal)))
        {
            using var stream = symbols.GetStream(file);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            memory.Position = 0;
            using var provider = MetadataReaderProvider.FromPortablePdbStream(memory, MetadataStreamOptions.PrefetchMetadata);
            var pdb = provider.GetMetadataReader();

            pdb.Documents.Select(handle => pdb.GetString(pdb.GetDocument(handle).Name)).Should().NotBeEmpty()
                .And.OnlyContain(name => name.StartsWith("/_/", StringComparison.Ordinal) || name.StartsWith("/_1/", StringComparison.Ordinal), file);
            foreach (var handle in pdb.CustomDebugInformation)
            {
                var information = pdb.GetCustomDebugInformation(handle);
                if (pdb.GetGuid(information.Kind) == SourceLink)
                    System.Text.Encoding.UTF8.GetString(pdb.GetBlobBytes(information.Value)).Should().NotContain(Repository.Root);
            }
        }
    }

    [Fact]
    public async Task With_the_address_of_the_repository_a_debugger_finds_the_sources()
    {
        Assert.SkipUnless(Path.Exists(Repository.PathOf(".git")), "The sources are no clone: they have no commit to name.");
        using var folder = new TemporaryFolder();
        var result = await Command.Dotnet(
            folder.Root,
            [
                "msbuild", Repository.PathOf("src", "KeyAccount.Core.Reports", "KeyAccount.Core.Reports.csproj"), "-t:GenerateSourceLinkFile",
                "-p:Configuration=Release", "-p:TargetFramework=net10.0", "-p:RepositoryUrl=https://github.com/example/keyaccount",
                $"-p:IntermediateOutputPath={folder.Root}/", "-getProperty:PackageProjectUrl",
            ]);
        result.MustSucceed().Text.Should().Contain("https://github.com/example/keyaccount");

        var file = Directory.GetFiles(folder.Root, "*.sourcelink.json").Should().ContainSingle().Subject;
        var documents = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["documents"]!.AsObject();
        documents["/_/*"]!.GetValue<string>().Should().MatchRegex("^https://raw\\.githubusercontent\\.com/example/keyaccount/[0-9a-f]{40}/\\*$");
        documents.ToString().Should().NotContain(Repository.Root);
    }

    private static bool IsNew(string library) => Directory.GetFiles(Repository.PathOf("tests", "Baseline"), $"{library}.?.?.?.nupkg").Length == 0;

    private PackageArchiveReader Read(string package) =>
        new(Path.Combine(solution.Packages, $"{package}.{solution.Version}.nupkg"));
}
