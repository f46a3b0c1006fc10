using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>A service of a README, running on a port of this machine with a configuration of its own, until disposed.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly HttpClient _client = new();
    private int _ends;

    private RunningService(string assembly, string configuration)
    {
        Configure(configuration);
        _process = Process.Start(Command.StartOf(
            Command.DotnetPath,
            _folder.Root,
            [assembly, "--urls", "http://127.0.0.1:0"],
            ("DOTNET_ROLL_FORWARD", "Major"),
            ("DOTNET_ENVIRONMENT", null),
            ("ASPNETCORE_ENVIRONMENT", null)))!;
        _process.StandardInput.Close();
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets what it has printed so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public static async Task<RunningService> Start(string assembly, string configuration)
    {
        var service = new RunningService(assembly, configuration);
        try
        {
            service._client.BaseAddress = await service._address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gets where it answers.</summary>
    public Uri Address => _client.BaseAddress!;

    /// <summary>Replaces the file with the settings, whole.</summary>
    public void Configure(string json)
    {
        var written = _folder.Write("appsettings.new", json);
        File.Move(written, _folder.PathOf("appsettings.json"), overwrite: true);
    }

    public Task<string> Get(string path) => _client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<(int Status, string? Type, string Body)> Post(string path, string json)
    {
        using var content = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        using var response = await _client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken));
    }

    /// <summary>Asks until the answer is as it should be.</summary>
    public async Task<string> Until(Func<Task<string>> ask, Predicate<string> isIt)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (isIt(answer))
                return answer;
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"Still {answer}\n{Log}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _folder.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            // Both the output and the errors have an end.
            if (Interlocked.Increment(ref _ends) < 2)
                return;
            _address.TrySetException(new InvalidOperationException($"The service ended:\n{Log}"));
            return;
        }

        lock (_log)
            _log.AppendLine(line);
        if (Regex.Match(
            line, "Now listening on: (?<address>http://127\\.0\\.0\\.1:[0-9]+)", RegexOptions.ExplicitCapture,
            Patience) is { Success: true } address)
            _address.TrySetResult(new(address.Groups["address"].Value));
    }
}
