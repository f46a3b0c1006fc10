using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>Programs, built outside the repository against the packages as a user gets them, and run one after another.</summary>
/// <remarks>One project is restored and built for each kind of program; the programs of that kind are compiled with what the build of the
/// project gave its compiler, and lie beside it. The project runs them all in one process: a process for each compiled the libraries
/// anew.</remarks>
internal sealed class ProgramBuild : IDisposable
{
    public static readonly IReadOnlyList<string> Frameworks = ["net8.0", "net10.0"];

    // What the programs of a package need besides the libraries: a database to talk to.
    private static readonly Dictionary<string, string[]> Companions = new(StringComparer.Ordinal)
    {
        ["KeyAccount.Core.EntityFrameworkCore"] =
            ["Microsoft.EntityFrameworkCore.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core"],
        ["KeyAccount.Core.Sql"] = ["Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core"],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly List<ReadmeProgram> _programs;
    private readonly Dictionary<(string Name, string Framework), string> _errors = [];

    // What runs the programs of a kind: each writes what it prints to a file beside it, and what it ends with.
    private const string Runner = """
        using System.Globalization;
        using System.Reflection;
        using System.Runtime.Loader;

        foreach (var path in args)
        {
            var console = (Console.Out, Console.Error);
            var (printed, fault) = (new StringWriter(), "");
            Console.SetOut(printed);
            Console.SetError(printed);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            try
            {
                var main = AssemblyLoadContext.Default.LoadFromAssemblyPath(path).EntryPoint!;
                if (main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]) is int code and not 0)
                    fault = $"exit code {code}";
            }
            catch (TargetInvocationException e)
            {
                fault = e.InnerException!.ToString();
            }

            (var output, var error) = console;
            Console.SetOut(output);
            Console.SetError(error);
            File.WriteAllText(Path.ChangeExtension(path, ".printed"), printed.ToString());
            if (fault.Length > 0)
                File.WriteAllText(Path.ChangeExtension(path, ".fault"), fault);
        }
        """;

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

    /// <summary>The frameworks a program is tried on: those of the package whose README it is in. An example of the documentation is read
    /// where it is written. An ordinary run tries the older framework with the first program of each README, and with services.</summary>
    public static IEnumerable<string> FrameworksOf(ReadmeProgram program) =>
        program.File.EndsWith(".cs", StringComparison.Ordinal) || (!Seeded.IsLong && IsOneOfMany(program)) ? [Frameworks[^1]]
        : Repository.Packages.SingleOrDefault(package => program.File == $"src/{package}/README.md") is { } package
            ? Frameworks.Intersect(Repository.FrameworksOf(package), StringComparer.Ordinal)
            : Frameworks;

    private static bool IsOneOfMany(ReadmeProgram program) =>
        !program.IsService && !program.IsClient
        && Readme.Programs.FirstOrDefault(each => each.File == program.File) is { } first && first.Line != program.Line;

    /// <summary>What is wrong with a program on a framework; null when it builds, ends well and prints what it should. A service and a
    /// client need only build here: <see cref="ReadmeServiceTests"/> brings them together.</summary>
    public string? FaultOf(ReadmeProgram program, string framework)
    {
        if (_errors.TryGetValue((NameOf(program), framework), out var errors))
            return $"{program} does not build for {framework}:\n{errors}";
        if (program.IsService || program.IsClient)
            return null;

        var assembly = AssemblyOf(program, framework);
        var printed = File.ReadAllText(Path.ChangeExtension(assembly, ".printed")).ReplaceLineEndings("\n");
        if (File.Exists(Path.ChangeExtension(assembly, ".fault")))
            return $"{program} fails on {framework}: {File.ReadAllText(Path.ChangeExtension(assembly, ".fault"))}\n{printed}";
        return program.Output is null || printed == program.Output
            ? null
            : $"{program} prints on {framework}:\n{printed}\nbut should print:\n{program.Output}";
    }

    /// <summary>Where a program is built to.</summary>
    public string AssemblyOf(ReadmeProgram program, string framework) => PathIn(KindOf(program), framework, $"{NameOf(program)}.dll");

    public void Dispose() => _folder.Dispose();

    private static string[] CompanionsOf(ReadmeProgram program) =>
        Companions.FirstOrDefault(each => program.File == $"src/{each.Key}/README.md").Value ?? [];

    /// <summary>What programs that are built alike have in common; the name of their project.</summary>
    private static string KindOf(ReadmeProgram program) =>
        $"Kind{(program.IsHosted ? "Hosted" : "")}{string.Concat(CompanionsOf(program).Take(1)).Replace(".", "", StringComparison.Ordinal)}";

    private string NameOf(ReadmeProgram program) =>
        $"Program{_programs.FindIndex(other => other.File == program.File && other.Line == program.Line) + 1}";

    private string PathIn(string kind, string framework, string file) => _folder.PathOf("artifacts", "bin", kind, $"debug_{framework}", file);

    private async Task Build(PackedSolution solution)
    {
        _folder.Write("global.json", File.ReadAllText(Repository.PathOf("global.json")));
        _folder.Write("Directory.Packages.props", "<Project />");
        // Says what the compiler was given, for the programs.
        _folder.Write("Directory.Build.targets", """
            <Project>
              <Target Name="TellWhatIsCompiled" AfterTargets="CoreCompile">
                <WriteLinesToFile File="$(OutDir)references.txt" Lines="@(ReferencePathWithRefAssemblies->'%(FullPath)')" Overwrite="true" />
                <WriteLinesToFile File="$(OutDir)analyzers.txt" Lines="@(Analyzer->'%(FullPath)')" Overwrite="true" />
                <WriteLinesToFile File="$(OutDir)sources.txt" Lines="@(Compile->'%(FullPath)')" Overwrite="true" />
                <WriteLinesToFile File="$(OutDir)constants.txt" Lines="$(DefineConstants)" Overwrite="true" />
                <WriteLinesToFile File="$(OutDir)suppressed.txt" Lines="$(NoWarn)" Overwrite="true" />
                <WriteLinesToFile File="$(OutDir)interceptors.txt" Lines="$(InterceptorsNamespaces)" Overwrite="true" />
              </Target>
            </Project>
            """);
        _folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
                <UseArtifactsOutput>true</UseArtifactsOutput>
                <ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath>
                {solution.FallbackFolder}
                <RestoreAdditionalProjectSources>{solution.Packages}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(Repository.Libraries.Select(package => $"""<PackageReference Include="{package}" Version="[{solution.Version}]" {OnlyOn(package)} />"""))}
              </ItemGroup>
            </Project>
            """);
        var kinds = _programs.ToLookup(KindOf, StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            var frameworks = FrameworksOf(kind);
            _folder.Write($"{kind.Key}/{kind.Key}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk{(kind.First().IsHosted ? ".Web" : "")}">
                  <PropertyGroup><TargetFrameworks>{string.Join(';', frameworks)}</TargetFrameworks></PropertyGroup>
                  <ItemGroup>{string.Concat(CompanionsOf(kind.First()).SelectMany(package => frameworks.Select(framework => Companion(package, framework))))}</ItemGroup>
                </Project>
                """);
            _folder.Write($"{kind.Key}/Runner.cs", Runner);
        }

        var all = _folder.Write(
            "Programs.slnx", $"<Solution>{string.Concat(kinds.Select(kind => $"""<Project Path="{kind.Key}/{kind.Key}.csproj" />"""))}</Solution>");
        (await Command.Dotnet(_folder.Root, ["build", all, .. Command.Once])).MustSucceed();

        foreach (var kind in kinds)
        {
            foreach (var framework in FrameworksOf(kind))
            {
                Compile(kind, framework);
                await Run(kind, framework);
            }
        }
    }

    private static List<string> FrameworksOf(IEnumerable<ReadmeProgram> programs) =>
        [.. Frameworks.Where(framework => programs.Any(program => FrameworksOf(program).Contains(framework, StringComparer.Ordinal)))];

    private async Task Run(IGrouping<string, ReadmeProgram> kind, string framework)
    {
        var programs = kind.Where(program => !program.IsService && !program.IsClient && FrameworksOf(program).Contains(framework, StringComparer.Ordinal)
            && !_errors.ContainsKey((NameOf(program), framework)));
        (await Command.Dotnet(
            _folder.Root, [PathIn(kind.Key, framework, $"{kind.Key}.dll"), .. programs.Select(program => AssemblyOf(program, framework))],
            ("DOTNET_ROLL_FORWARD", "Major"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"))).MustSucceed();
    }

    // A program that does not build is an answer, not a fault of the build.
    private void Compile(IGrouping<string, ReadmeProgram> kind, string framework)
    {
        string[] Told(string what) => File.ReadAllLines(PathIn(kind.Key, framework, $"{what}.txt"));
        var parsing = CSharpParseOptions.Default.WithPreprocessorSymbols(Told("constants"))
            .WithFeatures([new("InterceptorsNamespaces", string.Join(';', Told("interceptors")))]);
        SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(
            SourceText.From(text, Encoding.UTF8), parsing, path, TestContext.Current.CancellationToken);
        var options = new CSharpCompilationOptions(
                OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error)
            .WithSpecificDiagnosticOptions(Told("suppressed").Where(id => id.Length > 0)
                .Select(id => char.IsAsciiDigit(id[0]) ? $"CS{id}" : id).Distinct(StringComparer.Ordinal)
                .ToDictionary(id => id, _ => ReportDiagnostic.Suppress, StringComparer.Ordinal));
        // The C# of .NET Framework does not know nullable references.
        CSharpCompilationOptions OptionsOf(ReadmeProgram program) =>
            program.IsClient ? options.WithNullableContextOptions(NullableContextOptions.Disable) : options;
        var common = CSharpCompilation.Create(
            kind.Key,
            Told("sources").Where(path => Path.GetFileName(path) != "Runner.cs").Select(path => Parse(File.ReadAllText(path), path)),
            Told("references").Select(path => MetadataReference.CreateFromFile(path)),
            options);
        var loader = new Loader(Told("analyzers"));
        var generators = Told("analyzers")
            .SelectMany(path => new AnalyzerFileReference(path, loader).GetGenerators(LanguageNames.CSharp)).ToList();

        foreach (var program in kind.Where(program => FrameworksOf(program).Contains(framework, StringComparer.Ordinal)))
        {
            var name = NameOf(program);
            CSharpGeneratorDriver.Create(generators, parseOptions: parsing).RunGeneratorsAndUpdateCompilation(
                common.WithAssemblyName(name).WithOptions(OptionsOf(program)).AddSyntaxTrees(Parse($"#line {program.Line} \"{program.File}\"\n{program.Code}", $"{name}.cs")),
                out var compilation, out var said, TestContext.Current.CancellationToken);
            EmitResult result;
            using (var assembly = File.Create(AssemblyOf(program, framework)))
                result = compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);

            var errors = said.Concat(result.Diagnostics).Where(each => each.Severity == DiagnosticSeverity.Error)
                .Select(each => each.ToString()).Distinct(StringComparer.Ordinal).ToList();
            if (!result.Success || errors.Count > 0)
                _errors.Add((name, framework), string.Join('\n', errors));
            foreach (var extension in (string[])["runtimeconfig.json", "deps.json"])
                File.Copy(PathIn(kind.Key, framework, $"{kind.Key}.{extension}"), PathIn(kind.Key, framework, $"{name}.{extension}"));
        }
    }

    private static string Companion(string package, string framework) =>
        $"""<PackageReference Include="{package}" Version="{Repository.VersionOf(package, framework)}" Condition="'$(TargetFramework)' == '{framework}'" />""";

    private static string OnlyOn(string package) =>
        Repository.FrameworksOf(package) is var frameworks && Frameworks.All(frameworks.Contains)
        ? ""
        : $"""Condition="{string.Join(" or ", frameworks.Select(framework => $"'$(TargetFramework)' == '{framework}'"))}" """;

    /// <summary>Loads the generators of a kind of program, which find one another and the compiler that is here, but not those of another
    /// framework, whose names are the same.</summary>
    private sealed class Loader : AssemblyLoadContext, IAnalyzerAssemblyLoader
    {
        private readonly Dictionary<string, string> _paths;

        public Loader(IEnumerable<string> paths) =>
            _paths = paths.ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);

        public void AddDependencyLocation(string fullPath)
        {
            // All are named at the start.
        }

        public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            _paths.TryGetValue(assemblyName.Name!, out var path) ? LoadFromAssemblyPath(path) : null;
    }
}
