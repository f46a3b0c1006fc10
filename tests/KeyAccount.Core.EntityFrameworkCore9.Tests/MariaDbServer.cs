using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MySqlConnector;

[assembly: AssemblyFixture(typeof(KeyAccount.Core.EntityFrameworkCore.Tests.MariaDbServer))]

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>A real MariaDB on loopback with its data in a temporary folder, started by the first test that asks for it and removed after the
/// last. Where there is none those tests are skipped with that reason, unless KEYACCOUNT_REQUIRE_MARIADB=1 says that there must be
/// one.</summary>
public sealed class MariaDbServer : IDisposable
{
    private const string Required = "KEYACCOUNT_REQUIRE_MARIADB";

    private static readonly Lazy<MariaDbServer> Started = new(() => new MariaDbServer().Start());

    private string? _folder;
    private string? _missing;
    private Process? _server;
    private int _port;

    /// <summary>How to connect to a database of this server; skips the test where there is no server.</summary>
    public static string ConnectionTo(string database)
    {
        if (Started.Value._missing is { } reason)
        {
            if (Environment.GetEnvironmentVariable(Required) == "1")
                Assert.Fail($"{Required}=1, and {reason}");
            Assert.Skip($"MariaDB is needed, and {reason}");
        }

        return Started.Value.To(database);
    }

    public void Dispose()
    {
        if (Started.IsValueCreated)
            Started.Value.Stop();
    }

    private string To(string database) => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1", Port = (uint)_port, UserID = "keyaccount", Database = database, Pooling = false, DefaultCommandTimeout = 300,
    }.ConnectionString;

    private MariaDbServer Start()
    {
        if (PathOf("mariadb-install-db") is not { } install || PathOf("mariadbd") is not { } server)
        {
            _missing = "neither PATH nor /usr/sbin holds mariadb-install-db and mariadbd.";
            return this;
        }

        _folder = Directory.CreateTempSubdirectory("keyaccount-mariadb-").FullName;
        var data = Path.Combine(_folder, "data");

        // It refuses to be run by root, so root has it run as the user that came with it.
        List<string> user = Environment.IsPrivilegedProcess ? ["--user=mysql"] : [];
        if (Environment.IsPrivilegedProcess)
            Run("chown", ["mysql", _folder]);
        Run(install, ["--no-defaults", $"--datadir={data}", "--skip-test-db", "--auth-root-authentication-method=normal", .. user]);
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            _port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        _server = Process.Start(new ProcessStartInfo(server, [
            "--no-defaults", $"--datadir={data}", $"--port={_port}", "--bind-address=127.0.0.1", $"--socket={Path.Combine(_folder, "socket")}",
            "--skip-grant-tables", "--innodb-flush-log-at-trx-commit=0", $"--log-error={Path.Combine(data, "log")}", .. user])
        { UseShellExecute = false });
        for (var started = Stopwatch.StartNew(); !Answers();)
        {
            if (_server!.HasExited || started.Elapsed > TimeSpan.FromSeconds(60))
            {
                _missing = $"mariadbd does not answer: {File.ReadLines(Path.Combine(data, "log")).LastOrDefault()}";
                break;
            }

            Thread.Sleep(100);
        }

        return this;
    }

    private bool Answers()
    {
        try
        {
            using var connection = new MySqlConnection(To(""));
            connection.Open();
            return true;
        }
        catch (MySqlException)
        {
            return false;
        }
    }

    private void Stop()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill();
            _server.WaitForExit();
        }

        _server?.Dispose();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private static string? PathOf(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(["/usr/sbin", "/usr/bin"])
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        if (process.ExitCode != 0)
            Assert.Fail($"{program} ended with {process.ExitCode}: {string.Join(' ', said.Result)}");
    }
}
