using System.Runtime.InteropServices;

namespace KeyAccount.Packages.Tests;

/// <summary>The tool, compiled ahead of time for this platform, is installed by its one name and answers like the one that is not.</summary>
public sealed class ReadyToRunToolTests(PackedSolution solution)
{
    private const string Any = "any";

    [Fact]
    public async Task It_is_installed_by_one_name_and_reviews_to_the_byte_alike()
    {
        using var folder = new TemporaryFolder();
        var platform = RuntimeInformation.RuntimeIdentifier;
        var packing = await Command.Dotnet(
            folder.Root,
            [
                "pack", solution.CopyTool(folder), "-c", "Release", $"-p:ToolPlatforms={platform}%3B{Any}", $"-p:PackageVersion={solution.Version}",
                $"-p:RestoreAdditionalProjectSources={solution.Packages}", "--artifacts-path", folder.PathOf("artifacts"),
                "-o", folder.PathOf("packages"), .. Command.Once,
            ]);
        packing.MustSucceed();

        Directory.EnumerateFiles(folder.PathOf("packages"), "*.nupkg").Select(Path.GetFileName).Should().BeEquivalentTo(
            ((string[])[Repository.Tool, $"{Repository.Tool}.{platform}", $"{Repository.Tool}.{Any}"]).Select(name => $"{name}.{solution.Version}.nupkg"));
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="packages" value="{folder.PathOf("packages")}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{folder.PathOf("cache")}" /></config>
            </configuration>
            """);
        (await Command.Dotnet(
            folder.Root, ["tool", "install", Repository.Tool, "--version", solution.Version, "--tool-path", folder.PathOf("installed")])).MustSucceed();

        var installed = folder.PathOf("installed", OperatingSystem.IsWindows() ? "keyaccount.exe" : "keyaccount");
        var ahead = (await Command.Run(installed, Repository.Root, ["review"])).MustSucceed();
        var built = (await Command.Dotnet(Repository.Root, [solution.BuiltTool, "review"])).MustSucceed();
        ahead.Output.Should().Equal(built.Output).And.NotBeEmpty();
        MethodsCompiledAhead(folder.PathOf("installed")).Should().BeTrue("that is what the package of a platform is for");
    }

    // Code that is compiled ahead of time has a header of its own in the image, whose directory is empty in what is compiled later.
    private static bool MethodsCompiledAhead(string installed)
    {
        var library = Directory.EnumerateFiles(installed, "KeyAccount.Core.dll", SearchOption.AllDirectories).Single();
        using var image = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(library));
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
