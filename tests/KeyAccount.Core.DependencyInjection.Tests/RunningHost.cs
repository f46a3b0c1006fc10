using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KeyAccount.Core.DependencyInjection.Tests;

/// <summary>A generic host with settings that can be changed, and what it logged.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Settings _settings;

    private RunningHost(IHost host, Settings settings, ConcurrentQueue<string> log) => (_host, _settings, Log) = (host, settings, log);

    public IServiceProvider Services => _host.Services;

    public KeyAccountModels Models => Services.GetRequiredService<KeyAccountModels>();

    public ConcurrentQueue<string> Log { get; }

    public static async Task<RunningHost> Start(string json, Action<KeyAccountBuilder>? add = null)
    {
        var (settings, log) = (new Settings(json), new ConcurrentQueue<string>());
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        ((IConfigurationBuilder)builder.Configuration).Add(settings);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new() { ValidateScopes = true, ValidateOnBuild = true }));
        builder.Logging.AddProvider(new LogOf(log));
        var models = builder.Services.AddKeyAccount(builder.Configuration.GetSection("KeyAccount"));
        add?.Invoke(models);
        var host = builder.Build();
        try
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return new(host, settings, log);
    }

    public void Change(string json) => _settings.Change(json);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    private sealed class LogOf(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("KeyAccount", StringComparison.Ordinal) ? this
                : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
