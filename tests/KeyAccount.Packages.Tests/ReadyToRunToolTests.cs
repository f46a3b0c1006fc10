namespace KeyAccount.Packages.Tests;

/// <summary>The tool, compiled ahead of time for this platform, is installed by its one name and answers like the one that is not.</summary>
[Collection(PlatformTool.Tests)]
public sealed class ReadyToRunToolTests(PackedSolution solution, PlatformTool tool)
{
    [Fact]
    public async Task It_is_installed_by_one_name_and_reviews_to_the_byte_alike()
    {
        Directory.EnumerateFiles(tool.Packages, "*.nupkg").Select(Path.GetFileName).Should().BeEquivalentTo(
            PlatformTool.Names.Select(name => $"{name}.{solution.Version}.nupkg"));

        var ahead = (await tool.Run(Repository.Root, ["review"])).MustSucceed();
        ahead.Output.Should().Equal((await solution.ReviewOfBuiltTool()).Output).And.NotBeEmpty();
        MethodsCompiledAhead(tool.Installed).Should().BeTrue("that is what the package of a platform is for");
    }

    // Code that is compiled ahead of time has a header of its own in the image, whose directory is empty in what is compiled later.
    private static bool MethodsCompiledAhead(string installed)
    {
        var library = Directory.EnumerateFiles(installed, "KeyAccount.Core.dll", SearchOption.AllDirectories).Single();
        using var image = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(library));
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
