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

    private ProgramBuild? _build;

    internal static IReadOnlyList<ReadmeProgram> Faulty { get; } = ReadmeProgram.In("FAULTY.md", FaultyReadme);

    public async ValueTask InitializeAsync() => _build = await ProgramBuild.Create(solution, Readme.Programs.Concat(Faulty));

    public ValueTask DisposeAsync()
    {
        _build?.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string? FaultOf(ReadmeProgram program, string framework) => _build!.FaultOf(program, framework);

    internal string AssemblyOf(ReadmeProgram program, string framework) => _build!.AssemblyOf(program, framework);
}
