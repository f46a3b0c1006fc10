using System.Collections;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace KeyAccount.Packages.Tests;

/// <summary>What a program did: its exit code, its output to the byte, its errors.</summary>
internal sealed record CommandResult(string Command, int ExitCode, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);

    public CommandResult MustSucceed() => ExitCode == 0 ? this : throw new InvalidOperationException(ToString());

    public override string ToString() => $"'{Command}' ended with {ExitCode}.\n{Text}\n{Error}";
}

/// <summary>Runs programs: always to their end or to a timeout, and in an environment without the marks of the test run around
/// them.</summary>
internal static class Command
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    private static readonly string DotnetRoot = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    // What a runner or a build above tells its own children; the programs here are not theirs.
    private static readonly string[] Inherited =
        ["MSBUILD", "TESTINGPLATFORM_", "XUNIT_", "VSTEST", "COVERLET", "CORECLR_", "DOTNET_STARTUP_HOOKS"];

    // Nothing that is started here stays behind to serve a next build, speaks another language, or profiles itself for a long life.
    private static readonly (string Name, string? Value)[] Own =
    [
        ("DOTNET_ROOT", DotnetRoot),
        ("MSBUILDDISABLENODEREUSE", "1"),
        // The compiler of the run around it has a name, and is stopped by who named it.
        ("UseSharedCompilation", Environment.GetEnvironmentVariable("SharedCompilationId") is { Length: > 0 } ? "true" : "false"),
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_CLI_UI_LANGUAGE", "en"),
        ("DOTNET_NOLOGO", "1"),
        ("DOTNET_TieredPGO", "0"),
    ];

    /// <summary>Gets the options of a build that is made once and thrown away: nothing waits for a next one, and the analyzers have spoken
    /// before.</summary>
    public static IReadOnlyList<string> Once { get; } = ["-nodeReuse:false", "-p:RunAnalyzers=false"];

    /// <summary>Gets the program <c>dotnet</c>.</summary>
    public static string DotnetPath { get; } = Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public static Task<CommandResult> Dotnet(
        string folder, IEnumerable<string> arguments, params (string Name, string? Value)[] environment) =>
        Run(DotnetPath, folder, arguments, environment);

    public static async Task<CommandResult> Run(
        string program, string folder, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = StartOf(program, folder, arguments, environment);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start.");
        process.StandardInput.Close();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        cancellation.CancelAfter(Timeout);
        // A stopped program closes its streams, which ends the reading of them.
        await using var stop = cancellation.Token.Register(() => process.Kill(entireProcessTree: true));
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);

        var result = new CommandResult(
            $"{Path.GetFileName(program)} {string.Join(' ', start.ArgumentList)}", process.ExitCode, output.ToArray(), await error);
        return cancellation.IsCancellationRequested
            ? throw new TimeoutException($"Stopped, at the latest after {Timeout}: {result}")
            : result;
    }

    /// <summary>How a program is started: its output and its errors can be read.</summary>
    public static ProcessStartInfo StartOf(
        string program, string folder, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsInherited))
            start.Environment.Remove(name);
        foreach (var (name, value) in Own.Concat(environment))
            start.Environment[name] = value;
        return start;
    }

    private static bool IsInherited(string name) =>
        Array.Exists(Inherited, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
