namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>The programs of the READMEs and some faulty ones, built together once.</summary>
[CollectionDefinition(Tests)]
public sealed class ReadmePrograms(PackedSolution solution) : IAsyncLifetime, ICollectionFixture<ReadmePrograms>
{
    /// <summary>The tests that share them.</summary>
    public const string Tests = "programs of the READMEs";

    private const string FaultyReadme = """
        ```csharp
        KeyAccount.Core.Grading.Pareto.Grade();
        ```

        ```csharp
        Console.WriteLine("A warning follows.");
        string nothing = null;
        ```

        ```csharp
        Console.WriteLine("An end follows.");
        throw new InvalidOperationException("the end");
        ```

        ```text
        An end follows.
        ```
        """;

    private readonly Dictionary<(string File, string Framework), RunningService> _services = [];
    private ProgramBuild? _build;

    internal static IReadOnlyList<ReadmeProgram> Faulty { get; } = ReadmeProgram.In("FAULTY.md", FaultyReadme);

    public async ValueTask InitializeAsync() => _build = await ProgramBuild.Create(solution, Readme.Programs.Concat(Faulty));

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.Values)
            await service.DisposeAsync();
        _build?.Dispose();
    }

    internal string? FaultOf(ReadmeProgram program, string framework) => _build!.FaultOf(program, framework);

    /// <summary>The service of a README with its own settings, started once for the tests that only ask it. They run one after
    /// another.</summary>
    internal async Task<RunningService> ServiceOf(ReadmeProgram program, string framework)
    {
        if (!_services.TryGetValue((program.File, framework), out var service))
        {
            service = await RunningService.Start(AssemblyOf(program, framework), program.Configuration!);
            _services[(program.File, framework)] = service;
        }

        return service;
    }

    internal string AssemblyOf(ReadmeProgram program, string framework) => _build!.AssemblyOf(program, framework);
}
