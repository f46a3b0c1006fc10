using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KeyAccount.Core.Sql.Tests;

/// <summary>Two ClickHouse servers on loopback that know each other as the cluster <c>both</c>, with their data in a temporary folder.</summary>
internal sealed class LocalClickHouse : IDisposable
{
    private const string Program = "/usr/sbin/clickhouse-server";

    private readonly string? _folder;
    private readonly Process[] _processes;
    private readonly int[] _ports;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(5) };

    private LocalClickHouse(string? folder, Process[] processes, int[] ports, string? missing) =>
        (_folder, _processes, _ports, Missing) = (folder, processes, ports, missing);

    /// <summary>Why they do not run; null where they do.</summary>
    public string? Missing { get; private set; }

    public IReadOnlyList<Process> Processes => _processes;

    public static LocalClickHouse Start()
    {
        if (!File.Exists(Program))
            return new(null, [], [], $"there is no {Program}.");
        var folder = Directory.CreateTempSubdirectory("keyaccount-clickhouse-").FullName;
        var ports = FreePorts(4);
        var processes = Enumerable.Range(0, 2).Select(i => Run(Path.Combine(folder, $"{i}"), ports[i], ports[2 + i], ports[2..])).ToArray();
        var servers = new LocalClickHouse(folder, processes, ports[..2], null);
        servers.Missing = servers.WaitAsync().GetAwaiter().GetResult();
        return servers;
    }

    public async Task<string> PostAsync(int server, string sql)
    {
        using var content = new StringContent(sql);
        using var answer = await _client.PostAsync(new Uri($"http://127.0.0.1:{_ports[server]}/"), content);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{text.Trim()}\n{sql}");
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        _client.Dispose();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private async Task<string?> WaitAsync()
    {
        var started = Stopwatch.StartNew();
        for (var server = 0; server < _ports.Length;)
        {
            try
            {
                await PostAsync(server, "SELECT 1");
                server++;
            }
            catch (HttpRequestException e)
            {
                if (_processes[server].HasExited || started.Elapsed > TimeSpan.FromSeconds(30))
                    return $"it does not answer: {e.Message}";
                await Task.Delay(50);
            }
        }

        return null;
    }

    private static Process Run(string folder, int http, int tcp, int[] cluster)
    {
        foreach (var part in (string[])["data", "tmp", "format"])
            Directory.CreateDirectory(Path.Combine(folder, part));
        var config = Path.Combine(folder, "config.xml");
        File.WriteAllText(
            config,
            $"""
            <?xml version="1.0"?>
            <yandex>
              <logger><level>warning</level><log>{folder}/log</log><errorlog>{folder}/errors</errorlog></logger>
              <http_port>{http}</http_port><tcp_port>{tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
              <path>{folder}/data/</path><tmp_path>{folder}/tmp/</tmp_path><format_schema_path>{folder}/format/</format_schema_path>
              <mark_cache_size>67108864</mark_cache_size>
              <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
              <profiles><default></default></profiles><quotas><default></default></quotas>
              <users_config>{config}</users_config><default_profile>default</default_profile><default_database>default</default_database>
              <remote_servers><both>{string.Concat(cluster.Select(port => $"<shard><replica><host>127.0.0.1</host><port>{port}</port></replica></shard>"))}</both></remote_servers>
            </yandex>
            """);
        return Process.Start(new ProcessStartInfo(Program, [$"--config-file={config}"]) { WorkingDirectory = folder })!;
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = Array.ConvertAll(listeners, listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }
}
