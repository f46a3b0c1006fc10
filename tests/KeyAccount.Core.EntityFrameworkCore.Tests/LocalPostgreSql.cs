using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>A real PostgreSQL on loopback with its data in a temporary folder, stopped and removed with it.</summary>
/// <param name="programs">The folder of its programs.</param>
/// <param name="folder">The folder of its data.</param>
/// <param name="port">Where it listens.</param>
/// <param name="missing">Why it does not run; null where it does.</param>
internal sealed class LocalPostgreSql(string? programs, string? folder, int port, string? missing) : IDisposable
{
    public int Port => port;

    public string? Missing => missing;

    /// <summary>The id of the process that all others of the server come from.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(folder!, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static LocalPostgreSql Start()
    {
        if (FolderOf("initdb") is not { } programs)
            return new(null, null, 0, "neither PATH nor /usr/lib/postgresql holds initdb.");
        var folder = Directory.CreateTempSubdirectory("keyaccount-postgresql-").FullName;
        var port = FreePort();
        var data = Path.Combine(folder, "data");
        if (Environment.IsPrivilegedProcess)
            Run("/", "chown", ["postgres", folder], null);
        var failure =
            Run(programs, "initdb", ["-D", data, "-U", "keyaccount", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], folder)
            ?? Serve(programs, folder, port);
        return new(programs, folder, port, failure);
    }

    /// <summary>How to connect to a database of it, directly or through another port.</summary>
    public string ConnectionTo(string database, int? through = null) =>
        $"Host=127.0.0.1;Port={through ?? port};Username=keyaccount;Database={database};Command Timeout=300;Include Error Detail=true";

    /// <summary>Ends it as a loss of power does.</summary>
    public void Kill() => Run(programs!, "pg_ctl", ["-D", Path.Combine(folder!, "data"), "-m", "immediate", "-w", "stop"], folder);

    /// <summary>Starts it again with the data that it has.</summary>
    public void Revive()
    {
        if (Serve(programs!, folder!, port) is { } failure)
            throw new InvalidOperationException(failure);
    }

    public void Dispose()
    {
        if (folder is null)
            return;
        if (missing is null)
            Kill();
        Directory.Delete(folder, recursive: true);
    }

    private static string? Serve(string programs, string folder, int port) => Run(
        programs,
        "pg_ctl",
        [
            "-D", Path.Combine(folder, "data"), "-l", Path.Combine(folder, "log"), "-w", "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off", "start",
        ],
        folder);

    // The newest one, where the system keeps several beside each other.
    private static string? FolderOf(string program)
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        return installed.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Null when it ends well, else what it said. The server refuses to be run by root, so root runs it as the user that came with it.
    private static string? Run(string programs, string program, string[] arguments, string? asUserIn)
    {
        var file = programs == "/" ? program : Path.Combine(programs, program);
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        if (asUserIn is not null)
            start.WorkingDirectory = asUserIn;
        if (asUserIn is not null && Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            start.FileName = "setpriv";
            foreach (var argument in (string[])["--reuid=postgres", "--regid=postgres", "--init-groups", file, .. arguments])
                start.ArgumentList.Add(argument);
        }
        else
        {
            start.FileName = file;
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var said = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            process.WaitForExit();

            // The server that pg_ctl leaves behind keeps its output open: what was said is only waited for where something went wrong.
            if (process.ExitCode == 0)
                return null;
            return $"{program} ended with {process.ExitCode}: {(said.Wait(TimeSpan.FromSeconds(5)) ? string.Join(' ', said.Result).Trim() : "")}";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"{program} cannot be run: {e.Message}";
        }
    }
}
