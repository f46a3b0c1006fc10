using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(KeyAccount.Packages.Tests.PackedSolution))]

namespace KeyAccount.Packages.Tests;

/// <summary>The packages, made once for all tests, outside the repository: those of the run around it, which <c>KEYACCOUNT_PACKAGES</c>
/// names, or else packed here.</summary>
public sealed class PackedSolution : IAsyncLifetime
{
    private const string LeftUncompiled = "MathNet.Numerics.dll;ModelContextProtocol.Core.dll;Microsoft.Extensions.AI.Abstractions.dll;Apache.Arrow.dll;"
        + "MiniExcel.dll;SpreadCheetah.dll;DuckDB.NET.Data.dll;DuckDB.NET.Bindings.dll";

    private readonly TemporaryFolder _folder = new();
    private readonly string? _given = Environment.GetEnvironmentVariable("KEYACCOUNT_PACKAGES") is { Length: > 0 } folder ? folder : null;
    private readonly Lazy<Task<CommandResult>> _review;
    private CommandResult? _packing;

    public PackedSolution()
    {
        Version = _given is null ? $"0.0.1-test.{Guid.NewGuid():N}" : VersionIn(_given);
        _review = new(async () => (await Command.Dotnet(Repository.Root, [BuiltTool, "review"])).MustSucceed());
    }

    /// <summary>Gets a version that no other source and no cache can have.</summary>
    public string Version { get; }

    /// <summary>Gets the folder that holds the packages.</summary>
    public string Packages => _given ?? Made("packages");

    /// <summary>Gets the tool as it is built, neither packed nor trimmed.</summary>
    public string BuiltTool => _given is null
        ? Made("sources", "src", Repository.Tool, "bin", "Release", "net10.0", "keyaccount.dll")
        : Repository.PathOf("src", Repository.Tool, "bin", "Release", "net10.0", "keyaccount.dll");

    /// <summary>Gets the property of a project outside the repository by which it takes the packages of others from those of the machine, and
    /// does not unpack them once more. Where the machine has ours too, all are unpacked: ours are those of <see cref="Packages"/> and no
    /// others.</summary>
    internal string FallbackFolder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
                ? named
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            return Directory.Exists(folder) && !Repository.Packages.Any(
                package => Directory.Exists(Path.Combine(folder, package.ToLowerInvariant(), Version)))
                ? $"<RestoreFallbackFolders>{folder}</RestoreFallbackFolders>"
                : "";
        }
    }

    /// <summary>What the tool as it is built says of its sample; it is asked once.</summary>
    internal Task<CommandResult> ReviewOfBuiltTool() => _review.Value;

    /// <summary>Gets what packing said; null where the packages were given.</summary>
    internal CommandResult? Packing => _packing;

    public async ValueTask InitializeAsync() => _packing = _given is null ? await Pack(_folder, Version) : null;

    /// <summary>Packs a copy of the sources, in a folder of its own and from nothing.</summary>
    internal static async Task<CommandResult> Pack(TemporaryFolder folder, string version)
    {
        Repository.CopySources(folder.PathOf("sources"));
        var projects = folder.Write(
            "sources/Packages.slnx",
            $"<Solution>{string.Concat(Repository.Packages.Select(package => $"""<Project Path="src/{package}/{package}.csproj" />"""))}</Solution>");

        // As when it is published: what is built does not know in which folder. Built first and packed then, as .ci/run does: the version of
        // the packages stands in the packages alone and not in what they hold.
        var building = await Command.Dotnet(
            folder.PathOf("sources"), ["build", projects, "-c", "Release", "-p:ContinuousIntegrationBuild=true", .. Command.Once]);
        return building.ExitCode != 0 ? building : await Command.Dotnet(
            folder.PathOf("sources"),
            ["pack", projects, "-c", "Release", "--no-build", "-o", folder.PathOf("packages"), $"-p:PackageVersion={version}",
                "-p:ContinuousIntegrationBuild=true", .. Command.Once]);
    }

    /// <summary>Copies the sources of the tool, whose libraries are then those of the packages: they are compiled already. In an ordinary run
    /// so is the tool.</summary>
    /// <returns>The path of its project.</returns>
    internal string CopyTool(TemporaryFolder folder)
    {
        Repository.CopySources(folder.PathOf("sources"));
        var targets = folder.PathOf("sources", "src", "Directory.Build.targets");
        // A version that only tests have is none for the packages of the machine.
        Add(targets, $"""
              <PropertyGroup>
                <RestorePackagesPath>{folder.PathOf("restored")}</RestorePackagesPath>
                {FallbackFolder}
              </PropertyGroup>
            """);
        if (!Seeded.IsLong)
            TakeFromTheBuild(targets);
        var project = folder.PathOf("sources", "src", Repository.Tool, $"{Repository.Tool}.csproj");
        File.WriteAllText(project, Regex.Replace(
            File.ReadAllText(project),
            "<ProjectReference Include=\"[^\"]*/(?<library>[^/\"]+)[.]csproj\" />",
            $"<PackageReference Include=\"${{library}}\" VersionOverride=\"[{Version}]\" />",
            RegexOptions.None,
            TimeSpan.FromSeconds(5)));
        return project;
    }

    public ZipArchive Open(string package, string extension = "nupkg") =>
        ZipFile.OpenRead(Path.Combine(Packages, $"{package}.{Version}.{extension}"));

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

    private static string VersionIn(string folder)
    {
        // The one whose name goes on with a number: those of the companions go on with a word.
        var start = "KeyAccount.Core.".Length;
        return Directory.EnumerateFiles(folder, "KeyAccount.Core.*.nupkg").Select(file => Path.GetFileNameWithoutExtension(file))
            .Single(name => char.IsDigit(name[start]))[start..];
    }

    // The tool as it is built, and not compiled anew for each platform. Compiling ahead of time takes the longest of all: the large packages
    // of others that few commands use are left as they are.
    private void TakeFromTheBuild(string targets) => Add(targets, $"""
          <PropertyGroup>
            <ProduceReferenceAssembly>false</ProduceReferenceAssembly>
          </PropertyGroup>
          <ItemGroup>
            <PublishReadyToRunExclude Include="{LeftUncompiled}" />
          </ItemGroup>
          <Target Name="CoreCompile">
            <Copy SourceFiles="{BuiltTool}" DestinationFiles="@(IntermediateAssembly)" />
            <Copy SourceFiles="{Path.ChangeExtension(BuiltTool, ".pdb")}" DestinationFiles="@(_DebugSymbolsIntermediatePath)" />
            <Copy SourceFiles="{Path.ChangeExtension(BuiltTool, ".xml")}" DestinationFiles="@(DocFileItem)" />
          </Target>
        """);

    private static void Add(string targets, string elements) => File.WriteAllText(
        targets, File.ReadAllText(targets).Replace("</Project>", $"{elements}\n</Project>", StringComparison.Ordinal));

    private string Made(params string[] names) => Packing!.ExitCode == 0
        ? _folder.PathOf(names)
        : throw new InvalidOperationException($"The solution does not pack; {nameof(PackageTests.The_solution_packs)} says why.");
}
