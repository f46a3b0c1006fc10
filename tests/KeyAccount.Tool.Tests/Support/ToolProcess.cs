using System.Diagnostics;
using System.Text;

namespace KeyAccount.Tool.Tests.Support;

/// <summary>The tool as a program of its own.</summary>
internal static class ToolProcess
{
    /// <summary>The tool beside the tests.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "keyaccount.dll");

    /// <summary>The dotnet this process runs on, or the one the machine finds.</summary>
    public static string Host { get; } = Environment.ProcessPath is { } path
        && string.Equals(Path.GetFileNameWithoutExtension(path), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? path
            : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    public static Process Start(params string[] arguments) => Start(_ => { }, arguments);

    public static Process Start(Action<ProcessStartInfo> change, params string[] arguments)
    {
        var start = new ProcessStartInfo(Host)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Assembly);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        change(start);
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<ToolRun> Run(params string[] arguments) => Run(_ => { }, arguments);

    /// <summary>Runs it to its end, started as the caller changes it.</summary>
    public static async Task<ToolRun> Run(Action<ProcessStartInfo> change, params string[] arguments)
    {
        using var process = Start(change, arguments);
        process.StandardInput.Close();
        return await End(process);
    }

    /// <summary>Everything a process still has to say.</summary>
    public static async Task<ToolRun> End(Process process)
    {
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new(process.ExitCode, await output, (await error).ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
