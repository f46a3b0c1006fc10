using KeyAccount.Core.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Counts the reloads of settings from the start of the host on.</summary>
internal sealed class ReloadListener(
    IOptionsMonitor<KeyAccountOptions> options, KeyAccountModels models, KeyAccountTelemetry telemetry) : IHostedService, IDisposable
{
    private IDisposable? _listening;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The options of all tenants are made together; the monitor tells of the default ones.
        _listening = options.OnChange((_, name) =>
        {
            if (string.IsNullOrEmpty(name))
                telemetry.Reloaded(models.Faults.Count);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => Interlocked.Exchange(ref _listening, null)?.Dispose();
}
