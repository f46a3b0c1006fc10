namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>Programs, built together outside the repository against the packages as a user gets them, and run one by one.</summary>
internal sealed class ProgramBuild : IDisposable
{
    public static readonly IReadOnlyList<string> Frameworks = ["net8.0", "net10.0"];

    // What the programs of a package need besides the libraries: a database to talk to.
    private static readonly Dictionary<string, string[]> Companions = new(StringComparer.Ordinal)
    {
        ["KeyAccount.Core.EntityFrameworkCore"] =
            ["Microsoft.EntityFrameworkCore.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core"],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly List<ReadmeProgram> _programs;
    private string _log = "";

    private ProgramBuild(IEnumerable<ReadmeProgram> programs) => _programs = [.. programs];

    public static async Task<ProgramBuild> Create(PackedSolution solution, IEnumerable<ReadmeProgram> programs)
    {
        var build = new ProgramBuild(programs);
        try
        {
            await build.Build(solution);
        }
        catch
        {
            build.Dispose();
            throw;
        }

        return build;
    }

    /// <summary>The frameworks a program is for: those of the package whose README it is in.</summary>
    public static IEnumerable<string> FrameworksOf(ReadmeProgram program) =>
        Repository.Packages.SingleOrDefault(package => program.File == $"src/{package}/README.md") is { } package
            ? Frameworks.Intersect(Repository.FrameworksOf(package), StringComparer.Ordinal)
            : Frameworks;

    /// <summary>What is wrong with a program on a framework; null when it builds, ends well and prints what it should. A service need only
    /// build here: <see cref="ReadmeServiceTests"/> asks it.</summary>
    public async Task<string?> FaultOf(ReadmeProgram program, string framework)
    {
        var assembly = AssemblyOf(program, framework);
        if (!File.Exists(assembly))
            return $"{program} does not build for {framework}:\n{ErrorsOf(NameOf(program), framework)}";
        if (program.IsService)
            return null;

        var result = await Command.Dotnet(
            _folder.Root, [assembly], ("DOTNET_ROLL_FORWARD", "Major"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
        if (result.ExitCode != 0)
            return $"{program} fails on {framework}: {result}";
        var printed = result.Text.ReplaceLineEndings("\n");
        return program.Output is null || printed == program.Output
            ? null
            : $"{program} prints on {framework}:\n{printed}\nbut should print:\n{program.Output}";
    }

    /// <summary>Where a program is built to.</summary>
    public string AssemblyOf(ReadmeProgram program, string framework) =>
        _folder.PathOf("artifacts", "bin", NameOf(program), $"debug_{framework}", $"{NameOf(program)}.dll");

    public void Dispose() => _folder.Dispose();

    private string NameOf(ReadmeProgram program) =>
        $"Program{_programs.FindIndex(other => other.File == program.File && other.Line == program.Line) + 1}";

    private async Task Build(PackedSolution solution)
    {
        _folder.Write("global.json", File.ReadAllText(Repository.PathOf("global.json")));
        _folder.Write("Directory.Build.targets", "<Project />");
        _folder.Write("Directory.Packages.props", "<Project />");
        _folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFrameworks>{string.Join(';', Frameworks)}</TargetFrameworks>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
                <UseArtifactsOutput>true</UseArtifactsOutput>
                <ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{solution.Packages}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(Repository.Libraries.Select(package => $"""<PackageReference Include="{package}" Version="[{solution.Version}]" {OnlyOn(package)} />"""))}
              </ItemGroup>
            </Project>
            """);
        foreach (var program in _programs)
        {
            var name = NameOf(program);
            var companions = Companions.FirstOrDefault(each => program.File == $"src/{each.Key}/README.md").Value ?? [];
            _folder.Write($"{name}/{name}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk{(program.IsHosted ? ".Web" : "")}">
                  <PropertyGroup><TargetFrameworks>{string.Join(';', FrameworksOf(program))}</TargetFrameworks></PropertyGroup>
                  <ItemGroup>{string.Concat(companions.SelectMany(package => FrameworksOf(program).Select(framework => Companion(package, framework))))}</ItemGroup>
                </Project>
                """);
            _folder.Write($"{name}/Program.cs", $"#line {program.Line} \"{program.File}\"\n{program.Code}");
        }

        var all = _folder.Write(
            "Programs.slnx",
            $"<Solution>{string.Concat(_programs.Select(program => $"""<Project Path="{NameOf(program)}/{NameOf(program)}.csproj" />"""))}</Solution>");

        // A program that does not build is an answer, not a fault of the build.
        var result = await Command.Dotnet(_folder.Root, ["build", all, "-nodeReuse:false"]);
        _log = result.ToString();
        if (!Directory.Exists(_folder.PathOf("artifacts", "bin")))
            throw new InvalidOperationException(_log);
    }

    private static string Companion(string package, string framework) =>
        $"""<PackageReference Include="{package}" Version="{Repository.VersionOf(package, framework)}" Condition="'$(TargetFramework)' == '{framework}'" />""";

    private static string OnlyOn(string package) =>
        Repository.FrameworksOf(package) is var frameworks && Frameworks.All(frameworks.Contains)
        ? ""
        : $"""Condition="{string.Join(" or ", frameworks.Select(framework => $"'$(TargetFramework)' == '{framework}'"))}" """;

    private string ErrorsOf(string name, string framework)
    {
        var errors = _log.Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal) && line.Contains($"{name}.csproj", StringComparison.Ordinal))
            .Where(
                line => line.Contains(framework, StringComparison.Ordinal) || !line.Contains("TargetFramework", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return errors.Count > 0 ? string.Join('\n', errors) : _log;
    }
}
