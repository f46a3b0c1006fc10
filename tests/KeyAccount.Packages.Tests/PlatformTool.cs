using System.Runtime.InteropServices;

namespace KeyAccount.Packages.Tests;

/// <summary>The tool, compiled ahead of time for this platform and installed by its one name, made once.</summary>
[CollectionDefinition(Tests)]
public sealed class PlatformTool(PackedSolution solution) : IAsyncLifetime, ICollectionFixture<PlatformTool>
{
    /// <summary>The tests that share it.</summary>
    public const string Tests = "the tool of a platform";

    private const string Any = "any";

    private readonly TemporaryFolder _folder = new();
    private readonly HashSet<string> _prepared = new(StringComparer.Ordinal);

    /// <summary>Gets what is packed for this platform and for any other: the package that names them, and one for each.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [Repository.Tool, $"{Repository.Tool}.{RuntimeInformation.RuntimeIdentifier}", $"{Repository.Tool}.{Any}"];

    /// <summary>Gets the folder of the packages.</summary>
    public string Packages => _folder.PathOf("packages");

    /// <summary>Gets the folder that it is installed to.</summary>
    public string Installed => _folder.PathOf("installed");

    public async ValueTask InitializeAsync()
    {
        var packing = await Command.Dotnet(
            _folder.Root,
            [
                "pack", solution.CopyTool(_folder), "-c", "Release", $"-p:ToolPlatforms={RuntimeInformation.RuntimeIdentifier}%3B{Any}",
                $"-p:PackageVersion={solution.Version}", $"-p:RestoreAdditionalProjectSources={solution.Packages}", "--artifacts-path",
                _folder.PathOf("artifacts"), "-o", Packages, .. Command.Once,
            ]);
        packing.MustSucceed();

        _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="packages" value="{Packages}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{_folder.PathOf("cache")}" /></config>
            </configuration>
            """);
        (await Command.Dotnet(
            _folder.Root, ["tool", "install", Repository.Tool, "--version", solution.Version, "--tool-path", Installed])).MustSucceed();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<CommandResult> Run(string folder, IEnumerable<string> arguments) => Command.Run(ProgramIn(Installed), folder, arguments);

    /// <summary>Brings a file or a folder that a command needs and another command writes. It is written once: the files that it is made
    /// from are the same for all commands, and so is what is written. The tests that share the tool run one after another.</summary>
    internal async Task Prepare(TemporaryFolder folder, string name, IEnumerable<string> arguments)
    {
        var kept = _folder.PathOf("prepared", name);
        if (_prepared.Contains(name))
        {
            Copy(kept, folder.PathOf(name));
            return;
        }

        (await Run(folder.Root, arguments)).MustSucceed();
        Copy(folder.PathOf(name), kept);
        _prepared.Add(name);
    }

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            return;
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(from))
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
    }

    /// <summary>The program in a folder that the tool is installed to.</summary>
    internal static string ProgramIn(string folder) => Path.Combine(folder, OperatingSystem.IsWindows() ? "keyaccount.exe" : "keyaccount");
}
