using System.IO.Compression;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(KeyAccount.Packages.Tests.PackedSolution))]

namespace KeyAccount.Packages.Tests;

/// <summary>The solution, packed once for all tests, into a folder outside the repository.</summary>
public sealed class PackedSolution : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private CommandResult? _packing;

    /// <summary>Gets a version that no other source and no cache can have.</summary>
    public string Version { get; } = $"0.0.1-test.{Guid.NewGuid():N}";

    /// <summary>Gets the folder that holds the packages.</summary>
    public string Packages => PathOf("package", "release");

    /// <summary>Gets the tool as it is built, neither packed nor trimmed.</summary>
    public string BuiltTool => PathOf("bin", Repository.Tool, "release", "keyaccount.dll");

    internal CommandResult Packing => _packing!;

    public async ValueTask InitializeAsync() => _packing = await Pack(_folder, Version);

    /// <summary>Packs the solution from its sources, in a folder of its own.</summary>
    internal static Task<CommandResult> Pack(TemporaryFolder folder, string version) => Command.Dotnet(
        Repository.Root,
        [
            "pack", "KeyAccount.Core.sln", "-c", "Release", "--artifacts-path", folder.Root, $"-p:Version={version}",
            // As when it is published: what is built does not know in which folder.
            "-p:ContinuousIntegrationBuild=true", $"-p:PathMap={folder.Root}=/_artifacts", .. Command.Once,
        ]);

    public ZipArchive Open(string package, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Packages, $"{package}.{Version}.{extension}"));

    /// <summary>The description of a package, its nuspec.</summary>
    public XElement MetadataOf(string package)
    {
        using var archive = Open(package);
        using var nuspec = archive.GetEntry($"{package}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private string PathOf(params string[] names) => Packing.ExitCode == 0
        ? _folder.PathOf(names)
        : throw new InvalidOperationException($"The solution does not pack; {nameof(PackageTests.The_solution_packs)} says why.");
}
